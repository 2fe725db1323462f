/**
 * Starts the packed app with the real Electron and goes from the first screen to a verdict in the practice network. For the release workflow; on
 * Linux it wants a display (xvfb-run). The app's fuses shut Node's inspector, so it is driven over Chromium's own debugging port.
 *
 *   node build/smoke.mjs release/linux-unpacked/postway
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const port = 9333;
const limitMs = 60_000;
const [program] = process.argv.slice(2);
if (program === undefined) throw new Error('name the program to start');
const words = JSON.parse(readFileSync(new URL('../shared/text/en/wizard.json', import.meta.url), 'utf8'));
const { 'practice.port-25-blocked.name': scenario } = JSON.parse(
  readFileSync(new URL('../shared/text/en/practice.json', import.meta.url), 'utf8'),
);

const app = spawn(program, [`--remote-debugging-port=${port}`], { stdio: 'inherit' });
try {
  const page = await firstPage();
  page.setDefaultTimeout(limitMs);
  await page.getByRole('button', { name: words['wizard.ways.practice'], exact: true }).click();
  await page.getByRole('button', { name: scenario }).click();
  await page.getByRole('button', { name: words['wizard.verdict.all-settings'] }).waitFor();
  console.log('from the first screen to a verdict: well');
} finally {
  app.kill();
}
process.exit(0);

/** The window's page, as soon as the app listens and has opened it. */
async function firstPage() {
  const end = Date.now() + limitMs;
  for (;;) {
    try {
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      const page = browser.contexts()[0]?.pages()[0];
      if (page) return page;
      await browser.close();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
