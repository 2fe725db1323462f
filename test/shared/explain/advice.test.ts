import { describe, expect, test } from 'vitest';
import { advisedByText } from '../../../shared/explain/advice.ts';
import { broughtBy } from '../../../shared/explain/suspicion.ts';
import { Cause } from '../../../shared/model/explanation.ts';
import type { FindingCode } from '../../../shared/model/finding.ts';
import type { Report } from '../../../shared/model/report.ts';
import { said } from '../../../shared/text/said.ts';
import { aFinding, aReport } from '../../support/builders.ts';
import { english } from '../../support/english.ts';

const usual = [
  said('all-clear.advice.same', { setting: 'mail.example.org, port 587' }),
  said('all-clear.advice.account'),
  said('finding.advice.scanner'),
  said('all-clear.advice.device'),
];

function aVerdict(code: FindingCode, change: Partial<Report> = {}): Report {
  const verdict = aFinding({
    code,
    severity: code === 'all-clear' ? 'note' : 'problem',
    confidence: 'certain',
    advice: usual.map((one) => english(one)),
    words: { headline: said('all-clear.headline'), detail: [], advice: usual },
  });
  return aReport({ verdict, findings: [verdict], ...change });
}

function adviceAfter(text: string, report = aVerdict('all-clear')): readonly string[] {
  const { suspicion } = broughtBy(text, english);
  if (!suspicion) expect.unreachable();
  const advised = advisedByText(report, suspicion, english);
  expect(advised.findings[0]).toBe(advised.verdict);
  expect(advised.verdict.words?.advice.map((one) => english(one))).toEqual(advised.verdict.advice);
  return advised.verdict.advice;
}

describe('what to do after a clear check follows from the message', () => {
  test.each([
    ['552 5.2.2 Mailbox full', [/tell them in another way/]],
    ['550 5.1.1 User unknown', [/how the recipient's address is written/]],
    ['552 5.3.4 Message size exceeds fixed maximum message size', [/attachment smaller/]],
  ])('"%s" is no matter of passwords, scanners or this program', (text, expected) => {
    const advice = adviceAfter(text).join('\n');
    for (const words of expected) expect(advice).toMatch(words);
    expect(advice).not.toMatch(/password|virus scanner|VPN|TLS 1\.2|settings are right/);
  });

  test('a refused login has what to do about passwords, and app passwords', () => {
    const advice = adviceAfter('535 5.7.8 authentication failed').join('\n');
    expect(advice).toMatch(/Type the password once more/);
    expect(advice).toMatch(/app password/);
    expect(advice).not.toMatch(/virus scanner|TLS 1\.2/);
  });

  test('no connection: first whether the program has these settings at all, then the firewall; no password', () => {
    const advice = adviceAfter('0x800CCC0E');
    expect(advice[0]).toMatch(/Look whether it really has them/);
    expect(advice[1]).toMatch(/firewall/);
    expect(advice.join('\n')).not.toMatch(/user name|TLS 1\.2/);
  });
});

test.each([
  ['a text that nobody knows', 'hello there', aVerdict('all-clear')],
  ['another verdict', '535 5.7.8 authentication failed', aVerdict('port-25-blocked')],
  ['a check that was stopped', '552 5.2.2 Mailbox full', aVerdict('all-clear', { interrupted: true })],
])('%s leaves the usual advice', (_what, text, report) => {
  expect(adviceAfter(text, report)).toEqual(report.verdict.advice);
});

test('every cause has advice without a gap', () => {
  for (const cause of Cause.options) {
    const report = aVerdict('all-clear');
    const { verdict } = advisedByText(report, { causes: [cause] }, english);
    expect(verdict.advice.length).toBeGreaterThan(0);
    for (const line of verdict.advice) expect(line).not.toMatch(/[{}]/);
  }
});
