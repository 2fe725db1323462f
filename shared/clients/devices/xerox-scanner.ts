import { said } from '../../text/said.ts';
import { sheetClient } from '../sheet.ts';

/** Xerox and Fujifilm devices with an embedded web server (CentreWare). */
export const xeroxScanner = sheetClient({
  id: 'xerox-scanner',
  name: said('client.name.scanner', { maker: { anyOf: ['Xerox', 'Fujifilm'] } }),
  shortName: said('client.name.this-device'),
  group: 'devices',
  source: {
    name: "Xerox's help for the WorkCentre 6505: Email Server",
    url: 'http://www.office.xerox.com/userdoc/WC6505/phlink/email.htm',
    checked: '2026-11-28',
  },
  platforms: ['web'],
  path: ['Properties', 'Connectivity', 'Protocols', 'SMTP Server'],
  open: 'client.device.open',
  text: 'client.device.form',
  title: 'Email Server',
  fields: [
    { is: 'sender', label: 'Return Email Address' },
    { is: 'server', label: 'SMTP Server Address' },
    { is: 'port', label: 'SMTP Server Port Number' },
    { is: 'security' },
    {
      is: 'login',
      label: 'Email Send Authentication',
      words: {
        password: 'SMTP AUTH (Auto)',
        encrypted: 'SMTP AUTH (Auto)',
        oauth2: null,
        none: 'No Authentication',
      },
    },
    { is: 'user', label: 'Login Name' },
    { is: 'password', label: 'Password' },
  ],
  confirmedBy: 'maker',
  isDevice: true,
  notes: ['client.device.xerox'],
});
