import type { ControlKind, Observation } from './observation.ts';

/** A server that is not the user's, used as a control: what it is known to do, and who runs it. */
export type Reference = {
  readonly host: string;
  /** Ports on which it is known to answer. */
  readonly ports: readonly number[];
  readonly operator: string;
  readonly size: 'large' | 'small';
  readonly kind: Exclude<ControlKind, 'nameless'>;
};

/** Domains of whose hosts one company runs the mail, whatever the name that is asked. */
const companies: readonly (readonly string[])[] = [
  ['google.com', 'gmail.com', 'googlemail.com'],
  ['gmx.net', 'gmx.com', 'gmx.de', 'gmx.at', 'gmx.ch', 'web.de', 'mail.com', '1und1.de', 'kundenserver.de'],
  ['microsoft.com', 'office365.com', 'office.com', 'outlook.com', 'hotmail.com', 'live.com', 'mx.microsoft'],
  ['yahoo.com', 'yahoodns.net', 'aol.com', 'ymail.com'],
];

/**
 * Whether a control is the very server, or another one of the operator, of any of these hosts: whoever fails there cannot be told from a
 * network by failing twice, so it is no control for them.
 */
export function isNoStranger(
  control: Pick<Observation, 'host' | 'operator'>,
  hosts: Iterable<string>,
): boolean {
  const names = [control.host, control.operator ?? control.host].map(plain);
  const company = companies.find((domains) =>
    domains.some((domain) => names.some((name) => isOf(name, domain))),
  );
  const theirs = [...names, ...(company ?? [])];
  return [...hosts].map(plain).some((host) => theirs.some((domain) => isOf(host, domain)));
}

function plain(host: string): string {
  return host.toLowerCase().replace(/\.$/, '');
}

function isOf(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/**
 * The built-in controls. Large operators prove that mail can leave to somebody; the small one shows a router that
 * lets mail out only to a list of large ones. One connection each, only when the answer can change the verdict.
 */
export const builtInReferences: readonly Reference[] = [
  { host: 'smtp.gmail.com', ports: [25, 465, 587], operator: 'google.com', size: 'large', kind: 'mail' },
  { host: 'mail.gmx.net', ports: [25, 465, 587], operator: 'gmx.net', size: 'large', kind: 'mail' },
  { host: 'smtp.office365.com', ports: [25, 587], operator: 'microsoft.com', size: 'large', kind: 'mail' },
  { host: 'smtp.mail.yahoo.com', ports: [465, 587], operator: 'yahoo.com', size: 'large', kind: 'mail' },
  { host: 'posteo.de', ports: [25, 465, 587], operator: 'posteo.de', size: 'small', kind: 'mail' },
  // Serves web pages only, declares a null MX (RFC 7505), and has nothing on port 25.
  { host: 'example.com', ports: [25], operator: 'iana.org', size: 'large', kind: 'not-listening' },
  { host: '1.1.1.1', ports: [443], operator: 'cloudflare.com', size: 'large', kind: 'well-known-address' },
  { host: '8.8.8.8', ports: [443], operator: 'google.com', size: 'large', kind: 'well-known-address' },
];

/** The connectivity check: an address that always gives this very answer, over plain HTTP so that a portal shows itself. */
export const connectivityCheck = {
  host: 'detectportal.firefox.com',
  port: 80,
  path: '/success.txt',
  status: 200,
  body: 'success',
} as const;
