import type { CheckInput } from '../model/check.ts';
import type { Report } from '../model/report.ts';

/** What a text makes us suspect, the likeliest cause first. */
export type Suspected = Pick<NonNullable<CheckInput['suspicion']>, 'causes'>;

/** The causes that a clear way to the server leaves: those that no check can see. None where it is not clear, or something else was found. */
export function leftOver(report: Report, { causes }: Suspected): readonly string[] {
  const isClear = isSettled(report) && report.verdict.code === 'all-clear';
  return isClear ? causes.filter((cause) => cause !== 'all-clear' && !isSeenByChecks(cause)) : [];
}

/** What a check only takes to be likely, or did not come to see, leaves open whether it is what was suspected. */
export function isSettled({ interrupted, internal, verdict }: Report): boolean {
  return !interrupted && !internal && verdict.code !== 'inconclusive' && verdict.confidence === 'certain';
}

/** What stops a mail program alone: it may as well have other settings than the check found to work. */
export function isOfWay(cause: string): boolean {
  return ofWay.has(cause);
}

const ofWay: ReadonlySet<string> = new Set([
  'local-firewall',
  'antivirus',
  'vpn',
  'connection-lost',
  'slow-line',
  'server-name-wrong',
  'wrong-port',
  'hoster-blocks-smtp',
]);

/** What a check without a login, on a working line, can find or rule out. */
export function isSeenByChecks(cause: string): boolean {
  return seen.has(cause);
}

const seen: ReadonlySet<string> = new Set([
  'port-25-blocked',
  'port-25-intercepted',
  'mail-allow-list',
  'submission-blocked',
  'submission-port-blocked',
  'mail-ports-blocked',
  'server-down',
  'domain-not-found',
  'dns-hijacked',
  'dns-unreachable',
  'offline',
  'captive-portal',
  'ipv6-unreachable',
  'tls-intercepted',
  'tls-blocked',
  'starttls-stripped',
  'no-encryption',
  'clock-wrong',
  'certificate-expired',
  'certificate-name-mismatch',
  'certificate-untrusted',
  'certificate-chain-incomplete',
  'tls-too-old',
  'server-busy',
  'client-blocklisted',
  'auth-not-offered',
  'security-mismatch',
  'slow-greeting',
]);

/** Told by a server's own words: where the way is not clear, it is a second trouble, and no check that met the first has looked at it. */
const saidByServer: ReadonlySet<string> = new Set(['client-blocklisted', 'server-busy']);
/** Come to light only where a server answers. */
const ofAnswers: ReadonlySet<string> = new Set([
  'tls-intercepted',
  'starttls-stripped',
  'no-encryption',
  'certificate-expired',
  'certificate-name-mismatch',
  'certificate-untrusted',
  'certificate-chain-incomplete',
  'tls-too-old',
  'auth-not-offered',
  'security-mismatch',
  'slow-greeting',
]);

/** The check looked at it and saw that it is not so. */
export function isRuledOut(cause: string, { verdict, observations }: Report): boolean {
  if (!isSeenByChecks(cause)) return false;
  if (saidByServer.has(cause)) return verdict.code === 'all-clear';
  if (!ofAnswers.has(cause)) return true;
  return observations.some(({ role, outcome }) => role === 'outgoing' && outcome === 'ok');
}
