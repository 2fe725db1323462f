import type { HereFact, LedElsewhere } from '../../model/here.ts';
import { hasConnected } from '../../model/observation.ts';
import { type Facts, hostsOf } from '../facts.ts';
import type { Found } from '../rule.ts';
import { about, listed, settingAdvice } from '../words.ts';

/**
 * This computer leads the name of the user's server elsewhere than DNS does, and nobody takes mail there. A name that DNS does not have
 * is meant to be found so (a server at home or in the office), and is another matter.
 */
export function ledElsewhere(facts: Facts): Found | null {
  const led = facts.here.filter(isLed).filter(({ inDns }) => inDns.length > 0);
  const hosts = hostsOf(facts, facts.outgoing);
  const host = hosts.find((name) => led.some((fact) => fact.host === name) && !isFine(facts, name));
  const fact = led.find((one) => one.host === host);
  const tried = facts.outgoing.filter((o) => o.host === host && o.address !== null);
  if (host === undefined || !fact || tried.length === 0) return everyName(facts, led);
  const isMute = !tried.some(hasConnected);
  const isNeeded = facts.good.length === 0 && facts.current !== 'works';
  return {
    confidence: isMute ? 'certain' : 'likely',
    severity: isNeeded ? 'problem' : 'warning',
    evidence: tried,
    values: {
      ...about(tried[0]),
      address: tried[0]?.address ?? '',
      others: listed(fact.inDns),
    },
    headline: `this-computer.headline.${fact.kind}`,
    detail: [`this-computer.detail.${fact.kind}`],
    advice: [...settingAdvice(facts, []), `this-computer.advice.${fact.kind}`, 'this-computer.advice.again'],
  };
}

function isLed(fact: HereFact): fact is LedElsewhere {
  return fact.kind === 'hosts-file' || fact.kind === 'search-list';
}

/** A search domain catches a stranger's name: then it catches the user's server's too, as soon as a program asks this computer for it. */
function everyName({ portal }: Facts, led: readonly LedElsewhere[]): Found | null {
  const fact = led.find(({ kind, host }) => kind === 'search-list' && portal.some((o) => o.host === host));
  const caught = portal.filter((o) => o.host === fact?.host && o.address !== null);
  if (!fact || caught.length === 0) return null;
  return {
    confidence: 'likely',
    evidence: caught,
    values: { ...about(caught[0]), address: caught[0]?.address ?? '', others: listed(fact.inDns) },
    headline: 'this-computer.headline.search-list',
    detail: ['this-computer.detail.search-list'],
    advice: ['this-computer.advice.search-list', 'this-computer.advice.again'],
  };
}

/** Somebody takes mail there who proves to be the server, or wants no proof. */
function isFine(facts: Facts, host: string): boolean {
  return facts.own.some((o) => o.host === host && o.outcome === 'ok' && o.tls?.trusted !== false);
}
