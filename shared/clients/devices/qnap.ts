import { nasClient } from './nas.ts';

/** QNAP QTS: its notifications. */
export const qnap = nasClient({
  id: 'qnap',
  name: 'QNAP NAS',
  path: ['Control Panel', 'Notification Center', 'Service Account', 'Email'],
  portLabel: 'Port',
});
