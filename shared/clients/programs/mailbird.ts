import { sheetClient } from '../sheet.ts';

/** Mailbird: its own labels are not confirmed, so plain words stand in their place. */
export const mailbird = sheetClient({
  id: 'mailbird',
  name: 'Mailbird',
  group: 'people',
  source: {
    name: 'No page of its maker was found',
    checked: '2026-11-28',
  },
  platforms: ['windows', 'macos'],
  path: ['@'],
  open: 'client.program.look',
  text: 'client.program.form',
  title: 'Mailbird',
  fields: [{ is: 'server' }, { is: 'security' }, { is: 'port' }, { is: 'user' }, { is: 'password' }],
  confirmedBy: 'nobody',
  frame: 'window',
  signIn: { path: [], choices: {}, isUnconfirmed: true },
});
