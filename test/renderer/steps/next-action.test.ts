import { expect, test } from 'vitest';
import { hasClicksToo, nextAction, pageOf } from '../../../renderer/steps/next-action.ts';
import type { FindingCode } from '../../../shared/model/finding.ts';
import type { Report } from '../../../shared/model/report.ts';
import { recordedCheck } from '../../support/recorded-reports.ts';
import { blockedReport, clearReport, downReport } from '../../support/sample-reports.ts';

const verdictOf = (report: Report, code: FindingCode): Report => ({
  ...report,
  verdict: { ...report.verdict, code },
});
const untrusted: Report = {
  ...blockedReport,
  observations: blockedReport.observations.map((o) =>
    o.tls ? { ...o, tls: { ...o.tls, trusted: false } } : o,
  ),
};

test('a safe setting that differs from today’s is clicked in', () => {
  expect(nextAction(blockedReport)).toBe('coach');
});

test('who has settings in files is not sent through a course of clicks', () => {
  expect(nextAction({ ...blockedReport, asker: { kind: 'server', hoster: 'hetzner' } })).toBe('settings');
  expect(nextAction({ ...blockedReport, asker: { kind: 'device' } })).toBe('coach');
});

test('where today’s settings are right, a message is the next thing', () => {
  expect(nextAction(clearReport)).toBe('arrived');
});

test('where this network is the cause and leaves no way, the check goes on in another one', () => {
  const verdict = { ...downReport.verdict, code: 'mail-ports-blocked' as const };
  expect(nextAction({ ...downReport, verdict })).toBe('elsewhere');
  expect(nextAction({ ...downReport, verdict, interrupted: true })).toBe('again');
  expect(nextAction({ ...downReport, verdict, internal: true })).toBe('again');
});

test('nothing that works: the check is made again, and no settings are shown', () => {
  expect(nextAction(downReport)).toBe('again');
});

test.each<[FindingCode, string]>([
  ['certificate-expired', 'tell'],
  ['certificate-untrusted', 'tell'],
  ['certificate-name-mismatch', 'tell'],
  ['no-encryption', 'tell'],
  ['tls-too-old', 'tell'],
  ['tls-intercepted', 'changed'],
  ['captive-portal', 'sign-in'],
  ['domain-misspelt', 'correct'],
  ['no-smtp-service', 'other-address'],
  ['inconclusive', 'again'],
])('%s with nothing safe leads to "%s", never to a course of clicks', (code, action) => {
  expect(nextAction(verdictOf(untrusted, code))).toBe(action);
});

test.each<FindingCode>(['mail-allow-list', 'tls-intercepted', 'captive-portal', 'offline', 'server-busy'])(
  '%s leads to no other settings, even where some were seen to work: its cure is elsewhere',
  (code) => {
    expect(nextAction(verdictOf(blockedReport, code))).not.toBe('coach');
  },
);

test('an expired certificate on one way only is got around by the safe one', () => {
  expect(nextAction(verdictOf(blockedReport, 'certificate-expired'))).toBe('coach');
});

const closed = (provider: NonNullable<Report['discovery'][number]['provider']>): Report => ({
  ...verdictOf(downReport, 'no-smtp-service'),
  discovery: [
    {
      source: 'mx',
      asked: 'tuta.com',
      outcome: 'found',
      elapsedMs: 0,
      servers: [],
      provider,
    },
  ],
});

test('a service with an app of its own leads to its own help, and nowhere that a report names', () => {
  const tuta = closed({ name: 'Tuta', help: 'https://tuta.com/support', closed: { instead: 'own-app' } });
  expect(nextAction(tuta)).toBe('service');
  expect(pageOf('service', tuta)).toBe('https://tuta.com/support');
  const forged = closed({ name: 'Tuta', help: 'https://evil.example/', closed: { instead: 'own-app' } });
  expect(nextAction(forged)).toBe('other-address');
  expect(pageOf('service', forged)).toBeNull();
});

test('an address that passes mail on leads to the address behind it', () => {
  const alias = closed({
    name: 'SimpleLogin',
    help: 'https://simplelogin.io/docs/',
    closed: { instead: 'alias' },
  });
  expect(nextAction(alias)).toBe('other-address');
});

test('who cannot change the list of a router has the clicks for a port that it leaves alone, as the second way', () => {
  const { report } = recordedCheck('practice-router-allow-list');
  expect(nextAction(report)).toBe('changed');
  expect(hasClicksToo(report)).toBe(true);
  const keys = report.verdict.words?.advice.map(({ key }) => key) ?? [];
  expect(keys.slice(0, 2)).toEqual(['mail-allow-list.advice.list', 'mail-allow-list.advice.or-use-login']);
  // The login is part of the second way, and no duty of its own.
  expect(keys.some((key) => key.startsWith('finding.advice.login'))).toBe(false);
  expect(report.verdict.advice[1]).toMatch(/port 2525.*Switch on login.*One of the two ways is enough\.$/);
  expect(hasClicksToo({ ...report, recommendation: null })).toBe(false);
  expect(hasClicksToo(recordedCheck('practice-virus-scanner').report)).toBe(false);
});
