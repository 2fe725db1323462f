import { sheetClient } from '../sheet.ts';

/** BlueMail: its own labels are not confirmed, so plain words stand in their place. */
export const bluemail = sheetClient({
  id: 'bluemail',
  name: 'BlueMail',
  group: 'people',
  source: {
    name: "BlueMail's help on POP3 accounts: the way to an account's settings, and no label of the form behind it",
    url: 'https://help2.bluemail.me/help/how-does-my-pop3-account-work-in-bluemail/',
    checked: '2026-11-29',
  },
  platforms: ['ios', 'android', 'macos', 'windows', 'linux'],
  path: ['Settings', 'Account Settings', '@'],
  open: 'client.program.look',
  text: 'client.program.form',
  title: 'BlueMail',
  fields: [{ is: 'server' }, { is: 'security' }, { is: 'port' }, { is: 'user' }, { is: 'password' }],
  confirmedBy: 'nobody',
  mayHaveToAdd: true,
  frame: 'phone',
  signIn: { path: [], choices: {}, isUnconfirmed: true },
});
