import { sourcesOf } from '../../model/claims.ts';
import type { Observation } from '../../model/observation.ts';
import { emptyAnswer } from '../../parse/ip-range.ts';
import { type Facts, operatorsOf } from '../facts.ts';
import { hiddenName } from '../hidden-name.ts';
import { inventedAnswers, isPrivate } from '../names.ts';
import type { Found, Rule } from '../rule.ts';

/**
 * DNS makes answers up: a name that cannot exist resolves, unrelated names all lead to one address of no public server, or the user's server
 * is led nowhere.
 */
export const dnsHijacked: Rule = {
  code: 'dns-hijacked',
  severity: 'problem',
  find(facts) {
    // A sign-in page lies about names on purpose, and says so itself.
    if (facts.portalSigns().length > 0) return null;
    const invented = inventedAnswers(facts);
    const shared = sharedPrivateAddress(facts);
    const lies = new Set([...invented, ...shared].map((o) => o.address));
    if (lies.size === 0) return hiddenName(facts);
    const misled = facts.own.filter((o) => lies.has(o.address));
    const isSpared = facts.own.some((o) => o.address !== null && !lies.has(o.address));
    // A guessed name that leads astray is no harm where the server that is known to be the user's does not.
    const affected = misled.filter((o) => !isSpared || isKnown(facts, o.host));
    return {
      confidence: invented.length > 0 || affected.length > 0 ? 'certain' : 'likely',
      // Lying about names that do not exist is a nuisance; lying about the user's server is the cause.
      severity: affected.length > 0 ? 'problem' : 'warning',
      evidence: [...affected, ...invented, ...shared],
      values: { address: [...lies][0] ?? '' },
      ...words(affected),
      advice: ['dns-hijacked.advice.1', 'dns-hijacked.advice.2'],
    };
  },
};

function isKnown(facts: Facts, host: string): boolean {
  return facts.servers.isSure(host) || sourcesOf(facts.evidence.discovery, host).includes('mx');
}

function words(affected: readonly Observation[]): Pick<Found, 'detail'> {
  return { detail: [affected.length > 0 ? 'dns-hijacked.detail' : 'dns-hijacked.detail.spared'] };
}

/** The user's server and servers of at least two operators, all at one private address, or at none. */
function sharedPrivateAddress(facts: Facts): Observation[] {
  const isNobodys = (address: string): boolean => isPrivate(address) || emptyAnswer(address) === 'none';
  const named = [...facts.own, ...facts.controls].filter((o) => o.address !== null && isNobodys(o.address));
  const address = facts.own.find((o) => named.includes(o))?.address;
  const same = named.filter((o) => o.address === address);
  return operatorsOf(same.filter((o) => o.role === 'reference')).length >= 2 ? same : [];
}
