import { readProcFile } from './proc-file.ts';

/** What Linux has counted so far, for the network namespace of this program. */
export type KernelCounters = {
  /** "Unreachable" messages (ICMP and ICMPv6) that this computer made and got. */
  readonly unreachableMade: number;
  readonly unreachableGot: number;
  /** Packets received over loopback, and over everything else. */
  readonly loopbackGot: number;
  readonly outsideGot: number;
  /** SYNs sent again, and segments that could not be sent again because something on this computer took them away. */
  readonly synsRepeated: number;
  readonly repeatsFailed: number;
  /** IP packets that were to leave and did not: a rule took them away. Always 0 where the kernel does not count what leaves (before 6.7). */
  readonly lostOnLeaving: number;
  /** IP packets that arrived whole, for this computer, and were handed to nobody on it. */
  readonly lostOnArrival: number;
};

/** Reads the counters, which anybody may; null on other systems and where they are hidden. Takes about 0.2 ms. */
export function kernelCounters(read: (file: string) => string = readProcFile): KernelCounters | null {
  try {
    const protocols = pairs(read('/proc/net/snmp'));
    const more = pairs(read('/proc/net/netstat'));
    const newer = lines(readOr(read, '/proc/net/snmp6'));
    const got = packetsGot(read('/proc/net/dev'));
    const over4 = losses((name) => protocols.get(`Ip:${name}`), 'ForwDatagrams');
    const over6 = losses((name) => newer.get(`Ip6${name}`) ?? 0, 'OutForwDatagrams');
    const counters = {
      unreachableMade: of(protocols, 'Icmp:OutDestUnreachs') + (newer.get('Icmp6OutDestUnreachs') ?? 0),
      unreachableGot: of(protocols, 'Icmp:InDestUnreachs') + (newer.get('Icmp6InDestUnreachs') ?? 0),
      synsRepeated: of(more, 'TcpExt:TCPSynRetrans'),
      repeatsFailed: of(more, 'TcpExt:TCPRetransFail'),
      lostOnLeaving: over4.lostOnLeaving + over6.lostOnLeaving,
      lostOnArrival: over4.lostOnArrival + over6.lostOnArrival,
      ...got,
    };
    return Object.values(counters).every(Number.isFinite) ? counters : null;
  } catch {
    return null;
  }
}

/** How far each counter went on. */
export function since(before: KernelCounters, after: KernelCounters): KernelCounters {
  const names = Object.keys(before) as (keyof KernelCounters)[];
  return Object.fromEntries(names.map((name) => [name, after[name] - before[name]])) as KernelCounters;
}

/** Without IPv6 there is no such file. */
function readOr(read: (file: string) => string, file: string): string {
  try {
    return read(file);
  } catch {
    return '';
  }
}

function of(values: ReadonlyMap<string, number>, name: string): number {
  return values.get(name) ?? Number.NaN;
}

/**
 * What has no known fate of the packets that were to leave (passed on or made, cut into fragments, sent) and of those that arrived (wrong, passed
 * on, put together from fragments, handed to a protocol). RFC 4293 section 3.2.3.
 */
function losses(
  counted: (name: string) => number | undefined,
  passedOn: string,
): Pick<KernelCounters, 'lostOnLeaving' | 'lostOnArrival'> {
  const count = (name: string): number => counted(name) ?? Number.NaN;
  const sum = (...names: readonly string[]): number => names.reduce((all, name) => all + count(name), 0);
  const wrong = sum('InHdrErrors', 'InAddrErrors', 'InUnknownProtos', 'InDiscards');
  return {
    lostOnLeaving: counted('OutTransmits')
      ? sum('OutRequests', passedOn, 'FragCreates') - sum('OutTransmits', 'FragOKs')
      : 0,
    lostOnArrival: sum('InReceives', 'ReasmOKs') - wrong - sum('InDelivers', 'ReasmReqds', passedOn),
  };
}

/** Two lines for each protocol: `Icmp: InMsgs InErrors …` and `Icmp: 12 0 …`. */
function pairs(text: string): Map<string, number> {
  const rows = text.split('\n').map((line) => line.trim().split(/\s+/));
  const found = new Map<string, number>();
  rows.forEach(([protocol, ...names], index) => {
    const [same, ...values] = rows[index + 1] ?? [];
    if (protocol !== same || !/^\D/.test(names[0] ?? '')) return;
    names.forEach((name, at) => {
      found.set(`${protocol}${name}`, Number(values[at]));
    });
  });
  return found;
}

/** One `name value` a line. */
function lines(text: string): Map<string, number> {
  return new Map(
    text.split('\n').flatMap((line) => {
      const [name, value] = line.trim().split(/\s+/);
      return name && value ? [[name, Number(value)] as const] : [];
    }),
  );
}

/** `name: bytes packets …` for each interface. */
function packetsGot(text: string): Pick<KernelCounters, 'loopbackGot' | 'outsideGot'> {
  let loopbackGot = Number.NaN;
  let outsideGot = 0;
  for (const line of text.split('\n')) {
    const [name, values] = line.split(/:(.*)/);
    if (name === undefined || values === undefined) continue;
    const packets = Number(values.trim().split(/\s+/)[1]);
    if (name.trim() === 'lo') loopbackGot = packets;
    else outsideGot += packets;
  }
  return { loopbackGot, outsideGot };
}
