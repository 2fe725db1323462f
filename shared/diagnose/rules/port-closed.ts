import { sendingPorts } from '../../model/endpoint.ts';
import { hasConnected, type Observation } from '../../model/observation.ts';
import { type Facts, portsOf } from '../facts.ts';
import type { Rule } from '../rule.ts';
import { isForLogins, isMissedWhereOthersAre } from '../submission-ports.ts';
import { about, portList, settingAdvice } from '../words.ts';

/** One port of the server is closed while its others connect, and the controls connect on that port: nobody blocks it. */
export const portClosed: Rule = {
  code: 'port-closed',
  severity: 'note',
  unless: [
    'this-computer',
    'offline',
    'captive-portal',
    'dns-unreachable',
    'mail-ports-blocked',
    'mail-allow-list',
    'server-down',
  ],
  find(facts) {
    const view = facts.view(facts.submission);
    const { connected, failed } = view;
    const closed = failed
      .filter((o) => !isOpenByAnotherName(o, connected))
      .map((o) => ({ o, open: openPorts(facts, o), controls: controlsOn(facts, o) }))
      .filter(({ open, controls }) => open.length > 0 && controls.length > 0);
    const first = closed[0];
    if (!first) return null;
    const isSilent = closed.some(({ o }) => o.outcome !== 'refused');
    // A port on which no program logs in is no way to send.
    const isSendingClosed =
      facts.good.length === 0 &&
      facts.current !== 'works' &&
      !connected.some((o) => isForLogins(facts, o)) &&
      isMissedWhereOthersAre(facts, view);
    return {
      confidence: isSilent ? 'likely' : 'certain',
      severity: isSendingClosed ? 'problem' : 'note',
      yields: true,
      evidence: closed.flatMap(({ o, open, controls }) => [o, ...open, ...controls]),
      values: { ...about(first.o), ports: portList(portsOf(closed.map(({ o }) => o))) },
      detail: [isSendingClosed ? 'port-closed.detail.all' : 'port-closed.detail'],
      advice: isSendingClosed
        ? ['port-closed.advice.name', 'port-closed.advice.stopped', 'finding.advice.hotspot']
        : settingAdvice(facts, []),
    };
  },
};

/** The same port of the same computer connects under another of its names: that silence was the line's. */
function isOpenByAnotherName({ address, port }: Observation, connected: readonly Observation[]): boolean {
  return connected.some((o) => o.address === address && o.port === port);
}

/** Ports of the same computer that connect. Only hosts that take mail from programs are looked at, unless none is known that does. */
function openPorts(facts: Facts, closed: Observation): Observation[] {
  const open = facts.own.filter(
    (o) =>
      o.port !== closed.port &&
      (o.host === closed.host || o.address === closed.address) &&
      o.family === closed.family &&
      hasConnected(o),
  );
  const isForSending =
    facts.servers.isSure(closed.host) ||
    open.some((o) => o.role === 'outgoing') ||
    !facts.outgoing.some(hasConnected);
  return isForSending && !facts.servers.isReceiverOnly(closed.host) ? open : [];
}

function controlsOn(facts: Facts, closed: Observation): Observation[] {
  if (!sendingPorts.includes(closed.port)) return [];
  return facts.controls.filter(
    (o) => o.port === closed.port && o.family === closed.family && hasConnected(o),
  );
}
