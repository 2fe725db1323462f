import { expect, test } from 'vitest';
import { ownerOfServer, withLoginFacts } from '../../../shared/discover/server-hosts.ts';
import type { DiscoveryEntry, NamedServer } from '../../../shared/model/check.ts';

test.each([
  ['smtp.gmail.com', 'Gmail', 'app-password'],
  ['SMTP.googlemail.com.', 'Gmail', 'app-password'],
  ['smtp-mail.outlook.com', 'Outlook.com', 'browser'],
  ['smtp.live.com', 'Outlook.com', 'browser'],
  ['smtp.office365.com', 'Microsoft 365', 'browser'],
  ['smtp.de.aol.com', 'AOL Mail', 'app-password'],
  ['smtp.mail.yahoo.co.uk', 'Yahoo Mail', 'app-password'],
  ['outbound.att.net', 'AT&T', 'app-password'],
  ['posteo.de', 'Posteo', 'app-password'],
  ['smtp.gmx.com', 'GMX', 'app-password-2fa'],
  ['smtp.ionos.fr', 'IONOS', 'app-password-2fa'],
  ['smtp.1und1.de', 'IONOS', 'app-password-2fa'],
  ['smtppro.zoho.in', 'Zoho Mail', 'app-password-2fa'],
  ['securesmtp.t-online.de', 'Telekom Mail', 'mail-password'],
  ['smtp.exmail.qq.com', 'Tencent Exmail', 'authorization-code'],
  ['smtp.126.com', 'NetEase 126', 'authorization-code'],
])('%s is run by %s, which wants: %s', (host, name, secret) => {
  expect(ownerOfServer(host)).toMatchObject({ name, secret });
});

test.each(['mail.example.org', 'gmail.com.example.org', 'notgmx.net', 'com', ''])(
  '“%s” is run by nobody known',
  (host) => {
    expect(ownerOfServer(host)).toBeUndefined();
  },
);

function entryOf(
  host: string,
  change: Partial<DiscoveryEntry> = {},
  more: Partial<NamedServer> = {},
): DiscoveryEntry {
  const server: NamedServer = {
    protocol: 'smtp',
    host,
    port: 465,
    security: 'tls',
    role: 'outgoing',
    ...more,
  };
  return {
    source: 'ispdb',
    asked: 'x',
    outcome: 'found',
    elapsedMs: 0,
    servers: [server],
    ...change,
  } as const;
}

test('an answer of a list learns what is wanted at its servers, and keeps its own words', () => {
  const { provider } = withLoginFacts(entryOf('posteo.de', { provider: { name: 'Posteo Belgium' } }));
  expect(provider).toMatchObject({ name: 'Posteo Belgium', secret: 'app-password' });
  const enable = [{ instruction: 'You need to enable IMAP access' }];
  const gmail = withLoginFacts(entryOf('smtp.gmail.com', { provider: { name: '', enable } })).provider;
  expect(gmail?.name).toBe('Gmail');
  expect(gmail?.enable).toBeUndefined();
});

test('one that says it itself, withholds its server or names nobody known stays as it is', () => {
  const own = entryOf('smtp.gmail.com', { provider: { name: 'x', secret: 'password' } });
  expect(withLoginFacts(own)).toBe(own);
  const withheld = entryOf('smtp.gmail.com', {}, { withheld: 'other-domain' });
  expect(withLoginFacts(withheld)).toBe(withheld);
  const stranger = entryOf('mail.example.org');
  expect(withLoginFacts(stranger)).toBe(stranger);
});
