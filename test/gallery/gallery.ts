import { mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import '../support/speak-english.ts';
import { launchBrowser, openWindow } from '../e2e/window.ts';
import { chromiumPath } from '../support/needs.ts';
import { screenStates } from '../support/screens.ts';

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
  const browser = await launchBrowser();
  let count = 0;
  try {
    for (const state of screenStates) {
      for (const [size, viewport] of Object.entries(sizes)) {
        const name = `${state.name}.${size}`;
        if (!name.includes(only)) continue;
        const window = await openWindow(browser, { state, context: { viewport } });
        for (const colorScheme of ['light', 'dark'] as const) {
          await window.page.emulateMedia({ colorScheme });
          await window.page.screenshot({ path: `${out}${name}.${colorScheme}.png`, fullPage: true });
          count += 1;
        }
        await window.close();
      }
    }
  } finally {
    await browser.close();
  }
  return count;
}
