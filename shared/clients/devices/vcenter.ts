import { sheetClient } from '../sheet.ts';

/** VMware vCenter: its mail sender, which knows neither login nor encryption. */
export const vcenter = sheetClient({
  id: 'vcenter',
  name: 'VMware vCenter',
  group: 'devices',
  source: {
    name: "Broadcom's API reference: appliance mail settings (server and port alone); SimpleRelay's list of devices",
    url: 'https://developer.broadcom.com/xapis/vsphere-automation-api/v6.5-v7.0u2/appliance/data-structures/Vcenter_Settings_V1_Config_Components_Applmgmt_Smtp/',
    checked: '2026-11-28',
  },
  platforms: ['web'],
  path: ['Administration', 'System Configuration', 'Mail'],
  open: 'client.device.open-page',
  text: 'client.device.server-only',
  title: 'Mail',
  fields: [
    { is: 'server', label: 'SMTP Server' },
    { is: 'port', label: 'SMTP Port' },
    { is: 'sender', label: 'Sender' },
  ],
  send: 'client.device.send-test',
  confirmedBy: 'others',
  isPlainOnly: true,
});
