import { rm } from 'node:fs/promises';
import * as z from 'zod/mini';
import { say } from '../../../shared/text/index.ts';
import type { Ask } from '../ask.ts';
import type { KeptPreferences } from '../preferences.ts';
import { digestOf, isSigned } from './signature.ts';
import type { UpdateSource } from './source.ts';

/** What `latest.yml` says of the newest release, as far as we read it. */
const Release = z.object({
  version: z.string().check(z.maxLength(60)),
  postwaySignatures: z.optional(z.array(z.string().check(z.maxLength(200))).check(z.maxLength(20))),
});

/** What is used of electron-updater. */
export type Updater = {
  /** The newest release when it is newer than this one; null otherwise. Rejects when it cannot be asked. */
  look(): Promise<unknown>;
  /** Fetches what `look` found and gives the files. */
  fetch(): Promise<readonly string[]>;
  /** Ends the app and installs. */
  install(): void;
};

export type UpdatesParts = {
  readonly version: string;
  readonly source: UpdateSource;
  readonly preferences: KeptPreferences;
  readonly ask: Ask;
  readonly isChecking: () => boolean;
  readonly updater: () => Updater;
  readonly publicKey: string;
  readonly host: string;
};

export type Updates = {
  /** Asks once whether new versions are to be looked for, and from then on does it daily. Not at the very first start. */
  begin(isFirstStart: boolean): Promise<void>;
  /** The person asked for it: says what came of it in any case. */
  lookNow(): Promise<void>;
  setDaily(isWanted: boolean): void;
  /** Stops the clock. */
  end(): void;
};

const dayMs = 24 * 60 * 60 * 1000;
/** Who starts Postway has a problem; the update comes later, in ms. */
const afterStartMs = 60_000;

/**
 * New versions. Nobody is asked for one before the person agreed, none is fetched while a check measures the line, none ends a check, and none
 * is installed that is not signed by us. Never rejects.
 */
export function updatesOf(parts: UpdatesParts): Updates {
  const { source, preferences, ask } = parts;
  let timer: NodeJS.Timeout | undefined;

  const look = async (isAsked: boolean): Promise<void> => {
    const tell = async (message: string): Promise<void> => (isAsked ? ask.tell(message) : undefined);
    if (source !== 'postway') return tell(say('app.updates.elsewhere'));
    if (parts.isChecking()) return tell(say('app.updates.busy'));
    try {
      await lookAndInstall(parts, tell);
    } catch (error) {
      const reason = error instanceof Error ? error.message.slice(0, 200) : '?';
      await tell(say('app.updates.failed', { reason }));
    }
  };
  const schedule = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(false).finally(() => schedule(dayMs)), ms);
    timer.unref();
  };
  const setDaily = (isWanted: boolean): void => {
    preferences.set({ looksForUpdates: isWanted });
    clearTimeout(timer);
    if (isWanted && source === 'postway') schedule(afterStartMs);
  };

  return {
    async begin(isFirstStart) {
      if (source !== 'postway') return;
      const { looksForUpdates } = preferences.get();
      if (looksForUpdates) schedule(afterStartMs);
      if (looksForUpdates !== undefined || isFirstStart) return;
      const detail = say('app.updates.detail', { host: parts.host });
      setDaily(
        await ask.whether({ question: say('app.updates.question'), detail, yes: say('app.updates.yes') }),
      );
    },
    lookNow: () => look(true),
    setDaily,
    end: () => clearTimeout(timer),
  };
}

async function lookAndInstall(
  { version: own, ask, isChecking, updater: load, publicKey }: UpdatesParts,
  tell: (message: string) => Promise<void>,
): Promise<void> {
  const updater = load();
  const found = Release.safeParse(await updater.look());
  if (!found.success) return tell(say('app.updates.newest', { version: own }));
  const { version, postwaySignatures: signatures = [] } = found.data;
  const isWanted = await ask.whether({
    question: say('app.updates.found', { version }),
    detail: say('app.updates.found-detail'),
    yes: say('app.updates.install'),
  });
  if (!isWanted) return;
  if (isChecking()) return ask.tell(say('app.updates.busy'));
  const files = await updater.fetch();
  const digests = await Promise.all(files.map(digestOf));
  const areSigned = digests.every((sha512) => isSigned({ version, sha512, signatures }, publicKey));
  if (files.length > 0 && areSigned)
    return isChecking() ? ask.tell(say('app.updates.busy')) : updater.install();
  await Promise.all(files.map((file) => rm(file, { force: true })));
  await ask.tell(say('app.updates.forged'));
}
