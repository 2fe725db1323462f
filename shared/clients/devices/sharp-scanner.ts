import { said } from '../../text/said.ts';
import { sheetClient } from '../sheet.ts';

/** Sharp copiers. */
export const sharpScanner = sheetClient({
  id: 'sharp-scanner',
  name: said('client.name.copier', { maker: 'Sharp' }),
  shortName: said('client.name.this-device'),
  group: 'devices',
  source: {
    name: "Sharp's manual of network settings, by way of ZeroSMTP's guide to printers (July 2026)",
    url: 'https://github.com/msgwing/ZeroSMTP',
    checked: '2026-11-28',
  },
  platforms: ['web'],
  path: ['Settings (Administrator)', 'System Settings', 'Network Settings', 'Service Settings', 'SMTP'],
  open: 'client.device.open',
  text: 'client.device.form',
  title: 'SMTP',
  fields: [
    { is: 'server', label: 'Primary Server' },
    { is: 'port', label: 'Port Number' },
    { is: 'security' },
    { is: 'login-box', label: 'SMTP Authentication' },
    { is: 'user' },
    { is: 'password' },
    { is: 'sender' },
  ],
  confirmedBy: 'others',
  isDevice: true,
});
