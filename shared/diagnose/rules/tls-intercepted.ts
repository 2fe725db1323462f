import type { Confidence } from '../../model/finding.ts';
import { hasConnected, type Observation, type TlsFacts } from '../../model/observation.ts';
import type { Facts } from '../facts.ts';
import { inspectorIn, issuerName } from '../issuers.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';

type Secured = Observation & { readonly tls: TlsFacts };

/** Certificates of unrelated hosts, or of all the server's ports, come from one issuer that no public authority vouches for. */
export const tlsIntercepted: Rule = {
  code: 'tls-intercepted',
  severity: 'problem',
  unless: ['offline', 'captive-portal', 'clock-wrong'],
  find(facts) {
    const seen = [...facts.own, ...facts.controls].filter(isSecured);
    const found = unrelatedHosts(seen) ?? ownPorts(facts, seen);
    if (!found) return null;
    const first = found.evidence[0];
    const issuer = quote(first ? issuerName(first.tls) : '');
    const isProduct = first !== undefined && inspectorIn(first.tls) !== null;
    return {
      confidence: found.confidence,
      // Where this computer trusts the issuer, programs work; people should know who reads along.
      severity: found.evidence.some((o) => o.role === 'outgoing' && !o.tls.trusted) ? 'problem' : 'warning',
      evidence: found.evidence,
      values: { issuer },
      detail: [
        'tls-intercepted.detail',
        isProduct ? 'tls-intercepted.detail.product' : 'tls-intercepted.detail.unknown',
      ],
      advice: isProduct
        ? ['tls-intercepted.advice.product', 'tls-intercepted.advice.password']
        : ['tls-intercepted.advice.who', 'tls-intercepted.advice.password', 'finding.advice.hotspot'],
    };
  },
};

function isSecured(o: Observation): o is Secured {
  return o.tls !== undefined && hasConnected(o);
}

/** One private issuer for hosts of at least two parties that have nothing to do with each other. */
function unrelatedHosts(seen: readonly Secured[]): { evidence: Secured[]; confidence: Confidence } | null {
  const suspects = seen.filter((o) => !o.tls.isPubliclyIssued && !isSelfSigned(o.tls));
  for (const issuer of new Set(suspects.map((o) => o.tls.topIssuer))) {
    const same = suspects.filter((o) => o.tls.topIssuer === issuer);
    if (new Set(same.map(party)).size >= 2) return { evidence: same, confidence: 'certain' };
  }
  return null;
}

/**
 * All ports of the user's server from one private issuer. A server with a certificate of its own making looks alike, so the issuer
 * must be a known inspector, or make a new certificate for each connection, and no control may show a public certificate.
 */
function ownPorts(
  facts: Facts,
  seen: readonly Secured[],
): { evidence: Secured[]; confidence: Confidence } | null {
  const own = seen.filter((o) => o.role !== 'reference' && facts.submission.concat(facts.own).includes(o));
  const issuers = new Set(own.map((o) => o.tls.topIssuer));
  const isOneForAll = issuers.size === 1 && new Set(own.map((o) => o.port)).size >= 2;
  const isPrivate = own.every((o) => !o.tls.isPubliclyIssued && !isSelfSigned(o.tls));
  const isSpared = seen.some((o) => o.role === 'reference' && o.tls.isPubliclyIssued);
  if (!isOneForAll || !isPrivate || isSpared) return null;
  if (own.some((o) => inspectorIn(o.tls) !== null)) return { evidence: own, confidence: 'certain' };
  return isMadeOnTheSpot(own) ? { evidence: own, confidence: 'likely' } : null;
}

/** One host shows a different certificate on every port. */
function isMadeOnTheSpot(own: readonly Secured[]): boolean {
  return own.some((o) => {
    const sameHost = own.filter((other) => other.host === o.host);
    const prints = new Set(sameHost.map((other) => other.tls.fingerprint256));
    return sameHost.length >= 2 && prints.size === sameHost.length;
  });
}

function isSelfSigned(tls: TlsFacts): boolean {
  return tls.problems.includes('self-signed') || tls.subject === tls.issuer;
}

function party(o: Observation): string {
  return o.role === 'reference' ? `control ${o.operator ?? o.host}` : 'own';
}
