import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../../electron/cli/commands/index.ts';
import { documents } from '../../../electron/cli/documents.ts';
import { manual } from '../../../electron/cli/manual.ts';
import { columnsOf } from '../../../shared/text/columns.ts';
import { say } from '../../../shared/text/index.ts';
import { languages } from '../../../shared/text/languages.ts';
import { speak } from '../../../shared/text/speak.ts';
import { needs } from '../../support/needs.ts';

const folder = mkdtempSync(join(tmpdir(), 'postway-manual-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'postway.1');
writeFileSync(file, manual(commands, { version: '1.2.3', day: '2026-11-28' }));

/** Formatted for a terminal of 100 columns. */
const formatted = (path: string) =>
  spawnSync('man', ['--warnings=w', '-l', path], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, MANWIDTH: '100', LC_ALL: 'C.UTF-8' },
  });

describe('the manual page', () => {
  needs('man');
  const page = () => formatted(file).stdout;

  test('shows every command with its options and examples, as they are typed', () => {
    const shown = page();
    expect(shown).toContain('Postway 1.2.3');
    for (const { name, options } of commands) {
      expect(shown).toMatch(new RegExp(`^ +postway ${name}\\b`, 'm'));
      for (const option of options) expect(shown).toContain(`--${option.name}`);
      for (const line of say(`cli.${name}.examples`).split('\n')) expect(shown).toContain(line);
    }
  });

  test('says how it ends', () => {
    expect(page()).toMatch(/EXIT STATUS\n +0 +a setting that works was found/);
  });
});

describe.each(languages)('the manual page in %s', (language) => {
  needs('man');
  beforeAll(() => speak(language));
  afterAll(() => speak('en'));

  test('is formatted without a warning, cuts no word with a hyphen and keeps within the width', () => {
    const own = join(folder, `postway.${language}.1`);
    writeFileSync(own, manual(commands, { version: '1.2.3', day: '2026-11-28' }));
    const { stdout, stderr, status } = formatted(own);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).not.toMatch(/\u2010$/m);
    expect(stdout.split('\n').filter((line) => columnsOf(line) > 100)).toEqual([]);
    const words = (text: string) => text.replace(/\s+/g, '');
    expect(words(stdout)).toContain(words(say('cli.history.about')));
    for (const { name } of commands) expect(stdout).toContain(`postway ${name}`);
  });
});

test('packages get it in every language, and completions in English', () => {
  const files = documents({ version: '1.2.3', day: '2026-11-28' });
  const own = languages.filter((one) => one !== 'en').map((one) => `postway.${one}.1`);
  expect(Object.keys(files).sort()).toEqual(
    ['_postway', 'postway.1', 'postway.bash', 'postway.fish', ...own].sort(),
  );
  expect(files['postway.1']).toContain('EXIT STATUS');
  expect(files['postway.fr.1']).not.toContain('EXIT STATUS');
  expect(files['postway.fish']).toContain('find out what stops your mail');
});
