import { sheetClient } from '../sheet.ts';

/** Synology DSM: its notifications. */
export const synology = sheetClient({
  id: 'synology',
  name: 'Synology NAS',
  group: 'devices',
  source: {
    name: "SimpleRelay's list of devices (a relay's own guide, 2026)",
    checked: '2026-11-28',
  },
  platforms: ['web'],
  path: ['Control Panel', 'Notification', 'Email'],
  open: 'client.device.open',
  text: 'client.device.form',
  title: 'Email',
  fields: [
    { is: 'server', label: 'SMTP Server' },
    { is: 'port', label: 'SMTP Port' },
    { is: 'security', label: 'Secure Connection' },
    { is: 'login-box', label: 'Authentication' },
    { is: 'user' },
    { is: 'password' },
    { is: 'sender', label: 'Sender email' },
  ],
  confirmedBy: 'others',
  isDevice: true,
});
