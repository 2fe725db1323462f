import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../shared/diagnose/diagnose.ts';
import { reportAnew, reportIn } from '../../../shared/diagnose/worded.ts';
import { type JudgedReport, parseReport, type Report, renderReport } from '../../../shared/model/report.ts';
import { recommend } from '../../../shared/recommend/recommend.ts';
import type { Say } from '../../../shared/text/words.ts';
import { english } from '../../support/english.ts';
import { evidenceOf } from './world.ts';

/** A language of its own: every sentence in brackets. */
const bracketed: Say = Object.assign(
  ((...words: Parameters<Say>) => `[${english(...words)}]`) as Say,
  { language: 'xx', exactly: english.exactly },
  { together: (sentences: Parameters<Say['together']>[0]) => `[${english.together(sentences)}]` },
);

const evidence = evidenceOf({
  own: { 25: 'drop', 587: 'open', 993: 'open' },
  large: { 25: 'drop' },
  small: { 25: 'drop' },
});
const judged: JudgedReport = {
  ...evidence,
  ...diagnose(evidence),
  observations: [...evidence.observations],
  discovery: [...evidence.discovery],
  interrupted: false,
  recommendation: recommend(evidence),
  tool: { name: 'Postway', version: '0.0.0' },
  startedAt: '2026-11-23T12:00:00.000Z',
  elapsedMs: 1900,
  practice: false,
};
const report = reportIn(judged, english);

/** Saved, and opened again. */
function reopened(saved: Report): Report {
  const read = parseReport(renderReport(saved));
  if (!read.ok) expect.unreachable(english(read.problem.message));
  return read.value;
}

describe('a report', () => {
  test('has the text it was written with, and beside it exactly what was said', () => {
    expect(report.schema).toBe('postway-report/2');
    expect(report.verdict.headline).toBe('Your network does not let mail out on port 25.');
    expect(report.verdict.words?.headline).toEqual({
      key: 'port-25-blocked.headline',
      values: { over: 'both' },
    });
    expect(report.recommendation?.why).toMatch(/^mail\.example\.org, port 587, encryption STARTTLS works/);
    expect(report.recommendation?.words?.why[0]).toEqual({
      key: 'recommend.why.safe',
      values: {
        setting: {
          key: 'finding.setting',
          values: { host: 'mail.example.org', port: 587, security: { key: 'finding.security.starttls' } },
        },
      },
    });
  });

  test('opened later is worded anew in another language', () => {
    const anew = reportAnew(reopened(report), bracketed);
    expect(anew.verdict.headline).toBe(`[${report.verdict.headline}]`);
    expect(anew.findings.map(({ detail }) => detail)).toEqual(
      report.findings.map(({ detail }) => `[${detail}]`),
    );
    expect(anew.verdict.advice).toEqual(report.verdict.advice.map((one) => `[${one}]`));
    expect(anew.recommendation?.why).toBe(`[${report.recommendation?.why}]`);
    expect(reportAnew(anew, english)).toEqual(report);
  });

  test('of schema 1 is read, and keeps its text', () => {
    const { words: _, ...verdict } = report.verdict;
    const old: Report = {
      ...report,
      schema: 'postway-report/1',
      verdict,
      findings: [verdict],
      recommendation: null,
    };
    expect(reportAnew(reopened(old), bracketed)).toEqual(old);
  });

  test.each([
    ['a key of another version', { key: 'war.headline' }],
    ['a key that every object has', { key: 'constructor' }],
    ['a value that is missing', { key: 'port-25-blocked.headline' }],
    ['a value of another kind', { key: 'finding.days', values: { count: { key: 'finding.security.tls' } } }],
  ])('with %s in one finding keeps the text of that one', (_name, headline) => {
    const [first, ...rest] = report.findings;
    if (!first?.words) expect.unreachable();
    const odd = { ...first, words: { ...first.words, headline } };
    const read = reopened({ ...report, findings: [odd, ...rest] } as unknown as Report);
    const anew = reportAnew(read, bracketed);
    expect(anew.findings[0]?.headline).toBe(first.headline);
    expect(anew.verdict.headline).toBe(`[${report.verdict.headline}]`);
  });

  test('with something said a hundred floors deep is refused', () => {
    let said: object = { key: 'finding.security.tls' };
    for (let depth = 0; depth < 100; depth += 1) said = { key: 'finding.ports', values: { ports: said } };
    const odd = {
      ...report,
      verdict: { ...report.verdict, words: { headline: said, detail: [], advice: [] } },
    };
    const read = parseReport(JSON.stringify(odd));
    expect(read.ok ? '' : read.problem.field).toMatch(/^verdict/);
  });
});
