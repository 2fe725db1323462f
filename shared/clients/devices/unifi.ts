import { sslBoxNote } from '../other-way.ts';
import { sheetClient } from '../sheet.ts';

/** UniFi consoles: their alerts. */
export const unifi = sheetClient({
  id: 'unifi',
  name: 'UniFi (Ubiquiti)',
  shortName: 'UniFi',
  group: 'devices',
  source: {
    name: "A user's account of both places (May 2026); its fields by SimpleRelay's list of devices (a relay's own guide, 2026)",
    url: 'https://techstuff.leighonline.net/2026/05/30/ubiquiti-unifi-two-places-where-email-services-can-be-configured/',
    checked: '2026-11-28',
  },
  platforms: ['web'],
  path: ['Settings', 'Control Plane', 'Console', 'Email Services'],
  open: 'client.device.open',
  text: 'client.device.form',
  title: 'Email Services',
  fields: [
    { is: 'server', label: 'SMTP Host' },
    { is: 'port', label: 'SMTP Port' },
    { is: 'security-box', label: 'Use SSL' },
    { is: 'login-box' },
    { is: 'user' },
    { is: 'password' },
    { is: 'sender', label: 'Sender' },
  ],
  send: 'client.device.send-test',
  confirmedBy: 'others',
  isDevice: true,
  notes: ['client.device.unifi', sslBoxNote],
});
