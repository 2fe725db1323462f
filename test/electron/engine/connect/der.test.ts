import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { expect, test } from 'vitest';
import { derElement, derNames } from '../../../../electron/engine/connect/der.ts';
import { fc } from '../../../support/invented-inputs.ts';

test('issuer and subject agree with what a full parse says, for every public authority', () => {
  expect(rootCertificates.length).toBeGreaterThan(50);
  for (const pem of rootCertificates) {
    const certificate = new X509Certificate(pem);
    const names = derNames(certificate.raw);
    expect(names).not.toBeNull();
    expect(names?.issuer === names?.subject).toBe(certificate.issuer === certificate.subject);
  }
});

test('different authorities have different names, up to a few that renewed their key under the same one', () => {
  const subjects = new Set(rootCertificates.map((pem) => derNames(new X509Certificate(pem).raw)?.subject));
  const parsed = new Set(rootCertificates.map((pem) => new X509Certificate(pem).subject));
  expect(subjects.size).toBe(parsed.size);
});

test('bytes that are no certificate have no names, and nothing throws', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(400), (bytes, at) => {
      derNames(bytes);
      const element = derElement(bytes, at);
      return element === null || (element.start <= element.end && element.end <= bytes.length);
    }),
  );
});
