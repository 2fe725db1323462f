import { said } from '../../text/said.ts';
import { sheetClient } from '../sheet.ts';

/** Epson devices with Web Config. */
export const epsonScanner = sheetClient({
  id: 'epson-scanner',
  name: said('client.name.scanner', { maker: 'Epson' }),
  shortName: said('client.name.this-device'),
  group: 'devices',
  source: {
    name: "Epson's user guide for the WorkForce WF-3720: email server settings",
    url: 'https://files.support.epson.com/docid/cpd5/cpd56450/source/printers/source/networking/reference/wf3720_4730/email_server_settings_wf3720_4730.html',
    checked: '2026-11-28',
  },
  platforms: ['web'],
  path: ['Network', 'Email Server', 'Basic'],
  open: 'client.device.open',
  text: 'client.device.form',
  title: 'Email Server',
  fields: [
    {
      is: 'login',
      label: 'Authentication Method',
      words: { password: 'SMTP-AUTH', encrypted: 'SMTP-AUTH', oauth2: null, none: 'Off' },
    },
    { is: 'user', label: 'Authenticated Account' },
    { is: 'password', label: 'Authenticated Password' },
    { is: 'sender', label: "Sender's Email Address" },
    { is: 'server', label: 'SMTP Server Address' },
    { is: 'port', label: 'SMTP Server Port Number' },
    {
      is: 'security',
      label: 'Secure Connection',
      words: { none: 'None', starttls: 'STARTTLS', tls: 'SSL/TLS' },
    },
  ],
  confirmedBy: 'maker',
  isDevice: true,
  notes: ['client.device.epson'],
});
