import { describe, expect, test } from 'vitest';
import { say } from '../../../shared/text/index.ts';
import { needs } from '../../support/needs.ts';
import { launched } from './launched.ts';

describe("the engine's process", () => {
  needs('chromium');
  const running = launched();

  test('runs beside the app, and is one for all windows', () => {
    expect(running().processes.size).toBe(1);
  });

  test('that dies takes no window with it: the window says so, it is started again, and a check goes well', async () => {
    const { firstWindow, processes } = running();
    const page = await firstWindow();
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('button', { name: say('wizard.ways.practice') }).waitFor(); // else it is back before the window is there
    const [first] = processes;
    await page.getByText(/^Version \d/).waitFor(); // by now the page has spoken with the engine
    first?.kill();
    await page.getByText(say('wizard.connection.lost')).first().waitFor();
    await page.getByText(say('wizard.connection.lost')).first().waitFor({ state: 'detached' });
    expect(processes.size).toBe(1);
    expect([...processes]).not.toContain(first);

    await press(say('wizard.ways.practice'));
    await page.getByRole('button', { name: say('practice.everything-open.name') }).click();
    await page.getByRole('button', { name: say('wizard.verdict.all-settings') }).waitFor();
  });
});

describe("the engine's process, lost in a check", () => {
  needs('chromium');
  const running = launched();

  test('leaves a window that says so and offers to try again', async () => {
    const { firstWindow, processes } = running();
    const page = await firstWindow();
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await press(say('wizard.ways.practice'));
    await page.getByRole('button', { name: say('practice.mail-ports-blocked.name') }).click();
    await page.getByRole('button', { name: say('wizard.check.cancel') }).waitFor();
    for (const one of processes) one.kill();
    await press(say('wizard.check.try-again'));
    await page.getByRole('button', { name: say('wizard.check.cancel') }).waitFor();
    expect(processes.size).toBe(1);
  });
});
