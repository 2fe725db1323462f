import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer } from 'node:tls';
import { expect, test } from 'vitest';
import {
  type CertificateWish,
  practiceAuthorities,
  practiceAuthorityName,
  privateAuthorityName,
} from '../../../electron/practice/certificates.ts';

const now = Date.now();
const authorities = practiceAuthorities(now);
const dayMs = 86_400_000;

function certificatesOf(wish: CertificateWish): X509Certificate[] {
  const blocks = authorities.issue(wish).chain.match(/-----BEGIN[^-]+-----[^-]+-----END[^-]+-----/g) ?? [];
  return blocks.map((pem) => new X509Certificate(pem));
}

/** What a client that trusts only the practice authority thinks of a server with this certificate. */
async function judged(wish: CertificateWish, servername = 'mail.example.org'): Promise<string> {
  const { chain, key } = authorities.issue(wish);
  const server = createServer({ cert: chain, key });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const client = connect({
    port,
    host: '127.0.0.1',
    servername,
    ca: authorities.root,
    rejectUnauthorized: false,
  });
  await once(client, 'secureConnect');
  const { authorizationError } = client;
  client.destroy();
  server.close();
  await once(server, 'close');
  return authorizationError ? String(authorizationError).replace(/^.*?(ERR_\w+).*$/s, '$1') : 'trusted';
}

const good: CertificateWish = { names: ['mail.example.org', '192.0.2.25'] };

test('a good certificate is trusted by whoever trusts the practice authority', async () => {
  expect(await judged(good)).toBe('trusted');
});

test('carries names and addresses, and says who vouches for it', () => {
  const [leaf, intermediate, ...others] = certificatesOf(good);
  expect(leaf?.subjectAltName).toBe('DNS:mail.example.org, IP Address:192.0.2.25');
  expect(leaf?.subject).toBe('CN=mail.example.org');
  expect(leaf?.issuer).toContain(practiceAuthorityName);
  expect(leaf?.ca).toBe(false);
  expect(intermediate?.ca).toBe(true);
  expect(others).toEqual([]);
  const root = new X509Certificate(authorities.root);
  expect(intermediate?.verify(root.publicKey)).toBe(true);
});

test('is valid from the day it is asked to be until the day it is asked to be', () => {
  const [leaf] = certificatesOf({ ...good, validFromDays: -400, validToDays: -12 });
  expect(Date.parse(leaf?.validFrom ?? '')).toBe(Math.floor((now - 400 * dayMs) / 1000) * 1000);
  expect(Date.parse(leaf?.validTo ?? '')).toBe(Math.floor((now - 12 * dayMs) / 1000) * 1000);
});

test.each<[string, Partial<CertificateWish>, string]>([
  ['that has run out', { validFromDays: -400, validToDays: -1 }, 'CERT_HAS_EXPIRED'],
  ['that is not valid yet', { validFromDays: 1, validToDays: 30 }, 'CERT_NOT_YET_VALID'],
  ['for another name', { names: ['shared42.hosting.example'] }, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['of its own making', { issuer: 'itself' }, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ['whose issuer is missing', { omitIntermediate: true }, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ['of an authority nobody trusts', { issuer: 'private' }, 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
])('a certificate %s is refused for just that', async (_name, change, reason) => {
  expect(await judged({ ...good, ...change })).toBe(reason);
});

test('every certificate of the authority nobody trusts names the same issuer', () => {
  const one = certificatesOf({ names: ['a.example'], issuer: 'private' })[1];
  const other = certificatesOf({ names: ['b.example'], issuer: 'private' })[1];
  expect(one?.issuer).toContain(privateAuthorityName);
  expect(other?.fingerprint256).toBe(one?.fingerprint256);
});

test('two practice networks do not trust each other', () => {
  expect(practiceAuthorities(now).root).not.toBe(authorities.root);
});
