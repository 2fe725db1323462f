import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const icon = (name: string): Buffer => readFileSync(new URL(`../../build/${name}`, import.meta.url));

/** Width and height of a PNG, from its first chunk. */
function sizeOf(png: Buffer): [number, number] {
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

test('the icon for Linux is 512 by 512', () => {
  expect(sizeOf(icon('icon.png'))).toEqual([512, 512]);
});

test('the icon for Windows holds a picture of every size it names', () => {
  const ico = icon('icon.ico');
  const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index;
    const start = ico.readUInt32LE(entry + 12);
    const named = ico.readUInt8(entry) || 256;
    expect(sizeOf(ico.subarray(start, start + ico.readUInt32LE(entry + 8)))).toEqual([named, named]);
    return named;
  });
  expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256]);
});

test('the icon for macOS holds a picture of every kind it names', () => {
  const icns = icon('icon.icns');
  expect(icns.subarray(0, 4).toString()).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const found: Record<string, number> = {};
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    const [width] = sizeOf(icns.subarray(at + 8));
    found[icns.subarray(at, at + 4).toString()] = width;
  }
  expect(found).toEqual({
    icp4: 16,
    icp5: 32,
    ic11: 32,
    ic12: 64,
    ic07: 128,
    ic13: 256,
    ic08: 256,
    ic14: 512,
    ic09: 512,
    ic10: 1024,
  });
});
