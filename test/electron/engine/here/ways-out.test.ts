import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import type { KernelCounters } from '../../../../electron/engine/here/kernel-counters.ts';
import { waysOut } from '../../../../electron/engine/here/ways-out.ts';
import type { DialResult } from '../../../../electron/engine/system.ts';
import type { DoubtfulConnection } from '../../../../shared/model/here.ts';
import { virtualClock } from '../../../support/virtual-clock.ts';

const zero: KernelCounters = {
  unreachableMade: 0,
  unreachableGot: 0,
  loopbackGot: 0,
  outsideGot: 0,
  synsRepeated: 0,
  repeatsFailed: 0,
  lostOnLeaving: 0,
  lostOnArrival: 0,
};
const at = (port: number, isSilent = false): DoubtfulConnection => ({
  ipAddress: '192.0.2.10',
  family: 4,
  port,
  isSilent,
});

/** What becomes of a connection attempt, after how long, and what is counted meanwhile. */
type Played = {
  readonly result: DialResult | 'silence';
  readonly ms?: number;
  readonly counts?: Partial<KernelCounters>;
};

async function found(
  doubtful: readonly DoubtfulConnection[],
  play: (port: number, attempt: number) => Played,
  { atFirst = zero as KernelCounters | null, isCounting = true, now = { ...zero, repeatsFailed: 1 } } = {},
) {
  const clock = virtualClock();
  const counters = { ...now };
  let attempts = 0;
  const ways = await clock.run(
    waysOut(
      doubtful,
      {
        clock,
        atFirst,
        counters: () => (isCounting ? { ...counters } : null),
        async dial({ port }, signal) {
          attempts += 1;
          const { result, ms = 1, counts = {} } = play(port, attempts);
          for (const [name, value] of Object.entries(counts)) counters[name as keyof KernelCounters] += value;
          await clock.sleep(result === 'silence' ? 60_000 : ms, signal);
          return signal.aborted || result === 'silence' ? { ok: false, errno: 'ECANCELED' } : result;
        },
      },
      new AbortController().signal,
    ),
  );
  return { fates: ways.map(({ port, fate }) => `${port} ${fate}`), attempts, tookMs: clock.now() };
}

const refused: DialResult = { ok: false, errno: 'ECONNREFUSED' };
const unreachable: DialResult = { ok: false, errno: 'EHOSTUNREACH' };

test('a message that this computer made itself, and a reset over loopback alone, are its own rejection', async () => {
  const icmp = { result: unreachable, counts: { unreachableMade: 1, unreachableGot: 1, loopbackGot: 1 } };
  const reset = { result: refused, counts: { loopbackGot: 1 } };
  expect(await found([at(587), at(25)], (port) => (port === 587 ? icmp : reset))).toMatchObject({
    fates: ['587 rejected', '25 rejected'],
    attempts: 6,
  });
});

test('whatever a router or the server said went out, however fast it came', async () => {
  const { fates, attempts } = await found([at(587), at(25)], (port) =>
    port === 587
      ? { result: unreachable, counts: { unreachableGot: 1, outsideGot: 1 } }
      : { result: refused, counts: { outsideGot: 1 } },
  );
  expect(fates).toEqual(['587 out', '25 out']);
  expect(attempts, 'once is enough').toBe(2);
});

test('a router’s word is its own although this computer’s programs talk to each other meanwhile', async () => {
  const busy = { loopbackGot: 40 };
  expect(
    (await found([at(587)], () => ({ result: refused, counts: { ...busy, outsideGot: 1 } }))).fates,
  ).toEqual([]);
  expect(
    (await found([at(587)], () => ({ result: unreachable, counts: { ...busy, unreachableGot: 1 } }))).fates,
  ).toEqual(['587 out']);
});

test('what differs from one time to the next is not told', async () => {
  const play = (_port: number, attempt: number): Played => ({
    result: refused,
    counts: attempt === 2 ? { loopbackGot: 1, outsideGot: 3 } : { loopbackGot: 1 },
  });
  expect((await found([at(587)], play)).fates).toEqual([]);
});

test('what the system refuses at once is known without counting', async () => {
  const own = (errno: string): DialResult => ({ ok: false, errno, isOwnWord: true });
  const play = (port: number): Played => ({ result: own(port === 25 ? 'EPERM' : 'ENETUNREACH') });
  expect(await found([at(25), at(587)], play, { isCounting: false })).toMatchObject({
    fates: ['25 forbidden', '587 no-way'],
    attempts: 2,
  });
});

test('where nothing is counted nothing is told', async () => {
  expect((await found([at(587)], () => ({ result: refused }), { isCounting: false })).fates).toEqual([]);
  expect((await found([at(587, true)], () => ({ result: 'silence' }), { isCounting: false })).fates).toEqual(
    [],
  );
});

test('silence is this computer’s own when every SYN that was to be sent again got lost before it left', async () => {
  const lost = { result: 'silence', counts: { synsRepeated: 1, repeatsFailed: 1 } } as const;
  const { fates, tookMs } = await found([at(587, true), at(25, true)], () => lost);
  expect(fates).toEqual(['587 dropped', '25 dropped']);
  expect(tookMs).toBeLessThan(1_500);
});

test('silence of which nobody knows whose it is is not told', async () => {
  const play = (port: number): Played => ({
    result: 'silence',
    counts: { synsRepeated: 1, repeatsFailed: port === 587 ? 1 : 0 },
  });
  expect((await found([at(587, true), at(25, true)], play)).fates).toEqual([]);
});

test('where everything got away so far, and arrived, silence is not looked into and takes no time', async () => {
  const atFirst = { ...zero, repeatsFailed: 1 };
  expect(await found([at(587, true)], () => ({ result: 'silence' }), { atFirst })).toMatchObject({
    fates: ['587 out'],
    attempts: 0,
    tookMs: 0,
  });
});

test('however slow the rejections are, it ends', async () => {
  const slow: Played = { result: refused, ms: 1_030, counts: { unreachableMade: 1, unreachableGot: 1 } };
  const { tookMs } = await found(
    [1, 2, 3, 4, 5, 6].map((port) => at(port)),
    () => slow,
  );
  expect(tookMs).toBeLessThan(4_000);
});

const mute = (port: number): DoubtfulConnection => ({ ...at(port, true), isMute: true });
const connected = (): DialResult => ({ ok: true, connection: new PassThrough() });

/** So many packets came to nothing before, on leaving or on arrival. */
const lost = (counts: Partial<KernelCounters>) => ({ now: { ...zero, ...counts } });

test.each([
  ['no SYN leaves', at(587, true), at(465, true), 'silence', 'dropped'],
  ['nothing that follows it leaves', mute(587), mute(465), connected, 'held-back'],
] as const)(
  'where %s this computer, each time that somebody is called, it is told',
  async (_what, one, other, result, fate) => {
    const play = (): Played => ({
      result: result === 'silence' ? result : result(),
      counts: { lostOnLeaving: 1 },
    });
    const { fates, tookMs } = await found([one, other], play, lost({ lostOnLeaving: 20 }));
    expect(fates).toEqual([`587 ${fate}`, `465 ${fate}`]);
    expect(tookMs).toBeLessThan(1_600);
  },
);

test('a mute server to which everything leaves says nothing of this computer', async () => {
  const play = (): Played => ({ result: connected() });
  expect((await found([mute(587)], play, lost({ lostOnLeaving: 20, lostOnArrival: 20 }))).fates).toEqual([]);
  const older = lost({ repeatsFailed: 3, lostOnArrival: 3 });
  expect((await found([mute(587)], play, older)).fates, 'where leaving is not counted').toEqual([]);
});

const overLoopback = { loopbackGot: 3 };

test.each([
  ['silent afterwards', mute],
  ['ended afterwards', (port: number) => at(port)],
] as const)(
  'a handshake that takes place over loopback alone is with a program on this computer: %s',
  async (_how, to) => {
    const play = (): Played => ({ result: connected(), counts: overLoopback });
    expect(await found([to(587), to(465)], play)).toMatchObject({
      fates: ['587 taken', '465 taken'],
      attempts: 6,
    });
  },
);

test('a handshake that something came in for from outside is not, however busy this computer is', async () => {
  const busy = { loopbackGot: 40, outsideGot: 1 };
  const play = (_port: number, attempt: number): Played => ({
    result: connected(),
    counts: attempt === 2 ? busy : overLoopback,
  });
  expect((await found([at(587)], play)).fates).toEqual(['587 out']);
  expect((await found([mute(587)], play, { now: zero })).fates).toEqual(['587 out']);
});

const arrived = (lostOnArrival: number) => lost({ lostOnArrival });

test.each([
  ['before the connection is made', at(587, true), at(465, true), 'silence'],
  ['after it was made', mute(587), mute(465), connected],
] as const)(
  'answers that come to nothing on this computer, each time that somebody is called, %s',
  async (_when, one, other, result) => {
    const play = (): Played => ({
      result: result === 'silence' ? result : result(),
      counts: { lostOnArrival: 1 },
    });
    const { fates, tookMs } = await found([one, other], play, arrived(20));
    expect(fates).toEqual(['587 unheard', '465 unheard']);
    expect(tookMs).toBeLessThan(1_600);
  },
);

test('packets that come to nothing at other times, or not for every call, are somebody else’s', async () => {
  const some = (_port: number, attempt: number): Played => ({
    result: 'silence',
    counts: { lostOnArrival: attempt % 4 === 0 ? 0 : 1 },
  });
  expect((await found([at(587, true), at(465, true)], some, arrived(20))).fates).toEqual([]);
});

test('the rush of a busy network, which a firewall drops, is told from answers by the pauses between the calls', async () => {
  const clock = virtualClock();
  const counters = { ...zero, lostOnArrival: 50 };
  const signal = new AbortController().signal;
  const rush = async () => {
    for (let n = 0; n < 400; n += 1) {
      counters.lostOnArrival += 1;
      await clock.sleep(10, signal);
    }
  };
  const silent = async (_to: unknown, ends: AbortSignal): Promise<DialResult> => {
    await clock.sleep(60_000, ends);
    return { ok: false, errno: 'ECANCELED' };
  };
  const tools = { clock, dial: silent, atFirst: zero, counters: () => ({ ...counters }) };
  void rush();
  expect(await clock.run(waysOut([at(587, true), at(465, true)], tools, signal))).toEqual([]);
});

test('where hardly anything came to nothing so far, nobody is called for it', async () => {
  const { attempts, tookMs } = await found(
    [at(587, true), at(465, true)],
    () => ({ result: 'silence' }),
    arrived(5),
  );
  expect({ attempts, tookMs }).toEqual({ attempts: 0, tookMs: 0 });
});

test('a reset after an answered handshake comes from outside, or over loopback from a rule on this computer', async () => {
  const reset: DialResult = { ok: false, errno: 'ECONNRESET' };
  const counts: Readonly<Record<number, Partial<KernelCounters>>> = {
    587: { outsideGot: 1, loopbackGot: 1 },
    465: { outsideGot: 2 },
    25: { outsideGot: 3, loopbackGot: 1 }, // some of it may be another program's
    26: { outsideGot: 1 },
  };
  const play = (port: number): Played => ({ result: reset, counts: counts[port] ?? {} });
  expect((await found([at(587), at(465), at(25), at(26)], play)).fates).toEqual(['587 rejected', '465 out']);
});
