import { expect, test } from 'vitest';
import { foundBefore } from '../../../renderer/wizard/found-before.ts';
import type { Report } from '../../../shared/model/report.ts';
import { blockedReport, clearReport } from '../../support/sample-reports.ts';

const asked = { subject: 'you@example.org' };

function after(report: Report | null, known: string | null = null, request: object | null = asked) {
  const run = { report, asked: request === null ? null : JSON.stringify(request) };
  return foundBefore({ run, foundBefore: known }, asked, false);
}

test('what the last check of the same servers found is kept, and survives checks that find nothing', () => {
  const { headline } = blockedReport.verdict;
  expect(after(blockedReport)).toBe(headline);
  expect(after(clearReport, headline)).toBe(headline);
  expect(after(blockedReport, 'Something older.')).toBe(headline);
  // Other settings and another error message are no other servers.
  expect(after(blockedReport, null, { ...asked, error: '535', current: { port: 25 } })).toBe(headline);
});

test('what was no finding, or about somebody else, is not kept', () => {
  expect(after(null)).toBeNull();
  expect(after(clearReport)).toBeNull();
  expect(after({ ...blockedReport, interrupted: true })).toBeNull();
  const verdict = { ...blockedReport.verdict, code: 'inconclusive' as const };
  expect(after({ ...blockedReport, verdict })).toBeNull();
  expect(after(blockedReport, 'Something older.', { subject: 'else@example.org' })).toBeNull();
  expect(after(blockedReport, null, { ...asked, practice: 'port-25-blocked' })).toBeNull();
  expect(after(blockedReport, null, null)).toBeNull();
});

test('the same servers from another network are the same servers, though the practice network is another', () => {
  const run = { report: blockedReport, asked: JSON.stringify({ ...asked, practice: 'port-25-blocked' }) };
  const elsewhere = { ...asked, practice: 'everything-open' };
  expect(foundBefore({ run, foundBefore: null }, elsewhere, true)).toBe(blockedReport.verdict.headline);
  expect(foundBefore({ run, foundBefore: null }, elsewhere, false)).toBeNull();
});
