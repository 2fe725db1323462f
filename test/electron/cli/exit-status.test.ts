import { expect, test } from 'vitest';
import { exitStatusOf } from '../../../electron/cli/exit-status.ts';
import type { FindingCode } from '../../../shared/model/finding.ts';
import { aFinding, aReport } from '../../support/builders.ts';

function without(code: FindingCode) {
  return aReport({ recommendation: null, verdict: aFinding({ code, severity: 'problem' }) });
}

test('0 when a setting works, whatever else is wrong', () => {
  expect(exitStatusOf(aReport({ verdict: aFinding({ code: 'port-25-blocked' }) }))).toBe(0);
});

test.each<FindingCode>(['offline', 'dns-unreachable', 'captive-portal'])(
  '3 when %s left everything unseen',
  (code) => {
    expect(exitStatusOf(without(code))).toBe(3);
  },
);

test.each<FindingCode>([
  'server-down',
  'mail-ports-blocked',
  'domain-not-found',
  'inconclusive',
  'dns-hijacked',
  'proxy-only',
])('1 when nothing works because of %s', (code) => {
  expect(exitStatusOf(without(code))).toBe(1);
});

test('130 when it was interrupted, even if a setting was found', () => {
  expect(exitStatusOf(aReport({ interrupted: true }))).toBe(130);
});
