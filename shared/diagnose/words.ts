import type { Server } from '../model/check.ts';
import { unusualSecret } from '../model/claims.ts';
import { isSameEndpoint } from '../model/endpoint.ts';
import { loginAct, loginKind } from '../model/login-kind.ts';
import type { Observation } from '../model/observation.ts';
import { isInDoubt } from '../model/usable.ts';
import type { TextKey } from '../text/catalogue.ts';
import { settingName } from '../text/names.ts';
import { type Plain, type Said, said } from '../text/said.ts';
import type { Facts } from './facts.ts';
import type { Shut } from './proof.ts';

export { securityName, settingName } from '../text/names.ts';

/** Longest host name that fits into a headline. */
const headlineName = 36;

/** Longest piece of a server's own text that is repeated, in characters. */
const quoted = 200;

/** How a port failed, to follow "Port 25": `gives no answer`. */
export function failureName(failure: Shut): Said {
  return said(`finding.how.${failure}`);
}

/** Where a connection that was made failed, to follow "takes the connection and then": `says nothing`. */
export function failurePoint({ stage, outcome, security, error }: Observation): Said {
  const where = stage === 'tls' || stage === 'starttls' || stage === 'ehlo' ? stage : 'greeting';
  if (error?.code === 'not-tls' && security === 'starttls') return said('finding.fails.starttls-plain');
  if (outcome === 'protocol-error') return said('finding.fails.other');
  if (outcome === 'tls-error') return said('finding.fails.tls-refused');
  if (outcome === 'timeout') return said(`finding.fails.${where}-timeout`);
  if (outcome === 'rejected' && (where === 'greeting' || where === 'ehlo')) {
    return said(`finding.fails.${where}-rejected`);
  }
  return said(`finding.fails.${where}-ended`);
}

/** `a`, `a and b`, `a, b and c`, and from the sixth on `and 3 more`. */
export function listed(items: readonly (string | number)[]): readonly Plain[] {
  const words = items.map((item) => (typeof item === 'number' ? item : cut(item, 80)));
  if (words.length <= 5) return words;
  return [...words.slice(0, 4), said('finding.list.more', { count: words.length - 4 })];
}

/** `port 25`, `ports 25 and 587`. */
export function portList(ports: readonly number[]): Said {
  return said('finding.ports', { ports: listed(ports), count: ports.length });
}

/** A host name that fits into a headline. */
export function shortName(host: string): string {
  return cut(host, headlineName);
}

/** What a server said, cut, for a sentence. */
export function quote(text: string | undefined): string {
  return cut((text ?? '').replace(/\s+/g, ' ').trim(), quoted);
}

/** A server's reply as it is quoted: its code, unless the text begins with it. */
export function quoteReply({ error }: Pick<Observation, 'error'>): string {
  const { code = '', message = '' } = error ?? {};
  return quote(message.startsWith(code) ? message : `${code} ${message}`);
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

/** Values that every sentence may use. `setting` exists only when there is a recommendation. */
export function commonValues(facts: Facts): Record<string, Plain> {
  const { recommendation, input } = facts.evidence;
  const host = facts.outgoing[0]?.host ?? input.server ?? input.domain ?? '';
  return {
    host: cut(host, 255),
    name: shortName(host),
    ...(recommendation ? { setting: settingName(recommendation.outgoing) } : {}),
  };
}

/** Values about the host that an observation is about. */
export function about(o: Observation | undefined): Record<string, Plain> {
  return o ? { host: cut(o.host, 255), name: shortName(o.host), port: o.port } : {};
}

/** Advice to use what was measured to work, or `otherwise` when nothing was. */
export function settingAdvice(facts: Facts, otherwise: readonly TextKey[]): TextKey[] {
  const { recommendation } = facts.evidence;
  if (!recommendation) return [...otherwise];
  if (recommendation.outgoing.security === 'none') return ['finding.advice.use-plain', ...otherwise];
  if (recommendation.change?.length === 0) return [...otherwise];
  return ['finding.advice.use', ...loginAdvice(facts, recommendation.outgoing)];
}

/** The same after a block was found: not before the certificate is put right, where every setting that works shows one in doubt. */
export function wayAroundAdvice(facts: Facts, otherwise: readonly TextKey[]): TextKey[] {
  const setting = facts.evidence.recommendation?.outgoing;
  const isDoubtful = facts.outgoing.some((o) => setting && isSameEndpoint(o, setting) && isInDoubt(o));
  return isDoubtful
    ? ['finding.advice.use.later', 'finding.advice.certificate']
    : settingAdvice(facts, otherwise);
}

/** How to log in for sending: never a password where none is taken, nor the user name for receiving where sending wants another. */
export function loginAdvice({ evidence }: Facts, server: Server): TextKey[] {
  const act = loginAct(loginKind(server, unusualSecret(evidence.discovery, server.host)?.secret));
  if (act === 'none') return [];
  const incoming = evidence.recommendation?.incoming;
  const isOtherName = incoming != null && incoming.username !== server.username;
  if (act === 'password') return [isOtherName ? 'finding.advice.login.other-name' : 'finding.advice.login'];
  if (act === 'made-password' && isOtherName) return ['finding.advice.login.made-password.other-name'];
  return [`finding.advice.login.${act}`];
}
