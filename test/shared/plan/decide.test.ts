import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide, decisions, type Standstill, type Step } from '../../../shared/plan/decide.ts';

/** Everything answered, nothing works, all tiers tried. */
const through: Standstill = {
  isUsable: false,
  nearbyLeft: 0,
  webLeft: 0,
  isGraceOver: true,
  openTier: 3,
  isNothingFound: false,
  hasLooked: true,
  isLooking: false,
};

test.each<[string, Partial<Standstill>, Step]>([
  ['everything was tried', {}, 'end'],
  ['one works, and everybody has answered', { isUsable: true, openTier: 1 }, 'end'],
  ['one works, and a page is still silent', { isUsable: true, webLeft: 1 }, 'hurry-sources'],
  ['one works, and DNS is still silent', { isUsable: true, nearbyLeft: 1 }, 'hurry-sources'],
  ['DNS is still silent', { nearbyLeft: 1, openTier: 1 }, 'wait'],
  [
    'a page may still come before usual names are tried',
    { webLeft: 2, isGraceOver: false, openTier: 1 },
    'wait',
  ],
  ['a page is late: usual names are tried meanwhile', { webLeft: 2, openTier: 1 }, 'open-tier'],
  ['usual names do not work either', { openTier: 2 }, 'open-tier'],
  ['only a page is left', { webLeft: 1 }, 'wait'],
  ['no host was found', { isNothingFound: true }, 'note-nothing-found'],
  ['the network was not looked at a last time', { hasLooked: false }, 'look-at-network'],
  ['it is being looked at', { isLooking: true }, 'wait'],
])('%s', (_what, change, step) => {
  expect(decide({ ...through, ...change })).toBe(step);
});

test('wherever a check stands, doing what is decided brings it to its end', () => {
  const standstill = fc.record({
    isUsable: fc.boolean(),
    nearbyLeft: fc.nat(5),
    webLeft: fc.nat(3),
    isGraceOver: fc.boolean(),
    openTier: fc.constantFrom<1 | 2 | 3>(1, 2, 3),
    isNothingFound: fc.boolean(),
    hasLooked: fc.boolean(),
    isLooking: fc.boolean(),
  });
  fc.assert(
    fc.property(standstill, (start) => {
      let now: Standstill = start;
      const steps: Step[] = [];
      for (let step = decide(now); step !== 'end'; step = decide(now)) {
        steps.push(step);
        now = done(now, step);
        expect(steps.length, steps.join(' ')).toBeLessThan(30);
      }
      for (const once of ['note-nothing-found', 'look-at-network'] as const)
        expect(steps.filter((step) => step === once).length).toBeLessThanOrEqual(1);
    }),
  );
});

/** What the world makes of a step. */
function done(s: Standstill, step: Step): Standstill {
  switch (step) {
    case 'hurry-sources':
      return { ...s, nearbyLeft: 0, webLeft: 0 };
    case 'wait':
      if (s.nearbyLeft > 0) return { ...s, nearbyLeft: s.nearbyLeft - 1 };
      if (s.webLeft > 0)
        return s.isGraceOver ? { ...s, webLeft: s.webLeft - 1 } : { ...s, isGraceOver: true };
      return { ...s, isLooking: false };
    case 'open-tier':
      return { ...s, openTier: s.openTier === 1 ? 2 : 3 };
    case 'note-nothing-found':
      return { ...s, isNothingFound: false };
    case 'look-at-network':
      return { ...s, hasLooked: true };
    case 'end':
      return s;
  }
}

test('every row of the table decides somewhere', () => {
  const states = [true, false].flatMap((isUsable) =>
    [0, 1].flatMap((nearbyLeft) =>
      [0, 1].flatMap((webLeft) =>
        [true, false].flatMap((isGraceOver) =>
          ([1, 3] as const).flatMap((openTier) =>
            [true, false].flatMap((isNothingFound) =>
              [true, false].flatMap((hasLooked) =>
                [true, false].map((isLooking) => ({
                  isLooking,
                  isUsable,
                  nearbyLeft,
                  webLeft,
                  isGraceOver,
                  openTier,
                  isNothingFound,
                  hasLooked,
                })),
              ),
            ),
          ),
        ),
      ),
    ),
  );
  const deciding = new Set(states.map((state) => decisions.find(({ holds }) => holds(state))));
  expect(deciding).toEqual(new Set(decisions));
});
