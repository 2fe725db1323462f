/**
 * `node build/icons.mjs`: draws the app's icons for every system from `icon.svg` and writes them beside it. Run it after a change
 * of the drawing and commit what it wrote; packing then fetches no icon tool. Needs Chromium (`CHROMIUM` names another place).
 */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const beside = (name) => new URL(name, import.meta.url);

/** Sizes in a Windows icon: title bar, task bar, Explorer, and their scaled forms. */
const icoSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256];

/** Apple's types that hold a PNG, and the size in pixels that each stands for. */
const icnsTypes = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];

/** A Windows icon of PNG pictures: header of 6 bytes, 16 bytes for each picture, the pictures. */
export function icoOf(pictures) {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  pictures.forEach(({ size, png }, index) => {
    const entry = 6 + 16 * index;
    header.writeUInt8(size % 256, entry); // 0 says 256
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4); // planes
    header.writeUInt16LE(32, entry + 6); // bits a pixel
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}

/** An Apple icon of PNG pictures: `icns`, the whole length, then type, length and picture each. */
export function icnsOf(pictures) {
  const chunk = (type, body) => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(body.length + 8, 4);
    return Buffer.concat([head, body]);
  };
  return chunk('icns', Buffer.concat(pictures.map(({ type, png }) => chunk(type, png))));
}

async function draw() {
  const svg = await readFile(beside('icon.svg'), 'utf8');
  const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
    (path) => path && existsSync(path),
  );
  const browser = await chromium.launch({ executablePath });
  const page = await browser.newPage();
  const drawn = new Map();
  for (const size of new Set([...icoSizes, ...icnsTypes.map(([, size]) => size)])) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${svg}`);
    drawn.set(size, await page.screenshot({ omitBackground: true }));
  }
  await browser.close();

  await writeFile(beside('icon.png'), drawn.get(512));
  await writeFile(beside('icon.ico'), icoOf(icoSizes.map((size) => ({ size, png: drawn.get(size) }))));
  await writeFile(
    beside('icon.icns'),
    icnsOf(icnsTypes.map(([type, size]) => ({ type, png: drawn.get(size) }))),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await draw();
