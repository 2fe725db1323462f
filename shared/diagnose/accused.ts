import type { FindingCode, Judgement } from '../model/finding.ts';

/**
 * Whom a check's verdict points at. `reputation`: the server turns away the address that this network gave the computer. `on-path`: whoever
 * stands between, be it the network or a program on this computer such as a virus scanner.
 */
export type Accused =
  | 'network'
  | 'reputation'
  | 'on-path'
  | 'server'
  | 'reach'
  | 'computer'
  | 'settings'
  | 'nobody';

const accusedBy: Partial<Record<FindingCode, Accused>> = {
  'port-25-blocked': 'network',
  'mail-allow-list': 'network',
  'submission-blocked': 'network',
  'submission-port-blocked': 'network',
  'mail-ports-blocked': 'network',
  'dns-hijacked': 'network',
  'ipv6-unreachable': 'network',
  'private-address': 'network',
  'proxy-only': 'network',
  'port-25-intercepted': 'on-path',
  'tls-intercepted': 'on-path',
  'tls-blocked': 'on-path',
  'starttls-stripped': 'on-path',
  'relayed-elsewhere': 'on-path',
  'client-blocklisted': 'reputation',
  'client-refused': 'reputation',
  // Seen from one place, a server that keeps silent may as well have shut out this one address.
  'server-down': 'reach',
  'port-closed': 'reach',
  'submission-failing': 'reach',
  'server-busy': 'reach',
  'domain-not-found': 'server',
  'certificate-expired': 'server',
  'certificate-name-mismatch': 'server',
  'certificate-untrusted': 'server',
  'certificate-chain-incomplete': 'server',
  'tls-too-old': 'server',
  'no-encryption': 'server',
  'starttls-refused': 'server',
  'client-certificate-wanted': 'server',
  'name-not-served': 'server',
  'auth-not-offered': 'server',
  'no-smtp-service': 'server',
  'clock-wrong': 'computer',
  'this-computer': 'computer',
  'security-mismatch': 'settings',
  'domain-misspelt': 'settings',
};

/** Whom a verdict of this code points at; `nobody` where it points at nobody. */
export function accusedOf(code: FindingCode): Accused {
  return accusedBy[code] ?? 'nobody';
}

/**
 * Whether a verdict leaves nothing open: neither what is seen, nor whose doing it is. That a server cannot be reached from one place is certain
 * there alone, unless it says itself that it is busy.
 */
export function isSettled({ code, confidence }: Pick<Judgement, 'code' | 'confidence'>): boolean {
  return confidence === 'certain' && (accusedOf(code) !== 'reach' || code === 'server-busy');
}
