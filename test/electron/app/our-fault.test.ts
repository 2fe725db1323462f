import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { say } from '../../../shared/text/index.ts';
import { needs } from '../../support/needs.ts';
import { launched } from './launched.ts';

/** A script that makes the first judgement of the engine's process throw, and no other. */
function faultInFirstCheck(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'postway-fault-')), 'fault.cjs');
  writeFileSync(
    file,
    `const original = Array.prototype.filter;
    Array.prototype.filter = function (...args) {
      if (new Error().stack.includes('gatherFacts')) {
        Array.prototype.filter = original;
        throw new TypeError('x is undefined');
      }
      return original.apply(this, args);
    };`,
  );
  return file;
}

describe('a bug of ours in the app', () => {
  needs('chromium');
  const running = launched(undefined, { inEngine: faultInFirstCheck() });

  test('ends the check in which it happens with a word for the person, and the next check goes well', async () => {
    const page = await running().firstWindow();
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await press(say('wizard.ways.practice'));
    await page.getByRole('button', { name: say('practice.port-25-blocked.name') }).click();
    await page.getByText(say('inconclusive.headline.internal')).first().waitFor();

    await press(say('wizard.check.again'));
    await page.getByRole('button', { name: say('wizard.verdict.all-settings') }).click();
    await page.getByRole('heading', { name: say('wizard.settings.outgoing') }).waitFor();
    await expect.poll(() => page.getByText('587').count()).toBeGreaterThan(0);
  });
});
