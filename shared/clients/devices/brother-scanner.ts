import { said } from '../../text/said.ts';
import { sheetClient } from '../sheet.ts';

/** Brother devices with Web Based Management. */
export const brotherScanner = sheetClient({
  id: 'brother-scanner',
  name: said('client.name.scanner', { maker: 'Brother' }),
  shortName: said('client.name.this-device'),
  group: 'devices',
  source: {
    name: "ZeroSMTP's guide to printers (a relay's own guide, July 2026)",
    url: 'https://github.com/msgwing/ZeroSMTP',
    checked: '2026-11-28',
  },
  platforms: ['web'],
  path: ['Network', 'Protocol', 'SMTP'],
  open: 'client.device.open',
  text: 'client.device.form',
  title: 'SMTP',
  fields: [
    { is: 'server' },
    { is: 'security', label: 'SSL/TLS', words: { none: 'None', starttls: 'STARTTLS', tls: 'SSL' } },
    { is: 'port' },
    { is: 'login-box' },
    { is: 'user' },
    { is: 'password' },
    { is: 'sender' },
  ],
  confirmedBy: 'others',
  isDevice: true,
});
