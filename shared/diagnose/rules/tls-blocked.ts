import { isCutInTls } from '../../model/cut-in-tls.ts';
import { mayBeOfCutLine } from '../../model/line-cut.ts';
import type { Observation } from '../../model/observation.ts';
import { cutByName } from '../cut-by-name.ts';
import { type Facts, operatorsOf, portsOf } from '../facts.ts';
import type { Found, Rule } from '../rule.ts';
import { isInTheWay } from '../submission-ports.ts';
import { about, listed, portList, settingAdvice } from '../words.ts';

/** Connections are cut the moment encryption begins: at the user's server and at others, or where the user's server is asked for by name. */
export const tlsBlocked: Rule = {
  code: 'tls-blocked',
  severity: 'problem',
  unless: ['offline', 'captive-portal'],
  find(facts) {
    const isProven = (o: Observation): boolean =>
      isCut(o) && !mayBeOfCutLine(o, facts.all) && !facts.isStoppedHere(o);
    const mine = facts.own.filter(isProven);
    const controls = facts.controls.filter(isProven);
    const operators = operatorsOf(controls);
    // Connections that are cut in clear are cut whatever would be spoken.
    if (facts.controls.some((o) => isCutAtHello(o) || (o.security !== 'tls' && facts.shutOf(o) === 'cut')))
      return null;
    // One stranger whose encryption comes through shows that the network lets it pass.
    const spared = facts.controls.filter((o) => o.tls && portsOf(mine).includes(o.port));
    if (mine.length === 0 || operators.length === 0 || spared.length > 0) return byName(facts);
    return {
      confidence: operators.length >= 2 ? 'certain' : 'likely',
      severity: facts.current === 'works' || facts.good.length > 0 ? 'warning' : 'problem',
      evidence: [...mine, ...controls],
      values: { ports: portList(portsOf(mine)), operators: listed(operators), count: operators.length },
      advice: ['finding.advice.hotspot', 'tls-blocked.advice.plain', 'tls-blocked.advice.provider'],
    };
  },
};

/** A filter reads the name. Never certain: a machine in front of the server that does not know its own name would do the same. */
function byName(facts: Facts): Found | null {
  const { cut, answered } = cutByName(facts);
  const first = cut.find(({ role }) => role === 'outgoing') ?? cut[0];
  if (!first) return null;
  return {
    confidence: 'likely',
    severity: isInTheWay(facts, cut) ? 'problem' : 'warning',
    evidence: [...cut, ...answered],
    values: { ...about(first), ports: portList(portsOf(cut)) },
    headline: 'tls-blocked.headline.name',
    detail: ['tls-blocked.detail.name'],
    advice: [
      ...settingAdvice(facts, []),
      'finding.advice.hotspot',
      'finding.advice.scanner',
      'finding.advice.vpn',
      'tls-blocked.advice.name',
      'tls-blocked.advice.plain',
    ],
  };
}

/** Reset or closed after the ClientHello or after STARTTLS was accepted; an old server would answer with an alert. */
function isCut(o: Observation): boolean {
  const isAtStartTls = o.stage === 'starttls' && o.security === 'starttls';
  return isCutInTls(o) || (isAtStartTls && (o.outcome === 'reset' || o.outcome === 'closed'));
}

/** Cut when the first command was sent, before encryption was spoken of. */
function isCutAtHello(o: Observation): boolean {
  return o.stage === 'ehlo' && o.tls === undefined && (o.outcome === 'reset' || o.outcome === 'closed');
}
