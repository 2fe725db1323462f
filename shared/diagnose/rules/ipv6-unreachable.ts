import { sendingPorts } from '../../model/endpoint.ts';
import { mayBeOfCutLine } from '../../model/line-cut.ts';
import { hasConnected, type Observation } from '../../model/observation.ts';
import type { Said } from '../../text/said.ts';
import { at, operatorsForBlock, strangersReached } from '../blocks.ts';
import { type Facts, hostsOf, operatorsOf, portsOf } from '../facts.ts';
import { unansweredLookups } from '../names.ts';
import type { Found, Rule } from '../rule.ts';
import { about, failureName, portList } from '../words.ts';

/** A host's IPv6 addresses fail while its IPv4 works, or while it has none. */
export const ipv6Unreachable: Rule = {
  code: 'ipv6-unreachable',
  severity: 'warning',
  unless: ['offline', 'captive-portal'],
  find(facts) {
    const hosts = hostsOf(facts, facts.own).filter((host) => {
      const own = facts.own.filter((o) => o.host === host && !isCutWithLine(o, facts));
      const six = facts.shutView(own.filter((o) => o.family === 6));
      const four = facts.shutView(own.filter((o) => o.family === 4)).connected;
      const ports = new Set(four.map((o) => o.port));
      return six.connected.length === 0 && six.failed.some((o) => ports.has(o.port));
    });
    const host = hosts[0];
    if (host === undefined) return onlyOverIpv6(facts);
    if (isNetworks(facts)) return null;
    const failed = facts.own.filter((o) => hosts.includes(o.host) && o.family === 6 && facts.shutOf(o));
    const isMute = failed.every(hasConnected);
    const works = facts.own.filter((o) => hosts.includes(o.host) && o.family === 4 && hasConnected(o));
    const elsewhere = facts.all.filter((o) => o.family === 6 && hasConnected(o));
    const isInstant = failed.every((o) => o.outcome !== 'timeout');
    return {
      confidence: failed.length > 1 ? 'certain' : 'likely',
      // Silence makes programs hang, which is a reason for failing although everything works over IPv4.
      yields: isInstant || facts.current === 'works',
      evidence: [...failed, ...works, ...elsewhere],
      values: {
        ...about(failed[0]),
        ...(isMute && { ports: portList(portsOf(failed)), how: how(facts, failed) }),
      },
      ...(isMute && { headline: 'ipv6-unreachable.headline.mute' as const }),
      detail: [
        isMute
          ? 'ipv6-unreachable.detail.mute'
          : elsewhere.length > 0
            ? 'ipv6-unreachable.detail.server'
            : 'ipv6-unreachable.detail',
        isInstant ? 'ipv6-unreachable.detail.instant' : 'ipv6-unreachable.detail.hangs',
      ],
      advice: [
        isMute || elsewhere.length > 0 ? 'ipv6-unreachable.advice.server' : 'ipv6-unreachable.advice.1',
      ],
    };
  },
};

/** Its end may be the line's, which was cut meanwhile; silence has its own proof. */
function isCutWithLine(o: Observation, { all }: Facts): boolean {
  return o.outcome !== 'timeout' && mayBeOfCutLine(o, all);
}

function how(facts: Facts, failed: readonly Observation[]): Said {
  return failureName((failed[0] && facts.shutOf(failed[0])) ?? 'mute');
}

/** Strangers' ports for sending fail over IPv6 as well, while others are reached over it: that is a block, and no server's fault. */
function isNetworks(facts: Facts): boolean {
  const mine = facts.shutView(at(facts.outgoing, 6, sendingPorts));
  const controls = facts.shutView(at(facts.controls, 6, portsOf(mine.failed)));
  return (
    operatorsOf(controls.failed).length >= operatorsForBlock &&
    controls.connected.length === 0 &&
    strangersReached(facts, 6, sendingPorts).length > 0
  );
}

/** Every server of the user's has IPv6 addresses only, and nothing at all is reached over IPv6 from here. */
function onlyOverIpv6(facts: Facts): Found | null {
  // One that was given up over IPv4 says that there is an IPv4 address.
  const tried = facts.outgoing.filter(
    (o) => o.family !== null && (o.outcome !== 'cancelled' || o.family === 4),
  );
  // Its own kernel said so at once: it knows no way over IPv6 at all.
  const isWithoutWay = tried.every((o) => o.family === 6 && o.outcome === 'unreachable' && !o.witnessed);
  const reached = facts.all.filter(hasConnected);
  const isDead = reached.length > 0 && reached.every(({ family }) => family === 4);
  if (tried.length === 0 || !isWithoutWay || !isDead) return null;
  // Where DNS falls silent, or was not asked to the end, an IPv4 address may only not have been heard of.
  if (unansweredLookups(facts).length > 0 || facts.evidence.interrupted) return null;
  return {
    confidence: 'certain',
    severity: 'problem',
    evidence: [...tried, ...reached],
    values: about(tried[0]),
    headline: 'ipv6-unreachable.headline.only',
    detail: ['ipv6-unreachable.detail.only'],
    advice: ['ipv6-unreachable.advice.network', 'ipv6-unreachable.advice.ask'],
  };
}
