import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { expect, test } from 'vitest';
import {
  certificatesIn,
  computerTrust,
  signedByWithin,
  type Trust,
  trustOf,
} from '../../../../electron/engine/connect/trust-anchors.ts';
import { practiceAuthorities } from '../../../../electron/practice/certificates.ts';

const authorities = practiceAuthorities(Date.now());
const [leaf = '', intermediate = ''] =
  authorities.issue({ names: ['a.example'] }).chain.match(/-----BEGIN[\s\S]+?-----END CERTIFICATE-----/g) ??
  [];

/** The issuer that is trusted, with as many signatures as it takes. */
const issuerIn = (trust: Trust, pem: string) => trust.issuerOf(new X509Certificate(pem), signedByWithin(20));

test('an issuer is found by name and signature', () => {
  const trust = trustOf({ trusted: [authorities.root], publicAuthorities: [] });
  expect(issuerIn(trust, intermediate)).toBeDefined();
  expect(issuerIn(trust, leaf)).toBeUndefined();
});

test('an authority of the same name with another key is not the issuer', () => {
  const impostor = practiceAuthorities(Date.now());
  const trust = trustOf({ trusted: [impostor.root], publicAuthorities: [] });
  expect(issuerIn(trust, intermediate)).toBeUndefined();
});

test('what is no certificate is left out and the rest still counts', () => {
  const broken = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----';
  const trust = trustOf({ trusted: [broken, authorities.root], publicAuthorities: [broken] });
  expect(issuerIn(trust, intermediate)).toBeDefined();
  expect(trust.isPublicAuthority(new X509Certificate(authorities.root))).toBe(false);
});

test('this computer trusts the public list, which is read once', () => {
  const trust = computerTrust();
  expect(computerTrust()).toBe(trust);
  const root = new X509Certificate(rootCertificates[0] ?? '');
  expect(trust.isPublicAuthority(root)).toBe(true);
  expect(trust.issuerOf(root, signedByWithin(1))?.fingerprint256).toBe(root.fingerprint256);
  expect(trust.issuerOf(root, signedByWithin(0))).toBeUndefined();
});

test('a file such as NODE_EXTRA_CA_CERTS names gives each of its certificates; a missing one gives none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'postway-'));
  const path = join(folder, 'extra.pem');
  writeFileSync(path, `# our company\n${authorities.root}\nnoise\n${intermediate}\n`);
  expect(certificatesIn(path)).toHaveLength(2);
  rmSync(folder, { recursive: true });
  expect(certificatesIn(path)).toEqual([]);
  expect(certificatesIn(undefined)).toEqual([]);
});
