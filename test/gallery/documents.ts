import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import upngModule from '@pdf-lib/upng';
import '../support/speak-english.ts';
import { launchBrowser, openWindow } from '../e2e/window.ts';
import { stateNamed } from '../support/screens.ts';

/** The screens that documents show, by their names in the gallery. */
export const documented = [
  'address-empty',
  'check-usable',
  'verdict-of-port-25-blocked',
  'coach-outlook-3',
  'arrived',
  'send-test',
] as const;

/** The library is CommonJS, and its default is a part of ours. */
const { default: upng } = upngModule as unknown as { default: typeof upngModule };

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
/** As the desktop app opens. */
const viewport = { width: 960, height: 780 };
/** Enough that no step between two colours is seen, and a third of the bytes of all colours. */
const colours = 96;

/** Draws the pictures of the documents into docs/pictures, as small as they can be. Resolves to how many there are. */
export async function drawForDocuments(): Promise<number> {
  await mkdir(folder, { recursive: true });
  const browser = await launchBrowser();
  try {
    for (const name of documented) {
      const window = await openWindow(browser, { state: stateNamed(name), context: { viewport } });
      const path = `${folder}${name}.png`;
      await window.page.screenshot({ path });
      await window.close();
      const image = upng.decode(new Uint8Array(await readFile(path)).buffer);
      const small = upng.encode(upng.toRGBA8(image), image.width, image.height, colours);
      await writeFile(path, Buffer.from(small));
    }
  } finally {
    await browser.close();
  }
  return documented.length;
}
