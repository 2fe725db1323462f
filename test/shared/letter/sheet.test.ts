import { expect, test } from 'vitest';
import { maskedReport } from '../../../shared/judge/masked-report.ts';
import { sheetHtml, sheetOf, sheetText } from '../../../shared/letter/sheet.ts';
import { english } from '../../support/english.ts';
import { recordedPractice } from '../../support/recorded-reports.ts';
import { anAct, refusedAct } from '../../support/sample-acts.ts';
import { blockedReport, clearReport, hostileReport } from '../../support/sample-reports.ts';

test('the sheet holds the verdict, the settings, and each attempt with its time in UTC to the second', () => {
  const text = sheetText(sheetOf(blockedReport, english));
  expect(text).toContain(blockedReport.verdict.headline);
  expect(text).toContain('Sending: mail.example.org, port 587, STARTTLS');
  expect(text).toMatch(
    /2026-11-23 12:00:0\d {2}mail\.example\.org, port 25, STARTTLS {2}192\.0\.2\.10 {2}no answer/,
  );
  expect(text.endsWith('\n')).toBe(true);
});

test('as a page it says the same, and loads and runs nothing', () => {
  const page = sheetHtml(sheetOf(blockedReport, english));
  expect(page).toContain("default-src 'none'");
  expect(page).toContain('<td>mail.example.org, port 25, STARTTLS</td><td>192.0.2.10</td><td>no answer</td>');
  expect(page).not.toMatch(/<script|https?:|url\(/);
});

test('nothing that a server or a file says becomes markup, a line of its own, or turns the text around', () => {
  const report = {
    ...hostileReport,
    input: { address: '</title><script>alert(1)</script>"@example.org' },
    verdict: { ...hostileReport.verdict, detail: 'one\nFrom: two\u202e\u0007 <img src=x onerror=alert(1)>' },
  };
  const sheet = sheetOf(report, english);
  expect(sheetHtml(sheet)).not.toMatch(/<script|<img|\u202e|(?!\n)\p{Cc}/u);
  expect(sheetText(sheet)).toMatch(/^one From: two {2}<img src=x/m);
  expect(sheetText(sheet)).not.toMatch(/\u202e|(?!\n)\p{Cc}/u);
});

test('a masked report names nobody, on paper either', () => {
  const sheet = sheetOf(maskedReport(blockedReport, english), english);
  for (const written of [sheetText(sheet), sheetHtml(sheet)]) {
    expect(written).not.toContain('you@example.org');
    expect(written).toContain('mail.example.org');
  }
});

test('practice, a stopped check and a bug of ours are said first', () => {
  const text = sheetText(
    sheetOf({ ...clearReport, practice: true, interrupted: true, internal: true }, english),
  );
  const at = ['Practice: ', 'was stopped', 'mistake of Postway', clearReport.verdict.headline].map((words) =>
    text.indexOf(words),
  );
  expect(at).toEqual([...at].sort((a, b) => a - b));
  expect(at).not.toContain(-1);
});

test('where nothing was tried, the text and the page say so', () => {
  const sheet = sheetOf({ ...blockedReport, observations: [] }, english);
  for (const written of [sheetText(sheet), sheetHtml(sheet)]) {
    expect(written).toContain('No mail server was tried.');
  }
});

test('what was done after the check stands on it: when, and what it means', () => {
  const sheet = sheetOf({ ...blockedReport, acts: [refusedAct, anAct()] }, english);
  const [refusal] = refusedAct.findings;
  for (const written of [sheetText(sheet), sheetHtml(sheet)]) {
    expect(written).toContain(english('sending.done-before'));
    expect(written).toMatch(new RegExp(`2026-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d {2}${refusal?.headline}`));
  }
  expect(sheetText(sheetOf(blockedReport, english))).not.toContain(english('sending.done-before'));
  const masked = sheetText(sheetOf(maskedReport({ ...blockedReport, acts: [refusedAct] }, english), english));
  expect(masked).not.toContain('you@example.org');
});

test('where a sign-in page answered in place of the internet, the sheet has that attempt', () => {
  const met = recordedPractice().find(({ name }) => name === 'practice-captive-portal');
  if (!met) expect.unreachable();
  expect(sheetText(sheetOf(met.report, english))).toMatch(
    /detectportal\.firefox\.com, port 80, .*a page of the network answered instead \(302\)/,
  );
});

test('what follows from two checks stands on the sheet, with when each was made', () => {
  const together = { older: '2026-11-27T08:00:00Z', newer: '2026-11-28T09:00:00Z', headline: 'It is A.' };
  const line =
    'Two checks compared, the first of 2026-11-27 08:00:00 UTC and the second of 2026-11-28 09:00:00 UTC: It is A.';
  expect(sheetText(sheetOf(blockedReport, english, together))).toContain(`- ${line}\n`);
  expect(sheetHtml(sheetOf(blockedReport, english, together))).toContain(`<li>${line}</li>`);
  expect(sheetText(sheetOf(blockedReport, english))).not.toContain('compared');
});
