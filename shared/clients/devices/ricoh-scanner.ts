import { said } from '../../text/said.ts';
import { sheetClient } from '../sheet.ts';

/** Ricoh devices with Web Image Monitor. */
export const ricohScanner = sheetClient({
  id: 'ricoh-scanner',
  name: said('client.name.scanner', { maker: 'Ricoh' }),
  shortName: said('client.name.this-device'),
  group: 'devices',
  source: {
    name: "ZeroSMTP's guide to printers (a relay's own guide, July 2026), which follows Ricoh's own page on SMTP authentication",
    url: 'https://github.com/msgwing/ZeroSMTP',
    checked: '2026-11-28',
  },
  platforms: ['web'],
  path: ['Device Management', 'Configuration', 'Device Settings', 'Email'],
  open: 'client.device.open',
  text: 'client.device.form',
  title: 'Email',
  fields: [
    { is: 'sender' },
    { is: 'server', label: 'SMTP Server Name' },
    { is: 'port', label: 'SMTP Port No.' },
    { is: 'security' },
    { is: 'login-box', label: 'SMTP Authentication' },
    { is: 'user' },
    { is: 'password' },
  ],
  confirmedBy: 'others',
  isDevice: true,
});
