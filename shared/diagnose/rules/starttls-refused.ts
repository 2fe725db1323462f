import type { Observation } from '../../model/observation.ts';
import { type Facts, portsOf } from '../facts.ts';
import { isPrivate } from '../names.ts';
import type { Rule } from '../rule.ts';
import { isForLogins, isInTheWay } from '../submission-ports.ts';
import { about, portList, quoteReply, settingAdvice } from '../words.ts';

/** The server offers STARTTLS and turns it down when it is asked for: RFC 3207 section 4, reply 454 as a rule. */
export const startTlsRefused: Rule = {
  code: 'starttls-refused',
  severity: 'problem',
  unless: ['offline', 'captive-portal'],
  find(facts) {
    const all = facts.submission.filter(isRefused);
    const onLoginPorts = all.filter((o) => isForLogins(facts, o));
    const refused = onLoginPorts.length > 0 ? onLoginPorts : all;
    const first = refused[0];
    if (!first) return null;
    const relay = refused.find((o) => isInnerRelay(facts, o));
    return {
      confidence: 'certain',
      severity: severityOf(facts, refused, onLoginPorts.length > 0),
      evidence: [...refused, ...(relay ? plainWay(facts, relay) : [])],
      values: {
        ...about(first),
        ports: portList(portsOf(refused)),
        reply: quoteReply(first),
      },
      detail: ['starttls-refused.detail', ...(relay ? (['starttls-refused.detail.relay'] as const) : [])],
      advice: [
        ...settingAdvice(facts, []),
        'starttls-refused.advice.tell',
        relay ? 'starttls-refused.advice.inside' : 'starttls-refused.advice.never',
      ],
    };
  },
};

/** On port 25, without a login, it stands in nobody's way where a port for programs was reached. */
function severityOf(
  facts: Facts,
  refused: readonly Observation[],
  isOnLoginPort: boolean,
): 'problem' | 'note' | 'warning' {
  if (!isInTheWay(facts, refused)) return 'warning';
  const isElsewhere = facts.submission.some((o) => isForLogins(facts, o) && o.timings.connect !== undefined);
  return isOnLoginPort || !isElsewhere ? 'problem' : 'note';
}

function isRefused(o: Observation): boolean {
  return o.outcome === 'rejected' && o.stage === 'starttls' && /^[45]/.test(o.error?.code ?? '');
}

/** A server in the own network, or one that the person's program uses without encryption, which takes mail without a login. */
function isInnerRelay(facts: Facts, o: Observation): boolean {
  return o.address !== null && isPrivate(o.address) && plainWay(facts, o).length > 0;
}

/** The same port, asked without encryption, that lets in without a login. */
function plainWay(facts: Facts, { host, port }: Observation): Observation[] {
  return facts.outgoing.filter(
    (o) =>
      o.host === host &&
      o.port === port &&
      o.security === 'none' &&
      o.outcome === 'ok' &&
      o.auth?.length === 0,
  );
}
