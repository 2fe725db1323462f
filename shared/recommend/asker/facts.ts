import type { Asker } from '../../model/asker.ts';
import type { Finding, FindingCode } from '../../model/finding.ts';
import type { Observation } from '../../model/observation.ts';
import type { Report } from '../../model/report.ts';
import type { Said } from '../../text/said.ts';

/** What the lines for an asker are chosen by. */
export type AskerFacts = {
  readonly report: Report;
  readonly asker: Asker;
  readonly verdict: FindingCode;
  /** The own server's attempts that went well, outgoing. */
  readonly working: readonly Observation[];
  has(...codes: readonly FindingCode[]): boolean;
};

/** One line: its words where it applies, `null` where not. */
export type AskerLine = (facts: AskerFacts) => Said | null;

export function askerFacts(report: Report, asker: Asker): AskerFacts {
  const codes = new Set(report.findings.map(({ code }: Finding) => code));
  return {
    report,
    asker,
    verdict: report.verdict.code,
    working: report.observations.filter(({ role, outcome }) => role === 'outgoing' && outcome === 'ok'),
    has: (...wanted) => wanted.some((code) => codes.has(code)),
  };
}

/** Microsoft's servers for programs and devices. */
export function isMicrosoft(host: string): boolean {
  return /(^|\.)(office365|office|outlook)\.com$/i.test(host);
}

/** A name or address that always means the machine that a program runs on. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1|::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}|0\.0\.0\.0)$/i.test(host);
}
