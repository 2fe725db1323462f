import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createChecks } from '../../electron/backend/checks.ts';
import { createHandlers } from '../../electron/backend/handlers.ts';
import { historyOn } from '../../electron/backend/history.ts';
import type { Workstation } from '../../electron/computer/workstation.ts';
import type { System } from '../../electron/engine/system.ts';
import type { CheckInput } from '../../shared/model/check.ts';
import { fakeBackend } from '../support/fake-backend.ts';
import { has, needs } from '../support/needs.ts';
import { noActs } from '../support/no-acts.ts';
import { exportedOutlook } from '../support/outlook-registry.ts';
import { blockedReport } from '../support/sample-reports.ts';
import { stateNamed } from '../support/screens.ts';
import { aWorkstation, type Home, somePrefs, thunderbirdHome } from '../support/thunderbird-home.ts';
import { axeFindings, button, focusedText, heading, launchBrowser, openWindow } from './window.ts';

describe('the mail programs of this computer, through the window and the real backend', () => {
  needs('chromium');
  let browser: Browser;
  let home: Home;
  beforeAll(async () => {
    if (has('chromium')) browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    home = await thunderbirdHome();
  });
  afterEach(() => home.remove());

  const prefsNow = () => readFile(home.prefsFile, 'utf8');

  /** The real handlers over a home of the test's own; the check itself gives a saved report. */
  async function opened({
    workstation = home.workstation as Workstation,
    practice = null as string | null,
  } = {}) {
    const asked: CheckInput[] = [];
    const checks = createChecks({
      version: '0.1.0',
      systemFor: async () => ({ system: {} as System, close: async () => {} }),
      check: async (input) => {
        asked.push(input);
        return { ...blockedReport, input: { ...blockedReport.input, address: 'you@example.org' } };
      },
      newId: () => `check-${asked.length + 1}`,
      reportBug: (error) => expect.unreachable(String(error)),
    });
    const app = { version: '0.1.0', platform: 'linux', isDesktop: false, practice };
    const handlers = createHandlers({
      checks,
      acts: noActs,
      describe: app,
      practiceScenarios: () => [],
      workstation,
      history: historyOn(workstation),
    });
    const window = await openWindow(browser, { backend: { ...fakeBackend(), handlers } });
    return { ...window, asked };
  }

  test('by keyboard: look, and both address and current settings are filled in', async () => {
    const window = await opened();
    const { page, asked } = window;
    await page.getByLabel('Your mail address').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    // There is one account alone, so it is the one.
    await page.getByRole('status').filter({ hasText: 'Filled in: you@example.org' }).waitFor();
    expect(await page.getByText('mail.example.org, port 25, not encrypted').count()).toBe(1);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('found-account');
    expect(await page.getByRole('radio', { name: 'you@example.org' }).isChecked()).toBe(true);
    expect(await page.getByLabel('Your mail address').inputValue()).toBe('you@example.org');

    await button(page, 'What was read').click();
    await page.getByText(home.prefsFile).first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 640, height: 480 }); // 1280 at 200 %
    const overhang = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overhang).toBe(0);

    await button(page, 'I know what my mail program uses now').click();
    expect(await page.getByLabel('Which mail program').inputValue()).toBe('thunderbird');
    expect(await page.getByLabel('Outgoing server (SMTP)').inputValue()).toBe('mail.example.org');
    expect(await page.getByLabel('Port').inputValue()).toBe('25');
    expect(await page.getByLabel('None').isChecked()).toBe(true);
    await button(page, 'Find out why').click();
    await heading(page, /port 25/).waitFor();
    expect(asked).toMatchObject([
      { address: 'you@example.org', current: { host: 'mail.example.org', port: 25, security: 'none' } },
    ]);
    expect(window.complaints).toEqual([]);
    expect(await prefsNow()).toBe(somePrefs);
    await window.close();
  });

  /** From the empty window to the settings, for the account that was found. */
  async function atSettings(page: Page): Promise<void> {
    await button(page, 'Take it from a mail program on this computer').click();
    await page.getByRole('radio', { name: 'you@example.org' }).check();
    await button(page, 'Find out why').click();
    await heading(page, /port 25/).waitFor();
    await button(page, 'All settings and files').click();
    await heading(page, /Use these settings/).waitFor();
  }

  test('leads on from the change only once it is made', async () => {
    const window = await opened();
    const { page } = window;
    await atSettings(page);
    await button(page, 'Back').click();
    await button(page, 'Show me what to click').click();
    await heading(page, /can change this for you/).waitFor();
    const goOn = button(page, 'The settings are in: go on');
    expect(await goOn.count()).toBe(0);
    await button(page, 'Show me what would change').click();
    await button(page, 'Change it now').click();
    await goOn.click();
    await heading(page, /Did it arrive/).waitFor();
    await window.close();
  });

  test('the change is shown, made in Thunderbird’s own file, and taken back byte for byte', async () => {
    const window = await opened();
    const { page } = window;
    await atSettings(page);
    await button(page, 'Show me what would change').click();
    await page.getByText('Port: from 25 to 587').waitFor();
    await page.getByText('Connection security: from None to STARTTLS').waitFor();
    expect(await prefsNow()).toBe(somePrefs);
    expect(await axeFindings(page)).toEqual([]);

    await button(page, 'Change it now').click();
    await page.getByRole('status').filter({ hasText: 'Done. Thunderbird now uses these settings' }).waitFor();
    expect(await prefsNow()).toBe(
      somePrefs
        .replace('smtp1.port", 25)', 'smtp1.port", 587)')
        .replace('smtp1.try_ssl", 0)', 'smtp1.try_ssl", 2)'),
    );
    await button(page, 'Take it back').click();
    await page.getByRole('status').filter({ hasText: 'exactly as they were' }).waitFor();
    expect(await prefsNow()).toBe(somePrefs);
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  test('by keyboard: no press loses the focus, and what would change is told', async () => {
    const window = await opened();
    const { page } = window;
    await atSettings(page);
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    const told = (text: string) =>
      page.getByRole('status').filter({ hasText: text }).waitFor({ state: 'attached' });
    await button(page, 'Show me what would change').press('Enter');
    await told('This would change for you@example.org');
    expect(await focused()).toBe('Change it for me');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Change it now');
    await page.keyboard.press('Enter');
    await told('Done. Thunderbird now uses these settings');
    expect(await focused()).toBe('Change it for me');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await told('exactly as they were');
    expect(await focused()).toBe('Change it for me');
    expect(await prefsNow()).toBe(somePrefs);
    await window.close();
  });

  test('an open Thunderbird is left alone, and the change can be undone after a reload', async () => {
    let isOpen = true;
    await symlink('127.0.1.1:+4711', join(home.profile, 'lock'));
    const window = await opened({ workstation: aWorkstation(home.home, { isAlive: () => isOpen }) });
    const { page } = window;
    await atSettings(page);
    await button(page, 'Show me what would change').click();
    await page.getByText('Please close it first').waitFor();
    expect(await button(page, 'Change it now').count()).toBe(0);
    isOpen = false;
    await button(page, 'Look again').click();
    await button(page, 'Change it now').click();
    await page.getByText('Done. Thunderbird now uses').waitFor();
    await page.reload();
    await button(page, 'Show me what would change').click();
    await page.getByText('uses these settings already').waitFor();
    await button(page, 'Take back the last change').click();
    await page.getByText('exactly as they were').waitFor();
    expect(await prefsNow()).toBe(somePrefs);
    await window.close();
  });

  test('where nothing is found, that is said, and an exported registry file is read', async () => {
    const window = await opened({ workstation: aWorkstation('/nowhere') });
    const { page } = window;
    await button(page, 'Take it from a mail program on this computer').click();
    await page.getByText('No mail accounts were found').waitFor();
    await button(page, 'What was read').click();
    const buffer = Buffer.from(exportedOutlook, 'utf16le');
    const file = { name: 'outlook.reg', mimeType: 'text/plain', buffer };
    await page.locator('input[accept=".reg"]').setInputFiles(file);
    await page.getByText('Outlook: sends through mail.example.org, port 587, STARTTLS').waitFor();
    await page.getByRole('radio', { name: 'you@example.org' }).check();
    expect(await page.getByLabel('Your mail address').inputValue()).toBe('you@example.org');
    await window.close();
  });

  test('programs that send from their maker’s computers come with that warning; nothing is asked of anybody', async () => {
    const window = await opened();
    const { page } = window;
    await button(page, 'I know what my mail program uses now').click();
    const place = page.getByLabel('On which device');
    const program = page.getByLabel('Which mail program');
    for (const [device, id, warning] of [
      ['windows', 'new-outlook', 'Microsoft’s computers'],
      ['phone', 'outlook-mobile', 'Microsoft’s computers'],
      ['browser', 'gmail-send-as', 'Google’s computers'],
    ] as const) {
      await place.selectOption(device);
      await program.selectOption(id);
      await page.getByRole('status').filter({ hasText: warning }).waitFor();
    }
    await place.selectOption('windows');
    await program.selectOption('outlook');
    await page.getByText('computers, not from').waitFor({ state: 'detached' });
    await window.close();
  });

  test('whoever says yes to a danger keeps the focus: both the question and its button are gone', async () => {
    const window = await openWindow(browser, { state: stateNamed('settings-dangerous-change') });
    const { page } = window;
    await button(page, 'Send without encryption').press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => focusedText(page)).toBe('Change it for me');
    await window.close();
  });

  test('a window for practice does not offer to look', async () => {
    const window = await opened({ practice: 'port-25-blocked' });
    const { page } = window;
    await heading(page, /like to practise/).waitFor();
    await button(page, 'Back').click();
    await heading(page, /Mail arrives/).waitFor();
    expect(await button(page, 'Take it from a mail program on this computer').count()).toBe(0);
    await window.close();
  });
});
