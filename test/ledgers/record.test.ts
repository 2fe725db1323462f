import { expect, test } from 'vitest';
import { check } from '../../electron/engine/check.ts';
import type { System } from '../../electron/engine/system.ts';
import { practiceSystem } from '../../electron/practice/practice-system.ts';
import { scenarios } from '../../electron/practice/scenarios.ts';
import type { Fact } from '../../shared/ledger/facts.ts';
import type { CheckInput } from '../../shared/model/check.ts';
import { mailHost, simulatedInternet } from '../simulation/internet.ts';
import { kinds, situation } from '../simulation/situation.ts';
import { aCheckInput } from '../support/builders.ts';
import { keep, recordedChecks } from './ledger-file.ts';

const seeds = [1, 2, 3, 5];

/** Makes the check and keeps its facts. */
async function record(
  name: string,
  input: CheckInput,
  system: System,
  run: <T>(work: Promise<T>) => Promise<T>,
): Promise<void> {
  const facts: Fact[] = [];
  const options = { system, version: '0', onFact: (fact: Fact) => facts.push(structuredClone(fact)) };
  await run(check(input, options, new AbortController().signal));
  // Only the made-up name is written with the dot at its end.
  const asked = facts.find((fact) => fact.type === 'look-up-begun' && fact.host.endsWith('.'));
  keep(name, input, asked?.type === 'look-up-begun' ? asked.host : 'nobody-asked.example.', facts);
}

// Only when asked: a run of all tests changes no file.
if (process.env.POSTWAY_RECORD !== undefined) {
  test.each(scenarios)('practice $id', async (scenario) => {
    const { system, close } = await practiceSystem(scenario);
    const { address, current } = scenario;
    const input = aCheckInput({ address, domain: address.split('@')[1], ...(current && { current }) });
    await record(`practice-${scenario.id}`, input, system, (work) => work).finally(close);
  });

  test.each(Object.keys(kinds) as (keyof typeof kinds)[])('%s worlds', async (kind) => {
    for (const seed of seeds) {
      const world = situation(kind, seed);
      const system = simulatedInternet(world);
      const server = world.publishes === 'server given' ? { server: mailHost } : {};
      const input = aCheckInput({ ...server, brief: seed % 2 === 1 });
      await record(`${kind}-${seed}`, input, system, system.clock.run);
    }
  });
}

test('there is a ledger for every practice situation and every kind of line', () => {
  const names = recordedChecks().map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(scenarios.map(({ id }) => `practice-${id}`)));
  expect(names).toEqual(expect.arrayContaining(Object.keys(kinds).map((kind) => `${kind}-1`)));
  expect(names.length).toBeGreaterThanOrEqual(40);
});

test.each(scenarios)(
  'the ledger of practice $id comes to what the situation is about',
  ({ id, expected }) => {
    const recorded = recordedChecks().find(({ name }) => name === `practice-${id}`);
    expect(recorded?.concluded.verdict).toBe(expected.verdict);
  },
);
