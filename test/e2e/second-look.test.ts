import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ok } from '../../shared/model/problem.ts';
import { say } from '../../shared/text/index.ts';
import { fakeBackend } from '../support/fake-backend.ts';
import { has, needs } from '../support/needs.ts';
import { stateNamed } from '../support/screens.ts';
import { atHome, backendWithHistory, overHotspot } from '../support/second-look-screens.ts';
import { servedWindow } from '../support/served-window.ts';
import { axeFindings, button, focusedText, heading, launchBrowser, openWindow } from './window.ts';

/** The one question before a kept check is gone for good. */
const sure = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Forget' }).press('Enter');

describe('a second look', () => {
  needs('chromium');
  let browser: Browser;
  beforeAll(async () => {
    if (has('chromium')) browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  test('waits for the other network, checks by itself when it comes, and says what follows', async () => {
    let change = () => {};
    const backend = fakeBackend({
      otherNetwork: async ({ than }, emit) => {
        expect(than).toEqual(atHome.network);
        emit({ where: 'here' });
        await new Promise<void>((resolve) => {
          change = () => {
            emit({ where: 'away' });
            resolve();
          };
        });
        return ok({});
      },
    });
    const state = {
      ...stateNamed('other-network'),
      saved: { ...stateNamed('other-network').saved, step: 'verdict' as const },
      later: 'port 25',
      heading: 'port 25',
    };
    const window = await openWindow(browser, { state, backend });
    const { page } = window;
    await button(page, 'Check again on another network').press('Enter');
    await heading(page, /Change to another network/).waitFor();
    await page.getByText('Still in the same network').waitFor();
    await button(page, say('again.said')).waitFor();
    change();
    await heading(page, /Trying the ways/).waitFor();
    await expect.poll(() => backend.requests().length).toBe(1);
    backend.finish(overHotspot);
    await heading(page, /It is the network of the first check, not the mail server/).waitFor();
    await page.getByText('Not the cause: the mail server').waitFor();
    await page.getByRole('row', { name: /port 25.*No answer.*Works/ }).waitFor();
    await page.reload();
    await heading(page, /It is the network of the first check/).waitFor();
    await button(page, say('again.see-newer')).press('Enter');
    await heading(page, /ready for your mail/).waitFor();
    await page.goBack();
    await heading(page, /It is the network of the first check/).waitFor();
    await button(page, say('again.see-older')).press('Enter');
    await heading(page, /port 25/).waitFor();
    await page.goBack();
    await button(page, 'Back').press('Enter');
    await heading(page, /port 25/).waitFor();
    await button(page, say('again.both')).press('Enter');
    await heading(page, /It is the network of the first check/).waitFor();
    await page.goBack();
    await heading(page, /port 25/).waitFor();
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  test('in practice, over the real backend: the router is blamed, and the server cleared', async () => {
    const { page, bugs, complaints, close } = await servedWindow(browser);
    await button(page, 'Try it without a network').click();
    await page.getByRole('button', { name: say('practice.port-25-blocked.name') }).click();
    await page.getByText('Step 3 of 5').waitFor({ timeout: 20_000 });
    await button(page, 'Check again on another network').click();
    await button(page, 'Play the other network').click();
    await page.getByText('Second check').first().waitFor({ timeout: 40_000 });
    expect(await page.locator('h1').textContent()).toMatch(
      /It is the network of the first check, not the mail server/,
    );
    await page.getByText('Practice.').first().waitFor();
    expect(complaints).toEqual([]);
    expect(bugs).toEqual([]);
    await close();
  }, 90_000);

  test('earlier checks, by keyboard: chosen, compared, opened, forgotten one by one and all at once', async () => {
    const window = await openWindow(browser, { state: stateNamed('earlier') });
    const { page } = window;
    await button(page, 'Compare the two chosen').press('Enter');
    await page.getByRole('alert').getByText('Choose two checks').waitFor();
    for (const box of await page.getByRole('checkbox', { name: /^Compare: you@/ }).all())
      await box.press('Space');
    await button(page, 'Compare the two chosen').press('Enter');
    await heading(page, /network of the first check/).waitFor();
    await button(page, 'Back').press('Enter');
    await page.getByRole('button', { name: /^Open: you@example.org, 27/ }).press('Enter');
    await heading(page, /port 25/).waitFor();
    await button(page, 'Back').press('Enter');

    await page.getByRole('button', { name: /^Open: <b>/ }).press('Enter');
    await page.getByRole('alert').getByText('There is no kept check').waitFor();
    await page.getByRole('button', { name: /^Forget: <b>/ }).press('Enter');
    await button(page, 'Keep it').press('Enter');
    expect(await page.getByRole('listitem').count(), 'a slip costs nothing').toBe(3);
    await page.getByRole('button', { name: /^Forget: <b>/ }).press('Enter');
    await sure(page);
    await expect.poll(() => page.getByRole('listitem').count()).toBe(2);
    expect(await page.getByRole('status').allTextContents()).toContain('One check is forgotten.');
    await button(page, 'Forget all').press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Forget all' }).press('Enter');
    await page.getByText('No checks are kept yet').waitFor();
    await page.getByRole('checkbox', { name: 'Keep checks' }).press('Space');
    await page.getByText('No checks are kept.', { exact: true }).waitFor();
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  test('checks that were ticked are ticked still after Help, after a comparison, and after a reload', async () => {
    const window = await openWindow(browser, { state: stateNamed('earlier') });
    const { page } = window;
    const boxes = page.getByRole('checkbox', { name: /^Compare: you@/ });
    await boxes.first().press('Space');
    await boxes.nth(1).press('Space');
    const areTicked = async () => {
      await boxes.nth(1).waitFor();
      for (const box of await boxes.all()) expect(await box.isChecked()).toBe(true);
    };
    await button(page, 'Help').press('Enter');
    await heading(page, /Help/).waitFor();
    await button(page, 'Back').press('Enter');
    await areTicked();
    await button(page, 'Compare the two chosen').press('Enter');
    await heading(page, /network of the first check/).waitFor();
    await button(page, 'Back').press('Enter');
    await areTicked();
    await page.reload();
    await areTicked();
    await window.close();
  });

  test('who forgets a check is led to the one in its place, and told each time that it is gone', async () => {
    const window = await openWindow(browser, { state: stateNamed('earlier') });
    const { page } = window;
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    const told = page.getByRole('status').filter({ hasText: 'One check is forgotten.' });
    await page.evaluate(() => {
      const heard: string[] = [];
      const look = () => {
        const words = [...document.querySelectorAll('[role=status]')].map((one) => one.textContent).join('');
        if (words !== (heard.at(-1) ?? '')) heard.push(words);
      };
      new MutationObserver(look).observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
      });
      Object.assign(globalThis, { heard });
    });
    await page.getByRole('button', { name: /^Forget: you@example.org, 28/ }).press('Enter');
    await sure(page);
    await told.waitFor();
    await expect.poll(focused).toMatch(/^Forget: you@example.org, 27/);
    await page.keyboard.press('ArrowDown'); // somebody who looks around meanwhile
    await page.getByRole('button', { name: /^Forget: <b>/ }).press('Enter');
    await sure(page);
    await expect.poll(focused).toMatch(/^Forget: you@example.org, 27/);
    await told.waitFor();
    const heard = await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
    expect(heard.filter((words) => words.includes('One check is forgotten.'))).toHaveLength(2);
    await page.keyboard.press('Enter');
    await sure(page);
    await page.getByText('No checks are kept yet').waitFor();
    await expect.poll(() => focusedText(page)).toBe('Earlier checks');
    await window.close();
  });

  test.each([
    [960, 780],
    [480, 390],
    [360, 740],
  ])(
    'of a long list, at %i by %i, the button that compares two stays in view, and what is said about it; it hides nothing that has the focus',
    async (width, height) => {
      const state = { ...stateNamed('earlier'), backend: () => backendWithHistory(50) };
      const window = await openWindow(browser, { state, context: { viewport: { width, height } } });
      const { page } = window;
      await page
        .getByRole('checkbox', { name: /^Compare: you@/ })
        .nth(44)
        .press('Space');
      const compare = button(page, 'Compare the two chosen');
      expect(await isInView(compare)).toBe(true);
      await page.keyboard.press('Enter');
      await page.getByRole('alert').getByText('Choose two checks').waitFor();
      expect(await isInView(page.getByRole('alert').filter({ hasText: 'Choose two' }))).toBe(true);
      for (let tabs = 0; tabs < 12; tabs += 1) {
        await page.keyboard.press('Shift+Tab');
        expect(await isInView(page.locator(':focus'))).toBe(true);
      }
      expect(await axeFindings(page)).toEqual([]);
      await window.close();
    },
  );

  test('who forgets all of them is led to the heading, since the buttons are gone', async () => {
    const window = await openWindow(browser, { state: stateNamed('earlier-forget-all') });
    const { page } = window;
    await page.getByRole('dialog').getByRole('button', { name: 'Forget all' }).press('Enter');
    await page.getByText('No checks are kept yet').waitFor();
    await expect.poll(() => focusedText(page)).toBe('Earlier checks');
    await window.close();
  });
});

/** Whether all of it is within the window, and nothing lies over its middle. */
function isInView(target: Locator): Promise<boolean> {
  return target.evaluate((element) => {
    const { top, bottom, left, width, height } = element.getBoundingClientRect();
    const uppermost = document.elementFromPoint(left + width / 2, top + height / 2);
    return top >= 0 && bottom <= window.innerHeight && element.contains(uppermost);
  });
}
