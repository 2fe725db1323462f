import { nasClient } from './nas.ts';

/** Synology DSM: its notifications. */
export const synology = nasClient({
  id: 'synology',
  name: 'Synology NAS',
  path: ['Control Panel', 'Notification', 'Email'],
  portLabel: 'SMTP Port',
});
