import { X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { hasBrokenSignature } from '../../../../electron/engine/connect/signature-hash.ts';
import { practiceAuthorities } from '../../../../electron/practice/certificates.ts';
import { fc } from '../../../support/invented-inputs.ts';

/** Made with `openssl req -x509 -sha1`; its key was thrown away. */
const withSha1 = new X509Certificate(`-----BEGIN CERTIFICATE-----
MIIBiDCCAS6gAwIBAgIUOqVNoGTl7xdw0R6Lz6dyZ7+UiuIwCQYHKoZIzj0EATAa
MRgwFgYDVQQDDA9vbGQuZXhhbXBsZS5vcmcwHhcNMjYxMTI0MDAxMTM5WhcNMzYx
MTIxMDAxMTM5WjAaMRgwFgYDVQQDDA9vbGQuZXhhbXBsZS5vcmcwWTATBgcqhkjO
PQIBBggqhkjOPQMBBwNCAASvZh4C/6LhyESo0zuc5yJnjpIS+FNsIXQbxyhKh3y2
Ib12A5FJj4oeIRvePtbDBSV94uAJiqGTi4HfoMYE+ZVho1MwUTAdBgNVHQ4EFgQU
j7/VbdPxcP1r2gu7dJB/tJ5IpTswHwYDVR0jBBgwFoAUj7/VbdPxcP1r2gu7dJB/
tJ5IpTswDwYDVR0TAQH/BAUwAwEB/zAJBgcqhkjOPQQBA0kAMEYCIQCAY3IakZ6L
LeY9w+X+a9I6BDfPBhwtaQPZzJhkwNLmbAIhAOKJ6E5nCjk2qoVGaIMnFlLbbR7b
FEp1SFCp5B3cNeyZ
-----END CERTIFICATE-----`);
const withSha256 = new X509Certificate(practiceAuthorities(Date.now()).root);

test('a signature over SHA-1 is recognised, one over SHA-256 is not mistaken for it', () => {
  expect(hasBrokenSignature(withSha1.raw)).toBe(true);
  expect(hasBrokenSignature(withSha256.raw)).toBe(false);
});

test('a certificate cut short anywhere is no reason to stumble', () => {
  for (let end = 0; end < withSha1.raw.length; end += 1) {
    expect(hasBrokenSignature(withSha1.raw.subarray(0, end))).toBe(false);
  }
});

test('whatever bytes come, there is an answer', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => typeof hasBrokenSignature(bytes) === 'boolean'),
  );
});
