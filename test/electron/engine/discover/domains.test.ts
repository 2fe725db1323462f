import { expect, test } from 'vitest';
import {
  isInDomain,
  operatorDomains,
  registrableDomain,
} from '../../../../electron/engine/discover/domains.ts';
import type { DnsAnswer } from '../../../../electron/engine/system.ts';

test.each([
  ['mail.example.co.uk', 'example.co.uk'],
  ['a.b.example.org', 'example.org'],
  ['shop.uk.com', 'shop.uk.com'],
  ['uk.com', null],
  ['localhost', null],
  ['192.0.2.1', null],
])('%s belongs to %s', (host, domain) => {
  expect(registrableDomain(host)).toBe(domain);
});

test.each([
  ['smtp.example.org', 'example.org', true],
  ['smtp.example.org', 'dept.example.org', true],
  ['example.org', 'example.org', true],
  ['notexample.org', 'example.org', false],
  ['example.org.thief.example', 'example.org', false],
  ['thief.uk.com', 'shop.uk.com', false],
  ['thief.co.uk', 'shop.co.uk', false],
  ['router', 'office', false],
  ['192.0.2.1', '192.0.2.1.example.org', false],
  ['mail.office', 'office', true],
])('%s in %s: %s', (host, domain, isInside) => {
  expect(isInDomain(host, domain)).toBe(isInside);
});

test('whoever receives the mail is listed under the host without its first label, then under its own domain', () => {
  const mx = (...exchanges: string[]): DnsAnswer => ({
    outcome: 'found',
    found: { type: 'MX', records: exchanges.map((exchange, preference) => ({ exchange, preference })) },
    elapsedMs: 1,
  });
  expect(operatorDomains(mx('mx.premium.europe.example.com.', 'other.example'), 'example.org')).toEqual([
    'premium.europe.example.com',
    'example.com',
  ]);
  expect(operatorDomains(mx('MX.Example.co.uk'), 'example.org')).toEqual(['example.co.uk']);
  expect(operatorDomains(mx('mx.example.org'), 'example.org')).toEqual([]);
  expect(operatorDomains(mx('.'), 'example.org')).toEqual([]);
  expect(operatorDomains({ outcome: 'no-answer', code: 'x', elapsedMs: 1 }, 'example.org')).toEqual([]);
});
