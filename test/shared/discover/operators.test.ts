import { expect, test } from 'vitest';
import { factsOf, serversOf } from '../../../shared/discover/known-provider.ts';
import { operatorOf, operators } from '../../../shared/discover/operators.ts';
import { parseHost } from '../../../shared/parse/host-name.ts';

test.each([
  ['aspmx.l.google.com.', 'Google Workspace', 'smtp.gmail.com'],
  ['SMTP.google.com', 'Google Workspace', 'smtp.gmail.com'],
  ['example-org.mail.protection.outlook.com', 'Microsoft 365', 'smtp.office365.com'],
  ['example-org.k-v1.mx.microsoft', 'Microsoft 365', 'smtp.office365.com'],
  ['outlook-com.olc.protection.outlook.com', 'Outlook.com', 'smtp-mail.outlook.com'],
  ['in1-smtp.messagingengine.com', 'Fastmail', 'smtp.fastmail.com'],
  ['mx2.zoho.eu', 'Zoho Mail', 'smtppro.zoho.eu'],
  ['mx.yandex.net', 'Yandex Mail', 'smtp.yandex.com'],
  ['mx00.ionos.de', 'IONOS', 'smtp.ionos.de'],
  ['mx01.kundenserver.de', 'IONOS', 'smtp.ionos.de'],
  ['mx00.ionos.co.uk', 'IONOS', 'smtp.ionos.co.uk'],
  ['mx.zoho.com', 'Zoho Mail', 'smtppro.zoho.com'],
  ['mx3.zoho.com.au', 'Zoho Mail', 'smtppro.zoho.com.au'],
  ['mx1.mail.ovh.net', 'OVHcloud', 'ssl0.ovh.net'],
  ['spool.mail.gandi.net', 'Gandi', 'mail.gandi.net'],
])('%s is %s', (host, name, outgoing) => {
  expect(operatorOf(host)).toMatchObject({ name });
  expect(operatorOf(host)?.outgoing.host).toBe(outgoing);
});

test.each(['mx.example.org', 'notgoogle.com', 'google.com.example.org', 'outlook.com', ''])(
  '“%s” is nobody’s known',
  (host) => {
    expect(operatorOf(host)).toBeUndefined();
  },
);

test('no receiving name belongs to two operators', () => {
  const ends = operators.flatMap(({ receivers }) => receivers);
  expect(new Set(ends).size).toBe(ends.length);
  for (const end of ends) expect(parseHost(end)).toEqual({ ok: true, value: { kind: 'name', host: end } });
});

test('iCloud: the login of a domain of one’s own is the iCloud address, which that domain does not tell', () => {
  const icloud = operatorOf('mx01.mail.icloud.com');
  if (!icloud) expect.unreachable();
  const servers = serversOf(icloud, { address: 'anna@example.org', domain: 'example.org' });
  expect(servers.map(({ username }) => username)).toEqual(['', '']);
  expect(factsOf(icloud)).toMatchObject({ wantsOwnAddress: true });
  const gmail = operatorOf('aspmx.l.google.com');
  expect(gmail && factsOf(gmail).wantsOwnAddress).toBeUndefined();
});
