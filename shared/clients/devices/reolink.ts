import { said } from '../../text/said.ts';
import { sslBoxNote } from '../other-way.ts';
import { sheetClient } from '../sheet.ts';

/** Reolink cameras and recorders. */
export const reolink = sheetClient({
  id: 'reolink',
  name: said('client.name.camera', { maker: 'Reolink' }),
  shortName: said('client.name.this-device'),
  group: 'devices',
  source: {
    name: "SimpleRelay's list of devices (a relay's own guide, 2026)",
    checked: '2026-11-28',
  },
  platforms: ['web'],
  path: ['Settings', 'Surveillance', 'Email'],
  open: 'client.device.open',
  text: 'client.device.form',
  title: 'Email',
  fields: [
    { is: 'server', label: 'SMTP Server' },
    { is: 'port', label: 'Port' },
    { is: 'security-box', label: 'TLS' },
    { is: 'sender', label: 'Sender' },
    { is: 'password' },
  ],
  send: 'client.device.send-test',
  confirmedBy: 'others',
  isDevice: true,
  notes: ['client.device.recipient', sslBoxNote, 'client.device.one-name'],
});
