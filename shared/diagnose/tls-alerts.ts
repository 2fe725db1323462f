import type { Observation } from '../model/observation.ts';
import { saidByOthers } from '../model/said-by-others.ts';
import type { TextKey } from '../text/catalogue.ts';
import { type Facts, portsOf } from './facts.ts';
import type { Found } from './rule.ts';
import { isInTheWay } from './submission-ports.ts';
import { about, portList, settingAdvice } from './words.ts';

/** What a server objects to by a TLS alert of its own (RFC 8446 section 6.2): `certificate_required` (116), `unrecognized_name` (112). */
export type TlsObjection = 'client-certificate' | 'name';

/** TLS libraries word an alert differently (OpenSSL, BoringSSL), but all keep the words of its name. */
const wordings: readonly (readonly [TlsObjection, RegExp])[] = [
  ['client-certificate', /certificate[ _]required|alert number 116\b/i],
  ['name', /unrecogni[sz]ed[ _]name|alert number 112\b/i],
];

/** Null where TLS did not fail, or failed of something else. */
export function tlsObjectionOf(o: Observation): TlsObjection | null {
  if (o.outcome !== 'tls-error') return null;
  return wordings.find(([, pattern]) => pattern.test(saidByOthers(o)))?.[0] ?? null;
}

/** What a rule about one of these alerts found: a problem where today's settings meet it or nothing else works, else a warning. */
export function alertedOver(
  facts: Facts,
  objection: TlsObjection,
  otherwise: readonly TextKey[],
): Found | null {
  const alerted = facts.submission.filter((o) => tlsObjectionOf(o) === objection);
  if (alerted.length === 0) return null;
  return {
    confidence: 'certain',
    severity: isInTheWay(facts, alerted) ? 'problem' : 'warning',
    evidence: alerted,
    values: { ...about(alerted[0]), ports: portList(portsOf(alerted)) },
    advice: [...settingAdvice(facts, []), ...otherwise],
  };
}
