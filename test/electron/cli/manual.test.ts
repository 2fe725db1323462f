import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commands } from '../../../electron/cli/commands/index.ts';
import { manual } from '../../../electron/cli/manual.ts';
import { say } from '../../../shared/text/index.ts';
import { needs } from '../../support/needs.ts';

const folder = mkdtempSync(join(tmpdir(), 'postway-manual-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'postway.1');
writeFileSync(file, manual(commands, { version: '1.2.3', day: '2026-11-28' }));

describe('the manual page', () => {
  needs('man');
  const page = () =>
    execFileSync('man', ['-l', file], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, MANWIDTH: '100', LC_ALL: 'C.UTF-8' },
    });

  test('is formatted without a warning', () => {
    const { stderr, status } = spawnSync('man', ['--warnings=w', '-l', file], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  });

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
