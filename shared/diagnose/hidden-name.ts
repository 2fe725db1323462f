import { isSubmissionPort } from '../model/endpoint.ts';
import { hasConnected, type Observation } from '../model/observation.ts';
import { isThisComputer } from '../model/this-computer.ts';
import { emptyAnswer, placeOf } from '../parse/ip-range.ts';
import type { TextKey } from '../text/catalogue.ts';
import { type Facts, hostsOf } from './facts.ts';
import type { Found } from './rule.ts';
import { about, settingAdvice } from './words.ts';

/**
 * DNS has nothing but an address of no computer for the user's server, as a filter answers that hides a name. It may also be the entry of
 * the domain's owner: one directory's word cannot tell, so it is never certain. Strangers' names lead to computers, which keeps networks on
 * loopback addresses (practice) and on those of examples apart.
 */
export function hiddenName(facts: Facts): Found | null {
  if (facts.current === 'works') return null;
  const strangers = [...facts.controls, ...facts.portal].filter((o) => placeOf(o.address ?? '') === 'public');
  const isAmongExamples = strangers.every((o) => emptyAnswer(o.address ?? '') === 'example');
  const isNobodys = (address: string): boolean => {
    const kind = emptyAnswer(address);
    return kind !== null && !(kind === 'example' && isAmongExamples);
  };
  const hidden = hostsOf(facts, facts.outgoing).filter((host) => isHidden(facts, host, isNobodys));
  const host = hidden.find((name) => isMissed(facts, name, hidden));
  const mine = facts.outgoing.filter((o) => o.host === host && o.address !== null);
  const first = mine[0];
  if (!first) return null;
  const kind = emptyAnswer(first.address ?? '') ?? 'none';
  if (strangers.length === 0 && kind !== 'none') return null;
  const isFilters = kind === 'none' || kind === 'asker';
  return {
    confidence: strangers.length > 0 ? 'likely' : 'possible',
    evidence: [...mine, ...strangers],
    values: { ...about(first), address: first.address ?? '', kind },
    headline: 'dns-hijacked.headline.hidden',
    detail: [
      isFilters ? 'dns-hijacked.detail.hidden' : 'dns-hijacked.detail.nobodys',
      ...(strangers.length > 0 ? (['dns-hijacked.detail.hidden.others'] as const) : []),
    ],
    advice: [...settingAdvice(facts, []), ...(isFilters ? filtersFirst : ownerFirst)],
  };
}

const filtersFirst: readonly TextKey[] = [
  'dns-hijacked.advice.filter',
  'dns-hijacked.advice.2',
  'finding.advice.hotspot',
  'dns-hijacked.advice.owner',
];

/** Filters seldom answer like that; a slip of whoever entered the address is likelier. */
const ownerFirst: readonly TextKey[] = [
  'dns-hijacked.advice.owner',
  'finding.advice.vpn',
  'dns-hijacked.advice.2',
  'finding.advice.hotspot',
];

/** All that DNS says of it is an address of no computer, and nobody takes mail there for sending. */
function isHidden(facts: Facts, host: string, isNobodys: (address: string) => boolean): boolean {
  const seen = facts.outgoing.filter((o) => o.host === host && o.address !== null && o.address !== host);
  const isLedHere = facts.here.some(
    (fact) => (fact.kind === 'hosts-file' || fact.kind === 'search-list') && fact.host === host,
  );
  return (
    seen.length > 0 &&
    !isLedHere &&
    !isThisComputer(host) &&
    seen.every((o) => isNobodys(o.address ?? '') && !isTaken(o))
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
