import { sheetClient } from '../sheet.ts';

/** Zabbix: its media type Email. */
export const zabbix = sheetClient({
  id: 'zabbix',
  name: 'Zabbix',
  group: 'devices',
  source: {
    name: "SimpleRelay's list of devices (a relay's own guide, 2026)",
    checked: '2026-11-28',
  },
  platforms: ['web'],
  path: ['Administration', 'Media types', 'Email'],
  open: 'client.device.open-page',
  text: 'client.device.server-only',
  title: 'Email',
  fields: [
    { is: 'server', label: 'SMTP server' },
    { is: 'port', label: 'SMTP server port' },
    { is: 'sender', label: 'SMTP email' },
    {
      is: 'security',
      label: 'Connection security',
      words: { none: 'None', starttls: 'STARTTLS', tls: 'SSL/TLS' },
    },
    {
      is: 'login',
      label: 'Authentication',
      words: { password: 'Username and password', encrypted: null, oauth2: null, none: 'None' },
    },
    { is: 'user' },
    { is: 'password' },
  ],
  confirmedBy: 'others',
  notes: ['client.device.zabbix'],
});
