import type { Endpoint } from '../model/endpoint.ts';
import { provenRecommendation } from '../model/proven-login.ts';
import type { Report } from '../model/report.ts';
import type { Say } from '../text/words.ts';
import { everyAttemptIn, inUtc } from './attempts.ts';

/** One attempt on a sheet. */
export type SheetAttempt = {
  readonly at: string;
  readonly server: string;
  readonly address: string;
  readonly result: string;
};

/** A login or a test message after the check, and what it means. */
export type SheetAct = { readonly at: string; readonly headline: string; readonly detail: string };

/** A report as a page for somebody who has no Postway: what stands on it, however it is drawn. */
export type Sheet = {
  readonly language: string;
  readonly title: string;
  /** What must be known first. */
  readonly notes: readonly string[];
  readonly headline: string;
  readonly detail: string;
  readonly advice: readonly string[];
  /** A line for each server. */
  readonly settings: readonly string[];
  readonly also: readonly string[];
  readonly acts: readonly SheetAct[];
  readonly attempts: readonly SheetAttempt[];
  readonly made: string;
  /** The headings, in the reader's words. */
  readonly words: Readonly<
    Record<
      | 'advice'
      | 'settings'
      | 'no-settings'
      | 'also'
      | 'acts'
      | 'attempts'
      | 'no-attempts'
      | keyof SheetAttempt,
      string
    >
  >;
};

/** What follows from two checks, and when they were made (ISO 8601). */
export type Together = { readonly older: string; readonly newer: string; readonly headline: string };

/**
 * The sheet of a report, in the words of `say`; the verdict is in those of the report. `together`: what follows from it and another check.
 */
export function sheetOf(report: Report, say: Say, together: Together | null = null): Sheet {
  const { verdict, input } = report;
  const recommendation = provenRecommendation(report);
  const subject = input.address ?? input.domain ?? input.server ?? '';
  const line = ({ host, port, security }: Omit<Endpoint, 'protocol'>): string =>
    say('sheet.server', { host, port, security: say(`letter.security.${security}`) });
  const labelled = (label: string, server: Omit<Endpoint, 'protocol'>): string =>
    say('labelled', { label, text: line(server) });
  return {
    language: say.language,
    title: say('sheet.title', { subject }),
    notes: [
      ...(report.practice ? [say('sheet.practice')] : []),
      ...(report.interrupted ? [say('sheet.interrupted')] : []),
      ...(report.internal ? [say('sheet.internal')] : []),
    ],
    headline: verdict.headline,
    detail: verdict.detail,
    advice: verdict.advice,
    settings: [
      ...(recommendation ? [labelled(say('sheet.sending'), recommendation.outgoing)] : []),
      ...(recommendation?.incoming ? [labelled(say('sheet.receiving'), recommendation.incoming)] : []),
    ],
    also: [
      ...(together ? [comparedLine(together, say)] : []),
      ...report.findings.filter((one) => one.code !== verdict.code).map(({ headline }) => headline),
    ],
    acts: (report.acts ?? []).flatMap(({ startedAt, findings }) =>
      findings.map(({ headline, detail }) => ({ at: inUtc(Date.parse(startedAt)), headline, detail })),
    ),
    attempts: everyAttemptIn(report).map((one) => ({
      at: one.at,
      server: line(one.observation),
      address: one.observation.address ?? '',
      result: say(one.result),
    })),
    made: say('sheet.made', {
      tested: (report.acts ?? []).length > 0 ? 'yes' : 'no',
      version: report.tool.version,
      at: inUtc(Date.parse(report.startedAt)),
    }),
    words: {
      advice: say('sheet.advice'),
      settings: say('sheet.settings'),
      'no-settings': say('sheet.no-settings'),
      also: say('sheet.also'),
      acts: say('sending.done-before'),
      attempts: say('sheet.attempts'),
      'no-attempts': say('sheet.no-attempts'),
      at: say('sheet.at'),
      server: say('sheet.endpoint'),
      address: say('sheet.address'),
      result: say('sheet.result'),
    },
  };
}

function comparedLine({ older, newer, headline }: Together, say: Say): string {
  const [first, second] = [inUtc(Date.parse(older)), inUtc(Date.parse(newer))];
  return say('sheet.compared', { older: first, newer: second, headline });
}

/** The sheet as plain text, for a message or a ticket. */
export function sheetText(sheet: Sheet): string {
  const { words } = sheet;
  const parts: readonly (readonly string[])[] = [
    [sheet.title],
    sheet.notes,
    [sheet.headline, sheet.detail],
    // What a login proved comes before what was advised without it.
    sheet.acts.length > 0 ? [words.acts, ...sheet.acts.map((one) => `- ${actLine(one)}`)] : [],
    sheet.advice.length > 0 ? [words.advice, ...sheet.advice.map((one) => `- ${one}`)] : [],
    sheet.settings.length > 0 ? [words.settings, ...sheet.settings] : [words['no-settings']],
    sheet.also.length > 0 ? [words.also, ...sheet.also.map((one) => `- ${one}`)] : [],
    [
      words.attempts,
      ...sheet.attempts.map(({ at, server, address, result }) =>
        [at, server, address, result].filter((one) => one !== '').join('  '),
      ),
      ...(sheet.attempts.length === 0 ? [words['no-attempts']] : []),
    ],
    [sheet.made],
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.map(oneLine).join('\n')}\n`)
    .join('\n');
}

/** A login or a message with its moment, as one point of a list. */
export function actLine({ at, headline, detail }: SheetAct): string {
  return [at, headline, detail].filter((one) => one !== '').join('  ');
}

/** What came from a server or a file makes no lines of its own, and turns no text around. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
}

/** The sheet as a page that loads nothing and runs nothing, and says so to the browser. Black on white, for paper. */
export function sheetHtml(sheet: Sheet): string {
  const { words } = sheet;
  const rows = sheet.attempts.map(
    (one) =>
      `<tr><td>${html(one.at)}</td><td>${html(one.server)}</td><td>${html(one.address)}</td><td>${html(one.result)}</td></tr>`,
  );
  const columns = (['at', 'server', 'address', 'result'] as const).map(
    (one) => `<th scope="col">${html(words[one])}</th>`,
  );
  return [
    '<!DOCTYPE html>',
    `<html lang="${html(sheet.language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${html(sheet.title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    `<h1>${html(sheet.headline)}</h1>`,
    ...sheet.notes.map((note) => `<p class="note"><strong>${html(note)}</strong></p>`),
    `<p>${html(sheet.detail)}</p>`,
    ...list(words.acts, sheet.acts.map(actLine)),
    ...list(words.advice, sheet.advice),
    `<h2>${html(sheet.settings.length > 0 ? words.settings : words['no-settings'])}</h2>`,
    ...sheet.settings.map((one) => `<p><strong>${html(one)}</strong></p>`),
    ...list(words.also, sheet.also),
    `<h2>${html(words.attempts)}</h2>`,
    ...(rows.length > 0
      ? ['<table>', `<thead><tr>${columns.join('')}</tr></thead>`, '<tbody>', ...rows, '</tbody>', '</table>']
      : [`<p>${html(words['no-attempts'])}</p>`]),
    `<p class="made">${html(sheet.title)}</p>`,
    `<p class="made">${html(sheet.made)}</p>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function list(heading: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  return [`<h2>${html(heading)}</h2>`, '<ul>', ...lines.map((line) => `<li>${html(line)}</li>`), '</ul>'];
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text inside an element or a quoted attribute. */
function html(text: string): string {
  return oneLine(text).replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

const style = [
  'body{font:16px/1.45 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#000;background:#fff;overflow-wrap:anywhere}',
  'h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.1rem;margin:1.5em 0 .3em;break-after:avoid}p{margin:.3em 0}',
  '.note{border:2px solid #000;padding:.4rem .8rem}.made{margin-top:1.5em;color:#444;font-size:.875rem}',
  'table{border-collapse:collapse;width:100%;font-size:.8125rem}th,td{text-align:start;vertical-align:top;padding:.25rem .75rem .25rem 0}',
  'tr{border-bottom:1px solid #999;break-inside:avoid}td:first-child{white-space:nowrap;font-variant-numeric:tabular-nums}',
  '@page{margin:16mm}@media print{body{margin:0;max-width:none;padding:0;font-size:10.5pt}}',
].join('');
