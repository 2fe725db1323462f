import { expect, test } from 'vitest';
import { nextAction } from '../../../renderer/steps/next-action.ts';
import type { FindingCode } from '../../../shared/model/finding.ts';
import type { Report } from '../../../shared/model/report.ts';
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

test('where today’s settings are right, a message is the next thing', () => {
  expect(nextAction(clearReport)).toBe('arrived');
});

test('nothing that works: the check is made again, and no settings are shown', () => {
  expect(nextAction(downReport)).toBe('again');
});

test.each<[FindingCode, string]>([
  ['certificate-expired', 'tell'],
  ['certificate-untrusted', 'tell'],
  ['tls-intercepted', 'changed'],
  ['captive-portal', 'signed-in'],
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
