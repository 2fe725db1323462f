import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { has, needs } from '../support/needs.ts';
import { servedWindow } from '../support/served-window.ts';
import { axeFindings, focusedText, heading, launchBrowser } from './window.ts';

const password = 'Zq7-nowhere-else-8844';

describe('logging in and sending a test message, over the real server, in the practice network', () => {
  needs('chromium');
  let browser: Browser;
  beforeAll(async () => {
    if (has('chromium')) browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  const shot = async (page: Page, name: string) => {
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
  };

  /** From the first screen to the one that asks for the password. */
  async function checked(practice: string) {
    const served = await servedWindow(browser, practice);
    const { page } = served;
    await page.getByRole('button', { name: /^Start with/ }).click();
    await page.getByText('Step 3 of 5').waitFor({ timeout: 20_000 });
    await page.getByRole('button', { name: 'All settings and files' }).click();
    await page.getByRole('button', { name: 'Send a test message' }).click();
    await heading(page, /Send a test message/).waitFor();
    await page.getByLabel('Password').waitFor();
    return served;
  }

  test('from the pasted 0x800CCC0E to a message that arrived, with port 25 blocked', async () => {
    const { page, frames, bugs, complaints, close } = await servedWindow(browser, 'port-25-blocked');
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    const address = page.getByLabel('Your mail address');
    await address.fill('0x800CCC0E');
    await page.getByRole('button', { name: 'Find out why' }).click();
    await expect.poll(() => address.inputValue()).toBe('');
    await address.fill('you@practice.example');
    await page.getByRole('button', { name: 'I know what my mail program uses now' }).click();
    await page.locator('#current-server').fill('mail.practice.example');
    await page.locator('#current-port').fill('25');
    await page.locator('button[type=submit]').click();
    await page.getByText('Step 3 of 5').waitFor({ timeout: 20_000 });
    await heading(page, /port 25/).waitFor();
    await page.getByText(/Outlook says “0x800CCC0E”. We see why: .*port 25/).waitFor();
    await shot(page, 'send-1-verdict');

    await page.getByRole('button', { name: 'All settings and files' }).click();
    await page.getByRole('button', { name: 'Send a test message' }).click();
    await page.getByLabel('Password').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await shot(page, 'send-2-form');
    await page.getByRole('button', { name: 'Send the test message' }).click();
    await page.getByText('Type your password.').waitFor();

    await page.getByLabel('Password').fill(password);
    await page.getByLabel('Look into my mailbox').check();
    await page.getByRole('button', { name: 'Send the test message' }).click();
    await heading(page, /The message arrived/).waitFor({ timeout: 20_000 });
    expect(await axeFindings(page)).toEqual([]);
    await shot(page, 'send-3-arrived');
    expect(await page.getByRole('main').innerText()).toMatch(/Logged in[\s\S]*Passed on[\s\S]*Arrived after/);

    await page.getByRole('button', { name: 'Back to the settings' }).click();
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await heading(page, /port 25/).waitFor();
    await page.getByRole('heading', { name: 'What was tried after the check' }).waitFor();
    await shot(page, 'send-4-verdict-after');

    const stored = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
    expect(stored).toContain('message-arrived');
    expect(stored).not.toContain(password);
    expect(await page.content()).not.toContain(password);
    expect(frames.sent.filter((frame) => frame.includes(password))).toHaveLength(1);
    expect(frames.received.filter((frame) => frame.includes(password))).toEqual([]);
    expect(complaints).toEqual([]);
    expect(bugs).toEqual([]);
    await close();
  });

  test('a refused login is explained, counted, and the other form of the name is only offered', async () => {
    const { page, close } = await checked('wrong-password');
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Log in only' }).click();
    await heading(page, /refuses this user name or password/).waitFor({ timeout: 20_000 });
    await shot(page, 'send-5-refused');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText(/One login was refused so far/).waitFor();
    expect(await page.getByLabel('Password').inputValue()).toBe('');
    await page.getByRole('button', { name: 'Try “you” as the user name' }).click();
    await page.getByRole('button', { name: 'Another user name or recipient' }).click();
    expect(await page.getByLabel('User name').inputValue()).toBe('you');
    await shot(page, 'send-6-again');
    await close();
  });

  test.each([
    ['lands-in-junk', /folder for junk/, 'send-7-junk'],
    ['comes-back', /came back/, 'send-8-bounced'],
    ['relay-denied', /does not pass this message on/, 'send-9-relay'],
    ['app-password-needed', /wants a password made for mail programs/, 'send-12-app-password'],
    ['sign-in-needed', /wants a sign-in in the browser/, 'send-13-sign-in'],
    ['smtp-switched-off', /is switched off for this mailbox/, 'send-14-switched-off'],
    ['silent-refusal', /ended it after the password/, 'send-15-silent'],
    ['sender-not-owned', /does not accept this sender/, 'send-16-sender'],
    ['over-quota', /mailbox is full/, 'send-17-quota'],
    ['greylisting', /wants the message later/, 'send-18-greylisting'],
  ])('%s is shown as that', async (practice, headline, name) => {
    const { page, close } = await checked(practice);
    await page.getByLabel('Password').fill(password);
    await page.getByLabel('Look into my mailbox').check();
    await page.getByRole('button', { name: 'Send the test message' }).click();
    await heading(page, headline).waitFor({ timeout: 20_000 });
    await shot(page, name);
    await close();
  });

  test('a certificate that is not in order takes the word of the person, by its fingerprint', async () => {
    const { page, close } = await checked('certificate-expired');
    await page.getByText(/[0-9A-F]{2}(:[0-9A-F]{2}){31}/).waitFor();
    await shot(page, 'send-10-certificate');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Log in only' }).click();
    await page.getByText('Say that you know the certificate').waitFor();
    await page.getByLabel('I know this certificate').check();
    await page.getByRole('button', { name: 'Log in only' }).click();
    await heading(page, /The login works/).waitFor({ timeout: 20_000 });
    await close();
  });

  test('a reload while it is under way finds it again, and stopping ends it', async () => {
    const { page, close } = await checked('never-arrives');
    await page.getByLabel('Password').fill(password);
    await page.getByLabel('Look into my mailbox').check();
    await page.getByRole('button', { name: 'Send the test message' }).click();
    const sofar = page.getByRole('log');
    await sofar.getByText('Looking for it').waitFor();
    // The heading has the focus: what changes is told by the list alone.
    expect(await focusedText(page)).toBe('The way of the message');
    await page.reload();
    await sofar.getByText('Looking for it').waitFor();
    await shot(page, 'send-11-running');
    await page.getByRole('button', { name: 'Stop' }).click();
    await heading(page, /on its way/).waitFor({ timeout: 20_000 });
    await close();
  });
});
