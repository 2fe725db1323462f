import { expect, test } from 'vitest';
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

test('a reader gets back every value', () => expectCarried(sogo, read));

test('checks the certificate, and logs in only where the server wants it', () => {
  expect(fileOf(sogo)).not.toContain('tlsVerifyMode');
  expect(fileOf(sogo)).toContain('SOGoSMTPAuthenticationType = "PLAIN";\n');
  expect(fileOf(sogo, { outgoing: aServer({ auth: 'none' }) })).not.toContain('AuthenticationType');
  expect(refusedField(sogo, { outgoing: aServer({ auth: 'password-encrypted' }) })).toBe('outgoing.auth');
});
