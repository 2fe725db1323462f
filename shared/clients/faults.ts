import type { Server } from '../model/check.ts';
import { endpointKey } from '../model/endpoint.ts';
import type { Finding, FindingCode, Recommendation } from '../model/finding.ts';
import type { Observation } from '../model/observation.ts';
import type { Report } from '../model/report.ts';
import { isSafe } from '../model/usable.ts';
import { say } from '../text/index.ts';

/** Findings that say that a setting can be used only with a danger, or that programs will refuse it. */
const faults: ReadonlySet<FindingCode> = new Set([
  'no-encryption',
  'starttls-stripped',
  'tls-intercepted',
  'port-25-intercepted',
  'clock-wrong',
  'certificate-expired',
  'certificate-name-mismatch',
  'certificate-untrusted',
  'certificate-chain-incomplete',
  'tls-too-old',
]);

/** Advice to leave a program as it is: said in the export's own words, which go with the steps that it has. */
const isToWait = (key: string): boolean => key.endsWith('.advice.wait');

/** Advice to set what the export is there to set, in words for a mail program alone. */
const isSetHere = (key: string): boolean => /^finding\.advice\.(use|login)(\.|$)/.test(key);

/** Said where the server for receiving stands: in the steps and on the page. What only sends has none. */
const isSaidThere = (key: string): boolean => key.endsWith('.advice.receiving');

/** What lies on this computer or in its network, and not at the server: another device need not meet it. */
const nearby: ReadonlySet<FindingCode> = new Set(['tls-intercepted', 'clock-wrong']);

/** What is wrong with settings, and what follows for whoever is to type them. */
export type Faults = {
  readonly warnings: readonly string[];
  /** The findings that the warnings are of. */
  readonly told: readonly FindingCode[];
  /** What has to be done before these settings work; empty where the warnings have all that can be said. */
  readonly first: readonly string[];
  /** Whether programs refuse to connect whatever is set in them, until that is done. */
  readonly mustWait: boolean;
  /** It lies on this computer or in its network alone. */
  readonly isNearby?: true;
};

/**
 * What is wrong with the settings that a report recommends, in the words of its findings: those that rest on an attempt at one of the two
 * servers. A setting that was not seen to be safe never goes without a warning. Where it is the way of sending that programs refuse, what
 * has to be mended is told apart from the warning, since it comes before any step.
 */
export function faultsOf(
  { findings, observations }: Report,
  { outgoing, incoming, change }: Pick<Recommendation, 'outgoing' | 'incoming' | 'change'>,
): Faults {
  const servers = incoming ? [outgoing, incoming] : [outgoing];
  const tried = observations.filter((o) => servers.some((server) => endpointKey(server) === endpointKey(o)));
  const ids = new Set(tried.map(({ id }) => id));
  const told = findings.filter(
    ({ code, severity, evidence }) =>
      faults.has(code) && severity !== 'note' && evidence.some((id) => ids.has(id)),
  );
  const codes = told.map(({ code }) => code);
  const mustWait = outgoing.security !== 'none' && tried.some((o) => isRefused(o, outgoing));
  if (told.length > 0 && mustWait) {
    return {
      warnings: told.map(({ headline, detail }) => say.together([headline, detail])),
      told: codes,
      first: [...told.flatMap(adviceIn), waiting(change, told)],
      mustWait,
      ...(told.every(({ code }) => nearby.has(code)) && { isNearby: true }),
    };
  }
  if (told.length > 0) return { warnings: told.map(inWords), told: codes, first: [], mustWait };
  if (!tried.some((o) => o.outcome === 'ok' && !isSafe(o)))
    return { warnings: [], told: codes, first: [], mustWait };
  const isPlain = servers.some(({ security }) => security === 'none');
  return {
    warnings: [say(isPlain ? 'client.fault.plain' : 'client.fault.unproven')],
    told: codes,
    first: mustWait ? [waiting(change, [])] : [],
    mustWait,
  };
}

function isRefused(observation: Observation, outgoing: Server): boolean {
  return (
    endpointKey(observation) === endpointKey(outgoing) && observation.outcome === 'ok' && !isSafe(observation)
  );
}

/** Which programs refuse to connect meanwhile, whatever is set in them, and what the steps are for. */
function waiting(change: Recommendation['change'], told: readonly Finding[]): string {
  if (change?.length === 0) return say('client.wait.same');
  const whose = refusedBy(told);
  if (whose === 'all') return say(change === null ? 'client.wait.unknown' : 'client.wait.other');
  return say(change === null ? `client.wait.${whose}` : `client.wait.other.${whose}`);
}

/** Programs on this computer alone, some of all, or all. */
function refusedBy(told: readonly Finding[]): 'here' | 'some' | 'all' {
  if (told.some(({ code }) => nearby.has(code))) return 'here';
  return told.length > 0 && told.every(isFoundBySome) ? 'some' : 'all';
}

/** Some programs find the missing part themselves, and work. */
function isFoundBySome({ code }: Finding): boolean {
  return code === 'certificate-chain-incomplete';
}

function inWords(finding: Finding): string {
  return say.together([finding.headline, finding.detail, ...adviceIn(finding)]);
}

function adviceIn({ advice, words }: Finding): string[] {
  return advice.filter((_, index) => {
    const key = words?.advice[index]?.key ?? '';
    return !isToWait(key) && !isSetHere(key) && !isSaidThere(key);
  });
}

/**
 * The host that programs refuse to receive through, since its certificate is for another name, where another name of it was found: who has
 * set it up by the first needs the other.
 */
export function misnamedIncoming(
  { findings, observations }: Report,
  { incoming }: Pick<Recommendation, 'incoming'>,
): string | undefined {
  if (incoming === null) return undefined;
  const ids = new Set(
    findings.filter(({ code }) => code === 'certificate-name-mismatch').flatMap(({ evidence }) => evidence),
  );
  const hosts = observations
    .filter(({ id, role }) => role === 'incoming' && ids.has(id))
    .map(({ host }) => host);
  return hosts.includes(incoming.host) ? undefined : hosts[0];
}
