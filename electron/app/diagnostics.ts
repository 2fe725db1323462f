import { writeFile } from 'node:fs/promises';
import { arch, release } from 'node:os';
import { app } from 'electron';
import { say } from '../../shared/text/index.ts';
import type { Ask } from './ask.ts';
import { remembered } from './bug-log.ts';
import type { Preferences } from './preferences.ts';
import { askWhereToSave } from './save-dialog.ts';
import { updateSource } from './updates/source.ts';

/**
 * What a support desk needs to know of this installation, as text. No address, host, user or file name is in it, and nothing that was
 * checked: whoever wants to show a check saves its report.
 */
export function diagnostics(preferences: Preferences): string {
  const { electron, chrome, node } = process.versions;
  const facts = {
    postway: __POSTWAY_VERSION__,
    system: `${process.platform} ${release()} ${arch()}`,
    electron: electron ?? 'none',
    chromium: chrome ?? 'none',
    node,
    language: app.getPreferredSystemLanguages().join(' '),
    installed: updateSource(),
    updates:
      preferences.looksForUpdates === undefined
        ? 'not asked yet'
        : preferences.looksForUpdates
          ? 'on'
          : 'off',
    'running for': `${Math.round(process.uptime())} s`,
    'faults of ours': String(remembered().length),
  };
  const faults = remembered().flatMap(({ at, what, frames }) => [
    '',
    `${at} ${what}`,
    ...frames.map((one) => `  ${one}`),
  ]);
  return [...Object.entries(facts).map(([name, fact]) => `${name}: ${fact}`), ...faults, ''].join('\n');
}

/** Lets the person choose a file and writes it there. */
export async function saveDiagnostics(preferences: Preferences, ask: Ask): Promise<void> {
  const path = await askWhereToSave(say('app.diagnostics.file'));
  if (path === null) return;
  try {
    await writeFile(path, diagnostics(preferences));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : '?';
    await ask.tell(say('app.diagnostics.failed', { reason }));
  }
}
