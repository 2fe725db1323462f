import { expect, test } from 'vitest';
import { overFamilies, overWords } from '../../../shared/diagnose/families.ts';
import type { Family } from '../../../shared/model/family.ts';
import type { Confidence } from '../../../shared/model/finding.ts';
import { anObservation } from '../../support/builders.ts';

const seen = { 4: anObservation({ family: 4 }), 6: anObservation({ family: 6 }) };

/** Found over these families, this surely; the others are open or were never seen. */
function judged(found: Partial<Record<Family, Confidence>>, open: readonly Family[] = []) {
  return overFamilies(
    (family) => {
      const confidence = found[family];
      return confidence ? { confidence, evidence: [seen[family]] } : null;
    },
    (family) => open.includes(family),
  );
}

test.each([4, 6] as const)(
  'what is found over IPv%i concerns it alone only where the other is open',
  (family) => {
    const other = family === 4 ? 6 : 4;
    const found = { [family]: 'certain' } as const;
    expect(judged(found, [other])).toEqual({ confidence: 'certain', evidence: [seen[family]], only: family });
    expect(judged(found)).toMatchObject({ only: null });
    expect(judged({}, [other])).toBeNull();
  },
);

test.each<[Confidence, Confidence, Confidence]>([
  ['certain', 'certain', 'certain'],
  ['certain', 'likely', 'likely'],
  ['possible', 'likely', 'possible'],
  ['likely', 'possible', 'possible'],
])('over both, %s and %s, it is %s, and stands on what was seen over both', (four, six, confidence) => {
  expect(judged({ 4: four, 6: six })).toEqual({ confidence, evidence: [seen[4], seen[6]], only: null });
});

test('a family is named only where it is the only one', () => {
  expect(overWords(null).over).toBe('both');
  expect(overWords(6).over).toMatch(/IPv6/);
});
