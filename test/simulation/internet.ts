import type { Duplex } from 'node:stream';
import { limits } from '../../electron/engine/limits.ts';
import type {
  Address,
  DialResult,
  DnsAnswer,
  DnsQuestion,
  DnsRecords,
  System,
} from '../../electron/engine/system.ts';
import type { Family } from '../../shared/model/family.ts';
import type { TlsFacts } from '../../shared/model/observation.ts';
import { builtInReferences, connectivityCheck } from '../../shared/model/references.ts';
import { type HonestDialogue, honestDialogues, stepsOf } from '../support/honest-dialogues.ts';
import {
  close,
  hear,
  resetWhen,
  type ScriptedConnection,
  type Step,
  say,
  scriptedServer,
  tlsFails,
  tlsHangs,
  wait,
} from '../support/scripted-server.ts';
import { type VirtualClock, virtualClock } from '../support/virtual-clock.ts';
import { type Chance, chance } from './chance.ts';
import { type Line, type LineQuality, line } from './line.ts';
import {
  type Fate,
  fateAtSite,
  fateOnTheWay,
  isAnsweredOnTheWay,
  type Manner,
  mailPorts,
  mannerAtSite,
  mannerOnTheWay,
  type Owner,
} from './policy.ts';
import { endOfConnection, goneAt, networkAt, type Situation } from './situation.ts';

export const domain = 'example.org';
export const mailHost = `mail.${domain}`;

type Computer = {
  readonly names: readonly string[];
  readonly owner: Owner;
  readonly hasIpv6: boolean;
  /** Times the usual distance. */
  readonly distance: number;
  readonly ports: readonly number[];
};
type Found = readonly { readonly ipAddress: string; readonly family: Family }[];
/** SYNs of one attempt as Linux sends them. */
const kernelSynsMs = [0, 1000, 3000, 7000, 15_000];
/** A site that bans the busy takes this many connections in this time, over each family. */
const busy = { connections: 8, withinMs: 10_000 };

export type SimulatedSystem = System & {
  readonly clock: VirtualClock;
  /** Whether the clock is wrong now by more than a day. */
  readonly isClockWrong: () => boolean;
};

const dayMs = 86_400_000;
/** The true date when each check begins. */
const startOfTime = Date.UTC(2026, 10, 23, 12);
/** How every certificate looks to a clock that is wrong by years. */
const outOfTime = {
  trusted: false,
  problem: 'not-yet-valid',
  problems: ['not-yet-valid'],
} as const satisfies Partial<TlsFacts>;

/** The world of a situation, in virtual time: names, networks that hide things, servers that speak, packets that are lost. */
export function simulatedInternet(world: Situation): SimulatedSystem {
  const clock = virtualClock(startOfTime);
  /** As the world is now: in the network that the computer is in. */
  const situation: Situation = {
    ...world,
    get network() {
      return networkAt(world, clock.now());
    },
    line: { ...world.line, gaps: [...world.line.gaps, ...gapsOf(world)] },
  };
  let wrongByMs = 0;
  /** Counts the networks that the computer has been in. */
  const networkNumber = () =>
    world.moves.filter(({ kind, atMs }) => kind === 'other' && atMs <= clock.now()).length;
  const random = chance(situation.seed ^ 0x5bd1e995);
  const wire = line(situation.line, clock, random);
  const computers = computersOf(situation, random);
  const addresses = new Map<string, Computer>();
  computers.forEach((computer, index) => {
    addresses.set(`192.0.2.${index + 1}`, computer);
    addresses.set(`2001:db8::${index + 1}`, computer);
    for (const name of computer.names) if (/^[\d.]+$/.test(name)) addresses.set(name, computer);
  });
  const callers = {
    4: { atMs: [] as number[], isBanned: false },
    6: { atMs: [] as number[], isBanned: false },
  };

  function answerOf(to: Address, computer: Computer | undefined): Fate {
    const onTheWay = fateOnTheWay(situation, to, computer?.owner);
    if (onTheWay !== 'passes' || !computer) return onTheWay;
    // Whoever answers in the server's place does so before the server is asked.
    if (isAnsweredOnTheWay(mannerOnTheWay(situation, to))) return 'passes';
    if (isBannedNow(computer, to.family)) return 'dropped';
    if (computer.owner === 'own') return fateAtSite(situation, to, computer.ports);
    return computer.ports.includes(to.port) ? 'passes' : 'refused';
  }

  function mannerOf(to: Address, computer: Computer): Manner {
    const onTheWay = mannerOnTheWay(situation, to);
    return onTheWay === 'well' && computer.owner === 'own' ? mannerAtSite(situation, to) : onTheWay;
  }

  function isBannedNow(computer: Computer, family: Family): boolean {
    if (situation.site !== 'bans the busy' || computer.owner !== 'own') return false;
    const caller = callers[family];
    caller.atMs = [...caller.atMs.filter((ms) => clock.now() - ms < busy.withinMs), clock.now()];
    caller.isBanned ||= caller.atMs.length > busy.connections;
    return caller.isBanned;
  }

  async function dial(to: Address, signal: AbortSignal): Promise<DialResult> {
    const computer = addresses.get(to.ipAddress);
    const startedMs = clock.now();
    if (to.family === 6 && !situation.hasIpv6) return { ok: false, errno: 'ENETUNREACH' };
    const gone = goneAt(world, startedMs, to.family);
    if (gone?.says) return { ok: false, errno: gone.says };
    for (const synMs of kernelSynsMs) {
      await clock.sleep(startedMs + synMs - clock.now(), signal);
      if (signal.aborted) break;
      if (goneAt(world, clock.now(), to.family)) continue;
      const fate = answerOf(to, computer);
      if (!wire.passes() || fate === 'dropped') continue;
      if (!computer) continue;
      const isNear = fateOnTheWay(situation, to, computer?.owner) !== 'passes';
      await clock.sleep(wire.roundTripMs(isNear ? 0.1 : computer.distance), signal);
      if (signal.aborted) break;
      if (!wire.passes()) continue;
      if (fate === 'refused') return { ok: false, errno: 'ECONNREFUSED' };
      if (fate === 'prohibited') return { ok: false, errno: to.family === 4 ? 'EHOSTUNREACH' : 'EACCES' };
      const ended = () => endOfConnection(world, startedMs, clock.now());
      if (ended()) break;
      const server = serverAt(computer, to.port, mannerOf(to, computer), wire, situation, ended);
      return { ok: true, connection: server.accept(clock) };
    }
    await clock.sleep(Number.MAX_SAFE_INTEGER, signal);
    return { ok: false, errno: 'ECANCELED' };
  }

  async function resolve(question: DnsQuestion, signal: AbortSignal): Promise<DnsAnswer> {
    const startedMs = clock.now();
    const ended = (answer: {
      outcome: string;
      code?: string;
      found?: DnsRecords;
      unheard?: 4 | 6;
    }): DnsAnswer => ({ ...answer, elapsedMs: clock.now() - startedMs }) as DnsAnswer;
    const cancelled = () => ended({ outcome: 'cancelled', code: 'ECANCELLED' });
    const one = (ms: number) => clock.sleep(Math.max(0, startedMs + ms - clock.now()), signal);
    if (/^[\d.]+$/.test(question.name)) {
      const found = { ipAddress: question.name, family: 4 as const };
      return ended({ outcome: 'found', found: { type: 'addresses', addresses: [found] } });
    }
    if (question.type !== 'addresses') {
      const ms = dnsMs(wire, situation);
      await one(Math.min(ms, limits.dnsMs));
      if (signal.aborted) return cancelled();
      if (ms >= limits.dnsMs) return ended({ outcome: 'no-answer', code: 'ETIMEOUT' });
      const found = recordsOf(question, situation);
      return ended(found ? { outcome: 'found', found } : { outcome: 'no-data', code: 'ENODATA' });
    }
    const index = computers.findIndex(({ names }) => names.includes(question.name.toLowerCase()));
    const computer = computers[index];
    const halves = (<readonly { readonly family: 4 | 6; readonly ms: number; readonly found: Found }[]>[
      { family: 4, ms: dnsMs(wire, situation), found: [{ ipAddress: `192.0.2.${index + 1}`, family: 4 }] },
      {
        family: 6,
        ms: dnsMs(wire, situation),
        found: computer?.hasIpv6 ? [{ ipAddress: `2001:db8::${index + 1}`, family: 6 }] : [],
      },
    ]).toSorted((a, b) => a.ms - b.ms);
    if (!computer) {
      const ms = halves[0]?.ms ?? 0;
      await one(Math.min(ms, limits.dnsMs));
      if (signal.aborted) return cancelled();
      return ended(
        ms >= limits.dnsMs
          ? { outcome: 'no-answer', code: 'ETIMEOUT' }
          : { outcome: 'no-name', code: 'ENOTFOUND' },
      );
    }
    const firstFound = halves.find(({ found }) => found.length > 0)?.ms ?? 0;
    const patienceMs = question.isThorough ? limits.dnsMs : firstFound + limits.otherFamilyMs;
    const untilMs = Math.min(limits.dnsMs, patienceMs, Math.max(...halves.map(({ ms }) => ms)));
    await one(untilMs);
    if (signal.aborted) return cancelled();
    const heard = halves.filter(({ ms }) => ms <= untilMs && ms < limits.dnsMs);
    const found = heard.flatMap((half) => half.found);
    if (found.length === 0) return ended({ outcome: 'no-answer', code: 'ETIMEOUT' });
    const unheard = halves.find((half) => !heard.includes(half))?.family;
    return ended({
      outcome: 'found',
      found: { type: 'addresses', addresses: found },
      ...(unheard && { unheard }),
    });
  }

  // The computer's own fate: it sleeps, and its clock is wrong until it is set.
  for (const move of world.moves) {
    if (move.kind === 'sleep') clock.at(move.atMs, () => clock.freeze(move.forMs));
    if (move.kind === 'busy') clock.at(move.atMs, () => clock.work(move.forMs));
    if (move.kind !== 'set') continue;
    wrongByMs += move.wrongByMs;
    clock.setBy(move.wrongByMs);
    clock.at(move.atMs, () => {
      wrongByMs -= move.wrongByMs;
      clock.setBy(-move.wrongByMs);
    });
  }

  return {
    isClockWrong: () => Math.abs(wrongByMs) > dayMs,
    clock,
    isPractice: false,
    ownAddress: async (family) => {
      const isWithoutNetwork = goneAt(world, clock.now(), family)?.kind ?? 'redial';
      if (isWithoutNetwork !== 'redial' || (family === 6 && !situation.hasIpv6)) return null;
      const number = networkNumber();
      return family === 4 ? `10.0.${number}.100` : `2001:db8:${number}::100`;
    },
    lookHere: async () => [],
    random,
    dial,
    resolve,
    secure: async (connection: Duplex, _options, signal) => {
      const result = await (connection as ScriptedConnection).secure(signal);
      return result.ok && Math.abs(wrongByMs) > 60 * dayMs
        ? { ...result, facts: { ...result.facts, ...outOfTime } }
        : result;
    },
    async fetch({ addresses: places }, signal) {
      const to = places[0];
      const dialled = to && (await dial({ ...to, port: 443 }, signal));
      if (!dialled?.ok) return { ok: false, kind: 'unreachable', code: 'ETIMEDOUT' };
      dialled.connection.destroy();
      await clock.sleep(3 * wire.exchangeMs(1), signal);
      return { ok: true, status: 404, body: '' };
    },
  };
}

/** While there is no network, nothing passes. What is so over one family only is seen to where packets are sent. */
function gapsOf({ moves }: Situation): LineQuality['gaps'] {
  return moves.flatMap((move) =>
    (move.kind === 'lost' && move.family === undefined) || move.kind === 'other' || move.kind === 'redial'
      ? [{ fromMs: move.atMs, untilMs: move.atMs + move.forMs }]
      : [],
  );
}

function computersOf(situation: Situation, random: Chance): Computer[] {
  const distance = () => 0.3 + 2 * random() ** 2;
  const own = { owner: 'own' as const, hasIpv6: situation.siteHasIpv6 };
  const mail = [mailHost, `smtp.${domain}`, `imap.${domain}`];
  return [
    {
      ...own,
      names: situation.receivesElsewhere ? mail : [...mail, `mx.${domain}`],
      distance: distance(),
      ports: mailPorts,
    },
    ...(situation.receivesElsewhere
      ? [{ ...own, names: [`mx.${domain}`], distance: distance(), ports: [25] }]
      : []),
    { owner: 'own web', names: [domain], hasIpv6: false, distance: distance(), ports: [80, 443] },
    ...builtInReferences.map(
      (r): Computer => ({
        owner: r.kind === 'mail' ? r.size : 'other',
        names: [r.host],
        hasIpv6: !/^[\d.]+$/.test(r.host),
        distance: distance(),
        ports: r.kind === 'not-listening' ? [80, 443] : r.ports,
      }),
    ),
    {
      owner: 'other',
      names: [connectivityCheck.host],
      hasIpv6: true,
      distance: distance(),
      ports: [connectivityCheck.port],
    },
  ];
}

/** When DNS is asked, in ms. */
const dnsTriesMs = [0, ...limits.dnsRepeatsMs];

/** The tries at a resolver near by. At least `limits.dnsMs` when neither is answered. */
function dnsMs(wire: Line, { network }: Situation): number {
  if (network === 'offline') return limits.dnsMs;
  for (const sentMs of dnsTriesMs) {
    if (wire.passes(sentMs) && wire.passes(sentMs)) return sentMs + wire.roundTripMs(0.5);
  }
  return limits.dnsMs;
}

function recordsOf({ name, type }: DnsQuestion, { publishes }: Situation): DnsRecords | null {
  if (type === 'MX') {
    return name === domain ? { type: 'MX', records: [{ exchange: `mx.${domain}`, preference: 10 }] } : null;
  }
  const port = { _submission: 587, _submissions: 465, _imap: 143, _imaps: 993 }[name.split('.')[0] ?? ''];
  if (type !== 'SRV' || publishes !== 'srv' || port === undefined || !name.endsWith(domain)) return null;
  return { type: 'SRV', records: [{ target: mailHost, port, priority: 0, weight: 1 }] };
}

/** What listens on a port, as slow as the line makes it. */
function serverAt(
  computer: Computer,
  port: number,
  manner: Manner,
  wire: Line,
  situation: Situation,
  ended: () => ReturnType<typeof endOfConnection>,
) {
  const travel = (): Step[] => [
    wait(() => wire.exchangeMs(computer.distance)),
    // It may have died meanwhile.
    wait(() => (ended() === 'in silence' ? Number.MAX_SAFE_INTEGER : 0)),
    resetWhen(() => ended() === 'with a reset'),
  ];
  if (port === connectivityCheck.port) {
    const date = `Date: ${new Date(startOfTime).toUTCString()}`;
    return scriptedServer(
      hear('GET'),
      ...travel(),
      say('HTTP/1.1 200 OK', date, '', connectivityCheck.body),
      close(),
    );
  }
  const dialogue = dialogueOn(port);
  const name = computer.names[0] ?? '';
  const steps = dialogue.exchanges.flatMap((exchange): Step[] => {
    const own = stepsOf({ ...exchange, reply: exchange.reply?.replaceAll('mx.example', name) ?? null });
    const last = own.pop();
    if (!last) return [];
    if (exchange.phase === 'greeting') {
      return [wait(situation.greetingMs), ...travel(), last];
    }
    return [...own, ...(exchange.reply === null ? [...travel(), ...travel()] : travel()), last];
  });
  return scriptedServer(...misbehaving(steps, manner, travel));
}

/** What becomes of a dialogue on a port that connects and then fails. */
function misbehaving(steps: readonly Step[], manner: Manner, travel: () => readonly Step[]): readonly Step[] {
  const handshake = steps.findIndex((step) => step.do === 'tls');
  const isTlsFirst = steps.find((step) => step.do !== 'wait')?.do === 'tls';
  const until = (start: string) => steps.findIndex((step) => step.do === 'hear' && step.start === start) + 1;
  const instead = (start: string, reply: string): Step[] =>
    until(start) === 0
      ? [...steps]
      : [
          ...steps.slice(0, until(start)),
          ...travel(),
          say(reply),
          hear(''),
          ...travel(),
          say(reply),
          close(),
        ];
  switch (manner) {
    case 'well':
      return steps;
    case 'mute':
      return isTlsFirst ? [tlsHangs()] : [wait(Number.MAX_SAFE_INTEGER)];
    case 'cut':
      return isTlsFirst ? [...travel(), tlsFails('closed')] : [...travel(), close()];
    case 'TLS cut':
      return handshake === -1 ? steps : [...steps.slice(0, handshake), ...travel(), tlsFails('reset')];
    case 'turned away':
      return instead('EHLO', '503 5.5.1 not now');
    case 'no to STARTTLS':
      return instead('STARTTLS', '454 4.7.0 TLS not available');
  }
}

function dialogueOn(port: number): HonestDialogue {
  const wanted =
    { 465: 'smtp tls', 143: 'imap starttls', 993: 'imap tls', 110: 'pop3 starttls', 995: 'pop3 tls' }[port] ??
    'smtp starttls';
  const dialogue = honestDialogues.find(({ name }) => name === wanted);
  if (!dialogue) throw new Error(`no dialogue ${wanted}`);
  return dialogue;
}
