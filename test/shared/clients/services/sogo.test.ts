import { expect, test } from 'vitest';
import type { ClientSettings } from '../../../../shared/clients/client.ts';
import { sogo } from '../../../../shared/clients/services/sogo.ts';
import { aServer } from '../../../support/builders.ts';
import { expectCarried, type Found, fileOf, refusedField } from '../carried.ts';

/** A property list in the old style: names, "=" and strings in quotes, which hold nothing here that needs an escape. */
function read(text: string): Found {
  const [, value = ''] = /^SOGoSMTPServer = "([^"\\]*)";$/m.exec(text) ?? [];
  const url = new URL(value);
  const isImplicit = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(url.port),
    security: isImplicit ? 'tls' : url.searchParams.get('tls') === 'YES' ? 'starttls' : 'none',
  };
}

/** Everybody sends with the login they receive with. */
const oneLogin = (settings: ClientSettings): ClientSettings => ({
  ...settings,
  incoming: settings.incoming && { ...settings.incoming, username: settings.outgoing.username },
});

test('refuses a user name for sending that is not the one for receiving', () => {
  expect(refusedField(sogo, { outgoing: aServer({ username: 'relay-user' }) })).toBe('outgoing.username');
  expect(refusedField(sogo, { outgoing: aServer({ username: 'relay-user' }), incoming: null })).toBeNull();
  expect(refusedField(sogo, { outgoing: aServer({ username: 'relay-user', auth: 'none' }) })).toBeNull();
});

test('a reader gets back every value', () => expectCarried(sogo, read, { prepare: oneLogin }));

test('checks the certificate, and logs in only where the server wants it', () => {
  expect(fileOf(sogo)).not.toContain('tlsVerifyMode');
  expect(fileOf(sogo)).toContain('SOGoSMTPAuthenticationType = "PLAIN";\n');
  expect(fileOf(sogo, { outgoing: aServer({ auth: 'none' }) })).not.toContain('AuthenticationType');
  expect(refusedField(sogo, { outgoing: aServer({ auth: 'password-encrypted' }) })).toBe('outgoing.auth');
});
