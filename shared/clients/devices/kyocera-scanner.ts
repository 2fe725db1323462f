import { said } from '../../text/said.ts';
import { sheetClient } from '../sheet.ts';

/** Kyocera devices with Command Center RX. */
export const kyoceraScanner = sheetClient({
  id: 'kyocera-scanner',
  name: said('client.name.scanner', { maker: 'Kyocera' }),
  shortName: said('client.name.this-device'),
  group: 'devices',
  source: {
    name: "ZeroSMTP's guide to printers (a relay's own guide, July 2026), which follows Kyocera's guide",
    url: 'https://github.com/msgwing/ZeroSMTP',
    checked: '2026-11-28',
  },
  platforms: ['web'],
  path: ['Advanced', 'E-mail', 'SMTP', 'General'],
  open: 'client.device.open',
  text: 'client.device.form',
  title: 'E-mail Settings',
  fields: [
    { is: 'server' },
    { is: 'port' },
    { is: 'login-box' },
    { is: 'user' },
    { is: 'password' },
    { is: 'security', label: 'SMTP Security' },
    { is: 'sender' },
  ],
  confirmedBy: 'others',
  isDevice: true,
  notes: ['client.device.kyocera'],
});
