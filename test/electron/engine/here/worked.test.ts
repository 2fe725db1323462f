import { expect, test } from 'vitest';
import { workedMs } from '../../../../electron/engine/here/worked.ts';

test('work counts, and waiting for something does not', async () => {
  const beforeMs = workedMs();
  for (const endMs = performance.now() + 200; performance.now() < endMs; );
  const busyMs = workedMs();
  expect(busyMs - beforeMs).toBeGreaterThan(150);
  const idleSinceMs = performance.now();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(workedMs() - busyMs).toBeLessThan((performance.now() - idleSinceMs) * 0.7);
});
