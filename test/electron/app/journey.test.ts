import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseReport } from '../../../shared/model/report.ts';
import { say } from '../../../shared/text/index.ts';
import { needs } from '../../support/needs.ts';
import { launched } from './launched.ts';

describe('the wizard in the app', () => {
  needs('chromium');
  const running = launched();

  test('leads through a practice check to settings and a saved report, and the browser finds nothing to complain of', async () => {
    const { firstWindow, answerSaveDialog } = running();
    const page = await firstWindow();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.reload();
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

    await press(say('wizard.ways.practice'));
    await page.getByRole('button', { name: say('practice.port-25-blocked.name') }).click();
    await page.getByRole('button', { name: say('wizard.verdict.all-settings') }).click();
    await page.getByRole('heading', { name: say('wizard.settings.outgoing') }).waitFor();
    await expect.poll(() => page.getByText('587').count()).toBeGreaterThan(0);

    const folder = await mkdtemp(join(tmpdir(), 'postway-report-'));
    try {
      const filePath = join(folder, 'report.json');
      answerSaveDialog({ canceled: false, filePath });
      await press(say('wizard.save'));
      await page.getByText(/^Saved as/).waitFor();
      const report = parseReport(await readFile(filePath, 'utf8'));
      expect(report).toMatchObject({
        ok: true,
        value: { practice: true, verdict: { code: 'port-25-blocked' } },
      });
    } finally {
      await rm(folder, { recursive: true });
    }
    expect(complaints).toEqual([]);
  });
});
