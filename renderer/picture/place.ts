import type { Finding, FindingCode } from '../../shared/model/finding.ts';
import { hasConnected, type Observation } from '../../shared/model/observation.ts';

/** Where a way ends: at this computer, in its network, somewhere on the way (not known where), at the server. */
export type Place = 'computer' | 'network' | 'way' | 'server';

/** How an attempt ended. */
export type Ending = Pick<Observation, 'outcome' | 'stage' | 'error'>;

/** What is known about where attempts broke: from the verdict, and from hosts of which another port answered. */
export type Blame = {
  readonly place: 'network' | 'server' | null;
  readonly evidence: ReadonlySet<string>;
  /** Ends that the verdict explains on every port. */
  readonly alike: ReadonlySet<string>;
  /** The verdict explains every attempt that got no connection. */
  readonly isEverything: boolean;
  readonly aliveHosts: ReadonlySet<string>;
};

/** Codes whose proof broke in the network: only there, wherever an attempt ended just so, or with everything that got no connection. */
const inTheNetwork: Partial<Record<FindingCode, 'proof' | 'alike' | 'everything'>> = {
  'port-25-blocked': 'proof',
  'port-25-intercepted': 'proof',
  'mail-allow-list': 'proof',
  'submission-blocked': 'proof',
  'mail-ports-blocked': 'everything',
  'dns-hijacked': 'everything',
  'dns-unreachable': 'everything',
  offline: 'everything',
  'captive-portal': 'everything',
  'proxy-only': 'everything',
  'tls-intercepted': 'alike',
  'tls-blocked': 'alike',
  'starttls-stripped': 'alike',
};
const atTheServer: ReadonlySet<FindingCode> = new Set(['server-down', 'port-closed']);

/** What a verdict says of where everything that was seen broke. */
export function blameOf(seen: readonly Observation[], verdict: Finding | null): Blame {
  const reach = verdict ? inTheNetwork[verdict.code] : undefined;
  const evidence = new Set(verdict?.evidence);
  return {
    place: reach ? 'network' : verdict && atTheServer.has(verdict.code) ? 'server' : null,
    evidence,
    alike: new Set(reach === 'alike' ? seen.filter(({ id }) => evidence.has(id)).map(endKey) : []),
    isEverything: reach === 'everything',
    aliveHosts: new Set(seen.filter(hasConnected).map(({ host }) => host)),
  };
}

function endKey({ outcome, stage }: Ending): string {
  return `${outcome}/${stage}`;
}

/** Where it broke: as the verdict has it for what it explains, and otherwise only as far as is known. */
export function placeOf(seen: Observation, blame: Blame): Place {
  const isExplained =
    blame.evidence.has(seen.id) ||
    blame.alike.has(endKey(seen)) ||
    (blame.isEverything && !hasConnected(seen));
  if (blame.place && isExplained) return blame.place;
  if (hasConnected(seen)) return 'server';
  // A name that does not exist leads nowhere, and the network is not to blame for it.
  if (seen.stage === 'dns') return seen.error?.code === 'no-dns-answer' ? 'network' : 'computer';
  // Anybody on the way can refuse; only a host that answers elsewhere is known to have done so itself.
  return seen.outcome === 'refused' && blame.aliveHosts.has(seen.host) ? 'server' : 'way';
}

/** Refused at the server, and nothing that the verdict rests on: a door that is not in use there. */
export function isAside(seen: Observation, blame: Blame): boolean {
  return seen.outcome === 'refused' && !blame.evidence.has(seen.id) && placeOf(seen, blame) === 'server';
}
