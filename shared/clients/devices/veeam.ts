import { sslBoxNote } from '../other-way.ts';
import { sheetClient } from '../sheet.ts';

/** Veeam Backup & Replication: its notifications. */
export const veeam = sheetClient({
  id: 'veeam',
  name: 'Veeam Backup & Replication',
  group: 'devices',
  source: {
    name: "SimpleRelay's list of devices (a relay's own guide, 2026)",
    checked: '2026-11-28',
  },
  platforms: ['windows'],
  path: ['Menu', 'Notifications', 'SMTP Server'],
  open: 'client.device.open-page',
  text: 'client.device.server-only',
  title: 'SMTP Server',
  fields: [
    { is: 'server', label: 'SMTP Server' },
    { is: 'port', label: 'Port' },
    { is: 'security-box', label: 'Use SSL/TLS' },
    { is: 'login-box' },
    { is: 'user' },
    { is: 'password' },
    { is: 'sender', label: 'From' },
  ],
  send: 'client.device.send-test',
  confirmedBy: 'others',
  notes: [sslBoxNote],
});
