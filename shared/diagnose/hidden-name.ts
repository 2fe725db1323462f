import { isSubmissionPort } from '../model/endpoint.ts';
import { hasConnected, type Observation } from '../model/observation.ts';
import { isThisComputer } from '../model/usable.ts';
import { emptyAnswer, placeOf } from '../parse/ip-range.ts';
import { type Facts, hostsOf } from './facts.ts';
import type { Found } from './rule.ts';
import { about, settingAdvice } from './words.ts';

/**
 * DNS has nothing but an address of no computer for the user's server, as a filter answers that hides a name. It may also be the entry of
 * the domain's owner: one directory's word cannot tell, so it is never certain. Strangers' names lead to computers, which keeps networks on
 * loopback addresses (practice) apart.
 */
export function hiddenName(facts: Facts): Found | null {
  if (facts.current === 'works') return null;
  const hidden = hostsOf(facts, facts.outgoing).filter((host) => isHidden(facts, host));
  const host = hidden.find((name) => isMissed(facts, name, hidden));
  const mine = facts.outgoing.filter((o) => o.host === host && o.address !== null);
  const first = mine[0];
  if (!first) return null;
  const kind = emptyAnswer(first.address ?? '');
  const others = [...facts.controls, ...facts.portal].filter((o) => placeOf(o.address ?? '') === 'public');
  if (others.length === 0 && kind !== 'none') return null;
  return {
    confidence: others.length > 0 ? 'likely' : 'possible',
    evidence: [...mine, ...others],
    values: { ...about(first), address: first.address ?? '', kind: kind ?? 'none' },
    headline: 'dns-hijacked.headline.hidden',
    detail: [
      'dns-hijacked.detail.hidden',
      ...(others.length > 0 ? (['dns-hijacked.detail.hidden.others'] as const) : []),
    ],
    advice: [
      ...settingAdvice(facts, []),
      'dns-hijacked.advice.filter',
      'dns-hijacked.advice.2',
      'finding.advice.hotspot',
      'dns-hijacked.advice.owner',
    ],
  };
}

/** All that DNS says of it is an address of no computer, and nobody takes mail there for sending. */
function isHidden(facts: Facts, host: string): boolean {
  const seen = facts.outgoing.filter((o) => o.host === host && o.address !== null && o.address !== host);
  const isLedHere = facts.here.some(
    (fact) => (fact.kind === 'hosts-file' || fact.kind === 'search-list') && fact.host === host,
  );
  return (
    seen.length > 0 &&
    !isLedHere &&
    !isThisComputer(host) &&
    seen.every((o) => emptyAnswer(o.address ?? '') !== null && !isTaken(o))
  );
}

function isTaken(o: Observation): boolean {
  return isSubmissionPort(o.port) && hasConnected(o);
}

/** Nothing else works, or the mail program uses this very name. */
function isMissed(facts: Facts, host: string, hidden: readonly string[]): boolean {
  const current = facts.evidence.input.current?.host.toLowerCase();
  if (facts.good.length > 0) return current === host.toLowerCase();
  const isOnly = facts.outgoing.every((o) => o.address === null || hidden.includes(o.host));
  return isOnly || facts.servers.isSure(host);
}
