import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deltaChat } from '../../shared/clients/delta-chat.ts';
import { settingsFromReport } from '../../shared/clients/index.ts';
import { thunderbirdAndroidQr } from '../../shared/clients/thunderbird-android-qr.ts';
import { fakeBackend } from '../support/fake-backend.ts';
import { has, needs } from '../support/needs.ts';
import { runProgram } from '../support/program.ts';
import { blockedReport } from '../support/sample-reports.ts';
import { stateNamed } from '../support/screens.ts';
import { launchBrowser, openWindow } from './window.ts';

const found = settingsFromReport(blockedReport);
if (!found.ok) throw new Error('the sample has settings');
const settings = found.value;

/** What the real zbarimg reads from the code as the window shows it. */
async function scannedFrom(page: Page, name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'postway-code-'));
  try {
    const path = join(folder, 'code.png');
    await writeFile(path, await page.getByRole('img', { name }).first().screenshot());
    const ran = await runProgram('zbarimg', ['--quiet', '--raw', '--oneshot', '-Sbinary', path]);
    expect(ran).toMatchObject({ status: 0 });
    return ran.stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function textOfPdf(pdf: Buffer): Promise<{ text: string; pages: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'postway-page-'));
  try {
    const path = join(folder, 'page.pdf');
    await writeFile(path, pdf);
    await runProgram('pdftotext', ['-layout', path, join(folder, 'page.txt')]);
    const text = await readFile(join(folder, 'page.txt'), 'utf8');
    return { text, pages: text.split('\f').length - 1 };
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('files and codes in the window', () => {
  needs('chromium');
  let browser: Browser;
  beforeAll(async () => {
    if (has('chromium')) browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  test.each(['light', 'dark'] as const)(
    'the code for Thunderbird can be scanned from a %s screen',
    async (colorScheme) => {
      const window = await openWindow(browser, {
        state: stateNamed('settings-files-all'),
        context: { colorScheme, deviceScaleFactor: 2 },
      });
      const name = 'QR code to scan with Thunderbird for Android';
      await window.page.getByRole('img', { name }).first().waitFor();
      if (has('zbarimg')) {
        expect(await scannedFrom(window.page, name)).toBe(thunderbirdAndroidQr.code(settings));
      }
      expect(window.complaints).toEqual([]);
      await window.close();
    },
  );

  test('a code with the password is shown while its dialog is open, and nothing of it stays', async () => {
    const window = await openWindow(browser, {
      state: stateNamed('settings-delta-chat'),
      context: { deviceScaleFactor: 2 },
    });
    const { page } = window;
    const password = 'S3cret & more+%';
    const dialog = page.getByRole('dialog');
    const field = dialog.getByLabel('Your mail password');
    expect(await field.getAttribute('type')).toBe('password');
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);

    await page.keyboard.press('Enter');
    await dialog.getByText('Type the password').waitFor();
    await field.fill(password);
    await page.keyboard.press('Enter');
    const name = 'QR code to scan with Delta Chat';
    await dialog.getByRole('img', { name }).waitFor();
    if (has('zbarimg')) {
      expect(await scannedFrom(page, name)).toBe(deltaChat.code(settings, password));
    }
    expect(await page.content()).not.toContain('S3cret');

    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Close');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByRole('img', { name }).count()).toBe(0);
    const kept = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
    expect(kept).not.toContain('S3cret');
    // Opened again, it begins empty.
    await page
      .getByRole('button', { name: 'Show the code: Delta Chat: a new account from a QR code' })
      .click();
    expect(await field.inputValue()).toBe('');
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  test('"Print or save as PDF" opens the print dialog of at most two sheets with the values and the steps, in A4 and in Letter', async () => {
    const window = await openWindow(browser, { state: stateNamed('settings-files') });
    const { page } = window;
    await page.evaluate(() => {
      globalThis.print = () => document.body.setAttribute('data-printed', 'yes');
    });
    await page.getByRole('button', { name: 'Print or save as PDF', exact: true }).click();
    expect(await page.getAttribute('body', 'data-printed')).toBe('yes');
    if (has('pdftotext')) {
      for (const format of ['A4', 'Letter']) {
        const { text, pages } = await textOfPdf(await page.pdf({ format }));
        expect([1, 2]).toContain(pages);
        expect(text).toMatch(/Mail settings for you@example\.org[\s\S]*mail\.example\.org[\s\S]*587/);
        expect(text).toContain('Allow IMAP and SMTP once');
        expect(text).toContain('Outlook for Windows (classic)');
        expect(text).not.toContain('Copy');
        expect(text).not.toContain('Postway runs on this computer');
      }
    }
    await window.close();
  });

  test('the desktop app asks its backend for the PDF with the settings and the chosen program alone, and says what became of it', async () => {
    const asked: unknown[] = [];
    const backend = fakeBackend({
      app: { isDesktop: true },
      savePage: async (page) => {
        asked.push(page);
        return { ok: true, value: { saved: true } };
      },
    });
    const window = await openWindow(browser, { state: stateNamed('settings-files'), backend });
    await window.page.getByRole('button', { name: 'Save as PDF', exact: true }).click();
    await window.page.getByText('Saved as a PDF. It holds no password.').waitFor();
    const { outgoing, incoming, mailAddress, displayName, change, provider, alternatives, logins } = settings;
    const program = { id: 'outlook', language: 'en-GB', version: '', way: '' };
    expect(asked).toEqual([
      { outgoing, incoming, mailAddress, displayName, change, provider, alternatives, logins, program },
    ]);
    await window.close();
  });
});
