import { afterEach, expect, test } from 'vitest';
import { findKey } from '../../renderer/window-key.ts';
import { keyChannelName, keyStorageName } from '../../shared/contract/browser-window.ts';

const channels: BroadcastChannel[] = [];
afterEach(() => {
  for (const channel of channels.splice(0)) channel.close();
});

/** A tab of the window, over a real BroadcastChannel. */
function aTab(key: string | null) {
  const stored = new Map<string, string>(key === null ? [] : [[keyStorageName, key]]);
  const channel = new BroadcastChannel(keyChannelName);
  channels.push(channel);
  const left: string[] = [];
  const waits: (() => void)[] = [];
  const found = findKey({
    storage: {
      getItem: (name) => stored.get(name) ?? null,
      setItem: (name, value) => void stored.set(name, value),
    },
    channel,
    wait: (_ms, then) => waits.push(then),
    leave: (path) => left.push(path),
  });
  return { found, stored, left, channel, waitIsOver: () => waits.shift()?.() };
}

test('a reload finds the key where the opening page left it, and asks nobody', async () => {
  const { found, waitIsOver, left } = aTab('secret');
  expect(await found).toBe('secret');
  waitIsOver();
  expect(left).toEqual([]);
});

test('a new tab hears the key from another, keeps it, and gives it on', async () => {
  const first = aTab('secret');
  await first.found;
  const second = aTab(null);
  expect(await second.found).toBe('secret');
  expect(second.stored.get(keyStorageName)).toBe('secret');
  first.channel.close();
  const third = aTab(null);
  expect(await third.found).toBe('secret');
  third.waitIsOver();
  expect(third.left).toEqual([]);
});

test('a tab that hears of no key leaves for the page that says what to do', () => {
  const { waitIsOver, left } = aTab(null);
  expect(left).toEqual([]);
  waitIsOver();
  expect(left).toEqual(['/no-key']);
});

test('what is no key is passed over', async () => {
  const tab = aTab(null);
  const stranger = new BroadcastChannel(keyChannelName);
  channels.push(stranger);
  for (const message of [7, { key: 'x' }, ['x'], 'secret']) stranger.postMessage(message);
  expect(await tab.found).toBe('secret');
});
