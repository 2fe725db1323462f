import type { Report } from '../../shared/model/report.ts';
import type { Cell } from './cells.ts';
import { hostOf, siteNamed } from './sites.ts';

/** The cell in one line: network, site, and what else it is about. */
export function nameOf({ network, site, wire = {}, args = [] }: Cell): string {
  const { roundTripMs, lossPercent, seed } = wire;
  return [
    network,
    site,
    ...(roundTripMs === undefined ? [] : [`${roundTripMs} ms`]),
    ...(lossPercent === undefined ? [] : [`${lossPercent} % lost`]),
    ...(seed === undefined ? [] : [`seed ${seed}`]),
    ...args,
  ].join(' | ');
}

/** The recommended outgoing server as cells write it. */
export function recommendedIn(report: Report, cell: Cell): string | null {
  const server = report.recommendation?.outgoing;
  if (!server) return null;
  const setting = `${server.port}/${server.security}`;
  return server.host === hostOf(siteNamed(cell.site)) ? setting : `${server.host}:${setting}`;
}

/** Everything in a report that is not as the cell has it, in plain words; empty when it is right. */
export function mistakes(cell: Cell, report: Report, status: number | null): readonly string[] {
  const { code } = report.verdict;
  const recommended = recommendedIn(report, cell);
  const found = report.findings.map((finding) => finding.code);
  const expected = [cell.verdict, ...(cell.also ?? [])];
  const wantedStatus = statusFor(cell);
  return [
    ...(status === wantedStatus ? [] : [`exit status is ${status}, not ${wantedStatus}`]),
    ...(code === cell.verdict ? [] : [`verdict is ${code}`]),
    ...([cell.recommend, cell.orElse ?? cell.recommend].includes(recommended)
      ? []
      : [`recommends ${recommended ?? 'nothing'}`]),
    ...expected.filter((wanted) => !found.includes(wanted)).map((wanted) => `${wanted} is missing`),
    ...report.findings
      .filter(({ severity, code: other }) => severity === 'problem' && !expected.includes(other))
      .map((finding) => `${finding.code} is raised`),
  ];
}

/** What the contract has as exit status: 0 a setting works, 3 nothing could be concluded, 1 none works. */
function statusFor({ verdict, recommend }: Cell): number {
  if (recommend !== null) return 0;
  return ['offline', 'dns-unreachable', 'captive-portal'].includes(verdict) ? 3 : 1;
}
