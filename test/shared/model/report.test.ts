import { expect, test } from 'vitest';
import { maxReportChars, parseReport, renderReport, reportSchema } from '../../../shared/model/report.ts';
import { aFinding, anObservation, aReport } from '../../support/builders.ts';
import { english } from '../../support/english.ts';

test('a saved report reads back as it was', () => {
  const report = aReport({ observations: [anObservation({ port: 587 })] });
  expect(parseReport(renderReport(report))).toEqual({ ok: true, value: report });
});

test.each([
  ['text that is not JSON', 'hello', 'report', /not JSON/],
  ['another program’s JSON', '{"a":1}', 'schema', /says nothing/],
  [
    'a future version',
    '{"schema":"postway-report/9"}',
    'schema',
    /postway-report\/9.*reads postway-report\/1 and postway-report\/2/,
  ],
  ['an empty report', `{"schema":"${reportSchema}"}`, 'tool', /tool/],
  ['a file that is too large', ' '.repeat(maxReportChars + 1), 'report', /larger/],
])('%s is refused, naming the field', (_name, text, field, message) => {
  const result = parseReport(text);
  if (result.ok) expect.unreachable();
  expect(result.problem.field).toBe(field);
  expect(english(result.problem.message)).toMatch(message);
});

test('a report whose finding has an unknown code is refused, naming the field', () => {
  const text = renderReport(aReport({ verdict: aFinding({ code: 'all-clear' }) })).replace(
    'all-clear',
    'all-fine',
  );
  expect(parseReport(text)).toMatchObject({ ok: false, problem: { field: 'verdict.code' } });
});

test.each(['9999999-99', 'whenever', '2026-13-40T00:00:00Z', '2026-11-28', ''])(
  'a report that began at %j is none: a letter made of it would have no day',
  (startedAt) => {
    const written = JSON.stringify({ ...aReport(), startedAt });
    expect(parseReport(written)).toMatchObject({ ok: false, problem: { field: 'startedAt' } });
  },
);

test.each(['2026-11-28T23:59:58.900Z', '2026-11-28T23:59:58Z', '2026-06-30T12:00:00+02:00'])(
  'a report that began at %s is read',
  (startedAt) => expect(parseReport(JSON.stringify({ ...aReport(), startedAt })).ok).toBe(true),
);

test.each(['a host that says: write to us at once', 'mail.example.org\nDear Sir', ' '])(
  'a host that is %j is refused, naming the field: what a letter tells as a server is one word',
  (host) => {
    const result = parseReport(renderReport(aReport({ observations: [anObservation({ host })] })));
    if (result.ok) expect.unreachable();
    expect(result.problem.field).toMatch(/observations.*host/);
  },
);

test.each(['mail.example.org', '192.0.2.1', '2001:db8::1', 'münchen.example', '[ip]', '[IP 2]'])(
  'a host may be %s',
  (host) => {
    expect(parseReport(renderReport(aReport({ observations: [anObservation({ host })] }))).ok).toBe(true);
  },
);
