import { expect } from 'vitest';

/** Everything that a terminal or a screen acts on instead of showing it. */
const acting = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

/** Expects that no text in a value from outside acts on anything, lines apart, and that all of it together is small. */
export function expectHarmless(value: unknown): void {
  const wrong = textsOf(value).filter((text) => acting.test(text.replaceAll('\n', '')));
  expect(wrong).toEqual([]);
  expect(JSON.stringify(value).length).toBeLessThan(40_000);
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inside]) => [name, ...textsOf(inside)]);
}
