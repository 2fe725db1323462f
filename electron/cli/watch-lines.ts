import type { Report } from '../../shared/model/report.ts';
import { exitStatus, exitStatusOf } from './exit-status.ts';
import { safeText } from './safe-text.ts';

const dayMs = 86_400_000;
/** Days until a certificate ends from which on somebody should act, and must. */
const endsSoon = { warning: 14, critical: 3 };

/** One run of a watch, as a line of NDJSON has it. */
export type WatchLine = {
  readonly at: string;
  readonly verdict: string;
  readonly severity: string;
  readonly works: boolean;
  readonly recommendation: { readonly host: string; readonly port: number; readonly security: string } | null;
  /** Whole days until the certificate of the recommended server ends; null where none was seen. */
  readonly certificateDays: number | null;
  readonly elapsedMs: number;
  /** Whether verdict or recommendation differ from the run before; false of the first. */
  readonly changed: boolean;
};

/** What one report says to whoever watches over time; `before` is the line of the run before. */
export function watchLine(report: Report, before: WatchLine | null): WatchLine {
  const { startedAt, verdict, elapsedMs } = report;
  const server = report.recommendation?.outgoing;
  const line = {
    at: startedAt,
    verdict: verdict.code,
    severity: verdict.severity,
    works: server !== undefined,
    recommendation: server ? { host: server.host, port: server.port, security: server.security } : null,
    certificateDays: certificateDaysOf(report),
    elapsedMs,
  };
  return { ...line, changed: before !== null && stateOf(before) !== stateOf(line) };
}

function stateOf({ verdict, recommendation }: Pick<WatchLine, 'verdict' | 'recommendation'>): string {
  return JSON.stringify([verdict, recommendation]);
}

function certificateDaysOf({ startedAt, observations, recommendation }: Report): number | null {
  const server = recommendation?.outgoing;
  const ends = observations.flatMap((o) =>
    server && o.tls && o.host === server.host && o.port === server.port ? Date.parse(o.tls.validTo) : [],
  );
  const days = Math.floor((Math.min(...ends) - Date.parse(startedAt)) / dayMs);
  return Number.isFinite(days) ? days : null;
}

/** One line and the exit status of a plugin for Nagios, Icinga and their kin: 0 OK, 1 warning, 2 critical, 3 unknown. */
export function nagiosOf(report: Report): { readonly line: string; readonly status: number } {
  const { certificateDays, elapsedMs } = watchLine(report, null);
  const status = nagiosStatus(report, certificateDays);
  const word = ['OK', 'WARNING', 'CRITICAL', 'UNKNOWN'][status];
  const days =
    certificateDays === null
      ? ''
      : ` certificate_days=${certificateDays};${endsSoon.warning}:;${endsSoon.critical}:`;
  // A bar begins the figures, so none may stand in the text.
  const text = safeText(report.verdict.headline, 200).replaceAll('|', '/');
  return { line: `POSTWAY ${word} - ${text} | time=${(elapsedMs / 1000).toFixed(3)}s;;;0${days}\n`, status };
}

/** The status of a plugin that could not look: 2 would say that a server is down. */
export const nagiosStatusUnknown = 3;

/** The line of a plugin that could not look, with why. */
export function nagiosUnknown(why: string): string {
  return `POSTWAY UNKNOWN - ${safeText(why, 300).replaceAll('|', '/')}\n`;
}

function nagiosStatus(report: Report, certificateDays: number | null): 0 | 1 | 2 | 3 {
  if (!isKnown(report)) return 3;
  if (report.recommendation === null) return 2;
  if (certificateDays !== null && certificateDays < endsSoon.critical) return 2;
  const isSoon = certificateDays !== null && certificateDays < endsSoon.warning;
  return isSoon || report.verdict.severity !== 'note' ? 1 : 0;
}

/** Whether the check says anything of the servers. One that could not look, since this computer is offline, says nothing against them. */
function isKnown(report: Report): boolean {
  const status = exitStatusOf(report);
  if (report.internal || status === exitStatus.inconclusive || status === exitStatus.interrupted)
    return false;
  return report.recommendation !== null || report.verdict.code !== 'inconclusive';
}

/**
 * The same for node_exporter's textfile collector. The label names the domain or server and never the person. Of what is not known there is no
 * figure, so that an alarm about what does not work keeps silent.
 */
export function prometheusOf(report: Report): string {
  const { works, certificateDays, elapsedMs, verdict } = watchLine(report, null);
  const known = isKnown(report);
  const subject = escaped(report.input.domain ?? report.input.server ?? '');
  const gauge = (name: string, help: string, value: number, more = ''): string =>
    `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name}{subject="${subject}"${more}} ${value}\n`;
  return [
    gauge('postway_known', 'Whether the check could conclude anything about sending.', known ? 1 : 0),
    ...(known ? [gauge('postway_works', 'Whether a setting for sending works.', works ? 1 : 0)] : []),
    gauge('postway_verdict', 'The verdict of the check, as its label.', 1, `,code="${escaped(verdict)}"`),
    gauge('postway_check_seconds', 'How long the check took.', elapsedMs / 1000),
    ...(certificateDays === null
      ? []
      : [gauge('postway_certificate_days', 'Whole days until the certificate ends.', certificateDays)]),
  ].join('');
}

function escaped(text: string): string {
  return safeText(text, 255).replaceAll('\\', '\\\\').replaceAll('"', '\\"');
}
