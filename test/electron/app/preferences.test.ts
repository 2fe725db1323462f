import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { preferencesIn } from '../../../electron/app/preferences.ts';
import { placeToOpen } from '../../../electron/app/window-place.ts';

const noFault = (error: unknown): void => expect(error).toBeUndefined();

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'postway-preferences-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const place = { x: 100, y: 80, width: 900, height: 700 };
const screen = { x: 0, y: 0, width: 1920, height: 1080 };

test('what is set is there at the next start, for this user alone', () => {
  preferencesIn(folder, noFault).set({ place, isMaximized: true });
  preferencesIn(folder, noFault).set({ looksForUpdates: false });
  expect(preferencesIn(folder, noFault).get()).toEqual({
    place,
    isMaximized: true,
    looksForUpdates: false,
  });
  expect(statSync(join(folder, 'preferences.json')).mode & 0o077).toBe(0);
});

test.each([
  ['', {}],
  ['null', {}],
  ['[1]', {}],
  [
    '{"place": {"x": 1e9, "y": 0, "width": -5, "height": 700}, "looksForUpdates": true}',
    { looksForUpdates: true },
  ],
  ['{"isMaximized": "yes"}', {}],
])('a broken file %s costs what is broken in it', (text, known) => {
  writeFileSync(join(folder, 'preferences.json'), text);
  expect(preferencesIn(folder, noFault).get()).toEqual(known);
  expect(readFileSync(join(folder, 'preferences.json'), 'utf8')).toBe(text);
});

test('the window opens where it stood, and not where no screen is any more', () => {
  expect(placeToOpen({}, [screen])).toEqual({ width: 960, height: 780 });
  expect(placeToOpen({ place }, [screen])).toEqual(place);
  expect(placeToOpen({ place: { ...place, x: 2500 } }, [screen])).toEqual({ width: 960, height: 780 });
  expect(placeToOpen({ place: { ...place, y: -300 } }, [screen])).toEqual({ width: 960, height: 780 });
  expect(placeToOpen({ place: { ...place, width: 4000 } }, [screen])).toMatchObject({ width: 1920 });
});
