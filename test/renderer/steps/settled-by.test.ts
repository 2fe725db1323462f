import { expect, test } from 'vitest';
import { settledBy } from '../../../renderer/steps/settled-by.ts';
import { FindingCode } from '../../../shared/model/finding.ts';
import { english } from '../../support/english.ts';

const wordsOf = (key: ReturnType<typeof settledBy>): string => (key === null ? '' : english(key));

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
  expect(wordsOf(settledBy({ verdict: { code, confidence: 'likely' } }))).toMatch(words);
});

test.each(FindingCode.options)('%s can be settled somehow', (code) => {
  expect(wordsOf(settledBy({ verdict: { code, confidence: 'possible' } }))).toMatch(/\.$/);
});

test.each<FindingCode>(['mail-ports-blocked', 'server-down', 'inconclusive'])(
  'what would settle %s of a check that was stopped is the rest of it, and no other network',
  (code) => {
    expect(wordsOf(settledBy({ verdict: { code, confidence: 'likely' }, interrupted: true }))).toMatch(
      /^A check that runs to its end/,
    );
  },
);

test.each<FindingCode>([
  'port-25-blocked',
  'mail-allow-list',
  'tls-intercepted',
  'certificate-expired',
  'server-busy',
])('nothing would settle a certain %s, which is settled', (code) => {
  expect(settledBy({ verdict: { code, confidence: 'certain' } })).toBeNull();
});

test.each<FindingCode>(['server-down', 'port-closed'])(
  'of a certain %s it stays open whether it is so elsewhere',
  (code) => {
    expect(wordsOf(settledBy({ verdict: { code, confidence: 'certain' } }))).toMatch(
      /^That it is so from here is certain/,
    );
  },
);
