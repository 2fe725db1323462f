import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Argument } from '../../../shared/contract/contract.ts';
import { aServer } from '../../support/builders.ts';
import { has, needs } from '../../support/needs.ts';
import { runProgram } from '../../support/program.ts';
import { launched } from './launched.ts';

const hostile = '<script>document.title="taken"</script><img src="https://elsewhere.example/x">';
const settings: Argument<'page.save'> = {
  outgoing: aServer({ username: hostile }),
  incoming: aServer({ protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls' }),
  mailAddress: 'you@example.org',
  displayName: 'Jürgen <b>Müller</b>',
};

describe('the page of settings as a PDF', () => {
  needs('chromium');
  const running = launched();
  let folder = '';
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** Asks over the contract, as the window does, and waits for the answer. */
  const ask = async (argument: unknown) => {
    const page = await running().firstWindow();
    return page.evaluate((value) => {
      type Bridge = {
        send(message: unknown): void;
        onMessage(heard: (message: unknown) => void): () => void;
      };
      const { postway } = globalThis as unknown as { postway: Bridge };
      return new Promise<unknown>((resolve) => {
        const stop = postway.onMessage((message) => {
          const { id } = message as { id?: number };
          if (id !== 990) return;
          stop();
          resolve(message);
        });
        postway.send({ kind: 'call', id: 990, name: 'page.save', argument: value });
      });
    }, argument);
  };

  test.each([
    ['DE', 595, 842],
    ['US', 612, 792],
  ])(
    'is printed by Chromium from the settings, on one or two sheets of the paper of %s, and saved where the person chose',
    async (country, width, height) => {
      const { answerSaveDialog, savesAsked, app, windows } = running();
      app.countryCode = country;
      folder = await mkdtemp(join(tmpdir(), 'postway-pdf-'));
      const filePath = join(folder, 'mine.pdf');
      answerSaveDialog({ canceled: false, filePath });
      expect(await ask(settings)).toMatchObject({ value: { saved: true } });
      expect(savesAsked().at(-1)).toBe('postway-mail-settings.pdf');
      expect((await readFile(filePath)).subarray(0, 5).toString()).toBe('%PDF-');
      await expect.poll(() => windows.length).toBe(1);
      if (!has('pdftotext')) return;
      const shown = await runProgram('pdftotext', ['-layout', filePath, '-']);
      for (const text of [
        'mail.example.org',
        '587',
        'imap.example.org',
        'Jürgen <b>Müller</b>',
        '<script>',
      ]) {
        expect(shown.stdout).toContain(text);
      }
      const { stdout } = await runProgram('pdfinfo', [filePath]);
      expect(stdout).toMatch(/^Pages: +[12]$/m);
      expect(stdout).toMatch(/^Tagged: +yes$/m);
      expect(stdout).toMatch(/^Title: +Mail settings for you@example\.org$/m); // and no script of a value has run
      const [, wide, high] = /^Page size: +([\d.]+) x ([\d.]+)/m.exec(stdout) ?? [];
      for (const [points, wanted] of [
        [wide, width],
        [high, height],
      ] as const)
        expect(Math.abs(Number(points) - wanted)).toBeLessThan(2);
    },
  );

  test('is printed in a window without scripts, and with no way to Electron', async () => {
    const { answerSaveDialog, app, windowsOpened } = running();
    app.countryCode = 'DE';
    folder = await mkdtemp(join(tmpdir(), 'postway-pdf-'));
    answerSaveDialog({ canceled: false, filePath: join(folder, 'mine.pdf') });
    expect(await ask(settings)).toMatchObject({ value: { saved: true } });
    expect(windowsOpened().at(-1)?.webPreferences).toEqual({
      javascript: false,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    });
  });

  test('nothing is printed for who changes their mind, nor from settings that are none', async () => {
    const { answerSaveDialog, windows } = running();
    folder = await mkdtemp(join(tmpdir(), 'postway-pdf-'));
    answerSaveDialog({ canceled: true, filePath: '' });
    expect(await ask(settings)).toMatchObject({ value: { saved: false } });
    answerSaveDialog({ canceled: false, filePath: join(folder, 'mine.pdf') });
    expect(await ask({ ...settings, html: '<p>mine</p>', outgoing: '<p>mine</p>' })).toMatchObject({
      problem: { code: 'bad-input' },
    });
    const host = 'mail example.org';
    expect(await ask({ ...settings, outgoing: { ...settings.outgoing, host } })).toMatchObject({
      problem: { code: 'bad-input', field: 'outgoing.host' },
    });
    expect(await readdir(folder)).toEqual([]);
    await expect.poll(() => windows.length).toBe(1);
  });

  test('the page is served under no address once it is printed', async () => {
    const { web } = running();
    expect(
      (await web.ask('app://postway/print/00000000-0000-4000-8000-000000000000.html', 'GET')).status,
    ).toBe(404);
  });
});
