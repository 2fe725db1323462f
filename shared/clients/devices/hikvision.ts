import { said } from '../../text/said.ts';
import { sslBoxNote } from '../other-way.ts';
import { sheetClient } from '../sheet.ts';

/** Hikvision cameras and recorders. */
export const hikvision = sheetClient({
  id: 'hikvision',
  name: said('client.name.camera-recorder', { maker: 'Hikvision' }),
  shortName: said('client.name.this-device'),
  group: 'devices',
  source: {
    name: "SimpleRelay's list of devices (a relay's own guide, 2026)",
    checked: '2026-11-28',
  },
  platforms: ['web'],
  path: ['Configuration', 'Network', 'Advanced', 'Email'],
  open: 'client.device.open',
  text: 'client.device.form',
  title: 'Email',
  fields: [
    { is: 'sender', label: 'Sender' },
    { is: 'server', label: 'SMTP Server' },
    { is: 'port', label: 'SMTP Port' },
    { is: 'security-box', label: 'Enable SSL/TLS' },
    { is: 'login-box', label: 'Authentication' },
    { is: 'user' },
    { is: 'password' },
  ],
  send: 'client.device.send-test',
  confirmedBy: 'others',
  isDevice: true,
  notes: ['client.device.recipient', sslBoxNote],
});
