import { X509Certificate } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { tlsFacts } from '../../../../electron/engine/connect/tls-facts.ts';
import { trustOf } from '../../../../electron/engine/connect/trust-anchors.ts';
import { heavyChain } from '../../../support/heavy-chain.ts';

/** Self-signed, and its key may not sign certificates, it says; made with `openssl req -x509`, the key was thrown away. */
const homeMade = new X509Certificate(`-----BEGIN CERTIFICATE-----
MIIBszCCAVigAwIBAgIUDaAZ+cDBAuhzTt8WVraiZwpYmiowCgYIKoZIzj0EAwIw
GjEYMBYGA1UEAwwPbmFzLmV4YW1wbGUub3JnMB4XDTI2MTEyNDAwMTMxM1oXDTQ2
MTExOTAwMTMxM1owGjEYMBYGA1UEAwwPbmFzLmV4YW1wbGUub3JnMFkwEwYHKoZI
zj0CAQYIKoZIzj0DAQcDQgAEiC4VJo2j1ilcVNRpIb7Tyan5f+nfJ+sDM0HzcnRI
6ZMNEe9d6vHcyu92EnbhQjAfvzXmNJUrazfhRaQt/bXXlqN8MHowHQYDVR0OBBYE
FEtOFoSOkH4v3A+vEWUmCnQdBvvdMB8GA1UdIwQYMBaAFEtOFoSOkH4v3A+vEWUm
CnQdBvvdMA4GA1UdDwEB/wQEAwIHgDAaBgNVHREEEzARgg9uYXMuZXhhbXBsZS5v
cmcwDAYDVR0TAQH/BAIwADAKBggqhkjOPQQDAgNJADBGAiEAlPQvx0kqXCvcqVjf
BfbGoenXYkm/m0whGe3p2L2mI5cCIQC97GbKmq/vFdL8wZ6ICLRC9VXkGSQdOoCq
p/HD7pvAjw==
-----END CERTIFICATE-----`);

test('a home-made certificate that may not sign any is self-signed all the same, not one with a missing issuer', () => {
  const facts = tlsFacts(
    { host: 'nas.example.org', version: 'TLSv1.3', cipher: 'x', sent: [homeMade], isVerified: false },
    trustOf({ trusted: [], publicAuthorities: [] }),
    Date.parse(homeMade.validFrom) + 86_400_000,
  );
  expect(facts.problems).toEqual(['self-signed']);
});

afterEach(() => vi.restoreAllMocks());

test.each([
  { length: 100, names: 'one', order: 'last first' },
  { length: 100, names: 'each its own', order: 'issuer next' },
  { length: 9, names: 'one', order: 'last first' },
] as const)(
  'of $length certificates ($names, $order) at most ten are looked at and 20 signatures checked',
  (shape) => {
    const pems = heavyChain(shape).chain.match(/-----BEGIN[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
    const [leaf, ...rest] = pems.map((pem) => new X509Certificate(pem));
    if (!leaf) expect.unreachable();
    const checked = vi.spyOn(X509Certificate.prototype, 'verify');
    const facts = tlsFacts(
      { host: 'mail.example.org', version: 'TLSv1.3', cipher: 'x', sent: [leaf, ...rest], isVerified: false },
      trustOf({ trusted: [], publicAuthorities: [] }),
      Date.now(),
    );
    expect(checked.mock.calls.length).toBeLessThanOrEqual(21); // one more tells whether it signed itself
    expect(facts).toMatchObject({ chainLength: shape.length, problems: ['untrusted-issuer'] });
  },
);
