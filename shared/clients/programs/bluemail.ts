import { sheetClient } from '../sheet.ts';

/** BlueMail: its own labels are not confirmed, so plain words stand in their place. */
export const bluemail = sheetClient({
  id: 'bluemail',
  name: 'BlueMail',
  group: 'people',
  source: {
    name: 'No page of its maker was found',
    checked: '2026-11-28',
  },
  platforms: ['ios', 'android', 'macos', 'windows', 'linux'],
  path: ['@'],
  open: 'client.program.look',
  text: 'client.program.form',
  title: 'BlueMail',
  fields: [{ is: 'server' }, { is: 'security' }, { is: 'port' }, { is: 'user' }, { is: 'password' }],
  confirmedBy: 'nobody',
  frame: 'phone',
  signIn: { path: [], choices: {}, isUnconfirmed: true },
});
