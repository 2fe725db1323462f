import { sheetClient } from '../sheet.ts';

/** Nextcloud's app Mail: the form of an account, from its own source. */
export const nextcloudMail = sheetClient({
  id: 'nextcloud-mail',
  name: 'Nextcloud Mail',
  group: 'people',
  sendsFrom: 'server',
  source: {
    name: "Nextcloud Mail's source: AccountForm.vue",
    url: 'https://github.com/nextcloud/mail',
    checked: '2026-11-28',
  },
  platforms: ['web'],
  path: ['@', 'Account settings', 'Manual'],
  open: 'client.nextcloud-mail.open',
  text: 'client.program.form',
  title: 'SMTP Settings',
  fields: [
    { is: 'server', label: 'SMTP Host' },
    { is: 'security', label: 'SMTP Security', words: { none: 'None', starttls: 'STARTTLS', tls: 'SSL/TLS' } },
    { is: 'port', label: 'SMTP Port' },
    { is: 'user', label: 'SMTP User' },
    { is: 'password', label: 'SMTP Password' },
  ],
  signInOtherwise: 'client.sign-in.own.nextcloud-mail',
  confirmedBy: 'maker',
  cloud: 'client.nextcloud-mail.cloud',
  save: 'Save',
});
