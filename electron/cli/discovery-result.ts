import { entryNotes, rankReason, serverSaid } from '../../shared/discover/discovery-words.ts';
import type { Candidate, DiscoveryEntry } from '../../shared/model/check.ts';
import { columnsOf, padTo } from '../../shared/text/columns.ts';
import { say } from '../../shared/text/index.ts';
import { inSeconds } from '../../shared/text/seconds.ts';
import { wrapText } from '../../shared/text/wrap.ts';
import type { Discovery } from '../engine/discovery.ts';
import type { Paint } from './paint.ts';
import { safeText } from './safe-text.ts';

type Page = { readonly columns: number; readonly paint: Paint };

/** Lines longer than this are hard to read, however wide the terminal is. */
const widest = 100;

/** What was found, as data: every answer, and the merged list with the reason for each place in it. */
export function discoveryAsData(subject: string, { entries, ranking, elapsedMs }: Discovery) {
  const withReasons = ranking.map((candidate) => ({
    ...candidate,
    reason: say(rankReason(candidate, entries)),
  }));
  return { subject, elapsedMs, discovery: entries, ranking: withReasons };
}

/** What was found, for a person: where we looked and what came back, then all settings, the most trusted first. */
export function renderDiscovery(
  subject: string,
  { entries, ranking, elapsedMs }: Discovery,
  { columns, paint }: Page,
): string {
  const width = Math.min(columns, widest);
  const lines = [
    paint.bold(
      say('cli.discover.looked', { subject: safeText(subject, 320), seconds: inSeconds(elapsedMs) }),
    ),
    ...entries.flatMap((entry) => entryLines(entry, width, paint)),
    '',
    ...(ranking.length === 0
      ? wrapText(say('cli.discover.nothing'), width)
      : [paint.bold(say('cli.discover.ranking')), ...rankingLines(ranking, entries)]),
    '',
    ...wrapText(say('cli.discover.untried', { subject: safeText(subject, 320) }), width),
  ];
  return `${lines.join('\n')}\n`;
}

function entryLines(entry: DiscoveryEntry, width: number, paint: Paint): string[] {
  const { source, asked, outcome, elapsedMs, servers } = entry;
  const head = say('cli.discover.entry', {
    source: say(`cli.discover.source.${source}`),
    asked: safeText(asked, 200),
    outcome: say(`cli.discover.outcome.${outcome}`),
    seconds: inSeconds(elapsedMs),
  });
  const facts = [...servers.map(serverSaid), ...entryNotes(entry)].map((fact) =>
    safeText(typeof fact === 'string' ? fact : say(fact), 1500),
  );
  return [
    `  ${outcome === 'found' ? paint.good(head) : paint.dim(head)}`,
    ...facts.flatMap((fact) => wrapText(fact, width - 6).map((line) => `      ${line}`)),
  ];
}

function rankingLines(ranking: readonly Candidate[], entries: readonly DiscoveryEntry[]): string[] {
  const rows = ranking.map((candidate) => [
    say(candidate.role === 'outgoing' ? 'cli.result.sending' : 'cli.result.receiving'),
    `${safeText(candidate.host, 255)}:${candidate.port}`,
    say(`discovery.security.${candidate.security}`),
    say(rankReason(candidate, entries)),
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => columnsOf(row[column] ?? ''))));
  return rows.map((row) =>
    `  ${row.map((cell, column) => padTo(widths[column] ?? 0, cell)).join('  ')}`.trimEnd(),
  );
}
