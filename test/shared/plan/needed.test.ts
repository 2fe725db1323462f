import { expect, test } from 'vitest';
import type { CheckInput } from '../../../shared/model/check.ts';
import type { Observation } from '../../../shared/model/observation.ts';
import { isUsable } from '../../../shared/model/usable.ts';
import { isNeeded, type NeedState } from '../../../shared/plan/needed.ts';
import type { Proposal } from '../../../shared/plan/own-servers.ts';
import { aCheckInput, aFailedConnect, anObservation } from '../../support/builders.ts';

const host = 'mail.example.org';

function proposal(port: number, change: Partial<Proposal> = {}): Proposal {
  const isIncoming = [993, 143, 995, 110].includes(port);
  return {
    role: isIncoming ? 'incoming' : 'outgoing',
    protocol: isIncoming ? 'imap' : 'smtp',
    host,
    port,
    security: port === 465 || port === 993 ? 'tls' : 'starttls',
    asking: 1,
    priority: 0,
    ...change,
  };
}

function needed(
  observations: readonly Observation[],
  promising: readonly Proposal[],
  change: Partial<CheckInput> = {},
  candidates: NeedState['candidates'] = [],
): number[] {
  const input = aCheckInput({ brief: true, ...change });
  const state = { input, candidates, observations, promising, isUsable: (o: Observation) => isUsable(o) };
  return [587, 465, 25, 2525, 26, 993, 143].filter((port) => isNeeded(proposal(port), state));
}

test.each<[string, number[], Parameters<typeof needed>]>([
  ['at first, the ports that tell', [587, 465, 25, 993], [[], [proposal(587), proposal(465), proposal(993)]]],
  ['587 works', [587, 465, 25, 993, 143], [[anObservation()], []]],
  ['587 works, and 993 may', [587, 465, 25, 993], [[anObservation()], [proposal(993)]]],
  ['993 works', [587, 465, 25, 2525, 26, 993], [[anObservation({ port: 993, role: 'incoming' })], []]],
  [
    '587 failed, 465 may work',
    [587, 465, 25, 993],
    [[aFailedConnect({ port: 587 })], [proposal(465), proposal(993)]],
  ],
  ['both failed', [587, 465, 25, 2525, 26, 993], [[aFailedConnect({ port: 587 })], [proposal(993)]]],
  ['an alternative works', [587, 465, 25, 2525, 26, 993], [[anObservation({ port: 2525 })], [proposal(993)]]],
  [
    'named by the person',
    [587, 465, 25, 2525, 993],
    [[anObservation()], [proposal(993)], { serverPort: 2525 }],
  ],
  ['not to be brief', [587, 465, 25, 2525, 26, 993, 143], [[anObservation()], [], { brief: false }]],
  [
    'published by the provider',
    [587, 465, 25, 2525, 993],
    [
      [anObservation()],
      [proposal(993)],
      {},
      [
        {
          protocol: 'smtp',
          host,
          port: 2525,
          security: 'starttls',
          role: 'outgoing',
          source: 'srv',
          rank: 0,
        },
      ],
    ],
  ],
])('%s', (_what, ports, state) => {
  expect(needed(...state)).toEqual(ports);
});

test('controls, and what settles a doubt, are never left out', () => {
  const state = {
    input: aCheckInput({ brief: true }),
    candidates: [],
    observations: [anObservation()],
    promising: [],
    isUsable,
  };
  expect(isNeeded(proposal(25, { role: 'reference' }), state)).toBe(true);
  expect(isNeeded(proposal(2525, { asking: 2 }), state)).toBe(true);
  expect(isNeeded(proposal(2525, { family: 4 }), state)).toBe(true);
});
