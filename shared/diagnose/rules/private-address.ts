import { hasConnected, type Observation } from '../../model/observation.ts';
import { isSelfGiven } from '../../parse/ip-range.ts';
import { type Facts, hostsOf } from '../facts.ts';
import { isPrivate } from '../names.ts';
import { nearest } from '../nearest.ts';
import type { Found, Rule } from '../rule.ts';
import { about } from '../words.ts';

/** The server's name leads to an address of some inner network, or of one piece of cable, and nobody answers there from here. */
export const privateAddress: Rule = {
  code: 'private-address',
  severity: 'problem',
  unless: nearest,
  find(facts) {
    const hosts = hostsOf(facts, facts.outgoing);
    const host = hosts.find((name) => isInside(facts, name) && isMute(facts, name));
    // Where another of the user's servers answers, this name is not what stands in the way.
    if (host === undefined || facts.outgoing.some(hasConnected)) return null;
    const tried = facts.outgoing.filter((o) => o.host === host);
    const outside = facts.all.filter((o) => hasConnected(o) && o.address !== null && !isPrivate(o.address));
    return {
      confidence: outside.length > 0 ? 'certain' : 'likely',
      evidence: [...tried, ...outside],
      values: { ...about(tried[0]), address: tried[0]?.address ?? '' },
      ...(tried.every((o) => isSelfGiven(o.address ?? '')) ? selfGivenWords : insideWords),
    };
  },
};

const insideWords: Pick<Found, 'advice'> = {
  advice: ['private-address.advice.vpn', 'private-address.advice.outside', 'private-address.advice.ask'],
};

const selfGivenWords: Pick<Found, 'detail' | 'advice'> = {
  detail: ['private-address.detail.self-given'],
  advice: ['private-address.advice.self-given', 'private-address.advice.ask'],
};

function of(facts: Facts, host: string): Observation[] {
  return facts.own.filter((o) => o.host === host && o.address !== null);
}

function isInside(facts: Facts, host: string): boolean {
  const tried = of(facts, host);
  return tried.length > 0 && tried.every((o) => o.address !== null && isInner(o.address));
}

function isInner(address: string): boolean {
  return isPrivate(address) || isSelfGiven(address);
}

/** A refusal shows that somebody lives there, who only has no such service. */
function isMute(facts: Facts, host: string): boolean {
  return of(facts, host).every((o) => !hasConnected(o) && o.outcome !== 'refused');
}
