import type { Server } from '../model/check.ts';
import { endpointKey } from '../model/endpoint.ts';
import type { Finding, FindingCode } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { isSafe } from '../model/usable.ts';
import { say } from '../text/index.ts';

/** Findings that say that a setting can be used only with a danger, or that programs will refuse it. */
const faults: ReadonlySet<FindingCode> = new Set([
  'no-encryption',
  'starttls-stripped',
  'tls-intercepted',
  'port-25-intercepted',
  'clock-wrong',
  'certificate-expired',
  'certificate-name-mismatch',
  'certificate-untrusted',
  'certificate-chain-incomplete',
  'tls-too-old',
]);

/**
 * What is wrong with the settings that a report recommends, in the words of its findings: those that rest on an attempt at one of the two
 * servers. A setting that was not seen to be safe never goes without a warning.
 */
export function faultsOf({ findings, observations }: Report, servers: readonly Server[]): string[] {
  const tried = observations.filter((o) => servers.some((server) => endpointKey(server) === endpointKey(o)));
  const ids = new Set(tried.map(({ id }) => id));
  const told = findings.filter(
    ({ code, severity, evidence }) =>
      faults.has(code) && severity !== 'note' && evidence.some((id) => ids.has(id)),
  );
  const isDoubtful = tried.some((o) => o.outcome === 'ok' && !isSafe(o));
  if (told.length > 0 || !isDoubtful) return told.map(inWords);
  return [
    say(servers.some(({ security }) => security === 'none') ? 'client.fault.plain' : 'client.fault.unproven'),
  ];
}

function inWords({ headline, detail, advice }: Finding): string {
  return say.together([headline, detail, ...advice]);
}
