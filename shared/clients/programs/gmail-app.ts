import { sheetClient } from '../sheet.ts';

/** The Gmail app with an account of another provider: the phone itself connects, not Google's computers. */
export const gmailApp = sheetClient({
  id: 'gmail-app',
  name: 'Gmail app, with an address of another provider',
  group: 'popular',
  source: {
    name: "OVH's guide to the Gmail app on Android 13 (December 2023); Android's own manual of these fields at LG",
    url: 'https://github.com/ovh/docs',
    checked: '2026-11-28',
  },
  platforms: ['android'],
  path: ['≡', 'Settings', '@', 'Outgoing settings'],
  open: 'client.gmail-app.open',
  text: 'client.gmail-app.form',
  title: 'Outgoing server settings',
  fields: [
    { is: 'server', label: 'SMTP server' },
    { is: 'security', label: 'Security type', words: { none: 'None', starttls: 'STARTTLS', tls: 'SSL/TLS' } },
    { is: 'port', label: 'Port' },
    { is: 'login-box', label: 'Require sign-in' },
    { is: 'user', label: 'Username' },
    { is: 'password', label: 'Password' },
  ],
  confirmedBy: 'others',
  frame: 'phone',
  notes: ['client.program.no-accept-all'],
  signIn: {
    path: ['≡', 'Settings', 'Add account'],
    choices: { google: 'Google', 'microsoft-365': null, 'outlook.com': null, yahoo: null, aol: null },
  },
});
