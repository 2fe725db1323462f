import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** By this text tools find the fuses inside Electron's binary; behind it stand the version, the count, and one byte each. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/**
 * A folder that looks to electron-builder like Electron for Linux: the files it copies and checks, without the program. Lets packing
 * be tested where Electron cannot be fetched; what comes out does not start. `deliveredFuses`: on and off, in Electron's order.
 */
export function writeStubElectron(folder: string, version: string, deliveredFuses = '101100011'): void {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'));
  const fuses = Buffer.concat([Buffer.from([1, deliveredFuses.length]), Buffer.from(deliveredFuses)]);
  writeFileSync(
    join(folder, 'electron'),
    Buffer.concat([Buffer.from('#!/bin/sh\nexit 1\n'), Buffer.from(fuseSentinel), fuses]),
    { mode: 0o755 },
  );
  writeFileSync(join(folder, 'version'), version);
  for (const name of [
    'LICENSE',
    'LICENSES.chromium.html',
    'resources.pak',
    'icudtl.dat',
    'chrome-sandbox',
    'locales/en-US.pak',
    ...['de', 'es', 'fr', 'it', 'ja', 'pt-BR'].map((language) => `locales/${language}.pak`),
  ]) {
    writeFileSync(join(folder, name), name);
  }
}
