import { expect, test } from 'vitest';
import { commonFailure, isSelective, lifeBeside, strangersReached } from '../../../shared/diagnose/blocks.ts';
import { gatherFacts } from '../../../shared/diagnose/facts.ts';
import type { Observation } from '../../../shared/model/observation.ts';
import { evidenceOf, type Fate, type World } from './world.ts';

const factsOf = (world: World) => gatherFacts(evidenceOf(world));
const places = (observations: readonly Observation[]) =>
  observations.map(({ host, port }) => `${host}:${port}`).toSorted();

test('strangers are reached over this family, elsewhere than on the port in doubt, and are not the person’s own', () => {
  const facts = factsOf({
    own: { 25: 'drop', 443: 'open', 587: 'open' },
    large: { 25: 'drop', 587: 'open', 465: 'drop' },
    large6: { 993: 'open' },
    small: { 25: 'open' },
  });
  expect(places(strangersReached(facts, 4, [25]))).toEqual([
    'detectportal.firefox.com:80',
    'smtp.gmx.net:587',
    'smtp.google.com:587',
  ]);
  expect(places(strangersReached(facts, 6, [25]))).toEqual(['smtp.gmx.net:993', 'smtp.google.com:993']);
});

test('life beside some ports is whatever connects on others, over either family', () => {
  const facts = factsOf({
    own: { 25: 'open', 587: 'open', 465: 'drop' },
    large6: { 25: 'open' },
    web: 'drop',
  });
  expect(places(lifeBeside(facts, [465, 587]))).toEqual([
    'mail.example.org:25',
    'smtp.gmx.net:25',
    'smtp.google.com:25',
  ]);
  expect(places(lifeBeside(facts, [25]))).toEqual(['mail.example.org:587']);
});

test.each<[Fate, Fate, boolean]>([
  ['open', 'drop', true],
  ['open', 'open', false],
  ['drop', 'drop', false],
  ['open', 'lost', false],
])(
  '%s at one and %s at the other over the other family: it depends on who is asked: %s',
  (google, gmx, is) => {
    const other = gatherFacts({
      ...evidenceOf({ web: 'ok' }),
      observations: evidenceOf({ google: { 25: google }, large: { 25: gmx } }).observations.map((o) => ({
        ...o,
        ...(o.control === 'mail' ? { family: 6 as const } : {}),
      })),
    });
    expect(isSelective(other, 4, [25])).toBe(is);
    expect(isSelective(other, 6, [25])).toBe(false);
    expect(isSelective(other, 4, [587])).toBe(false);
  },
);

test('the way in which most operators fail is compared with, among the ways in which the server does', () => {
  const facts = factsOf({
    own: { 25: 'drop' },
    hosts: [{ host: 'smtp.example.org', address: '192.0.2.11', ports: { 25: 'refuse' } }],
    large: { 25: 'refuse' },
    small: { 25: 'drop' },
  });
  const [mine, controls] = [facts.view(facts.outgoing), facts.view(facts.controls)];
  expect(commonFailure(facts, mine, controls)).toBe('refused');
  const silent = facts.view(facts.outgoing.filter(({ host }) => host === 'mail.example.org'));
  expect(commonFailure(facts, silent, controls)).toBe('timeout');
  expect(commonFailure(facts, facts.view([]), controls)).toBeNull();
});
