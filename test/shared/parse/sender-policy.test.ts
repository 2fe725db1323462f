import { expect, test } from 'vitest';
import { dmarcFault, spfFault } from '../../../shared/parse/sender-policy.ts';
import { fc } from '../../support/invented-inputs.ts';

test.each([
  ['an ordinary one', ['v=spf1 include:_spf.example.org ip4:192.0.2.0/24 mx ~all'], null],
  [
    'every kind of term',
    ['v=spf1 +a:mail.example.org/24//64 mx/30 ptr ip6:2001:db8::/32 exists:%{i}.x.example ?all'],
    null,
  ],
  ['a redirect and an unknown modifier', ['v=spf1 redirect=_spf.example.org new=thing'], null],
  ['another text beside it', ['google-site-verification=abc', 'v=spf1 mx -all'], null],
  ['capital letters', ['V=SPF1 MX -ALL'], null],
  ['none at all', [], 'spf-missing'],
  ['a text that only begins like one', ['v=spf10 mx -all'], 'spf-missing'],
  ['two of them', ['v=spf1 mx -all', 'v=spf1 a -all'], 'spf-doubled'],
  ['a misspelt mechanism', ['v=spf1 inclued:_spf.example.org -all'], 'spf-wrong'],
  ['a comma instead of a blank', ['v=spf1 mx,-all'], 'spf-wrong'],
  ['ip4 without a number', ['v=spf1 ip4:mail.example.org -all'], 'spf-wrong'],
  ['nobody may send', ['v=spf1 -all'], 'spf-refuses-all'],
] as const)('SPF, %s', (_name, texts, fault) => expect(spfFault(texts)).toBe(fault));

test.each([
  ['an ordinary one', ['v=DMARC1; p=reject; rua=mailto:x@example.org'], null],
  ['blanks around the signs', ['v = DMARC1 ; p = none'], null],
  ['none at all', ['v=spf1 -all'], 'dmarc-missing'],
  ['two of them', ['v=DMARC1; p=none', 'v=DMARC1; p=reject'], 'dmarc-doubled'],
  ['no policy', ['v=DMARC1; rua=mailto:x@example.org'], 'dmarc-wrong'],
  ['a policy that does not exist', ['v=DMARC1; p=block'], 'dmarc-wrong'],
  ['a tag that is none', ['v=DMARC1; p=none; something'], 'dmarc-wrong'],
] as const)('DMARC, %s', (_name, texts, fault) => expect(dmarcFault(texts)).toBe(fault));

test('whatever stands in DNS is judged at once', () => {
  const hostile = fc.array(
    fc.oneof(
      fc.string(),
      fc.constant(`v=spf1 ${'a:'.repeat(3000)}`),
      fc.constant(`v=spf1 ${'%{i}'.repeat(2000)}`),
    ),
  );
  fc.assert(
    fc.property(hostile, (texts) => {
      const startedMs = performance.now();
      spfFault(texts);
      dmarcFault(texts);
      expect(performance.now() - startedMs).toBeLessThan(1_000);
    }),
    { numRuns: 50 },
  );
});
