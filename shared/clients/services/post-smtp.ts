import { sheetClient } from '../sheet.ts';

/** The plugin Post SMTP for WordPress; its labels are not confirmed. */
export const postSmtp = sheetClient({
  id: 'post-smtp',
  name: 'WordPress (Post SMTP)',
  shortName: 'Post SMTP',
  group: 'developers',
  source: {
    name: 'RFC 6409 and RFC 8314 (the values alone; no page of its makers was found)',
    url: 'https://www.rfc-editor.org/rfc/rfc8314',
    checked: '2026-11-28',
  },
  platforms: ['web'],
  path: ['Post SMTP'],
  open: 'client.wordpress-plugin.open',
  text: 'client.device.form',
  title: 'Post SMTP',
  fields: [
    { is: 'server' },
    { is: 'security' },
    { is: 'port' },
    { is: 'user' },
    { is: 'password' },
    { is: 'sender' },
  ],
  signInOtherwise: 'client.sign-in.own.wordpress',
  confirmedBy: 'nobody',
  send: 'client.wordpress-plugin.send',
});
