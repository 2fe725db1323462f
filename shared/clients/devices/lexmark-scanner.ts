import { said } from '../../text/said.ts';
import { sheetClient } from '../sheet.ts';

/** Lexmark devices with an embedded web server. */
export const lexmarkScanner = sheetClient({
  id: 'lexmark-scanner',
  name: said('client.name.scanner', { maker: 'Lexmark' }),
  shortName: said('client.name.this-device'),
  group: 'devices',
  source: {
    name: "Lexmark's guide to the e-mail SMTP settings, by way of ZeroSMTP's guide to printers (July 2026)",
    url: 'https://github.com/msgwing/ZeroSMTP',
    checked: '2026-11-28',
  },
  platforms: ['web'],
  path: ['Settings', 'E-mail/FTP Settings', 'SMTP Setup'],
  open: 'client.device.open',
  text: 'client.device.form',
  title: 'SMTP Setup',
  fields: [
    { is: 'server', label: 'Primary SMTP Gateway' },
    { is: 'port', label: 'Primary SMTP Gateway Port' },
    {
      is: 'security',
      label: 'Use SSL/TLS',
      words: { none: 'Disabled', starttls: 'Required', tls: 'Required' },
    },
    { is: 'login-box' },
    { is: 'user' },
    { is: 'password' },
    { is: 'sender' },
  ],
  confirmedBy: 'others',
  isDevice: true,
  notes: ['client.device.lexmark'],
});
