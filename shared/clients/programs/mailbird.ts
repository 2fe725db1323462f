import { sheetClient } from '../sheet.ts';

/** Mailbird: its own labels are not confirmed, so plain words stand in their place. */
export const mailbird = sheetClient({
  id: 'mailbird',
  name: 'Mailbird',
  group: 'people',
  source: {
    name: "Mailbird's help on IMAP: the servers are found by it, or typed by hand; no label of that form",
    url: 'https://support.getmailbird.com/hc/en-us/articles/220106687-IMAP-Support-in-Mailbird',
    checked: '2026-11-29',
  },
  platforms: ['windows', 'macos'],
  path: ['@'],
  open: 'client.program.look',
  text: 'client.program.form',
  title: 'Mailbird',
  fields: [{ is: 'server' }, { is: 'security' }, { is: 'port' }, { is: 'user' }, { is: 'password' }],
  confirmedBy: 'nobody',
  mayHaveToAdd: true,
  frame: 'window',
  signIn: { path: [], choices: {}, isUnconfirmed: true },
});
