import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseReport, renderReport } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import { said } from '../../shared/text/said.ts';
import { fakeBackend } from '../support/fake-backend.ts';
import { has, needs } from '../support/needs.ts';
import { blockedReport, downReport, eventsMidway, usableEvent } from '../support/sample-reports.ts';
import { stateNamed } from '../support/screens.ts';
import { button, focusedText, heading, launchBrowser, type OpenWindow, openWindow } from './window.ts';

describe('the way through the wizard', () => {
  needs('chromium');
  let browser: Browser;
  beforeAll(async () => {
    if (has('chromium')) browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  /** From the empty window to a running check. */
  async function runningCheck(window: OpenWindow): Promise<void> {
    const { page } = window;
    await page.getByLabel('Your mail address').fill('you@example.org');
    await button(page, 'Find out why').click();
    await heading(page, /Trying the ways/).waitFor();
    await expect.poll(() => window.backend.requests().length).toBe(1);
  }

  test('by keyboard alone, from the address to the end', async () => {
    const window = await openWindow(browser);
    const { page, backend } = window;
    await page.getByLabel('Your mail address').focus();
    await page.keyboard.type('you@example.org');
    await page.keyboard.press('Enter');
    await heading(page, /Trying the ways/).waitFor();
    await expect.poll(() => backend.requests()).toEqual([{ subject: 'you@example.org' }]);

    backend.emit(...eventsMidway, usableEvent);
    await page.getByText('This already works:').first().waitFor();
    backend.finish(blockedReport);
    await heading(page, /port 25/).waitFor();
    expect(await focusedText(page)).toMatch(/port\u00a025/);
    await page.keyboard.press('Tab');
    expect(await focusedText(page)).toBe('Show me what to click');
    await page.keyboard.press('Enter');
    await heading(page, /Which mail program/).waitFor();
    await page.keyboard.press('Tab'); // Back was before the heading
    expect(await page.getByLabel('A computer with Linux').isChecked()).toBe(true);
    await page.keyboard.press('Home');
    await page.getByLabel('A computer with Windows').press('Space');
    await page.keyboard.press('Tab');
    expect(await focusedText(page)).toMatch(/^Outlook for Windows/);
    await page.keyboard.press('Enter');
    for (let click = 1; click <= 7; click += 1) {
      await page.getByText(`Click ${click} of 7`).waitFor();
      await button(page, click === 7 ? 'Done' : 'Done, next click').press('Enter');
    }
    await heading(page, /Did it arrive/).waitFor();
    await button(page, 'Yes, it arrived').press('Enter');
    await heading(page, /goes out again/).waitFor();
    await page.getByText('What was wrong: Your internet connection').waitFor();
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  test('what is wrong is shown above and at the field; the summary takes focus each time and leads there', async () => {
    const window = await openWindow(browser);
    const { page } = window;
    for (let round = 0; round < 2; round += 1) {
      await button(page, 'Find out why').click();
      await expect.poll(() => focusedText(page)).toMatch(/One thing is still needed/);
    }
    await page.getByRole('link', { name: /Type your mail address/ }).click();
    const field = page.getByLabel('Your mail address');
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    // What is only asked for is not red; what is at fault is.
    const colours = () =>
      page.evaluate(() =>
        ['.summary', '.summary a', '#address', '#address-problem'].map((one) => {
          const { color, borderTopColor } = getComputedStyle(document.querySelector(one) ?? document.body);
          return one === '.summary' || one === '#address' ? borderTopColor : color;
        }),
      );
    const asked = await colours();
    await field.fill('you@example..org');
    await button(page, 'Find out why').click();
    await page.getByText('Please look at this once more').waitFor();
    const wrong = await colours();
    expect(new Set(wrong).size).toBe(1);
    for (const colour of asked) expect(wrong).not.toContain(colour);
    await window.close();
  });

  test('each line of the summary names the field that it is about', async () => {
    const window = await openWindow(browser, { state: stateNamed('current-problem') });
    const links = window.page.locator('.summary a');
    expect(await links.allTextContents()).toEqual([
      expect.stringMatching(/^Outgoing server \(SMTP\): /),
      expect.stringMatching(/^Port: "99999" is not between/),
    ]);
    await window.close();
  });

  test('what the backend refuses comes back to the field', async () => {
    const backend = fakeBackend();
    const message = said('input.host-dots', { found: 'mail..example' });
    backend.refuse({ code: 'bad-input', field: 'subject', message });
    const window = await openWindow(browser, { backend });
    const { page } = window;
    await page.getByLabel('Your mail address').fill('you@example.org');
    await button(page, 'Find out why').click();
    await page.getByRole('link', { name: /has a dot too many/ }).waitFor();
    expect(await page.getByLabel('Your mail address').inputValue()).toBe('you@example.org');
    await window.close();
  });

  test('Back keeps every answer and the running check', async () => {
    const window = await openWindow(browser);
    const { page, backend } = window;
    await button(page, 'I know my server').click();
    await page.getByLabel('Outgoing server').fill('mail.example.org');
    await runningCheck(window);
    backend.emit(...eventsMidway);
    await button(page, 'Back').click();
    expect(await page.getByLabel('Your mail address').inputValue()).toBe('you@example.org');
    expect(await page.getByLabel('Outgoing server').inputValue()).toBe('mail.example.org');
    await button(page, 'Find out why').click();
    await page.getByText('No answer so far …').first().waitFor();
    expect(backend.requests()).toHaveLength(1);
    await window.close();
  });

  test('the browser’s own Back and Forward move between screens and lose nothing', async () => {
    const window = await openWindow(browser);
    const { page, backend } = window;
    await runningCheck(window);
    await page.goBack();
    await heading(page, /Mail arrives/).waitFor();
    expect(await page.getByLabel('Your mail address').inputValue()).toBe('you@example.org');
    await page.goForward();
    await heading(page, /Trying the ways/).waitFor();
    expect(backend.requests()).toHaveLength(1);

    backend.finish(blockedReport);
    await heading(page, /port 25/).waitFor();
    await button(page, 'All settings and files').click();
    await button(page, 'Start again').click();
    await button(page, 'Clear and start again').click();
    await heading(page, /Mail arrives/).waitFor();
    await page.goBack(); // to settings that were cleared
    await heading(page, /Mail arrives/).waitFor();
    await window.close();
  });

  test('a reload resumes a running check, and afterwards its result', async () => {
    const window = await openWindow(browser);
    const { page, backend } = window;
    await runningCheck(window);
    backend.emit(...eventsMidway);
    await page.reload();
    await heading(page, /Trying the ways/).waitFor();
    await page.getByText('No answer so far …').first().waitFor();
    backend.emit(usableEvent);
    await page.getByText('This already works:').first().waitFor();
    backend.finish(blockedReport);
    await heading(page, /port 25/).waitFor();
    await page.reload();
    await heading(page, /port 25/).waitFor();
    expect(backend.requests()).toHaveLength(1);
    await window.close();
  });

  test('a lost connection is told, comes back by itself, and the check goes on', async () => {
    const window = await openWindow(browser);
    const { page, backend } = window;
    await runningCheck(window);
    backend.emit(...eventsMidway);
    const bringBack = window.dropConnections();
    await page.getByText('The connection to Postway is lost').waitFor();
    bringBack();
    await page.getByText('The connection to Postway is lost').waitFor({ state: 'detached' });
    backend.finish(blockedReport);
    await heading(page, /port 25/).waitFor();
    await window.close();
  });

  test('Cancel stops the picture at once, though the backend has not answered, and keeps what was found', async () => {
    const window = await openWindow(browser);
    const { page, backend } = window;
    await runningCheck(window);
    backend.emit(...eventsMidway);
    await page.getByText('No answer so far …').first().waitFor();
    await button(page, 'Stop').click();
    await heading(page, /Stopped/).waitFor({ timeout: 500 });
    const list = page.getByRole('list', { name: 'The way to each port, in words' });
    expect(await list.innerText()).toMatch(/port 587.*Works/);
    expect(await list.innerText()).toMatch(/port 25,.*Stopped/);
    expect(backend.cancelled).toEqual(['check-1']);
    backend.finish({ ...downReport, interrupted: true });
    await page.getByText('You stopped the check').waitFor();
    await window.close();
  });

  test('the first setting that works can be shown while the check goes on, and is settled in place', async () => {
    const window = await openWindow(browser);
    const { page, backend } = window;
    await runningCheck(window);
    backend.emit(...eventsMidway, usableEvent);
    await button(page, 'Show me these settings now').click();
    await page.getByText('The check is still running').waitFor();
    backend.finish(blockedReport);
    await page.getByText('The check is still running').waitFor({ state: 'detached' });
    await heading(page, /Use these settings/).waitFor();
    await button(page, 'Back').click();
    await heading(page, /port 25/).waitFor();
    await window.close();
  });

  test('a button that goes away with its press leaves the focus on the heading of what came', async () => {
    const stopping = await openWindow(browser, { state: stateNamed('check-usable') });
    await button(stopping.page, 'Stop').press('Enter');
    await heading(stopping.page, /^Stopped/).waitFor();
    await expect.poll(() => focusedText(stopping.page)).toMatch(/^Stopped/);
    await stopping.close();

    const again = await openWindow(browser, { state: stateNamed('check-finished') });
    await button(again.page, 'Check again').press('Enter');
    await heading(again.page, /Trying the ways/).waitFor();
    await expect.poll(() => focusedText(again.page)).toMatch(/^Trying the ways/);
    await again.close();
  });

  test('a check that fails is told where it happens: its heading takes focus', async () => {
    const backend = fakeBackend();
    backend.refuse({ code: 'internal', field: 'check', message: said('backend.internal') });
    const window = await openWindow(browser, { backend });
    const { page } = window;
    await page.getByLabel('Your mail address').fill('you@example.org');
    await button(page, 'Find out why').click();
    await heading(page, /could not be made/).waitFor();
    await expect.poll(() => focusedText(page)).toMatch(/could not be made/);
    await window.close();
  });

  test('each proof leads to its attempt, opened and in focus', async () => {
    const window = await openWindow(browser, { state: stateNamed('verdict-blocked') });
    const { page } = window;
    await button(page, 'Show details').click();
    await button(page, 'smtp.gmx.net 25').click();
    expect(await focusedText(page)).toMatch(/^smtp\.gmx\.net/);
    await page.getByText('no answer to any attempt to connect').filter({ visible: true }).waitFor();
    await window.close();
  });

  test('a name that cannot exist is called that, and its answer as it should be; the main button leads elsewhere', async () => {
    const window = await openWindow(browser, { state: stateNamed('verdict-of-mail-ports-blocked') });
    const { page } = window;
    await button(page, 'Show details').click();
    const line = page.locator('.attempt-line').filter({ hasText: 'a name that cannot exist' });
    expect(await line.innerText()).toContain('Not found, as it should be');
    expect(await line.innerText()).not.toMatch(/TCP|53/);
    expect(await line.locator('.tone-bad').count()).toBe(0);
    expect(await page.locator('.button-main').allTextContents()).toEqual(['Check again on another network']);
    expect(await button(page, 'Check again on another network').count()).toBe(1);
    expect(await button(page, 'Check again').count()).toBe(1);
    await window.close();
  });

  test('in the system’s own colours the main button still looks different from the others', async () => {
    const window = await openWindow(browser, { state: stateNamed('verdict-blocked') });
    const { page } = window;
    await page.emulateMedia({ forcedColors: 'active' });
    const frameOf = (name: string) =>
      button(page, name).evaluate((one) => {
        const { borderTopColor, borderTopWidth } = getComputedStyle(one);
        return `${borderTopWidth} ${borderTopColor}`;
      });
    expect(await frameOf('Show me what to click')).not.toBe(await frameOf('Check again'));
    await window.close();
  });

  test('a verdict that cannot tell does not speak of a cause', async () => {
    const window = await openWindow(browser, { state: stateNamed('verdict-cannot-tell') });
    expect(await window.page.locator('.verdict-mark').innerText()).toBe('Cause not found');
    await window.close();
  });

  test('buttons that stay in view are one line, and no advice is left below them', async () => {
    const window = await openWindow(browser, {
      state: stateNamed('verdict-of-submission-ports-blocked'),
      context: { viewport: { width: 1366, height: 650 } },
    });
    const { page } = window;
    await page.getByRole('button', { name: 'Tell somebody else' }).focus();
    const advice = await page.locator('.advice li').last().boundingBox();
    const buttons = await page.locator('.question-actions').boundingBox();
    expect(buttons?.height).toBeLessThan(72);
    expect((advice?.y ?? 0) + (advice?.height ?? 0)).toBeLessThanOrEqual(buttons?.y ?? 0);
    await window.close();
  });

  test('attempts have the time of this computer’s clock and, on request, that of servers’ logs', async () => {
    const state = stateNamed('verdict-details');
    const window = await openWindow(browser, { state, context: { timezoneId: 'Asia/Tokyo' } });
    const { page } = window;
    const times = () => page.locator('.attempt-time').allTextContents();
    const local = await times();
    expect(local.length).toBe(blockedReport.observations.length);
    expect(new Set(local)).toEqual(new Set(['21:00:00']));
    await page.getByLabel('Show times in UTC, as in the logs of servers').check();
    expect(new Set(await times())).toEqual(new Set(['12:00:00 UTC']));
    await page.getByLabel('Show times in UTC, as in the logs of servers').uncheck();
    expect(await times()).toEqual(local);
    await window.close();
  });

  test('what Outlook calls encryption is said where Outlook may be meant', async () => {
    const words = say('wizard.current.security-hint');
    for (const [name, isSaid] of [
      ['address-ways', true],
      ['address-where', false],
      ['address-cloud', false],
    ] as const) {
      const window = await openWindow(browser, { state: stateNamed(name) });
      await window.page.getByText('Encryption', { exact: true }).waitFor();
      expect(await window.page.getByText(words).isVisible(), name).toBe(isSaid);
      await window.close();
    }
  });

  test('Back goes back one click at a time, and to the verdict from the first', async () => {
    const window = await openWindow(browser, { state: stateNamed('coach-outlook-3') });
    const { page } = window;
    await heading(page, /Choose your account/).waitFor();
    await button(page, 'Back').press('Enter');
    await heading(page, /Open the mail set-up/).waitFor();
    expect(await focusedText(page)).toBe('Open the mail set-up');
    await button(page, 'Back').press('Enter');
    await page.getByText('Click 1 of 7').waitFor();
    await button(page, 'Back').press('Enter');
    await heading(page, /port 25/).waitFor();
    await button(page, 'Show me what to click').press('Enter');
    await page.getByText('Click 1 of 7').waitFor();
    await window.close();
  });

  test.each([
    ['settings-start-again', 'Keep everything', 'Clear and start again'],
    ['earlier-forget-all', 'Keep them', 'Forget all'],
    ['settings-dangerous-change', 'Leave it as it is', 'Send without encryption'],
  ])('%s: to keep is the main button, stands first and has the focus', async (name, keep, lose) => {
    const window = await openWindow(browser, { state: stateNamed(name) });
    const buttons = window.page.getByRole('dialog').getByRole('button');
    expect(await buttons.allTextContents()).toEqual([keep, lose]);
    expect(await window.page.locator('.dialog .button-main').allTextContents()).toEqual([keep]);
    expect(await focusedText(window.page)).toBe(keep);
    await window.close();
  });

  test('receiving stays as it is: each click says so, and none of the settings is for receiving', async () => {
    for (const name of ['coach-outlook-1', 'coach-thunderbird-2', 'coach-apple-mail-mac-2']) {
      const window = await openWindow(browser, { state: stateNamed(name) });
      const { page } = window;
      const values = page.getByRole('complementary', { name: 'Your values' });
      expect(await values.innerText()).toContain('receiving stays as it is, unless a click says otherwise');
      expect(await values.innerText()).not.toMatch(/IMAP|993/);
      await window.close();
    }
  });

  test('a setting whose certificate has a fault is not called one that works, nor one to use', async () => {
    const faulty = {
      ...blockedReport,
      observations: blockedReport.observations.map((o) =>
        o.tls ? { ...o, tls: { ...o.tls, trusted: false } } : o,
      ),
    };
    const saved = { ...stateNamed('verdict-blocked').saved, report: faulty };
    const state = { name: 'verdict-faulty', saved };
    const window = await openWindow(browser, { state });
    const { page } = window;
    expect(await button(page, 'Show me what to click').count()).toBe(0); // nothing that this verdict does not say
    await button(page, 'All settings and files').click();
    await heading(page, /The best settings that were found/).waitFor();
    expect(await button(page, 'They are in: send a message and see').count()).toBe(0);
    expect(await page.getByRole('status').allTextContents()).not.toContain(
      'The check is finished; these are the settings to use.',
    );
    await window.close();
  });

  test('where the provider wants an app password, the settings ask for none but that', async () => {
    const discovery = blockedReport.discovery.map((entry) => ({
      ...entry,
      provider: { name: 'Example Mail', secret: 'app-password' as const },
    }));
    const saved = { ...stateNamed('settings-change').saved, report: { ...blockedReport, discovery } };
    const state = { name: 'settings-app-password', saved, heading: said('wizard.settings.title') };
    const window = await openWindow(browser, { state });
    const card = window.page.locator('dl.values').first();
    expect(await card.textContent()).toContain('app password');
    expect(await card.textContent()).not.toContain('your usual mail password');
    await window.close();
  });

  test('clicks are never those of a program of another device, and a device is told where to type the values', async () => {
    const window = await openWindow(browser, { state: stateNamed('settings-change') });
    const { page } = window;
    const clicks = page.getByText(/^Step 1 of \d/);
    await page.getByRole('radio', { name: /^New Outlook/ }).check();
    await clicks.first().waitFor();
    await page.getByRole('heading', { name: 'Type them into your mail program' }).waitFor();
    for (const device of ['A Mac', 'A printer, scanner, camera or NAS', 'A server, website or own program']) {
      await page.getByRole('radio', { name: device }).check();
      await clicks.first().waitFor({ state: 'detached' });
      expect(await page.getByText('Language of your program').count()).toBe(0);
    }
    await page.getByRole('radio', { name: 'A printer, scanner, camera or NAS' }).check();
    await page.getByRole('radio', { name: /scan/i }).and(page.locator('[name="program"]')).first().check();
    await clicks.first().waitFor();
    await page.getByRole('heading', { name: 'Where to type them' }).waitFor();
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  test('text from servers is shown as text', async () => {
    const window = await openWindow(browser, { state: stateNamed('verdict-hostile') });
    const { page } = window;
    await page.getByText('Greeting <img src=x onerror=').waitFor();
    expect(await page.locator('img, script:not([src]), a[href^="javascript"]').count()).toBe(0);
    await button(page, 'All settings and files').click();
    await page.getByText('<script>').first().waitFor();
    expect(await page.title()).not.toBe('owned');
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  test('every value can be copied, and the button says that it was', async () => {
    const window = await openWindow(browser, {
      state: stateNamed('settings-change'),
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
    });
    const { page } = window;
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    for (const [name, text] of [
      ['Copy Server, Outgoing mail (SMTP)', 'mail.example.org'],
      ['Copy Port, Outgoing mail (SMTP)', '587'],
      ['Copy Encryption, Outgoing mail (SMTP)', 'STARTTLS'],
      ['Copy User name, Outgoing mail (SMTP)', 'you@example.org'],
      ['Copy Port, Incoming mail', '993'],
    ] as const) {
      await button(page, name).click();
      await page.getByRole('status').filter({ hasText: 'Copied' }).first().waitFor();
      // Its name stays: a screen reader would say a new one beside what is told.
      expect(await focusedName(page)).toBe(name);
      expect(await clipboard()).toBe(text);
    }
    await button(page, 'Copy all').click();
    await expect.poll(clipboard).toMatch(/mail\.example\.org[\s\S]*587/);
    await window.close();
  });

  test('settings for a server can be copied whole, and a program further down the list shows its steps', async () => {
    const window = await openWindow(browser, {
      state: stateNamed('settings-files'),
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
    });
    const { page } = window;
    await button(page, 'Copy msmtp (Linux, macOS)').click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/host "mail\.example\.org"\nport 587\n/);
    await page.getByLabel('A computer with Linux').check();
    await button(page, 'Others').click();
    await page.getByLabel('Claws Mail').check();
    await button(page, 'Show all steps').click();
    await page
      .getByText('Use STARTTLS command to start encrypted session', { exact: true })
      .first()
      .waitFor();
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  test('Outlook’s steps hold the values where they are typed, and a tick survives a reload', async () => {
    const window = await openWindow(browser, { state: stateNamed('settings-change') });
    const { page } = window;
    await button(page, 'Show all steps').click();
    const advanced = page.getByRole('listitem').filter({ hasText: 'Set encryption and port' });
    expect(await advanced.innerText()).toMatch(/Outgoing server \(SMTP\):[\s\S]*587/);
    await page.getByLabel('Step 5 is done').check();
    await page.reload();
    await button(page, 'Show all steps').click();
    expect(await page.getByLabel('Step 5 is done').isChecked()).toBe(true);
    await page.getByLabel('Thunderbird').check();
    await button(page, 'Show all steps').click();
    await page.getByText('Edit outgoing server…', { exact: true }).first().waitFor();
    await window.close();
  });

  test('a report is saved as a file that can be opened again', async () => {
    const window = await openWindow(browser, { state: stateNamed('settings-change') });
    const { page } = window;
    const downloading = page.waitForEvent('download');
    await button(page, 'Save this report').click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('postway-report-2026-11-23.postway');
    const path = await download.path();
    expect(parseReport(await readFile(path, 'utf8'))).toEqual({ ok: true, value: blockedReport });

    await button(page, 'Start again').click();
    await button(page, 'Clear and start again').click();
    await heading(page, /Mail arrives/).waitFor();
    await page.locator('input[type=file]').first().setInputFiles(path);
    await heading(page, /port 25/).waitFor();
    await page.getByText('This is a saved report').waitFor();
    await window.close();
  });

  test('a file that is no report is refused with the reason', async () => {
    const window = await openWindow(browser);
    const { page } = window;
    const file = { name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('{"schema":"other"}') };
    await page.locator('input[type=file]').setInputFiles(file);
    await expect
      .poll(() => page.getByRole('alert').allInnerTexts())
      .toEqual([expect.stringMatching(/cannot be opened.*"other"/)]);
    await window.close();
  });

  test.each(['yes', 'error', 'password', 'nothing', 'lost'])(
    'Back from what was answered (%s) leads to the question, and not past it',
    async (answer) => {
      const window = await openWindow(browser, { state: stateNamed(`arrived-${answer}`) });
      const { page } = window;
      await button(page, 'Back').press('Enter');
      await heading(page, /Did it arrive/).waitFor();
      await expect.poll(() => focusedText(page)).toMatch(/Did it arrive/);
      await window.close();
    },
  );

  test('a file that is dropped on the window is opened, on any screen, and one that is no report is refused in view', async () => {
    const window = await openWindow(browser, { state: stateNamed('help') });
    const { page } = window;
    await page.mouse.wheel(0, 5_000);
    // The wheel turns on for a moment.
    const below = () => page.evaluate(() => document.body.scrollHeight - scrollY - innerHeight);
    await expect.poll(below).toBeLessThanOrEqual(1);
    expect(await drop(page, 'film.mp4', 'x'.repeat(2_000))).toBe(true);
    await page
      .getByRole('alert')
      .getByText(/cannot be opened/)
      .waitFor();
    await expect
      .poll(() => page.getByRole('alert').evaluate((one) => one.getBoundingClientRect().top))
      .toBeGreaterThanOrEqual(0);
    await heading(page, /Help and about/).waitFor();
    expect(await drop(page, 'a.postway', renderReport(blockedReport))).toBe(true);
    await heading(page, /port 25/).waitFor();
    await page.getByText('This is a saved report').waitFor();
    expect(await page.getByRole('alert').innerText()).toBe('');
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  test('a file that is dropped while a check runs changes nothing', async () => {
    const window = await openWindow(browser, { state: stateNamed('check-midway') });
    const { page } = window;
    expect(await drop(page, 'a.postway', renderReport(blockedReport))).toBe(true);
    await page.waitForTimeout(300);
    await heading(page, /Trying the ways/).waitFor();
    await window.close();
  });

  test('Escape keeps everything where starting again was asked', async () => {
    const window = await openWindow(browser, { state: stateNamed('settings-change') });
    const { page } = window;
    await button(page, 'Start again').click();
    await page.getByRole('dialog', { name: 'Start again?' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focusedText(page)).toBe('Start again');
    await heading(page, /Use these settings/).waitFor();
    await window.close();
  });

  test('practice is chosen by its story and labelled wherever its result shows', async () => {
    const window = await openWindow(browser);
    const { page, backend } = window;
    await button(page, 'Try it without a network').click();
    await page.getByRole('button', { name: 'Port 25 is blocked' }).click();
    await heading(page, /Trying the ways/).waitFor();
    const label = page.getByText('is played inside this computer');
    await label.waitFor();
    backend.finish({ ...blockedReport, practice: true });
    await heading(page, /port 25/).waitFor();
    await label.waitFor();
    await button(page, 'All settings and files').click();
    await heading(page, /Use these settings/).waitFor();
    await label.waitFor();
    expect(backend.requests()).toMatchObject([{ practice: 'port-25-blocked' }]);
    await window.close();
  });

  test('the choice to contact nobody else reaches the check and shows in what will be contacted', async () => {
    const window = await openWindow(browser);
    const { page, backend } = window;
    await button(page, 'What Postway will contact').click();
    await page.getByText('mail servers of other providers (google.com').waitFor();
    await page.getByLabel('Contact nobody but my own provider').check();
    await page.getByText('Nobody else.').waitFor();
    await runningCheck(window);
    expect(backend.requests()).toMatchObject([{ references: false }]);
    await window.close();
  });
});

/** Drops a file on the window as a hand does; whether the window keeps the browser from showing it in its place. */
function drop(page: Page, name: string, content: string): Promise<boolean> {
  return page.evaluate(
    ({ name: fileName, content: text }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], fileName));
      return ['dragover', 'drop'].every(
        (type) =>
          !document.body.dispatchEvent(
            new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
          ),
      );
    },
    { name, content },
  );
}

/** The name of what has the focus. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
}
