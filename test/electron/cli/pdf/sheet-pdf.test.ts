import { spawnSync } from 'node:child_process';
import { PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { sheetPdf } from '../../../../electron/cli/pdf/sheet-pdf.ts';
import { maskedReport } from '../../../../shared/judge/masked-report.ts';
import { type Sheet, sheetOf } from '../../../../shared/letter/sheet.ts';
import { languages } from '../../../../shared/text/languages.ts';
import { loadWords } from '../../../../shared/text/load-words.ts';
import { aFailedConnect, aJudgedReport, anObservation } from '../../../support/builders.ts';

const madeAt = new Date('2026-11-28T06:00:01.000Z');
const report = aJudgedReport({
  startedAt: madeAt.toISOString(),
  observations: [aFailedConnect({ startedMs: 400 }), anObservation({})],
});
const many = (count: number) =>
  Array.from({ length: count }, (_, at) => anObservation({ id: `o${at}`, startedMs: at }));

async function sheetIn(language: (typeof languages)[number], of = report): Promise<Sheet> {
  return sheetOf(of, await loadWords(language));
}

/** What poppler, which is not ours, reads in it; null where it is not installed. */
function read(pdf: Uint8Array): string | null {
  const { error, stdout, stderr } = spawnSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' });
  if (error) return null;
  // Where poppler-data is not installed it knows no Japanese font.
  expect(stderr.replace(/^Syntax Error.*(?:language pack|font tag|No font).*\n/gm, '')).toBe('');
  return stdout.replace(/\s+/g, ' ');
}

describe.each(languages.filter((one) => one !== 'ja'))('in %s', (language) => {
  test('everything on the sheet can be read back', async () => {
    const sheet = await sheetIn(language);
    const pdf = await sheetPdf(sheet, madeAt);
    const document = await PDFDocument.load(pdf);
    expect([document.getTitle(), document.getLanguage(), document.getPageCount()]).toEqual([
      sheet.title,
      language,
      1,
    ]);
    const text = read(pdf);
    if (text === null) return;
    const said = [sheet.headline, sheet.words.attempts, ...sheet.advice, sheet.attempts[0]?.at ?? '-'];
    for (const one of said) expect(text).toContain(one.replace(/\s+/g, ' '));
  });
});

test('Japanese is written in a font that readers have, and none is embedded', async () => {
  const sheet = await sheetIn('ja');
  const pdf = await sheetPdf(sheet, madeAt);
  const { context } = await PDFDocument.load(pdf);
  const objects = context.enumerateIndirectObjects().map(([, object]) => object);
  const fonts = objects.filter((one) => one instanceof PDFDict && one.get(PDFName.of('Encoding')));
  expect(fonts.map((one) => String((one as PDFDict).get(PDFName.of('Encoding'))))).toContain(
    '/UniJIS-UTF16-H',
  );
  expect(objects.some((one) => /FontFile/.test(String(one instanceof PDFRawStream ? one.dict : one)))).toBe(
    false,
  );
  expect(pdf.length).toBeLessThan(20_000);
});

test('the same sheet is the same file, to the byte', async () => {
  const sheet = await sheetIn('en');
  expect(await sheetPdf(sheet, madeAt)).toEqual(await sheetPdf(sheet, madeAt));
});

test('a long report goes on over pages, each with its number, and loses nothing', async () => {
  const sheet = await sheetIn('en', aJudgedReport({ observations: many(300) }));
  const pdf = await sheetPdf(sheet, madeAt);
  const pages = (await PDFDocument.load(pdf)).getPageCount();
  expect(pages).toBeGreaterThan(5);
  const text = read(pdf);
  if (text === null) return;
  expect(text).toContain(`${pages} / ${pages}`);
  const [{ server, address } = { server: '-', address: '-' }] = sheet.attempts;
  expect(text.split(`${server} ${address}`)).toHaveLength(sheet.attempts.length + 1);
});

test('what a server says is text and nothing else, whatever letters it has', async () => {
  const hostile = { ...(await sheetIn('en')), detail: ') Tj ET q (\u202eмир 日本 🙂 \u0007 \\' };
  const text = read(await sheetPdf(hostile, new Date(Number.NaN)));
  if (text !== null) expect(text).toContain(') Tj ET q (');
});

test('a masked report names nobody', async () => {
  const text = read(await sheetPdf(await sheetIn('en', maskedReport(report, await loadWords('en'))), madeAt));
  if (text !== null) expect(text).not.toContain('you@example.org');
});
