import { sheetClient } from '../sheet.ts';

/** Postbox, which was made of Thunderbird and is no longer sold. */
export const postbox = sheetClient({
  id: 'postbox',
  name: 'Postbox',
  group: 'people',
  source: {
    name: "Thunderbird's window for the outgoing server, which Postbox shares",
    url: 'https://github.com/mozilla/releases-comm-central',
    checked: '2026-11-28',
  },
  platforms: ['windows', 'macos'],
  path: ['Account Settings', 'Outgoing Server (SMTP)', 'Edit…'],
  open: 'client.program.window',
  text: 'client.program.form',
  title: 'SMTP Server',
  fields: [
    { is: 'server', label: 'Server Name:' },
    {
      is: 'security',
      label: 'Connection security:',
      words: { none: 'None', starttls: 'STARTTLS', tls: 'SSL/TLS' },
    },
    { is: 'port', label: 'Port:' },
    {
      is: 'login',
      label: 'Authentication method:',
      words: {
        password: 'Normal password',
        encrypted: 'Encrypted password',
        oauth2: 'OAuth2',
        none: 'No authentication',
      },
    },
    { is: 'user', label: 'User Name:' },
  ],
  confirmedBy: 'others',
  notes: ['client.postbox.ended'],
  signIn: { path: [], choices: {}, isUnconfirmed: true },
});
