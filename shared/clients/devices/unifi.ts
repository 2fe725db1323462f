import { sheetClient } from '../sheet.ts';

/** UniFi consoles: their alerts. */
export const unifi = sheetClient({
  id: 'unifi',
  name: 'UniFi (Ubiquiti)',
  group: 'devices',
  source: {
    name: "SimpleRelay's list of devices (a relay's own guide, 2026)",
    checked: '2026-11-28',
  },
  platforms: ['web'],
  path: ['Settings', 'System', 'Advanced', 'Email Notifications'],
  open: 'client.device.open',
  text: 'client.device.form',
  title: 'Email Notifications',
  fields: [
    { is: 'server', label: 'SMTP Host' },
    { is: 'port', label: 'SMTP Port' },
    { is: 'security-box', label: 'Use SSL' },
    { is: 'login-box' },
    { is: 'user' },
    { is: 'password' },
    { is: 'sender', label: 'Sender' },
  ],
  confirmedBy: 'others',
  isDevice: true,
  notes: ['client.device.ssl-box'],
});
