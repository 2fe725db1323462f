import { sheetClient } from '../sheet.ts';

/** Samsung Email with an account in it. */
export const samsungEmail = sheetClient({
  id: 'samsung-email',
  name: 'Samsung Email',
  group: 'popular',
  source: {
    name: "Cruzio's guide to Samsung Mail (2018); Android's own manual of these fields at LG",
    url: 'https://cruzio.com/member-tools/support/how-to-update-your-samsung-mail-on-android/',
    checked: '2026-11-28',
  },
  platforms: ['android'],
  path: ['≡', '⚙', '@', 'Server settings'],
  open: 'client.samsung-email.open',
  text: 'client.samsung-email.form',
  title: 'Outgoing server',
  fields: [
    { is: 'server', label: 'SMTP server' },
    { is: 'security', label: 'Security type', words: { none: 'None', starttls: 'STARTTLS', tls: 'SSL/TLS' } },
    { is: 'port', label: 'Port' },
    { is: 'login-box', label: 'Require sign-in' },
    { is: 'user', label: 'User name' },
    { is: 'password', label: 'Password' },
  ],
  confirmedBy: 'others',
  frame: 'phone',
  notes: ['client.program.no-accept-all'],
  signIn: {
    path: ['≡', '⚙', 'Add account'],
    choices: { google: null, 'microsoft-365': null, 'outlook.com': null, yahoo: null, aol: null },
  },
});
