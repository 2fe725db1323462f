import { expect, test } from 'vitest';
import type { DiscoveryEntry, Provider } from '../../../../shared/model/check.ts';
import { entry, judge } from '../world.ts';

function told(closed: Provider['closed'], name = 'Proton Mail'): DiscoveryEntry {
  const provider = { name, ...(closed && { closed }), help: 'https://example.org/help' };
  return { ...entry('well-known', 'proton.me', []), outcome: 'nothing', provider };
}

test.each([
  ['bridge', /Install Proton Mail Bridge on this computer/],
  ['own-app', /Send with the app of Proton Mail, or in the browser/],
  ['alias', /mailbox that the mail is passed on to/],
  ['forwarding', /address of your own domain/],
  ['receive-only', /Use another mail address/],
] as const)('%s: the verdict names what is used instead, and no block', (instead, says) => {
  const { verdict, findings } = judge({ web: 'none', discovery: [told({ instead })] });
  expect(verdict).toMatchObject({ code: 'no-smtp-service', confidence: 'certain', severity: 'problem' });
  expect(verdict.advice.join('\n')).toMatch(says);
  expect(verdict.advice.at(-1)).toContain('https://example.org/help');
  expect(findings).toHaveLength(1);
});

test('a host that does take mail on some plans is named', () => {
  const { verdict } = judge({
    web: 'none',
    discovery: [told({ instead: 'bridge', submission: 'smtp.example.org' })],
  });
  expect(verdict.advice.join('\n')).toContain('smtp.example.org');
});

test('only a note where what the program uses today works, as with Bridge on this computer', () => {
  const current = { host: 'mail.example.org', port: 587, security: 'starttls' } as const;
  const { verdict, findings } = judge({
    own: { 587: 'open' },
    input: { current },
    discovery: [told({ instead: 'bridge' }), entry('user', 'mail.example.org')],
  });
  expect(verdict.code).toBe('all-clear');
  expect(findings.find(({ code }) => code === 'no-smtp-service')?.severity).toBe('note');
});

test('not raised where nobody says so', () => {
  const { findings } = judge({ own: { 587: 'open' } });
  expect(findings.map(({ code }) => code)).not.toContain('no-smtp-service');
});

test('a domain’s own server that works is not said to be none', () => {
  const closed = { instead: 'own-app', receiver: 'mail.tutanota.de' } as const;
  const { findings } = judge({
    own: { 587: 'open' },
    discovery: [told(closed, 'Tuta'), entry('autoconfig', 'mail.example.org')],
  });
  const detail = findings.find(({ code }) => code === 'no-smtp-service')?.detail;
  expect(detail).toContain('mail to the domain arrives at Tuta');
  expect(detail).not.toContain('No other setting');
});

test('an address of the service’s own is not overruled by what anybody publishes', () => {
  const { findings } = judge({
    own: { 587: 'open' },
    discovery: [told({ instead: 'alias' }), entry('autoconfig', 'mail.example.org')],
  });
  expect(findings.map(({ code }) => code)).toContain('no-smtp-service');
});
