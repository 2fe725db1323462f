import { conventionalSecurity, isSameEndpoint, type Security } from '../../model/endpoint.ts';
import { hasConnected, type Observation } from '../../model/observation.ts';
import type { Facts } from '../facts.ts';
import type { Rule } from '../rule.ts';
import { about, securityName, settingAdvice } from '../words.ts';

type Mismatch = { readonly seen: readonly Observation[]; readonly used: Security; readonly right: Security };

/** The port speaks, but not the way the mail program, or the port's convention, begins. */
export const securityMismatch: Rule = {
  code: 'security-mismatch',
  severity: 'problem',
  unless: ['this-computer', 'offline', 'captive-portal'],
  find(facts) {
    const mismatch = currentMismatch(facts) ?? conventionMismatch(facts);
    if (!mismatch) return null;
    const { seen, used, right } = mismatch;
    const current = facts.evidence.input.current;
    const isCurrent = current?.port === seen[0]?.port && current?.host === seen[0]?.host;
    const isProven = seen.length > 1;
    return {
      confidence: isProven ? 'certain' : 'likely',
      severity: isCurrent || (facts.good.length === 0 && !current) ? 'problem' : 'note',
      evidence: seen,
      values: { ...about(seen[0]), used: securityName(used), right: securityName(right) },
      detail: [right === 'tls' ? 'security-mismatch.detail.silent' : 'security-mismatch.detail'],
      advice: settingAdvice(facts, ['security-mismatch.advice.1']),
    };
  },
};

/** What the mail program does today, against what works on that very port. */
function currentMismatch(facts: Facts): Mismatch | null {
  const current = facts.evidence.input.current;
  if (!current) return null;
  const same = facts.outgoing.filter(
    (o) => o.port === current.port && o.host.toLowerCase() === current.host.toLowerCase(),
  );
  const asToday = same.filter((o) => o.security === current.security && o.outcome !== 'cancelled');
  if (asToday.some((o) => o.outcome === 'ok' && (o.auth?.length ?? 0) > 0)) return null;
  const other = same.find(
    (o) =>
      o.security !== current.security &&
      o.outcome === 'ok' &&
      o.security !== 'none' &&
      isOtherStart(o, current.security),
  );
  if (!other) return null;
  return { seen: [other, ...asToday], used: current.security, right: other.security };
}

/** TLS at once and plain text first exclude each other; plain text without STARTTLS fails where the login comes only after it. */
function isOtherStart(working: Observation, used: Security): boolean {
  if ((working.security === 'tls') !== (used === 'tls')) return true;
  if (used !== 'none') return false;
  const offersLoginInClear = working.capabilitiesBeforeTls?.some((line) => /^AUTH\b/i.test(line)) ?? true;
  return !offersLoginInClear && (working.auth?.length ?? 0) > 0;
}

/** A port for TLS that answers in plain text, or a port for plain text that is silent until TLS begins. */
function conventionMismatch(facts: Facts): Mismatch | null {
  const spoken = facts.submission.find(
    (o) => o.security === 'tls' && o.error?.code === 'not-tls' && isExpectedWithTls(facts, o),
  );
  if (spoken) {
    const plain = sameEndpoint(facts, spoken).filter((o) => o.security !== 'tls' && o.stage !== 'connect');
    const right = plain.some((o) => o.error?.code === 'starttls-not-offered') ? 'none' : 'starttls';
    return { seen: [spoken, ...plain], used: 'tls', right };
  }
  const silent = facts.submission.find((o) => o.security !== 'tls' && o.error?.code === 'no-greeting');
  if (!silent) return null;
  const secured = sameEndpoint(facts, silent).filter((o) => o.security === 'tls' && o.tls !== undefined);
  return secured.length > 0 ? { seen: [silent, ...secured], used: silent.security, right: 'tls' } : null;
}

/** Somebody means this port to begin with TLS. That we tried it on a port that was silent at first is our own idea. */
function isExpectedWithTls({ evidence }: Facts, o: Observation): boolean {
  const { current } = evidence.input;
  const ofToday = current ? [{ protocol: 'smtp' as const, ...current }] : [];
  const named = evidence.discovery.flatMap(({ servers }) => servers);
  return (
    conventionalSecurity(o.port) === 'tls' || [...ofToday, ...named].some((one) => isSameEndpoint(one, o))
  );
}

function sameEndpoint(facts: Facts, o: Observation): Observation[] {
  return facts.outgoing.filter(
    (other) => other !== o && other.host === o.host && other.port === o.port && hasConnected(other),
  );
}
