import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { paintFor } from '../../../electron/cli/paint.ts';
import { renderResult } from '../../../electron/cli/result.ts';
import { clients, renderClient, settingsFromReport } from '../../../shared/clients/index.ts';
import type { DiscoveryEntry } from '../../../shared/model/check.ts';
import type { Observation } from '../../../shared/model/observation.ts';
import { maxReportChars, parseReport, type Report, renderReport } from '../../../shared/model/report.ts';
import { fakeShell } from '../../electron/cli/fake-shell.ts';
import { english } from '../../support/english.ts';
import { evil } from '../../support/faults.ts';
import { fc } from '../../support/invented-inputs.ts';
import { blockedReport, hostileReport } from '../../support/sample-reports.ts';

const actsOnScreens = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** What every part of the product does with a report that somebody opened (threat T24). */
function expectHarmlessEverywhere(opened: Report): void {
  const { shell } = fakeShell();
  const paint = paintFor(shell.stdout, shell, true);
  expect(renderResult(opened, { columns: 80, paint }).replaceAll('\n', '')).not.toMatch(actsOnScreens);
  const settings = settingsFromReport(opened);
  if (!settings.ok || isDeepStrictEqual(settings, settingsFromReport(blockedReport))) return;
  for (const client of clients) {
    const rendered = renderClient(client, settings.value);
    if (rendered.ok) expect(rendered.value.text.replaceAll(/[\r\n\t]/g, '')).not.toMatch(actsOnScreens);
  }
}

/** One place in a JSON value, by its keys. */
type Path = readonly (string | number)[];

function placesIn(value: unknown, here: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [here];
  const inside = Object.entries(value).flatMap(([key, one]) => placesIn(one, [...here, key]));
  return here.length === 0 ? inside : [here, ...inside];
}

function withChange(text: string, path: Path, value: unknown): string {
  const copy = JSON.parse(text);
  let at = copy;
  for (const key of path.slice(0, -1)) at = at[key];
  at[path.at(-1) ?? ''] = value;
  return JSON.stringify(copy);
}

/** Every kind of value that a report has, few of each. */
const report: Report = { ...blockedReport, observations: blockedReport.observations.slice(0, 3) };
const saved = renderReport(report);
const places = placesIn(JSON.parse(saved));

describe('a report in which one value is not what Postway wrote', () => {
  const values: readonly (readonly [string, unknown])[] = [
    ['hostile text', evil],
    ['a megabyte of text', 'x'.repeat(900_000)],
    ['nothing', null],
    ['a number beyond all', 1e308],
    ['a negative number', -1],
    ['an object', { toString: 'x', constructor: { prototype: {} } }],
    ['a list', [[[]]]],
  ];
  test.each(values)('%s, in every place', (_what, value) => {
    expect(places.length).toBeGreaterThan(150);
    for (const path of places) {
      const opened = parseReport(withChange(saved, path, value));
      if (!opened.ok) {
        expect(english(opened.problem.message).length).toBeLessThan(500);
        continue;
      }
      // What is read is no larger than what was written, has no key of its own, and acts on nothing.
      expect(JSON.stringify(opened.value).length, path.join('.')).toBeLessThan(saved.length + 500);
      expect(JSON.stringify(opened.value)).not.toContain('prototype');
      expectHarmlessEverywhere(opened.value);
    }
  });

  test('time that runs backwards, in every place that has a time', () => {
    const times = places.filter((path) =>
      /Ms$|^timings$/.test(String(path.at(path.includes('timings') ? -2 : -1))),
    );
    expect(times.length).toBeGreaterThan(20);
    for (const path of times.filter((one) => one.at(-1) !== 'clockOffsetMs'))
      expect(parseReport(withChange(saved, path, -1)), path.join('.')).toMatchObject({ ok: false });
  });
});

describe('a file that no report was ever written to', () => {
  test.each<[string, string]>([
    ['nothing at all', ''],
    ['a NUL', '\0'],
    ['a number', '1e400'],
    ['a list', '[]'],
    ['null', 'null'],
    ['brackets a hundred thousand deep', '['.repeat(100_000)],
    ['objects ten thousand deep', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    ['a schema of escapes', JSON.stringify({ schema: evil })],
    ['a schema of a megabyte', JSON.stringify({ schema: 'x'.repeat(maxReportChars - 100) })],
    ['a prototype', `{"__proto__":{"schema":"postway-report/1"}}`],
    ['half a report', saved.slice(0, saved.length / 2)],
    ['more than is read', `${saved}${' '.repeat(maxReportChars)}`],
    ['two reports', saved + saved],
  ])('%s is refused, in few words', (_what, text) => {
    const opened = parseReport(text);
    if (opened.ok) expect.unreachable();
    expect(english(opened.problem.message).length).toBeLessThan(500);
  });

  test('whatever it holds, it is read or refused, never thrown, and pollutes no prototype', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json({ maxDepth: 6 })), (text) => {
        parseReport(text);
        expect(Object.keys({})).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('keys that nobody knows are not carried on', () => {
    const opened = parseReport(
      saved.replace('{', `{${JSON.stringify(evil)}:1,"__proto__":{"isAdmin":true},`),
    );
    expect(opened.ok && Object.keys(opened.value).sort()).toEqual(Object.keys(blockedReport).sort());
    expect(opened.ok && 'isAdmin' in opened.value).toBe(false);
  });
});

test('hostile text in every text at once is shown as text', () => {
  expectHarmlessEverywhere(hostileReport);
});

/** As little as an observation may say. */
const least: Observation = {
  id: 'o1',
  role: 'outgoing',
  protocol: 'smtp',
  host: 'a',
  port: 25,
  security: 'none',
  address: null,
  family: null,
  outcome: 'ok',
  stage: 'done',
  startedMs: 0,
  elapsedMs: 0,
  timings: {},
};
const asked: DiscoveryEntry = { source: 'srv', asked: 'a', outcome: 'nothing', elapsedMs: 0, servers: [] };
const finding = { ...blockedReport.verdict, detail: '', advice: [], evidence: [] };

test.each([
  ['observations', least, 0, 2000],
  ['discovery', asked, 0, 200],
  ['findings', finding, 1, 100],
])(
  'as many %s as a check has are read; fewer or more are refused rather than drawn',
  (field, one, least, most) => {
    const read = (count: number) =>
      parseReport(JSON.stringify({ ...blockedReport, observations: [], [field]: Array(count).fill(one) }));
    expect(read(least)).toMatchObject({ ok: true });
    expect(read(most)).toMatchObject({ ok: true });
    expect(read(most + 1)).toMatchObject({ ok: false, problem: { field } });
    if (least > 0) expect(read(least - 1)).toMatchObject({ ok: false, problem: { field } });
  },
);

test.each(['javascript:alert(1)', 'http://mail.example.org/', 'file:///etc/passwd', '//evil.example', evil])(
  'a place to go to is https or no place: %j',
  (address) => {
    const at = { name: 'Example', secretAt: address };
    const report = { ...blockedReport, discovery: [{ ...asked, provider: at }] };
    expect(parseReport(JSON.stringify(report))).toMatchObject({ ok: false });
    const honest = { ...at, secretAt: 'https://mail.example.org/' };
    const readable = { ...blockedReport, discovery: [{ ...asked, provider: honest }] };
    expect(parseReport(JSON.stringify(readable))).toMatchObject({ ok: true });
  },
);
