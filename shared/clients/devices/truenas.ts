import { sheetClient } from '../sheet.ts';

/** TrueNAS: its alerts. */
export const truenas = sheetClient({
  id: 'truenas',
  name: 'TrueNAS',
  group: 'devices',
  source: {
    name: "TrueNAS's documentation: Email screen",
    url: 'https://www.truenas.com/docs/core/13.0/uireference/system/email/',
    checked: '2026-11-28',
  },
  platforms: ['web'],
  path: ['System', 'Email'],
  open: 'client.device.open-nas',
  text: 'client.device.form',
  title: 'Email',
  fields: [
    { is: 'sender', label: 'From Email' },
    { is: 'sender-name', label: 'From Name' },
    { is: 'picked', label: 'Send Mail Method', value: 'SMTP' },
    { is: 'server', label: 'Outgoing Mail Server' },
    { is: 'port', label: 'Mail Server Port' },
    {
      is: 'security',
      label: 'Security',
      words: { none: 'Plain (No Encryption)', starttls: 'TLS (STARTTLS)', tls: 'SSL (Implicit TLS)' },
    },
    { is: 'login-box', label: 'SMTP Authentication' },
    { is: 'user', label: 'Username' },
    { is: 'password', label: 'Password' },
  ],
  send: 'client.device.send-test',
  confirmedBy: 'maker',
  isDevice: true,
  isNas: true,
  notes: ['client.device.truenas'],
});
