import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

const Place = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().check(z.minimum(360), z.maximum(20_000)),
  height: z.int().check(z.minimum(480), z.maximum(20_000)),
});

/** What the app remembers from one start to the next. Each part is read alone: one that is wrong is as if it were not there. */
const parts = {
  /** Where the window stood, in the pixels of the system's desktop. */
  place: Place,
  isMaximized: z.boolean(),
  /** Whether new versions are looked for; absent until the person was asked. */
  looksForUpdates: z.boolean(),
} as const;
export type Preferences = { readonly [N in keyof typeof parts]?: z.infer<(typeof parts)[N]> };

/** A file of some lines; what is larger was not written by us. */
const maxChars = 10_000;

export type KeptPreferences = {
  get(): Preferences;
  /** Written at once, whole or not at all; a disk that is full costs what is remembered and nothing else. */
  set(change: Preferences): void;
};

/** The preferences in a folder of the app's own. */
export function preferencesIn(folder: string, reportBug: (error: unknown) => void): KeptPreferences {
  const file = join(folder, 'preferences.json');
  let known = read(file);
  return {
    get: () => known,
    set(change) {
      known = { ...known, ...change };
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(`${file}.new`, JSON.stringify(known), { mode: 0o600 });
        renameSync(`${file}.new`, file);
      } catch (error) {
        reportBug(error);
      }
    },
  };
}

function read(file: string): Preferences {
  let saved: unknown;
  try {
    saved = JSON.parse(readFileSync(file, 'utf8').slice(0, maxChars));
  } catch {
    return {}; // the first start, or a file that something else broke
  }
  const entries = Object.entries(parts).flatMap(([name, schema]) => {
    const value = schema.safeParse((saved as Record<string, unknown> | null)?.[name]);
    return value.success ? [[name, value.data]] : [];
  });
  return Object.fromEntries(entries) as Preferences;
}
