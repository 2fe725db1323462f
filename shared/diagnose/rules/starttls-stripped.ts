import { isCurrentElsewhere } from '../blocks.ts';
import type { Facts } from '../facts.ts';
import type { Rule } from '../rule.ts';
import { isKnownToEncrypt, type StartTlsAsks, startTlsAsks } from '../starttls.ts';
import { about, portList, settingAdvice } from '../words.ts';

/** Contract: a server that leaves STARTTLS out once may offer it the next time. */
const asksNeeded = 3;

/** The offer of encryption is removed or overwritten on the way. */
export const startTlsStripped: Rule = {
  code: 'starttls-stripped',
  severity: 'problem',
  unless: ['offline', 'captive-portal'],
  find(facts) {
    const stripped = startTlsAsks(facts)
      .filter(({ lacking, offered }) => lacking.length >= asksNeeded && offered.length === 0)
      .map((asks) => ({ asks, proof: proofOf(facts, asks) }))
      .filter(({ proof }) => proof !== null);
    const first = stripped[0];
    if (!first) return null;
    const ports = [...new Set(stripped.map(({ asks }) => asks.endpoint.port))].sort((a, b) => a - b);
    const isMasked = stripped.some(({ asks }) => asks.masked.length >= asksNeeded);
    return {
      confidence: isMasked ? 'certain' : 'likely',
      severity: facts.current === 'works' && isCurrentElsewhere(facts, ports) ? 'warning' : 'problem',
      evidence: stripped.flatMap(({ asks, proof }) => [
        ...asks.lacking,
        ...(Array.isArray(proof) ? proof : []),
      ]),
      values: { ...about(first.asks.lacking[0]), ports: portList(ports) },
      detail: [
        isMasked ? 'starttls-stripped.detail.masked' : 'starttls-stripped.detail',
        'starttls-stripped.detail.meaning',
      ],
      advice: [
        'starttls-stripped.advice.never',
        ...settingAdvice(facts, ['finding.advice.hotspot']),
        'starttls-stripped.advice.who',
      ],
    };
  },
};

/** Outside the submission port many servers offer no encryption at all: there only published data is proof. */
function proofOf(facts: Facts, asks: StartTlsAsks): ReturnType<typeof isKnownToEncrypt> | 'masked' {
  if (asks.masked.length > 0) return 'masked';
  const proof = isKnownToEncrypt(facts, asks.endpoint);
  // Others' offers come through, so the one that is missing here is missing at the server, unless it publishes it.
  if (proof !== 'published' && isOfferedByOthers(facts, asks.endpoint.port)) return null;
  return asks.endpoint.port === 587 || proof === 'published' ? proof : null;
}

function isOfferedByOthers(facts: Facts, port: number): boolean {
  return facts.controls.some((o) => o.port === port && o.security === 'starttls' && o.tls !== undefined);
}
