import type {
  Address,
  DialResult,
  DnsAnswer,
  DnsQuestion,
  System,
  WebReply,
} from '../../electron/engine/system.ts';
import { ScriptedConnection, type ScriptedServer } from './scripted-server.ts';
import { type VirtualClock, virtualClock } from './virtual-clock.ts';

/** What waits at one `address:port` of the invented network. */
export type Listener = {
  /** Time to the answer, whatever it is. */
  readonly rttMs?: number;
  /** Whether this SYN, counted from 1 over all attempts and kernel retransmissions, is lost. */
  readonly losesSyn?: (number: number) => boolean;
  /** What a SYN that arrives is answered with: an errno, or a connection to one of these scripts, in turn. */
  readonly answer: string | readonly ScriptedServer[];
};

/** What one URL answers: at once, after `ms`, or never. */
export type FakePage = WebReply & { readonly ms?: number };

export type FakeSystem = System & {
  readonly clock: VirtualClock;
  /** Every attempt, in order. */
  readonly dialled: readonly (Address & { readonly atMs: number })[];
  /** Every URL asked for and what was posted to it, in order. */
  readonly fetched: readonly { readonly url: string; readonly body?: string }[];
  /** Attempts under way: 0 when none was left behind. */
  readonly dialling: () => number;
};

/** SYNs of one attempt as Linux sends them: at once, then after 1, 3 and 7 s. */
const kernelSynsMs = [0, 1000, 3000, 7000];

/**
 * An invented network under a virtual clock. Where nothing listens every SYN is lost. Names are answered from `names`; others
 * do not exist. Pages are answered from `web`; elsewhere no web server is reached.
 */
export function fakeSystem(
  listeners: Readonly<Record<string, Listener>>,
  names: (question: DnsQuestion) => Omit<DnsAnswer, 'elapsedMs'> = () => ({
    outcome: 'no-name',
    code: 'ENOTFOUND',
  }),
  clock: VirtualClock = virtualClock(),
  web: Readonly<Record<string, FakePage>> = {},
): FakeSystem {
  const fetched: { url: string; body?: string }[] = [];
  const dialled: (Address & { atMs: number })[] = [];
  const syns = new Map<string, number>();
  const connections = new Map<string, number>();
  let dialling = 0;

  function next(counts: Map<string, number>, key: string): number {
    const number = (counts.get(key) ?? 0) + 1;
    counts.set(key, number);
    return number;
  }

  async function attempt(to: Address, signal: AbortSignal): Promise<DialResult> {
    const key = `${to.ipAddress}:${to.port}`;
    const listener = listeners[key];
    const startedMs = clock.now();
    for (const synMs of kernelSynsMs) {
      await clock.sleep(startedMs + synMs - clock.now(), signal);
      if (signal.aborted) break;
      const isLost = !listener || (listener.losesSyn?.(next(syns, key)) ?? false);
      if (isLost) continue;
      await clock.sleep(listener.rttMs ?? 0, signal);
      if (signal.aborted) break;
      if (typeof listener.answer === 'string') return { ok: false, errno: listener.answer };
      const server = listener.answer[next(connections, key) - 1];
      if (!server) throw new Error(`${key}: no script for another connection`);
      return { ok: true, connection: server.accept(clock) };
    }
    while (!signal.aborted) await clock.sleep(60_000, signal);
    return { ok: false, errno: 'ECANCELED' };
  }

  return {
    clock,
    dialled,
    fetched,
    dialling: () => dialling,
    isPractice: false,
    ownAddress: async (family) => (family === 4 ? '192.0.2.1' : '2001:db8::1'),
    lookHere: async () => [],
    random: () => 0.5,
    async dial(to, signal) {
      dialled.push({ ...to, atMs: clock.now() });
      dialling += 1;
      const result = await attempt(to, signal);
      dialling -= 1;
      return result;
    },
    secure(connection, _options, signal) {
      if (!(connection instanceof ScriptedConnection)) throw new Error('not a scripted connection');
      return connection.secure(signal);
    },
    async fetch({ url, body }, signal) {
      fetched.push({ url, ...(body === undefined ? {} : { body }) });
      const page = web[url] ?? { ok: false, kind: 'unreachable', code: 'ECONNREFUSED' };
      await clock.sleep(page.ms ?? 0, signal);
      return signal.aborted ? { ok: false, kind: 'aborted', code: 'ECANCELED' } : page;
    },
    async resolve(question, signal) {
      if (signal.aborted) return { outcome: 'cancelled', code: 'ECANCELLED', elapsedMs: 0 };
      return { ...names(question), elapsedMs: 1 } as DnsAnswer;
    },
  };
}
