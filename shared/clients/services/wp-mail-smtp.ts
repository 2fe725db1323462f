import { sheetClient } from '../sheet.ts';

/** The plugin WP Mail SMTP for WordPress: its form, for whoever has no way to the site's files. */
export const wpMailSmtp = sheetClient({
  id: 'wp-mail-smtp',
  name: 'WordPress (WP Mail SMTP)',
  shortName: 'WP Mail SMTP',
  group: 'developers',
  source: {
    name: "WP Mail SMTP 4.8.0's source: ConnectionSettings.php, OptionsAbstract.php, TestTab.php",
    url: 'https://github.com/awesomemotive/WP-Mail-SMTP',
    checked: '2026-11-29',
  },
  platforms: ['web'],
  path: ['WP Mail SMTP', 'Settings', 'General'],
  open: 'client.wordpress-plugin.open',
  text: 'client.device.form',
  title: 'Primary Connection',
  fields: [
    { is: 'sender', label: 'From Email' },
    { is: 'tick', label: 'Force From Email' },
    { is: 'sender-name', label: 'From Name' },
    { is: 'picked', label: 'Mailer', value: 'Other SMTP' },
    { is: 'server', label: 'SMTP Host' },
    { is: 'security', label: 'Encryption', words: { none: 'None', starttls: 'TLS', tls: 'SSL' } },
    { is: 'port', label: 'SMTP Port' },
    { is: 'login-box', label: 'Authentication' },
    { is: 'user', label: 'SMTP Username' },
    { is: 'password', label: 'SMTP Password' },
  ],
  save: 'Save Settings',
  signInOtherwise: 'client.sign-in.own.wordpress',
  confirmedBy: 'maker',
  notes: ['client.wordpress-plugin.tls'],
  send: 'client.wp-mail-smtp.send',
});
