import type { Observation } from '../../model/observation.ts';
import { hasConnected } from '../../model/observation.ts';
import { isFamilyAlive, sendingPorts } from '../blocks.ts';
import { type Facts, hostsOf, operatorsOf, portsOf } from '../facts.ts';
import { nearest } from '../nearest.ts';
import type { Rule } from '../rule.ts';
import { about, listed } from '../words.ts';

/** The server's name resolves, every port fails, and the controls work. */
export const serverDown: Rule = {
  code: 'server-down',
  severity: 'problem',
  unless: [
    ...nearest,
    'private-address',
    'mail-ports-blocked',
    'submission-blocked',
    'mail-allow-list',
    'port-25-blocked',
  ],
  find(facts) {
    const hosts = hostsOf(facts, facts.outgoing).filter((host) => isServer(facts, host));
    // Over an address family that leads nowhere from here no server is found down.
    const tried = facts.own.filter(
      (o) => hosts.includes(o.host) && o.family !== null && isFamilyAlive(facts, o.family),
    );
    const view = facts.view(tried);
    const works = facts.controls.filter((o) => hasConnected(o) && portsOf(view.failed).includes(o.port));
    if (view.failed.length === 0 || view.connected.length > 0 || works.length === 0) return null;
    const isSure = hosts.some((host) => facts.servers.isSure(host));
    const unsure = view.unsure.filter((o) => sendingPorts.includes(o.port));
    const isWhole = unsure.length === 0 && operatorsOf(works).length >= 2;
    return {
      confidence: isSure && isWhole ? 'certain' : 'likely',
      evidence: [...view.failed, ...works],
      values: {
        ...about(view.failed[0]),
        ports: listed(portsOf([...view.failed, ...view.unsure])),
        operators: listed(operatorsOf(works)),
      },
      advice: ['server-down.advice.wait', 'finding.advice.hotspot', 'server-down.advice.ban'],
    };
  },
};

/** A name that is only guessed, and leads to where the web pages are, is not known to be a mail server at all. */
function isServer(facts: Facts, host: string): boolean {
  if (facts.servers.isSure(host) || facts.servers.isReceiverOnly(host)) return true;
  const addressesOf = (name: string): Set<string | null> =>
    new Set(facts.all.filter((o: Observation) => o.host === name).map((o) => o.address));
  const web = addressesOf(facts.evidence.input.domain ?? '');
  return ![...addressesOf(host)].some((address) => address !== null && web.has(address));
}
