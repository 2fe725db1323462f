import { said } from '../../text/said.ts';
import { sslBoxNote } from '../other-way.ts';
import { sheetClient } from '../sheet.ts';

/** Synology DSM: its notifications. */
export const synology = sheetClient({
  id: 'synology',
  name: 'Synology NAS',
  shortName: said('client.name.this-device'),
  group: 'devices',
  source: {
    name: "A user's guide that names each field (its part on DSM), and a second one with the same words; no page of the maker's was found",
    url: 'https://github.com/tamimology/gotify-guide',
    checked: '2026-11-29',
  },
  platforms: ['web'],
  path: ['Control Panel', 'Notification', 'Email'],
  open: 'client.device.open-nas',
  text: 'client.device.form',
  title: 'Email',
  fields: [
    { is: 'tick', label: 'Enable email notifications' },
    { is: 'picked', label: 'Service provider', value: 'Custom SMTP server' },
    { is: 'server', label: 'SMTP server' },
    { is: 'port', label: 'SMTP port' },
    { is: 'login-box', label: 'Authentication required' },
    { is: 'user', label: 'Username' },
    { is: 'password', label: 'Password' },
    { is: 'security-box', label: 'Secure connection (SSL/TLS) is required' },
    { is: 'sender', label: 'Sender email' },
  ],
  save: 'Apply',
  send: 'client.device.send-test',
  confirmedBy: 'others',
  isDevice: true,
  isNas: true,
  notes: ['client.device.recipient', sslBoxNote],
});
