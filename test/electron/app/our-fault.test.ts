import { describe, expect, onTestFinished, test } from 'vitest';
import { say } from '../../../shared/text/index.ts';
import { needs } from '../../support/needs.ts';
import { launched } from './launched.ts';

describe('a bug of ours in the app', () => {
  needs('chromium');
  const running = launched();

  test('ends the check in which it happens with a word for the person, and the next check goes well', async () => {
    const page = await running().firstWindow();
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    const original = Array.prototype.filter;
    const mend = (): void => {
      Array.prototype.filter = original;
    };
    onTestFinished(mend);
    Array.prototype.filter = function (this: unknown[], ...args: Parameters<typeof original>) {
      if (new Error().stack?.includes('gatherFacts')) throw new TypeError('x is undefined');
      return original.apply(this, args);
    } as typeof original;
    await press(say('wizard.ways.practise'));
    await page.getByRole('radio', { name: say('practice.port-25-blocked.name') }).check();
    await press(say('wizard.practise.start'));
    await page.getByText(say('inconclusive.headline.internal')).first().waitFor();
    mend();

    await press(say('wizard.check.again'));
    await page.getByRole('button', { name: say('wizard.verdict.settings') }).click();
    await page.getByRole('heading', { name: say('wizard.settings.outgoing') }).waitFor();
    await expect.poll(() => page.getByText('587').count()).toBeGreaterThan(0);
  });
});
