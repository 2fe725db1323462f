import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { say } from '../../shared/text/index.ts';
import { has, needs } from '../support/needs.ts';
import { servedWindow } from '../support/served-window.ts';
import { axeFindings, heading, launchBrowser } from './window.ts';

/** Situations that differ in what a person sees; the engine's own tests go through all of them. */
const situations = [
  { id: 'port-25-blocked', verdict: /port 25/, settings: /Use these settings/, values: /587[\s\S]*STARTTLS/ },
  { id: 'starttls-stripped', verdict: /./, settings: /Use these settings/, values: /465[\s\S]*SSL\/TLS/ },
  { id: 'mail-ports-blocked', verdict: /./, settings: null, values: /Use another network/ },
] as const;

describe('the window over the real loopback server, with the practice network behind it', () => {
  needs('chromium');
  let browser: Browser;
  beforeAll(async () => {
    if (has('chromium')) browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  const openServed = () => servedWindow(browser);

  test.each(situations)('$id, from the story to the result', async ({ id, verdict, settings, values }) => {
    const { page, bugs, complaints, close } = await openServed();
    await page.getByRole('button', { name: 'Try it without a network' }).click();
    await page.getByRole('button', { name: say(`practice.${id}.name`) }).click();
    await heading(page, /Trying the ways/).waitFor();
    await page.getByText('Step 3 of 5').waitFor({ timeout: 20_000 });
    await heading(page, verdict).waitFor();
    expect(await page.getByText('is played inside this computer').count()).toBe(1);
    await page.getByRole('button', { name: 'Show details' }).click();
    await page.getByRole('button', { name: 'Where we looked' }).click();
    await page.getByRole('heading', { name: 'Where we looked for your settings' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);

    const all = page.getByRole('button', { name: 'All settings and files' });
    if (settings === null) {
      expect(await all.count()).toBe(0);
      expect(await page.locator('button[type=submit]').textContent()).toBe(
        id === 'mail-ports-blocked' ? 'Check again on another network' : 'Check again',
      );
    } else {
      await all.click();
      await heading(page, settings).waitFor();
    }
    expect(await page.getByRole('main').innerText()).toMatch(values);
    expect(await axeFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(bugs).toEqual([]);
    await close();
  });

  test('where all is set up well, the way leads to a message that Postway sends, since no mail program takes part', async () => {
    const { page, complaints, close } = await openServed();
    await page.getByRole('button', { name: 'Try it without a network' }).click();
    await page.getByRole('heading', { level: 2, name: 'Logging in' }).waitFor();
    await page.getByRole('button', { name: say('practice.wrong-password.name') }).click();
    await heading(page, /Your settings are right/).waitFor({ timeout: 20_000 });
    await page.getByRole('button', { name: 'Send a message and see' }).click();
    await heading(page, /Did it arrive/).waitFor();
    await page.getByText('no mail program takes part in it').waitFor();
    await page.getByRole('button', { name: 'Send a test message' }).click();
    await page.getByLabel('Password').fill('anything');
    await page.getByRole('button', { name: 'Send the test message' }).click();
    await heading(page, /refuses this user name or password/).waitFor({ timeout: 20_000 });
    expect(complaints).toEqual([]);
    await close();
  });

  test('a sign-in page is played: no tab opens, and behind it the network is open', async () => {
    const { page, complaints, close } = await openServed();
    await page.getByRole('button', { name: 'Try it without a network' }).click();
    await page.getByRole('button', { name: say('practice.captive-portal.name') }).click();
    await heading(page, /wants you to sign in/).waitFor({ timeout: 20_000 });
    await page.getByRole('button', { name: 'Open the sign-in page' }).click();
    await page.getByRole('status').filter({ hasText: 'no page opens' }).waitFor();
    expect(page.context().pages()).toHaveLength(1);
    await page.getByRole('button', { name: 'I have signed in: check again' }).click();
    await heading(page, /Your settings are right/).waitFor({ timeout: 20_000 });
    await page.getByText('The check before this one found:').waitFor();
    await page.getByRole('button', { name: 'Send a message and see' }).click();
    await heading(page, /Did it arrive/).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test('a reload, a second tab and the address once more all work; a tab without the key says what to do', async () => {
    const { page, url, complaints, close } = await openServed();
    const start = /Mail arrives/;
    await heading(page, start).waitFor();
    await page.reload();
    await heading(page, start).waitFor();
    const second = await page.context().newPage();
    await second.goto(new URL('/', url).href);
    await heading(second, start).waitFor();
    await second.getByRole('button', { name: 'Try it without a network' }).click();
    await second.locator('.pick').first().waitFor(); // the backend's answer
    await second.reload();
    await second.locator('.pick').first().waitFor();

    await page.close();
    await second.close();
    const third = await second.context().newPage();
    await third.goto(new URL('/', url).href);
    await heading(third, /This tab is not connected/).waitFor();
    await third.goto(url);
    await heading(third, start).waitFor();
    expect(new URL(third.url()).pathname).toBe('/');
    expect(complaints).toEqual([]);
    await close();
  });

  test('a real check of a name that cannot be used is refused at its field', async () => {
    const { page, close } = await openServed();
    await page.getByLabel('Your mail address').fill('you@@example.org');
    await page.getByRole('button', { name: 'Find out why' }).click();
    await page.getByRole('link', { name: /more than one @/ }).waitFor();
    await close();
  });
});
