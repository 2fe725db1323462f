import { sheetClient } from '../sheet.ts';

/** mailcow: a sender-dependent transport, which hands mail to a relay. */
export const mailcow = sheetClient({
  id: 'mailcow',
  name: 'mailcow (relay host)',
  group: 'machines',
  source: {
    name: "mailcow's documentation: Relayhosts and sender-dependent transports; a walk through it (einverne, 2023)",
    url: 'https://docs.mailcow.email/',
    checked: '2026-11-28',
  },
  platforms: ['web'],
  path: ['System', 'Configuration', 'Routing', 'Sender-dependent transports'],
  open: 'client.device.open-page',
  text: 'client.mailcow.form',
  title: 'Add sender-dependent transport',
  fields: [
    { is: 'relay', label: 'Host' },
    { is: 'user', label: 'Username' },
    { is: 'password', label: 'Password' },
  ],
  confirmedBy: 'others',
  notes: ['client.mailcow.assign'],
  send: 'client.mailcow.send',
});
