import { sheetClient } from '../sheet.ts';

/** Proxmox VE 8.1 and later: a notification target. */
export const proxmox = sheetClient({
  id: 'proxmox',
  name: 'Proxmox VE',
  group: 'devices',
  source: {
    name: "Proxmox's own source of this form: SmtpEditPanel.js of proxmox-widget-toolkit; Proxmox VE's administration guide: Notifications",
    url: 'https://github.com/proxmox/proxmox-widget-toolkit',
    checked: '2026-11-28',
  },
  platforms: ['web'],
  path: ['Datacenter', 'Notifications', 'Add', 'SMTP'],
  open: 'client.device.open-page',
  text: 'client.device.server-only',
  title: 'SMTP',
  fields: [
    { is: 'entry-name', label: 'Endpoint Name' },
    { is: 'server', label: 'Server' },
    {
      is: 'security',
      label: 'Encryption',
      words: { none: 'None (insecure)', starttls: 'STARTTLS', tls: 'TLS' },
    },
    { is: 'port', label: 'Port' },
    { is: 'login-box', label: 'Authenticate' },
    { is: 'user', label: 'Username' },
    { is: 'password', label: 'Password' },
    { is: 'sender', label: 'From Address' },
    { is: 'recipient', label: 'Additional Recipient(s)' },
  ],
  send: 'client.device.send-test',
  confirmedBy: 'maker',
  notes: ['client.device.proxmox-target', 'client.device.proxmox'],
});
