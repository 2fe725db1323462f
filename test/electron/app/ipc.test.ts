import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { needs } from '../../support/needs.ts';
import { launched } from './launched.ts';

type Bridge = { send(message: unknown): void; onMessage(listener: (message: unknown) => void): () => void };

describe('the contract over IPC', () => {
  needs('chromium');
  const running = launched();

  /** Says something as the page would, and waits for the reply with this id. */
  const say = async (message: { id: number } & Record<string, unknown>, answerId = message.id) => {
    const page = await running().firstWindow();
    return page.evaluate(
      ([said, id]) =>
        new Promise<unknown>((resolve) => {
          const { postway } = globalThis as unknown as { postway: Bridge };
          const stop = postway.onMessage((heard) => {
            const { id: heardId, kind } = heard as { id: number; kind: string };
            if (heardId !== id || kind !== 'reply') return;
            stop();
            resolve(heard);
          });
          postway.send(said);
        }),
      [message, answerId] as const,
    );
  };

  test('the window can ask what it runs in', async () => {
    expect(await say({ kind: 'call', id: 1001, name: 'app.describe', argument: {} })).toMatchObject({
      kind: 'reply',
      id: 1001,
      value: { version: expect.stringMatching(/^\d+\.\d+\.\d+/), isDesktop: true },
    });
  });

  test('the preload gives the page two functions and nothing else', async () => {
    const page = await running().firstWindow();
    const seen = await page.evaluate(() => {
      const names = globalThis as unknown as Record<string, object>;
      return {
        bridge: Object.entries(names.postway ?? {}).map(([name, value]) => `${name}: ${typeof value}`),
        leaks: ['require', 'process', 'module', 'ipcRenderer', 'electron'].filter((name) => name in names),
      };
    });
    expect(seen).toEqual({ bridge: ['send: function', 'onMessage: function'], leaks: [] });
  });

  test('an unknown call and a wrong argument are answered with a problem', async () => {
    expect(await say({ kind: 'call', id: 1002, name: 'shell.run', argument: {} })).toMatchObject({
      problem: { code: 'not-found' },
    });
    expect(
      await say({ kind: 'call', id: 1003, name: 'check.start', argument: { subject: 7 } }),
    ).toMatchObject({
      problem: { code: 'bad-input' },
    });
  });

  test('a message larger than any of ours is refused', async () => {
    const argument = 'x'.repeat(1_100_000);
    expect(await say({ kind: 'call', id: 1004, name: 'app.describe', argument }, 0)).toMatchObject({
      problem: { code: 'too-large' },
    });
  });

  test.each([
    ['a frame inside our page', { url: 'app://postway/index.html', isMainFrame: false }],
    ['a page of somebody else', { url: 'https://elsewhere.example/', isMainFrame: true }],
    ['another host of our scheme', { url: 'app://elsewhere/index.html', isMainFrame: true }],
  ])('%s is not heard', async (_who, sender) => {
    const { firstWindow, sayAs } = running();
    const page = await firstWindow();
    await page.evaluate(() => {
      const names = globalThis as unknown as { postway: Bridge; heard: unknown[] };
      names.heard = [];
      names.postway.onMessage((message) => names.heard.push(message));
    });
    sayAs(sender, 'postway:to-backend', { kind: 'call', id: 2001, name: 'app.describe', argument: {} });
    // Answers come in order, so when this one is here the other would be too.
    await say({ kind: 'call', id: 2002, name: 'app.describe', argument: {} });
    const heard = await page.evaluate(() => (globalThis as unknown as { heard: { id: number }[] }).heard);
    const ids = heard.map(({ id }) => id);
    expect(ids).toContain(2002);
    expect(ids).not.toContain(2001);
  });

  test('a check runs in main and its report reaches the window', async () => {
    const argument = { subject: 'you@practice.example', practice: 'port-25-blocked' };
    const started = (await say({ kind: 'call', id: 2051, name: 'check.start', argument })) as {
      value: { checkId: string };
    };
    const watch = { kind: 'call', id: 2052, name: 'check.watch', argument: started.value };
    expect(await say(watch)).toMatchObject({
      value: {
        practice: true,
        verdict: { code: 'port-25-blocked' },
        recommendation: { outgoing: { port: 587 } },
      },
    });
  });

  test('saves a file where the person says, and nowhere when they change their mind', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'postway-save-'));
    const filePath = join(folder, 'settings.txt');
    const argument = { fileName: '../../settings.txt', mediaType: 'text/plain', text: 'Port 587\n' };
    try {
      running().answerSaveDialog({ canceled: true, filePath: '' });
      expect(await say({ kind: 'call', id: 2101, name: 'file.save', argument })).toMatchObject({
        value: { saved: false },
      });
      expect(await readdir(folder)).toEqual([]);

      running().answerSaveDialog({ canceled: false, filePath });
      expect(await say({ kind: 'call', id: 2102, name: 'file.save', argument })).toMatchObject({
        value: { saved: true },
      });
      expect(await readFile(filePath, 'utf8')).toBe('Port 587\n');
      expect(running().savesAsked()).toEqual(['settings.txt', 'settings.txt']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('a reloaded page begins a conversation of its own', async () => {
    const page = await running().firstWindow();
    const call = { kind: 'call', id: 3001, name: 'app.describe', argument: {} };
    await say(call);
    const argument = { subject: 'you@practice.example', practice: 'port-25-blocked' };
    const started = (await say({ kind: 'call', id: 3002, name: 'check.start', argument })) as {
      value: { checkId: string };
    };
    // The page that watches is gone before the check ends, and its call with it.
    const watch = { kind: 'call', id: call.id, name: 'check.watch', argument: started.value };
    await page.evaluate((message) => {
      (globalThis as unknown as { postway: Bridge }).postway.send(message);
    }, watch);
    await page.reload();
    expect(await say(call)).toMatchObject({ id: 3001, value: { isDesktop: true } });
  });
});
