import { said } from '../../text/said.ts';
import { sheetClient } from '../sheet.ts';

const way = ['Notification Center', 'Service Account and Device Pairing', 'Email', '+ Add SMTP Service'];

/** QNAP QTS: its notifications. The way, and with whom it signs in, are QNAP's own; the fields are a relay's. */
export const qnap = sheetClient({
  id: 'qnap',
  name: 'QNAP NAS',
  shortName: said('client.name.this-device'),
  group: 'devices',
  source: {
    name: "QNAP's answer on accounts of Notification Center (2022), for the way and the sign-in; its fields by SimpleRelay's list of devices (a relay's own guide, 2026)",
    url: 'https://www.qnap.com/en/how-to/faq/con_show.php?cid=1428',
    checked: '2026-11-29',
  },
  platforms: ['web'],
  path: way,
  open: 'client.device.open-nas',
  text: 'client.device.form',
  title: 'Email',
  fields: [
    { is: 'server', label: 'SMTP Server' },
    { is: 'port', label: 'Port' },
    { is: 'security', label: 'Secure Connection' },
    { is: 'login-box', label: 'Authentication' },
    { is: 'user' },
    { is: 'password' },
    { is: 'sender', label: 'Sender email' },
  ],
  send: 'client.device.send-test',
  confirmedBy: 'others',
  isDevice: true,
  isNas: true,
  notes: ['client.device.recipient', 'client.device.qnap-rules'],
  signIn: {
    path: way,
    choices: { google: 'Gmail', 'microsoft-365': 'Outlook.com', 'outlook.com': 'Outlook.com' },
    note: 'client.device.qnap-rules',
  },
});
