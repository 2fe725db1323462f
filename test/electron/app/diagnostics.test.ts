import { readFileSync } from 'node:fs';
import { homedir, hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withoutPersonalData } from '../../../electron/app/bug-log.ts';
import { say } from '../../../shared/text/index.ts';
import { needs } from '../../support/needs.ts';
import { workFolder } from '../../support/work-folder.ts';
import { launched } from './launched.ts';

const now = new Date('2026-11-28T10:00:00Z');

test('a fault is kept without its message, its folders and what only looks like a name', () => {
  const fault = Object.assign(new TypeError('cannot read you@example.org of /home/anna'), { code: 'EACCES' });
  fault.stack = `TypeError: cannot read you@example.org
    at readFile (/home/anna/Postway/resources/app.asar/dist/main/index.cjs:10:20)
    at async C:\\Users\\anna\\index.cjs:3:4
    at you@example.org`;
  expect(withoutPersonalData(fault, now)).toEqual({
    at: now.toISOString(),
    what: 'TypeError EACCES',
    frames: ['readFile (index.cjs:10:20)', '? (index.cjs:3:4)'],
  });
  expect(withoutPersonalData('you@example.org', now)).toEqual({
    at: now.toISOString(),
    what: 'string',
    frames: [],
  });
});

describe('Save Diagnostics', () => {
  needs('chromium');
  const running = launched();
  const folder = workFolder('diagnostics');

  test('writes what a support desk needs, and no name of anybody', async () => {
    const { answerSaveDialog, menu, firstWindow, savesAsked, processes } = running();
    const page = await firstWindow();
    // Somebody was looked at, and something of ours went wrong meanwhile.
    await page.getByRole('textbox').first().fill('anna@example.org');
    for (const one of processes) one.kill();
    await page.getByText(say('wizard.connection.lost')).first().waitFor();
    await page.getByText(say('wizard.connection.lost')).first().waitFor({ state: 'detached' });
    const filePath = join(folder, 'mine.txt');
    answerSaveDialog({ canceled: false, filePath });
    const help = menu().find(({ role }) => role === 'help');
    help?.submenu?.find(({ label }) => label === say('app.menu.diagnostics'))?.click?.();
    await expect.poll(savesAsked).toEqual([say('app.diagnostics.file')]);
    const read = () => {
      try {
        return readFileSync(filePath, 'utf8');
      } catch {
        return '';
      }
    };
    await expect.poll(read).toContain('installed: none');
    expect(read()).toContain(`system: ${process.platform}`);
    expect(read()).toContain('faults of ours: 1\n');
    expect(read()).toMatch(/^ {2}\S+ \(index\.cjs:\d+:\d+\)$/m);
    const personal = [
      'anna',
      'example.org',
      hostname(),
      userInfo().username,
      homedir(),
      tmpdir(),
      process.cwd(),
    ];
    for (const word of personal) expect(read()).not.toContain(word);
  });
});
