import type { Server } from '../model/check.ts';
import type { Security } from '../model/endpoint.ts';
import type { Observation } from '../model/observation.ts';
import { say, type TextKey } from '../text/index.ts';
import type { Facts } from './facts.ts';
import type { Failure } from './proof.ts';

/** Longest host name that fits into a headline. */
const headlineName = 36;

/** Longest piece of a server's own text that is repeated, in characters. */
const quoted = 200;

const securityWords: Readonly<Record<Security, TextKey>> = {
  none: 'finding.security.none',
  starttls: 'finding.security.starttls',
  tls: 'finding.security.tls',
};

const failureWords: Readonly<Record<Failure, TextKey>> = {
  timeout: 'finding.how.timeout',
  refused: 'finding.how.refused',
  unreachable: 'finding.how.unreachable',
};

/** How people read a protection: `STARTTLS`, `SSL/TLS`, `no encryption`. */
export function securityName(security: Security): string {
  return say(securityWords[security]);
}

/** How a port failed, to follow "Port 25": `gives no answer`. */
export function failureName(failure: Failure): string {
  return say(failureWords[failure]);
}

export function familyName(family: 4 | 6): string {
  return say(family === 4 ? 'finding.family.4' : 'finding.family.6');
}

/** A setting in one breath: host, port and encryption. */
export function settingName(server: Pick<Server, 'host' | 'port' | 'security'>): string {
  const { port, security } = server;
  const host = cut(server.host, 255);
  if (security === 'none') return say('finding.setting.plain', { host, port });
  return say('finding.setting', { host, port, security: securityName(security) });
}

/** `a`, `a and b`, `a, b and c`, and from the sixth on `and 3 more`. */
export function listed(items: readonly (string | number)[]): string {
  const words = items.map((item) => cut(String(item), 80));
  if (words.length > 5) {
    return say('finding.list.more', { first: words.slice(0, 4).join(', '), count: words.length - 4 });
  }
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : say('finding.list.last', { first: words.slice(0, -1).join(', '), last });
}

/** `port 25`, `ports 25 and 587`. */
export function portList(ports: readonly number[]): string {
  return say(ports.length === 1 ? 'finding.port' : 'finding.ports', { ports: listed(ports) });
}

/** A host name that fits into a headline. */
export function shortName(host: string): string {
  return cut(host, headlineName);
}

/** What a server said, cut, for a sentence. */
export function quote(text: string | undefined): string {
  return cut((text ?? '').replace(/\s+/g, ' ').trim(), quoted);
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

/** Values that every sentence may use. `setting` exists only when there is a recommendation. */
export function commonValues(facts: Facts): Record<string, string | number> {
  const { recommendation, input } = facts.evidence;
  const host = facts.outgoing[0]?.host ?? input.server ?? input.domain ?? '';
  return {
    host: cut(host, 255),
    name: shortName(host),
    ...(recommendation ? { setting: settingName(recommendation.outgoing) } : {}),
  };
}

/** Values about the host that an observation is about. */
export function about(o: Observation | undefined): Record<string, string | number> {
  return o ? { host: cut(o.host, 255), name: shortName(o.host), port: o.port } : {};
}

/** Advice to use what was measured to work, or `otherwise` when nothing was. */
export function settingAdvice(facts: Facts, otherwise: readonly TextKey[]): TextKey[] {
  const { recommendation } = facts.evidence;
  if (!recommendation) return [...otherwise];
  if (recommendation.outgoing.security === 'none') return ['finding.advice.use-plain', ...otherwise];
  if (recommendation.change?.length === 0) return [...otherwise];
  return ['finding.advice.use', 'finding.advice.login'];
}
