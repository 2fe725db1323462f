import { faultsOf } from '../../shared/clients/faults.ts';
import type { Server } from '../../shared/model/check.ts';
import { unusualSecret } from '../../shared/model/claims.ts';
import { Security } from '../../shared/model/endpoint.ts';
import type { Change, Finding, Recommendation } from '../../shared/model/finding.ts';
import { loginKind } from '../../shared/model/login-kind.ts';
import type { Report } from '../../shared/model/report.ts';
import { cautionsAbout } from '../../shared/recommend/recommend.ts';
import { columnsOf, padTo } from '../../shared/text/columns.ts';
import { say } from '../../shared/text/index.ts';
import type { PlainKey } from '../../shared/text/said.ts';
import { inSeconds } from '../../shared/text/seconds.ts';
import { wrapText } from '../../shared/text/wrap.ts';
import { guessedLines } from './guessed-lines.ts';
import type { Paint } from './paint.ts';
import { safeText } from './safe-text.ts';

type Page = { readonly columns: number; readonly paint: Paint };

/** Lines longer than this are hard to read, however wide the terminal is. */
const widest = 80;
/** The settings and the changes say most of it already, and the page has to fit one screen. */
const maxAdvice = { alone: 6, besideSettings: 2, besideChange: 1 };
const maxOthers = 3;

/** The result of a check for a person, made to fit one screen: what stops the mail, the settings, what to change. */
export function renderResult(report: Report, { columns, paint }: Page): string {
  const page = { columns: Math.min(columns, widest), paint };
  const { verdict, recommendation } = report;
  const parts = [
    [
      ...(report.practice ? painted(say('cli.result.practice'), page, paint.doubtful) : []),
      ...(report.interrupted ? painted(say('cli.result.interrupted'), page, paint.doubtful) : []),
      ...verdictLines(verdict, page),
    ],
    report.suspicion ? wrapped(report.suspicion.text, page.columns) : [],
    recommendation === null
      ? painted(say(report.interrupted ? 'cli.result.none-yet' : 'cli.result.no-settings'), page, paint.bold)
      : [...doubtLines(recommendation, report, page), ...settingsLines(recommendation, report, page)],
    recommendation === null ? [] : warningLines(recommendation, report, page),
    changeLines(recommendation?.change ?? null, page),
    [
      ...adviceLines(verdict, maxAdvice[report.asker ? 'alone' : companyOf(recommendation)], page),
      ...(report.asker ? guessedLines(report.asker, page.columns).map((line) => paint.dim(line)) : []),
    ],
    [...otherLines(report, page), ...proofLines(report, page)],
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')}`;
}

function companyOf(recommendation: Recommendation | null): keyof typeof maxAdvice {
  if (recommendation === null) return 'alone';
  return recommendation.change === null || recommendation.change.length === 0
    ? 'besideSettings'
    : 'besideChange';
}

function verdictLines(verdict: Finding, { columns, paint }: Page): string[] {
  const colour = { problem: paint.bad, warning: paint.doubtful, note: paint.good }[verdict.severity];
  const doubt = verdict.confidence === 'certain' ? '' : ` ${say(`cli.confidence.${verdict.confidence}`)}`;
  return [
    ...wrapped(verdict.headline, columns).map((line) => paint.bold(colour(line))),
    ...wrapped(`${verdict.detail}${doubt}`, columns),
  ];
}

function settingsLines(
  { outgoing, incoming }: Recommendation,
  { discovery, masked }: Report,
  { columns, paint }: Page,
): string[] {
  const rows: [PlainKey, (server: Server) => string][] = [
    ['cli.result.server', ({ host }) => safeText(host, 255)],
    ['cli.result.port', ({ port }) => String(port)],
    ['cli.result.security', ({ security }) => say(`cli.security.${security}`)],
    ['cli.result.username', (server) => userName(server, masked)],
    [
      'cli.result.login',
      (server) => say(`cli.login.${loginKind(server, unusualSecret(discovery, server.host)?.secret)}`),
    ],
  ];
  const nameWidth = Math.max(...rows.map(([key]) => columnsOf(say(key)))) + 2;
  const sending = rows.map(([, show]) => show(outgoing));
  const receiving = incoming ? rows.map(([, show]) => show(incoming)) : null;
  const sendingWidth = Math.max(...[say('cli.result.sending'), ...sending].map(columnsOf)) + 3;
  const receivingWidth = receiving ? Math.max(...receiving.map(columnsOf)) : 0;

  const column = (heading: PlainKey, values: readonly string[]) => [
    paint.bold(say(heading)),
    ...rows.map(([key], index) => `  ${padTo(nameWidth, say(key))}${values[index]}`),
  ];
  if (receiving === null) return column('cli.result.settings', sending);
  if (2 + nameWidth + sendingWidth + receivingWidth > columns) {
    return [...column('cli.result.settings', sending), ...column('cli.result.settings-incoming', receiving)];
  }
  const heading = `${padTo(2 + nameWidth, say('cli.result.columns'))}${padTo(sendingWidth, say('cli.result.sending'))}${say('cli.result.receiving')}`;
  return [
    paint.bold(heading),
    ...rows.map(
      ([key], index) =>
        `  ${padTo(nameWidth, say(key))}${padTo(sendingWidth, sending[index] ?? '')}${receiving[index]}`,
    ),
  ];
}

/** A setting without encryption never goes without its warning, nor one whose name or password is in doubt without a word. */
function warningLines({ outgoing, why }: Recommendation, report: Report, page: Page): string[] {
  if (outgoing.security === 'none') return painted(why, page, page.paint.bad);
  return cautionsAbout(outgoing.host, report).flatMap((one) => painted(say(one), page, page.paint.doubtful));
}

function changeLines(change: readonly Change[] | null, { paint }: Page): string[] {
  if (change === null) return [];
  if (change.length === 0) return [say('cli.result.nothing-to-change')];
  const rows = change.map(({ field, from, to }) => ({
    name: say(`cli.result.change.${field}`),
    from: changeWord(field, from),
    to: changeWord(field, to),
  }));
  const nameWidth = Math.max(...rows.map(({ name }) => columnsOf(name))) + 2;
  const fromWidth = Math.max(...rows.map(({ from }) => columnsOf(from)));
  return [
    paint.bold(say('cli.result.change')),
    ...rows.map(
      ({ name, from, to }) => `  ${padTo(nameWidth, name)}${padTo(fromWidth, from)}  ->  ${paint.bold(to)}`,
    ),
  ];
}

function adviceLines({ advice }: Finding, max: number, { columns, paint }: Page): string[] {
  if (advice.length === 0) return [];
  return [
    paint.bold(say('cli.result.advice')),
    ...advice
      .slice(0, max)
      .flatMap((one) =>
        wrapped(one, columns - 4).map((line, index) => `  ${index === 0 ? '-' : ' '} ${line}`),
      ),
  ];
}

/** Settings that programs refuse never go without the reason before them, unless the whole result is about that. */
function doubtLines(recommendation: Recommendation, report: Report, page: Page): string[] {
  const faults = refusals(recommendation, report);
  if (faults.length === 0) return [];
  const text = say('cli.result.doubtful', { faults: say.together(faults.map(({ headline }) => headline)) });
  return [...painted(text, page, page.paint.doubtful), ''];
}

/** Why programs refuse the settings, where the verdict is something else. */
function refusals(recommendation: Recommendation | null, report: Report): readonly Finding[] {
  if (recommendation === null) return [];
  const { told, mustWait } = faultsOf(report, recommendation);
  return mustWait && !told.includes(report.verdict.code)
    ? report.findings.filter(({ code }) => told.includes(code))
    : [];
}

function otherLines(report: Report, page: Page): string[] {
  const told = refusals(report.recommendation, report);
  const others = report.findings
    .slice(1)
    .filter((finding) => finding.severity !== 'note' && !told.includes(finding));
  const more = others.length - maxOthers;
  return [
    ...others
      .slice(0, maxOthers)
      .flatMap(({ headline }) => wrapped(say('cli.result.also', { headline }), page.columns)),
    ...(more > 0 ? [say('cli.result.more', { count: more })] : []),
  ];
}

function proofLines({ observations, elapsedMs }: Report, page: Page): string[] {
  const proof = say('cli.result.proof', { count: observations.length, seconds: inSeconds(elapsedMs) });
  return painted(proof, page, page.paint.dim);
}

function userName({ username, auth }: Server, isMasked = false): string {
  if (auth === 'none') return say('cli.result.none-needed');
  if (isMasked) return say('letter.masked.user');
  return username === '' ? say('cli.result.username-unknown') : safeText(username, 320);
}

function changeWord(field: Change['field'], value: string): string {
  const security = Security.safeParse(value);
  return field === 'security' && security.success
    ? say(`cli.security.${security.data}`)
    : safeText(value, 255);
}

function painted(text: string, { columns }: Page, paint: (line: string) => string): string[] {
  return wrapped(text, columns).map((line) => paint(line));
}

function wrapped(text: string, columns: number): readonly string[] {
  return wrapText(safeText(text), columns);
}
