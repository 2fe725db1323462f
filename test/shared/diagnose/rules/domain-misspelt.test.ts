import { expect, test } from 'vitest';
import { diagnose } from '../../../../shared/diagnose/diagnose.ts';
import { worded } from '../../../../shared/diagnose/worded.ts';
import type { DiscoveryEntry } from '../../../../shared/model/check.ts';
import { english } from '../../../support/english.ts';
import { entry, evidenceOf, judge, ownHost, type World } from '../world.ts';

const misspelt: DiscoveryEntry = {
  ...entry('well-known', 'gmial.com', []),
  outcome: 'nothing',
  meant: 'gmail.com',
};
const input = { address: 'Anna@gmial.com', domain: 'gmial.com' };

function judged(discovery: readonly DiscoveryEntry[], world: World = { own: { 587: 'open' } }) {
  return judge({ ...world, input, discovery: [misspelt, ...discovery] });
}

test('the verdict is the question, with the address that was meant', () => {
  const { verdict, evidence } = judged([entry('guess', ownHost)]);
  expect(verdict).toMatchObject({ code: 'domain-misspelt', severity: 'problem', confidence: 'likely' });
  expect(verdict.headline).toBe('Did you mean gmail.com?');
  expect(verdict.advice.join()).toContain('Anna@gmail.com');
  expect(evidence.recommendation?.outgoing.host).toBe(ownHost);
});

test('it comes before a name that does not exist, which explains less', () => {
  const { verdict, findings } = judged([], { names: { 'gmial.com': 'no-name' }, web: 'none' });
  expect(verdict.code).toBe('domain-misspelt');
  expect(findings.map(({ code }) => code)).toContain('domain-not-found');
});

test.each([
  ['somebody publishes settings for it', entry('ispdb', ownHost)],
  ['its own DNS names a server for sending', entry('srv', ownHost)],
  ['a known company receives its mail', { ...entry('mx', ownHost, []), provider: { name: 'Fastmail' } }],
] as const)('only a warning where %s', (_why, established) => {
  const { findings, verdict } = judged([established, entry('guess', ownHost)]);
  expect(verdict.code).toBe('all-clear');
  expect(findings.find(({ code }) => code === 'domain-misspelt')?.severity).toBe('warning');
});

test('a domain without an address is enough', () => {
  const evidence = evidenceOf({ own: { 587: 'open' }, discovery: [misspelt] });
  const { verdict } = diagnose({ ...evidence, input: { domain: 'gmial.com' } });
  expect(worded(verdict, english).advice.join()).toContain('check gmail.com');
});
