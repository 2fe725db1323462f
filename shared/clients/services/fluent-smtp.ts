import { sheetClient } from '../sheet.ts';

/** The plugin FluentSMTP for WordPress: the form of its connection, from its own source. */
export const fluentSmtp = sheetClient({
  id: 'fluent-smtp',
  name: 'WordPress (FluentSMTP)',
  shortName: 'FluentSMTP',
  group: 'developers',
  source: {
    name: "FluentSMTP's source: Providers/Smtp.vue",
    url: 'https://github.com/WPManageNinja/fluent-smtp',
    checked: '2026-11-28',
  },
  platforms: ['web'],
  path: ['Settings', 'FluentSMTP', 'Other SMTP'],
  open: 'client.wordpress-plugin.open',
  text: 'client.device.form',
  title: 'Other SMTP',
  fields: [
    { is: 'server', label: 'SMTP Host' },
    { is: 'security', label: 'Encryption', words: { none: 'None', starttls: 'TLS', tls: 'SSL' } },
    { is: 'port', label: 'SMTP Port' },
    { is: 'login-box', label: 'Authentication' },
    { is: 'user', label: 'SMTP Username' },
    { is: 'password', label: 'SMTP Password' },
    { is: 'sender', label: 'From Email' },
  ],
  signInOtherwise: 'client.sign-in.own.wordpress',
  confirmedBy: 'maker',
  notes: ['client.wordpress-plugin.tls', 'client.fluent-smtp.keys'],
  send: 'client.wordpress-plugin.send',
});
