import { expect, test } from 'vitest';
import { type Disturbance, standing } from '../../../shared/model/disturbance.ts';
import { aFailedConnect, anObservation, tlsFacts } from '../../support/builders.ts';

const gap: Disturbance = { kind: 'lost', fromMs: 1000, untilMs: 1500 };
const silence = { startedMs: 500, elapsedMs: 1450 };

test.each([
  ['a failure in a gap of the network', gap, aFailedConnect({ startedMs: 1100, elapsedMs: 1 }), false],
  ['silence that reaches into it', gap, aFailedConnect(silence), false],
  ['one whose first attempt was before', gap, aFailedConnect({ startedMs: 2000, sinceMs: 1400 }), false],
  ['a failure that was over before', gap, aFailedConnect({ startedMs: 0, elapsedMs: 900 }), true],
  ['a failure that began after', gap, aFailedConnect({ startedMs: 1600 }), true],
  ['success right through it', gap, anObservation({ startedMs: 900, elapsedMs: 900 }), true],
  ['the same over another family', { ...gap, family: 6 as const }, aFailedConnect(silence), true],
  [
    'a name that was not found',
    { ...gap, family: 6 as const },
    aFailedConnect({ ...silence, family: null }),
    false,
  ],
  ['success in another network', { ...gap, kind: 'other-network' as const }, anObservation(), false],
  ['what came after', { ...gap, kind: 'other-network' as const }, anObservation({ startedMs: 1501 }), true],
  ['silence of a computer that slept', { ...gap, kind: 'asleep' as const }, aFailedConnect(silence), false],
  [
    'a certificate judged by another date',
    { ...gap, kind: 'clock-leapt' as const, leapMs: 9e7 },
    anObservation(),
    false,
  ],
  ['one judged a second off', { ...gap, kind: 'clock-leapt' as const, leapMs: 2000 }, anObservation(), true],
])('what stands after a disturbance: %s', (_what, disturbance, o, stands) => {
  expect(standing([o], [disturbance])).toEqual(stands ? [o] : []);
});

test('of two answers by one certificate, whether it is valid today, the later counts', () => {
  const outdated = tlsFacts({ trusted: false, problem: 'expired', problems: ['expired'] });
  const early = anObservation({ startedMs: 100, tls: outdated });
  const late = anObservation({ startedMs: 900, port: 465 });
  expect(standing([early, late])).toEqual([late]);
  expect(standing([early, { ...late, tls: outdated }])).toHaveLength(2);
  expect(standing([early, { ...late, tls: tlsFacts({ fingerprint256: 'CC' }) }])).toHaveLength(2);
});

test('without disturbances the very same list stands', () => {
  const all = [anObservation(), aFailedConnect()];
  expect(standing(all, [])).toBe(all);
});
