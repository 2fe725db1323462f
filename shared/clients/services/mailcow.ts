import { say } from '../../text/index.ts';
import type { ClientSettings } from '../client.ts';
import { refused } from '../refused.ts';
import { sheetClient } from '../sheet.ts';

/** mailcow: a sender-dependent transport, which hands mail to a relay. */
export const mailcow = sheetClient({
  id: 'mailcow',
  name: 'mailcow (relay host)',
  shortName: 'mailcow',
  group: 'machines',
  source: {
    name: "mailcow's documentation: Relayhosts and sender-dependent transports; a walk through it (einverne, 2023); its data/conf/postfix/master.cf",
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
  notes: [encryptionNote, 'client.mailcow.assign'],
  send: 'client.mailcow.send',
});

/** Its Postfix sends as it is delivered: no client of it begins with encryption (it would wait in vain), and none insists on it. */
function encryptionNote({ outgoing }: ClientSettings): string[] {
  if (outgoing.security === 'tls') throw refused('outgoing.security', 'client.refuse.implicit-tls.mailcow');
  return outgoing.security === 'none' ? [] : [say('client.mailcow.starttls')];
}
