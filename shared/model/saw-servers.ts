import type { FindingCode } from './finding.ts';

/** Verdicts that end a check before any mail server was seen, so that nothing is concluded about one: contract, sections 1 and 6. */
const nothingSeen: ReadonlySet<FindingCode> = new Set(['offline', 'dns-unreachable', 'captive-portal']);

/** Whether a check with this verdict came to conclude anything about the mail servers. */
export function sawServers(code: FindingCode): boolean {
  return !nothingSeen.has(code);
}
