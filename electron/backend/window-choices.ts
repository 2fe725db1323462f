import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { WindowChoices } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/model/problem.ts';
import { decodedUtf8, readBounded } from '../computer/bounded-file.ts';
import { writeFileAtomically } from '../computer/files.ts';
import type { Workstation } from '../computer/workstation.ts';
import { historyFolder } from './history.ts';

/** What the person chose for the window. A browser would keep it for one port alone, and `serve` has another each time. */
export type KeptChoices = {
  /** What was chosen; nothing where the file is missing or is none of ours. Never rejects. */
  get(): Promise<WindowChoices>;
  /** Keeps a choice beside those that were kept. A folder that cannot be written is a Problem. */
  keep(change: WindowChoices): Promise<Result<Record<never, never>>>;
};

/** A line. */
const maxBytes = 10_000;
const ownerOnlyFolder = 0o700;

/** The choices of the person who uses this computer, beside their earlier checks. */
export function choicesOn({
  platform,
  home,
  environment,
}: Pick<Workstation, 'platform' | 'home' | 'environment'>): KeptChoices {
  const file = join(dirname(historyFolder(platform, home, environment)), 'window.json');
  const get = async (): Promise<WindowChoices> => {
    const read = await readBounded(file, maxBytes);
    const text = read.kind === 'read' ? decodedUtf8(read.bytes) : null;
    const kept = WindowChoices.safeParse(jsonOrNull(text ?? ''));
    return kept.success ? kept.data : {};
  };
  return {
    get,
    async keep(change) {
      await mkdir(dirname(file), { recursive: true, mode: ownerOnlyFolder }).catch(() => undefined); // writing says what is wrong
      return writeFileAtomically(file, JSON.stringify({ ...(await get()), ...change }));
    },
  };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
