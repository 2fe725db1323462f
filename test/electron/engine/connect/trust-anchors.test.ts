import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { expect, test } from 'vitest';
import { certificatesIn, computerTrust, trustOf } from '../../../../electron/engine/connect/trust-anchors.ts';
import { practiceAuthorities } from '../../../../electron/practice/certificates.ts';

const authorities = practiceAuthorities(Date.now());
const [leaf = '', intermediate = ''] =
  authorities.issue({ names: ['a.example'] }).chain.match(/-----BEGIN[\s\S]+?-----END CERTIFICATE-----/g) ??
  [];

test('an issuer is found by name and signature', () => {
  const trust = trustOf({ trusted: [authorities.root], publicAuthorities: [] });
  expect(trust.issuersOf(new X509Certificate(intermediate))).toHaveLength(1);
  expect(trust.issuersOf(new X509Certificate(leaf))).toHaveLength(0);
});

test('an authority of the same name with another key is not the issuer', () => {
  const impostor = practiceAuthorities(Date.now());
  const trust = trustOf({ trusted: [impostor.root], publicAuthorities: [] });
  expect(trust.issuersOf(new X509Certificate(intermediate))).toHaveLength(0);
});

test('what is no certificate is left out and the rest still counts', () => {
  const broken = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----';
  const trust = trustOf({ trusted: [broken, authorities.root], publicAuthorities: [broken] });
  expect(trust.issuersOf(new X509Certificate(intermediate))).toHaveLength(1);
  expect(trust.isPublicAuthority(new X509Certificate(authorities.root))).toBe(false);
});

test('this computer trusts the public list, which is read once', () => {
  const trust = computerTrust();
  expect(computerTrust()).toBe(trust);
  const root = new X509Certificate(rootCertificates[0] ?? '');
  expect(trust.isPublicAuthority(root)).toBe(true);
  expect(trust.issuersOf(root)[0]?.fingerprint256).toBe(root.fingerprint256);
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
