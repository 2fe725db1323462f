import { afterEach, describe, expect, test } from 'vitest';
import { parseCheckRequest } from '../../../electron/backend/input.ts';
import { type Asked, checkMany } from '../../../electron/backend/many.ts';
import { type PracticeNetwork, practiceSystem } from '../../../electron/practice/practice-system.ts';
import { blocked } from '../../../electron/practice/world/network-faults.ts';
import type { World } from '../../../electron/practice/world/world.ts';
import { ListResult } from '../../../shared/model/list-result.ts';
import { say } from '../../../shared/text/index.ts';
import { hosterName, manyDomains } from '../../support/many-domains.ts';

const networks: PracticeNetwork[] = [];
afterEach(async () => {
  await Promise.all(networks.splice(0).map(({ close }) => close()));
});

/**
 * A practice network that counts: attempts, connections over which something was said, the most that were open at once (in all, to one host, to
 * one port), and questions to DNS.
 */
async function counted(world: World) {
  const network = await practiceSystem({ world });
  networks.push(network);
  const dialled = new Map<string, number>();
  const asked = new Map<string, number>();
  const open = new Map<string, number>();
  const greeted = new Map<string, number>();
  const most = { inAll: 0, atOneHost: 0, atOnePort: 0 };
  const count = (key: string, by: number): number => {
    const now = (open.get(key) ?? 0) + by;
    open.set(key, now);
    return now;
  };
  const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  const system: PracticeNetwork['system'] = {
    ...network.system,
    async resolve(question, signal) {
      add(asked, `${question.type} ${question.name}`);
      return network.system.resolve(question, signal);
    },
    async dial(to, signal) {
      const endpoint = `${to.ipAddress}:${to.port}`;
      add(dialled, endpoint);
      const result = await network.system.dial(to, signal);
      if (!result.ok) return result;
      const keys = ['all', to.ipAddress, endpoint];
      // One that comes about when others have all places is closed at once.
      setImmediate(() => {
        if (result.connection.destroyed) return;
        const [inAll = 0, atOneHost = 0, atOnePort = 0] = keys.map((key) => count(key, 1));
        most.inAll = Math.max(most.inAll, inAll);
        most.atOneHost = Math.max(most.atOneHost, atOneHost);
        most.atOnePort = Math.max(most.atOnePort, atOnePort);
        result.connection.once('close', () => {
          for (const key of keys) count(key, -1);
        });
      });
      // On a busy computer several attempts at one endpoint are made; one of them is spoken over.
      result.connection.once('data', () => add(greeted, endpoint));
      return result;
    },
  };
  return { system, dialled, asked, greeted, most };
}

/**
 * Endpoints, strangers' too, that were spoken with more than once. The web server that shows whether the line is alive shows it for the moment in
 * which somebody else is silent.
 */
function twice(greeted: ReadonlyMap<string, number>): readonly string[] {
  return [...greeted].flatMap(([endpoint, times]) =>
    times > 1 && !endpoint.endsWith(':80') ? [`${endpoint} ${times}`] : [],
  );
}

function asked(input: string): Asked {
  const check = parseCheckRequest({ subject: input }, { brief: true });
  if (!check.ok) throw new Error(check.problem.field);
  return { input, check: check.value };
}

async function* list(...inputs: readonly string[]): AsyncGenerator<Asked, void, undefined> {
  for (const input of inputs) yield asked(input);
}

async function results(
  system: PracticeNetwork['system'],
  inputs: readonly string[],
  { connections = 24, signal = new AbortController().signal } = {},
): Promise<ListResult[]> {
  const told: ListResult[] = [];
  const reportBug = (bug: unknown): never => {
    throw bug;
  };
  const options = { system, version: '1.2.3', say, connections, reportBug };
  await checkMany(list(...inputs), { ...options, onResult: (result) => void told.push(result) }, signal);
  return told;
}

describe('many at once', () => {
  test('each address gets its own line, with its own user name, and each domain is asked once', async () => {
    const { system, greeted, asked: questions } = await counted(manyDomains(10));
    const inputs = Array.from({ length: 60 }, (_, index) => `user${index}@d${index % 10}.example`);
    const told = await results(system, inputs);
    expect(told.map(({ input }) => input).sort()).toEqual([...inputs].sort());
    for (const line of told) {
      expect(ListResult.parse(line)).toEqual(line);
      expect(line).toMatchObject({
        verdict: { code: 'all-clear' },
        recommendation: { outgoing: { port: 587, security: 'starttls', username: line.input } },
      });
    }
    const published = [...questions].filter(([question]) => /^(MX|SRV|addresses mail\.)/.test(question));
    expect(twice(greeted)).toEqual([]);
    expect(published.filter(([, times]) => times > 1)).toEqual([]);
  });

  test('a host that several domains share is asked once, and the polite limits hold across all of them', async () => {
    const { system, greeted, most } = await counted(manyDomains(20));
    const domains = Array.from({ length: 20 }, (_, index) => `d${index}.example`);
    const told = await results(system, domains, { connections: 6 });
    const atHoster = told.filter(({ recommendation }) => recommendation?.outgoing.host === hosterName);
    expect(atHoster.map(({ input }) => input).sort()).toEqual([
      'd14.example',
      'd19.example',
      'd4.example',
      'd9.example',
    ]);
    expect(twice(greeted)).toEqual([]);
    expect(most).toEqual({
      inAll: expect.toSatisfy((count) => count > 3 && count <= 6),
      atOneHost: 3,
      atOnePort: 1,
    });
  });

  test('a block is proven by strangers who are asked once for all', async () => {
    const world = blocked([25, 587, 465])(manyDomains(8));
    const { system, dialled, greeted, most } = await counted(world);
    const told = await results(
      system,
      Array.from({ length: 8 }, (_, index) => `you@d${index}.example`),
    );
    expect(new Set(told.map(({ verdict }) => verdict?.code))).toEqual(new Set(['submission-blocked']));
    expect(told.length).toBe(8);
    expect(twice(greeted)).toEqual([]);
    expect(most.atOneHost).toBeLessThanOrEqual(3);
    expect(most.atOnePort).toBe(1);
    // The connectivity check is a control like the others; made again only to hear whether the line is alive in a moment of silence.
    const portals = [...greeted].flatMap(([endpoint, times]) => (endpoint.endsWith(':80') ? [times] : []));
    expect(Math.max(...portals)).toBeLessThan(8);
    const strangers = [...dialled].filter(([endpoint]) => endpoint.startsWith('198.51.100.'));
    expect(strangers.length).toBeGreaterThan(3);
    // Each attempt at a silent port is several connection attempts, so those of one check are the measure.
    const alone = await counted(world);
    await results(alone.system, ['you@d0.example']);
    for (const [endpoint, times] of strangers) {
      expect(times, endpoint).toBeLessThanOrEqual(2 * (alone.dialled.get(endpoint) ?? 0));
    }
  });

  test('a line that comes after its domain was checked is answered from it, and of a stopped run nothing more is told', async () => {
    const { system, greeted } = await counted(manyDomains(2));
    const stop = new AbortController();
    const told: string[] = [];
    async function* slowly(): AsyncGenerator<Asked, void, undefined> {
      yield asked('a@d0.example');
      while (told.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      yield asked('b@d0.example');
      stop.abort();
      yield asked('c@d1.example');
    }
    const reportBug = (bug: unknown): never => {
      throw bug;
    };
    const onResult = ({ input }: ListResult): void => void told.push(input);
    const options = { system, version: '1.2.3', say, connections: 24, reportBug, onResult };
    await checkMany(slowly(), options, stop.signal);
    expect(told).toEqual(['a@d0.example', 'b@d0.example']);
    expect(twice(greeted)).toEqual([]);
  });
});
