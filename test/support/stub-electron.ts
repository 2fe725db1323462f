import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** By this text tools find the fuses inside Electron's binary; behind it stand the version, the count, and one byte each. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** As Electron delivers them, in its order; see `readFuses`. */
const deliveredFuses = '101100011';

/**
 * A folder that looks to electron-builder like Electron for Linux: the files it copies and checks, without the program. Lets packing
 * be tested where Electron cannot be fetched; what comes out does not start.
 */
export function writeStubElectron(folder: string, version: string): void {
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
    'locales/en-US.pak',
  ]) {
    writeFileSync(join(folder, name), name);
  }
}

/** The fuses of a binary, in Electron's order: `true` is on. */
export function readFuses(binary: Buffer): boolean[] {
  const at = binary.indexOf(fuseSentinel) + fuseSentinel.length;
  const count = binary.readUInt8(at + 1);
  return [...binary.subarray(at + 2, at + 2 + count)].map((byte) => byte === '1'.charCodeAt(0));
}
