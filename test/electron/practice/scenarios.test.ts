import { expect, test } from 'vitest';
import { findScenario, practiceScenarios, scenarios } from '../../../electron/practice/scenarios.ts';
import { Scenario } from '../../../shared/contract/contract.ts';
import { FindingCode } from '../../../shared/model/finding.ts';
import { english } from '../../support/english.ts';

test('the list is what the contract lets through, nothing more', () => {
  const listed = practiceScenarios(english);
  expect(listed.length).toBe(scenarios.length);
  for (const scenario of listed) expect(Scenario.parse(scenario)).toEqual(scenario);
});

test('holds the situations that the product promises', () => {
  const promised = [
    'everything-open',
    'port-25-blocked',
    'port-25-intercepted',
    'submission-ports-blocked',
    'starttls-stripped',
    'wrong-certificate-name',
    'server-down',
    'captive-portal',
  ];
  expect(scenarios.map(({ id }) => id)).toEqual(expect.arrayContaining(promised));
});

test('ids and names are different from each other, and words are whole sentences', () => {
  expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
  expect(new Set(practiceScenarios(english).map(({ name }) => name)).size).toBe(scenarios.length);
  for (const { id, name, story, address } of practiceScenarios(english)) {
    expect(id).toMatch(/^[a-z0-9-]{1,60}$/);
    expect(name.length).toBeLessThanOrEqual(32);
    expect(story).toMatch(/^[A-Z].*\.$/);
    expect(address).toBe('you@practice.example');
  }
});

test('every expected setting is one that the world offers', () => {
  for (const { id, world, expected } of scenarios) {
    expect(FindingCode.options, id).toContain(expected.verdict);
    if (expected.outgoing === null) continue;
    const { host, port, security } = expected.outgoing;
    const owner = world.hosts.find(({ names }) => names.includes(host));
    expect(owner?.services[port], id).toMatchObject({ protocol: 'smtp', security });
  }
});

test('an id that nobody knows finds nothing', () => {
  expect(findScenario('port-25-blocked')?.id).toBe('port-25-blocked');
  expect(findScenario('no-such-scenario')).toBeUndefined();
});
