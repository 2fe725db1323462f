import { expect, test } from 'vitest';
import { settledBy } from '../../../renderer/steps/settled-by.ts';
import { FindingCode } from '../../../shared/model/finding.ts';
import { english } from '../../support/english.ts';

test.each<[FindingCode, RegExp]>([
  ['port-25-blocked', /^A check on another network/],
  ['mail-allow-list', /^A check on another network/],
  ['tls-intercepted', /^A check on another network/],
  ['client-blocklisted', /^A check on another network/],
  ['server-down', /^A check on another network/],
  ['certificate-expired', /^Your provider can settle it/],
  ['no-encryption', /^Your provider can settle it/],
  ['clock-wrong', /^A check on another computer/],
  ['this-computer', /^A check on another computer/],
  ['security-mismatch', /^A look at your provider’s own help page/],
  ['inconclusive', /^A second check in a few minutes/],
])('what would settle %s is asked of those whom it points at', (code, words) => {
  expect(english(settledBy({ verdict: { code } }))).toMatch(words);
});

test.each(FindingCode.options)('%s can be settled somehow', (code) => {
  expect(english(settledBy({ verdict: { code } }))).toMatch(/\.$/);
});

test.each<FindingCode>(['mail-ports-blocked', 'server-down', 'inconclusive'])(
  'what would settle %s of a check that was stopped is the rest of it, and no other network',
  (code) => {
    expect(english(settledBy({ verdict: { code }, interrupted: true }))).toMatch(
      /^A check that runs to its end/,
    );
  },
);
