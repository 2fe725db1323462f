import { sheetClient } from '../sheet.ts';

/** The Bat! for Windows. */
export const theBat = sheetClient({
  id: 'the-bat',
  name: 'The Bat!',
  group: 'people',
  source: {
    name: 'The words for the encryption as other programs quote them; the rest is not confirmed',
    checked: '2026-11-28',
  },
  platforms: ['windows'],
  path: ['Account', 'Properties', 'Transport'],
  open: 'client.program.window',
  text: 'client.program.form',
  title: 'Transport',
  fields: [
    { is: 'server' },
    {
      is: 'security',
      words: {
        none: 'Regular',
        starttls: 'Secure to regular port (STARTTLS)',
        tls: 'Secure to dedicated port (TLS)',
      },
    },
    { is: 'port' },
    { is: 'user' },
    { is: 'password' },
  ],
  confirmedBy: 'others',
  signIn: { path: [], choices: {}, isUnconfirmed: true },
});
