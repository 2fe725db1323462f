import { expect, test } from 'vitest';
import { nextTest } from '../../../electron/cli/next-test.ts';
import type { Report } from '../../../shared/model/report.ts';
import { aJudgedReport, anObservation } from '../../support/builders.ts';

const report = aJudgedReport({ observations: [anObservation()] }) as Report;
const change = [{ field: 'port', from: '25', to: '587' }] as const;
const changed = (more: object = {}): Report =>
  ({
    ...report,
    ...more,
    recommendation: report.recommendation && { ...report.recommendation, change },
  }) as unknown as Report;

test('who has settings to change is told what proves them', () => {
  expect(nextTest(changed(), 80).at(-1)).toBe('  postway send-test you@example.org');
});

test.each([
  ['nothing to change', report],
  ['practice', changed({ practice: true })],
  ['no address', changed({ input: { domain: 'example.org' } })],
  ['an address that a shell would read', changed({ input: { address: '$(x)@example.org' } })],
  ['no settings', { ...report, recommendation: null }],
])('%s: no test is named', (_name, one) => {
  expect(nextTest(one as Report, 80)).toEqual([]);
});
