import { sheetClient } from '../sheet.ts';

/** Zabbix: its media type Email. */
export const zabbix = sheetClient({
  id: 'zabbix',
  name: 'Zabbix',
  group: 'devices',
  source: {
    name: "Zabbix's own source of this form: ui/app/views/mediatype.edit.php (2026)",
    url: 'https://github.com/zabbix/zabbix',
    checked: '2026-11-28',
  },
  platforms: ['web'],
  path: ['Alerts', 'Media types', 'Email'],
  open: 'client.device.open-page',
  text: 'client.device.server-only',
  title: 'Email',
  fields: [
    { is: 'picked', label: 'Email provider', value: 'Generic SMTP' },
    { is: 'server', label: 'SMTP server' },
    { is: 'port', label: 'SMTP server port' },
    { is: 'sender', label: 'Email' },
    {
      is: 'security',
      label: 'Connection security',
      words: { none: 'None', starttls: 'STARTTLS', tls: 'SSL/TLS' },
    },
    { is: 'verify-box', label: 'SSL verify peer' },
    { is: 'verify-box', label: 'SSL verify host' },
    {
      is: 'login',
      label: 'Authentication',
      words: { password: 'Username and password', encrypted: null, oauth2: 'OAuth', none: 'None' },
    },
    { is: 'user', label: 'Username' },
    { is: 'password', label: 'Password' },
  ],
  send: 'client.device.send-test',
  signInOtherwise: 'client.sign-in.own.zabbix',
  confirmedBy: 'maker',
  notes: ['client.device.zabbix-media', 'client.device.zabbix'],
});
