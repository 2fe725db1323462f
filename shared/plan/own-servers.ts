import type { Candidate, CheckInput, CurrentSettings, PlannedProbe } from '../model/check.ts';
import {
  conventionalSecurity,
  type Endpoint,
  endpointKey,
  isMailPort,
  type Protocol,
  type Security,
} from '../model/endpoint.ts';
import type { Family } from '../model/family.ts';
import type { Role } from '../model/observation.ts';

/** A probe before it has a number. */
export type Proposal = Omit<PlannedProbe, 'id'> & {
  /** How often this same endpoint is asked, this time included; more than once only to settle a doubt. */
  readonly asking: number;
  /** The host was only named by this host's certificate: it is probed only where both lead to the same address. */
  readonly sameComputerAs?: string;
  /** Only over this address family. */
  readonly family?: Family;
  /** Only at this one of the host's addresses, beside whatever goes on at the others. */
  readonly address?: string;
};

/** Proposals with the same key are the same probe. */
export function proposalKey(proposal: Proposal): string {
  const { role, asking, address, family } = proposal;
  return `${role} ${endpointKey(proposal)} #${asking} ${address ?? family ?? 'any'}`;
}

/** The same endpoint once more; `asking` is the how-manieth time this is. */
export function repeated(o: Endpoint & { readonly role: Role }, asking: number): Proposal {
  const { role, protocol, host, port, security } = o;
  return { role, protocol, host, port, security, asking, priority: 5 };
}

/** The same endpoint, but for one thing. */
export function varied(
  o: Endpoint & { readonly role: Role },
  change: { readonly host: string } | { readonly security: Endpoint['security'] },
): Proposal {
  return { ...repeated(o, 1), ...change };
}

/**
 * How surely a host is the user's. Hosts of a lower tier are probed only when the tiers above them have nothing that works:
 * a web server at the bare domain would otherwise be knocked at for nothing, and its silence would cost seconds.
 */
export type Tier = 1 | 2 | 3;

/** 1: named by the user or published by the provider. 2: a usual name, or the domain's MX. 3: the bare domain. */
export function tierOf(candidate: Candidate, input: CheckInput): Tier {
  if (candidate.source !== 'guess' && candidate.source !== 'mx') return 1;
  return candidate.host === input.domain ? 3 : 2;
}

export type PlanState = {
  readonly input: CheckInput;
  /** Best first, as `rankCandidates` gives them. */
  readonly candidates: readonly Candidate[];
  /** Addresses of the hosts looked up so far; a host without an entry is still being looked up. */
  readonly addresses: ReadonlyMap<string, readonly string[]>;
  /** Tiers that may be probed now. */
  readonly openTier: Tier;
  /** The same for receiving alone, where that is more. */
  readonly incomingTier?: Tier;
  /** Protocols that the domain says it does not offer: their usual ports are left alone. */
  readonly notOffered: ReadonlySet<Protocol>;
  /** Hosts of which a port was tried already, each as `beginning` has it. */
  readonly begun: ReadonlySet<string>;
  /** Hosts that DNS is being asked about, and that are worth a moment's wait: those ranked below them may be the same computers by lesser names. */
  readonly awaited?: ReadonlySet<string>;
};

const incomingPorts: readonly (readonly [Protocol, number, Security])[] = [
  ['imap', 993, 'tls'],
  ['imap', 143, 'starttls'],
  ['pop3', 995, 'tls'],
  ['pop3', 110, 'starttls'],
];

/**
 * Ports in the order in which the three connections to one host are used: likely settings first, then the longer dialogues (STARTTLS
 * takes seven round trips, TLS from the first byte five), so that no long one is left over at the end.
 */
const portOrder = [587, 465, 25, 2525, 26, 143, 110, 995, 993];

/** Hosts of one role that are probed at most, counted by distinct addresses. */
const hostsPerRole = 4;

/**
 * The probes of the user's own servers, from what discovery knows so far. Calling it again with more knowledge gives the same
 * probes and more. A name whose addresses all are a better name's is the same computer: only the better name is probed.
 */
export function planProbes(state: PlanState): Proposal[] {
  const { input } = state;
  const proposals: Proposal[] = [];
  if (
    input.current &&
    isProbedAsSet(input.current, input) &&
    state.addresses.get(input.current.host)?.length
  ) {
    proposals.push(propose('outgoing', { protocol: 'smtp', ...input.current }, -1));
  }
  for (const host of hostsToProbe(state, 'outgoing')) {
    for (const endpoint of outgoingEndpoints(state, host.name)) {
      proposals.push(propose('outgoing', endpoint, host.order));
    }
  }
  if (input.incoming) {
    for (const host of hostsToProbe(state, 'incoming')) {
      for (const endpoint of incomingEndpoints(state, host.name)) {
        proposals.push(propose('incoming', endpoint, host.order));
      }
    }
  }
  return distinctProposals(proposals);
}

/**
 * Settings that fight their port's convention (465 with STARTTLS) wait for the conventional probe and follow it up: a crossed port
 * stays silent for half a minute, and a closed one is closed whatever is spoken there.
 */
function isProbedAsSet(current: CurrentSettings, input: CheckInput): boolean {
  return current.security === conventionalSecurity(current.port) || !input.ports.includes(current.port);
}

/** The names to probe for a role, one per computer, the best first. */
function hostsToProbe(state: PlanState, role: Role): { name: string; order: number }[] {
  const { input, openTier, incomingTier = openTier } = state;
  const tier = role === 'incoming' ? Math.max(openTier, incomingTier) : openTier;
  const seen: (readonly string[])[] = [];
  const hosts: { name: string; order: number }[] = [];
  for (const candidate of state.candidates) {
    if (candidate.role !== role || tierOf(candidate, input) > tier) continue;
    const addresses = state.addresses.get(candidate.host);
    if (!addresses && state.awaited?.has(candidate.host)) break;
    if (!addresses || addresses.length === 0) continue;
    if (seen.some((better) => areAllAmong(addresses, better))) continue;
    if (isBegunByAnotherName(candidate, addresses, state)) continue;
    seen.push(addresses);
    hosts.push({ name: candidate.host, order: hosts.length });
    if (hosts.length === hostsPerRole) break;
  }
  return hosts;
}

/** A host in one role, as `PlanState.begun` has it. */
export function beginning({ role, host }: { readonly role: Role; readonly host: string }): string {
  return `${role} ${host}`;
}

/** A usual name or an MX that was looked up later is no reason to try all ports of the same computer a second time. */
function isBegunByAnotherName(
  candidate: Candidate,
  own: readonly string[],
  { candidates, addresses, begun, input }: PlanState,
): boolean {
  const tier = tierOf(candidate, input);
  if (tier === 1 || begun.has(beginning(candidate))) return false;
  return candidates.some(
    (other) =>
      other.role === candidate.role &&
      begun.has(beginning(other)) &&
      tierOf(other, input) <= tier &&
      areAllAmong(own, addresses.get(other.host) ?? []),
  );
}

function areAllAmong(addresses: readonly string[], others: readonly string[]): boolean {
  return addresses.every((address) => others.includes(address));
}

function outgoingEndpoints(state: PlanState, host: string): Endpoint[] {
  const { input } = state;
  const published = publishedEndpoints(state, 'outgoing', host);
  const ports = input.serverPort === undefined ? input.ports : [input.serverPort, ...input.ports];
  const usual = ports.map((port): Endpoint => {
    return { protocol: 'smtp', host, port, security: conventionalSecurity(port) };
  });
  return [...published.filter((endpoint) => !usual.some((other) => other.port === endpoint.port)), ...usual];
}

function incomingEndpoints(state: PlanState, host: string): Endpoint[] {
  const published = publishedEndpoints(state, 'incoming', host);
  const usual = incomingPorts
    .filter(([protocol]) => !state.notOffered.has(protocol))
    .map(([protocol, port, security]): Endpoint => ({ protocol, host, port, security }));
  return [...published.filter((endpoint) => !usual.some((other) => other.port === endpoint.port)), ...usual];
}

/**
 * What was claimed of this host with a port of its own: tried besides the usual ones. A port that is not for mail is contacted only
 * when the person named it, because whoever publishes settings could otherwise let anything be knocked at.
 */
function publishedEndpoints(state: PlanState, role: Role, host: string): Endpoint[] {
  return state.candidates
    .filter((c) => c.role === role && c.host === host && c.source !== 'guess' && c.source !== 'mx')
    .filter((c) => c.source === 'user' || isMailPort(c.port))
    .map(({ protocol, port, security }) => ({ protocol, host, port, security }));
}

function propose(role: Role, endpoint: Endpoint, hostOrder: number): Proposal {
  const position = portOrder.indexOf(endpoint.port);
  return {
    ...endpoint,
    role,
    asking: 1,
    priority: hostOrder * 20 + (position === -1 ? 0 : position),
  };
}

/** Of those that are the same probe the first. */
export function distinctProposals(proposals: readonly Proposal[]): Proposal[] {
  const byKey = new Map<string, Proposal>();
  for (const proposal of proposals) {
    const key = proposalKey(proposal);
    if (!byKey.has(key)) byKey.set(key, proposal);
  }
  return [...byKey.values()];
}
