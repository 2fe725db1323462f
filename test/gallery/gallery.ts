import { mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Language } from '../../shared/text/languages.ts';
import { speak } from '../../shared/text/speak.ts';
import '../support/speak-english.ts';
import { launchBrowser, openWindow } from '../e2e/window.ts';
import { chromiumPath } from '../support/needs.ts';
import { screenStates } from '../support/screens.ts';

const out = fileURLToPath(new URL('./out/', import.meta.url));

export const sizes = {
  /** As the desktop app opens. */
  window: { width: 960, height: 780 },
  laptop: { width: 1366, height: 650 },
  narrow: { width: 360, height: 740 },
};

export const schemes = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  /** The system's few colours, as people who need strong contrast have them. */
  forced: { colorScheme: 'dark', forcedColors: 'active' },
} as const;

export type GalleryOptions = {
  /** Only the pictures whose name, such as `verdict-blocked.window`, contains this. */
  readonly only: string;
  readonly language: Language;
  readonly schemes: readonly (keyof typeof schemes)[];
};

/** Writes every screen in every state, in each size, as PNG: one folder a language. Resolves to their number. */
export async function drawGallery({ only, language, schemes: wanted }: GalleryOptions): Promise<number> {
  if (!chromiumPath) throw new Error('the gallery needs Chromium (Debian package "chromium")');
  const folder = `${out}${language}/`;
  if (only === '') await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await speak(language);
  const browser = await launchBrowser();
  let count = 0;
  try {
    for (const state of screenStates) {
      for (const [size, viewport] of Object.entries(sizes)) {
        const name = `${state.name}.${size}`;
        if (!name.includes(only)) continue;
        const { page, close } = await openWindow(browser, { state, context: { viewport, locale: language } });
        for (const scheme of wanted) {
          await page.emulateMedia(schemes[scheme]);
          await page.screenshot({ path: `${folder}${name}.${scheme}.png`, fullPage: true });
          count += 1;
        }
        await close();
      }
    }
  } finally {
    await browser.close();
  }
  return count;
}
