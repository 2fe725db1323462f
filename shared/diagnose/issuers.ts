import type { TlsFacts } from '../model/observation.ts';

/** Products that open encrypted mail to look inside, as their certificates' issuers name them. */
const inspectors: readonly RegExp[] = [
  /\bavast\b/i,
  /\bavg\b/i,
  /kaspersky/i,
  /\beset\b/i,
  /bitdefender/i,
  /\bdr\.?\s?web\b/i,
  /g ?data\b/i,
  /f-secure/i,
  /\bnorton\b/i,
  /\bmcafee\b/i,
  /\bsophos\b/i,
  /bullguard/i,
  /adguard/i,
  /zscaler/i,
  /fortinet|fortigate/i,
  /palo alto/i,
  /netskope/i,
  /blue ?coat/i,
  /cisco umbrella/i,
  /check ?point/i,
  /(mail|web|e-?mail) ?(\/ ?mail )?(shield|scanner|protection)/i,
  /(anti-?virus|ssl|tls) (filter|inspection|scanning|personal root)/i,
];

/** The product that issued a certificate, by the name it gives itself; null when it is none we know. */
export function inspectorIn(tls: TlsFacts): string | null {
  const names = `${tls.issuer} ${tls.topIssuer}`;
  return inspectors.some((pattern) => pattern.test(names)) ? issuerName(tls) : null;
}

/** An issuer as people read it: the common name, or else the organisation, or else everything. */
export function issuerName(tls: TlsFacts): string {
  const text = tls.topIssuer || tls.issuer;
  const part = (name: string): string | undefined =>
    new RegExp(`(?:^|[,\\n/]\\s*)${name}\\s*=\\s*([^,\\n]+)`, 'i').exec(text)?.[1]?.trim();
  return part('CN') ?? part('O') ?? text;
}
