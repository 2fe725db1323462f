import { describe, expect, test } from 'vitest';
import { answered } from '../../../shared/explain/answered.ts';
import { broughtBy } from '../../../shared/explain/suspicion.ts';
import type { FindingCode } from '../../../shared/model/finding.ts';
import { aFinding, aReport } from '../../support/builders.ts';
import { english } from '../../support/english.ts';

test.each([
  ["Server: 'smtp.example.jp', Port: 25, Secure(SSL): No, Error Number: 0x800CCC0E", 25, 'none'],
  ["Server: 'smtp.example.de', Port: 587, Secure (SSL): Nein, Fehlernummer: 0x800CCC0E", 587, 'none'],
  ['ETIMEDOUT smtp.example.com:465', 465, 'tls'],
  ['connect ECONNREFUSED smtp.example.com:587', 587, 'starttls'],
])('the setting in use is taken from "%s"', (text, port, security) => {
  expect(broughtBy(text, english).current).toMatchObject({ port, security });
});

test('a server that is not what a program sends through is not taken for the setting in use', () => {
  expect(broughtBy('connect to imap.example.com:993: Connection refused', english).current).toBeUndefined();
  expect(broughtBy('0x800CCC0E', english)).toEqual({
    suspicion: {
      matched: '0x800CCC0E',
      program: 'Outlook',
      causes: expect.arrayContaining(['port-25-blocked']),
    },
  });
});

describe('what a check says of the suspicion', () => {
  const outcome = (code: FindingCode, text: string, change: Parameters<typeof aReport>[0] = {}) => {
    const verdict = aFinding({ code, severity: code === 'all-clear' ? 'note' : 'problem' });
    const { suspicion } = broughtBy(text, english);
    if (!suspicion) expect.unreachable();
    return answered(aReport({ verdict, findings: [verdict], ...change }), suspicion, english);
  };

  test.each([
    ['port-25-blocked', '0x800CCC0E', 'confirmed', /^Outlook says “0x800CCC0E”\. We see why: \S/],
    ['server-down', '0x800CCC0E', 'confirmed', /We see why/],
    ['tls-intercepted', '0x800CCC0E', 'refuted', /something else/],
    ['inconclusive', '0x800CCC0E', 'open', /could not settle/],
    ['all-clear', '535 5.7.8 authentication failed', 'open', /What is left.*user name or password/],
    ['all-clear', '0x800CCC0E', 'open', /are left: .*does not use the settings that work, or.*firewall/],
    ['all-clear', '552 5.2.2 Mailbox full', 'open', /What is left.*mailbox is full/],
    ['all-clear', 'it just does not work', 'unknown', /not known/],
  ] as const)('%s with "%s" is %s', (code, text, expected, words) => {
    const answer = outcome(code, text);
    expect(answer.outcome).toBe(expected);
    expect(answer.text).toMatch(words);
  });

  test.each([
    ['dns-unreachable', '554 5.7.1 Client host blocked using zen.spamhaus.org'],
    ['port-25-blocked', '554 5.7.1 Client host blocked using zen.spamhaus.org'],
    ['offline', 'The certificate has expired'],
  ] as const)('%s says nothing of what a server answered once: "%s"', (code, text) => {
    const answer = outcome(code, text, { observations: [] });
    expect(answer.outcome).toBe('open');
    expect(answer.text).toMatch(/could not settle/);
  });

  test('where the program uses what works already, a port beside it that is closed is no reason', () => {
    const verdict = aFinding({ code: 'all-clear', severity: 'note' });
    const closed = aFinding({ code: 'submission-blocked', severity: 'warning' });
    const { recommendation } = aReport();
    if (recommendation === null) expect.unreachable();
    const answer = outcome('all-clear', '0x800CCC0E', {
      verdict,
      findings: [verdict, closed],
      recommendation: { ...recommendation, change: [] },
    });
    expect(answer.text).toMatch(/does not use the settings that work/);
  });

  test('a verdict that is only likely leaves it open', () => {
    const verdict = aFinding({ code: 'tls-intercepted', severity: 'problem', confidence: 'likely' });
    const answer = outcome('tls-intercepted', '0x800CCC0E', { verdict, findings: [verdict] });
    expect(answer.outcome).toBe('open');
    expect(answer.text).toMatch(/could not settle/);
  });

  test('a check that was stopped leaves it open', () => {
    expect(outcome('all-clear', '0x800CCC0E', { interrupted: true }).outcome).toBe('open');
  });
});
