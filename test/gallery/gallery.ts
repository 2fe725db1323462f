import { mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import '../support/speak-english.ts';
import { fakeBackend } from '../support/fake-backend.ts';
import { chromiumPath } from '../support/needs.ts';
import { screenStates, storageOf, windowFolder } from '../support/screens.ts';
import { serveWindow } from '../support/window-server.ts';

const out = fileURLToPath(new URL('./out/', import.meta.url));
const sizes = {
  /** As the desktop app opens. */
  window: { width: 960, height: 780 },
  laptop: { width: 1366, height: 650 },
  narrow: { width: 360, height: 740 },
};

/** Writes every screen in every state, light and dark, in each size, as PNG. `only` keeps those whose name contains it. */
export async function drawGallery(only = ''): Promise<number> {
  if (!chromiumPath) throw new Error('the gallery needs Chromium (Debian package "chromium")');
  if (only === '') await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const browser = await chromium.launch({ executablePath: chromiumPath });
  let count = 0;
  try {
    for (const state of screenStates) {
      for (const [size, viewport] of Object.entries(sizes)) {
        const name = `${state.name}.${size}`;
        if (!name.includes(only)) continue;
        const server = await serveWindow(windowFolder, (state.backend?.() ?? fakeBackend()).handlers);
        const context = await browser.newContext({
          viewport,
          reducedMotion: 'reduce', // so that the same screen gives the same picture
          locale: 'en-GB',
          timezoneId: 'UTC',
        });
        await context.addInitScript((storage) => {
          for (const [key, value] of Object.entries(storage)) sessionStorage.setItem(key, value);
        }, storageOf(state));
        const page = await context.newPage();
        await page.goto(server.url);
        for (const button of state.press ?? []) {
          await page.getByRole('button', { name: button, exact: true }).first().click();
        }
        await page.getByRole('heading', { level: 1, name: state.heading }).waitFor();
        if (state.later) await page.getByText(state.later).first().waitFor();
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await page.screenshot({ path: `${out}${name}.${colorScheme}.png`, fullPage: true });
          count += 1;
        }
        await context.close();
        await server.close();
      }
    }
  } finally {
    await browser.close();
  }
  return count;
}
