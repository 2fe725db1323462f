import { sheetClient } from '../sheet.ts';

/** VMware vCenter: its mail sender, which knows neither login nor encryption. */
export const vcenter = sheetClient({
  id: 'vcenter',
  name: 'VMware vCenter',
  group: 'devices',
  source: {
    name: "Ansible's module for vCenter's general settings (mail: server and sender; anything else is an advanced setting); the menu is from knowledge",
    url: 'https://docs.ansible.com/ansible/latest/collections/community/vmware/vmware_vcenter_settings_module.html',
    checked: '2026-11-29',
  },
  platforms: ['web'],
  path: ['vCenter Server', 'Configure', 'Settings', 'General', 'Edit', 'Mail'],
  open: 'client.device.open-page',
  text: 'client.device.server-only',
  title: 'Mail',
  fields: [
    { is: 'server', label: 'Mail server' },
    { is: 'sender', label: 'Mail sender' },
    { is: 'port', label: 'Advanced Settings: mail.smtp.port' },
  ],
  send: 'client.device.send-test',
  confirmedBy: 'others',
  isPlainOnly: true,
});
