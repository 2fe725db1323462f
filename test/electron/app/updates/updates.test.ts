import { generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Preferences } from '../../../../electron/app/preferences.ts';
import { digestOf, signedText } from '../../../../electron/app/updates/signature.ts';
import { type Updater, type UpdatesParts, updatesOf } from '../../../../electron/app/updates/updates.ts';
import { say } from '../../../../shared/text/index.ts';
import { workFolder } from '../../../support/work-folder.ts';

const folder = workFolder('updates');
const file = join(folder, 'Postway-2.0.0.AppImage');
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const signatureFor = async (version: string, key = privateKey): Promise<string> =>
  sign(null, signedText(version, await digestOf(file)), key).toString('base64');

beforeEach(() => writeFileSync(file, 'the new version'));

/** Updates with everything around them played: what the feed says, what the person answers, whether a check runs. */
function played(feed: unknown, change: Partial<UpdatesParts> = {}) {
  let preferences: Preferences = {};
  const updater = {
    look: vi.fn(async () => feed),
    fetch: vi.fn(async () => [file]),
    install: vi.fn(),
  } satisfies Updater;
  const ask = { whether: vi.fn(async () => true), tell: vi.fn(async () => undefined) };
  const updates = updatesOf({
    version: '1.0.0',
    source: 'postway',
    preferences: {
      get: () => preferences,
      set: (more) => {
        preferences = { ...preferences, ...more };
      },
    },
    ask,
    isChecking: () => false,
    updater: () => updater,
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    host: 'updates.example',
    ...change,
  });
  return { updates, updater, ask, preferences: () => preferences };
}

describe('a new version', () => {
  test('that we signed is installed when the person wants it', async () => {
    const { updates, updater } = played({
      version: '2.0.0',
      postwaySignatures: ['bm9uZQ==', await signatureFor('2.0.0')],
    });
    await updates.lookNow();
    expect(updater.install).toHaveBeenCalledOnce();
  });

  test('does not end a check that began while it was fetched', async () => {
    let isChecking = false;
    const { updates, updater, ask } = played(
      { version: '2.0.0', postwaySignatures: [await signatureFor('2.0.0')] },
      { isChecking: () => isChecking },
    );
    updater.fetch.mockImplementation(async () => {
      isChecking = true;
      return [file];
    });
    await updates.lookNow();
    expect(updater.install).not.toHaveBeenCalled();
    expect(ask.tell).toHaveBeenCalledExactlyOnceWith(say('app.updates.busy'));
    expect(existsSync(file)).toBe(true);
  });

  test.each([
    ['without our signature', async () => []],
    [
      'signed with another key',
      async () => [await signatureFor('2.0.0', generateKeyPairSync('ed25519').privateKey)],
    ],
    ['signed as another version', async () => [await signatureFor('1.5.0')]],
    [
      'whose file was changed afterwards',
      async () => {
        const signature = await signatureFor('2.0.0');
        writeFileSync(file, 'something else');
        return [signature];
      },
    ],
    ['with a signature that is none', async () => ['%%%']],
  ])('%s is deleted, and never installed', async (_what, signatures) => {
    const { updates, updater, ask } = played({ version: '2.0.0', postwaySignatures: await signatures() });
    await updates.lookNow();
    expect(updater.install).not.toHaveBeenCalled();
    expect(existsSync(file)).toBe(false);
    expect(ask.tell).toHaveBeenCalledExactlyOnceWith(say('app.updates.forged'));
  });

  test('is not fetched when the person says no, and none is no news', async () => {
    const declined = played({ version: '2.0.0' });
    declined.ask.whether.mockResolvedValue(false);
    await declined.updates.lookNow();
    expect(declined.updater.fetch).not.toHaveBeenCalled();
    const none = played(null);
    await none.updates.lookNow();
    expect(none.ask.tell).toHaveBeenCalledExactlyOnceWith(say('app.updates.newest', { version: '1.0.0' }));
  });
});

test('nobody is asked for a version while a check runs, nor where the system brings them', async () => {
  for (const change of [{ isChecking: () => true }, { source: 'deb' }, { source: 'flatpak' }] as const) {
    const { updates, updater, ask } = played({ version: '2.0.0' }, change);
    await updates.lookNow();
    await updates.begin(false);
    expect(updater.look).not.toHaveBeenCalled();
    expect(ask.tell).toHaveBeenCalledOnce();
    updates.end();
  }
});

describe('whether to look by itself', () => {
  test('is asked once, not at the first start, and nothing is looked for before', async () => {
    const { updates, updater, ask, preferences } = played(null);
    await updates.begin(true);
    expect(ask.whether).not.toHaveBeenCalled();
    ask.whether.mockResolvedValue(false);
    await updates.begin(false);
    await updates.begin(false);
    expect(ask.whether).toHaveBeenCalledOnce();
    expect(preferences()).toEqual({ looksForUpdates: false });
    expect(updater.look).not.toHaveBeenCalled();
  });

  test('daily means once a day, and a failure is not told to who did not ask', async () => {
    vi.useFakeTimers();
    const { updates, updater, ask } = played(null);
    updater.look.mockRejectedValue(new Error('offline'));
    updates.setDaily(true);
    await vi.advanceTimersByTimeAsync(3 * 24 * 60 * 60 * 1000);
    updates.end();
    vi.useRealTimers();
    expect(updater.look).toHaveBeenCalledTimes(3);
    expect(ask.tell).not.toHaveBeenCalled();
  });
});
