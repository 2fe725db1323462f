/**
 * A ZIP file of one file, stored as it is, as base64. `name` and `text` are ASCII. Without a date of its own (1 January 1980, the first
 * there is), so that the same text gives the same file. APPNOTE.TXT sections 4.3.7, 4.3.12 and 4.3.16.
 */
export function zippedBase64(name: string, text: string): string {
  const content = bytesOf(text);
  const nameBytes = bytesOf(name);
  const common = [
    ...u16(20, 0, 0), // version 2.0 suffices; no flags; stored
    ...u16(0, 0x21), // midnight, 1980-01-01
    ...u32(crc32(content), content.length, content.length),
    ...u16(nameBytes.length, 0),
  ];
  const local = [...signature(0x0403), ...common, ...nameBytes, ...content];
  const central = [
    ...signature(0x0201),
    ...u16(20),
    ...common,
    ...u16(0, 0, 0), // no comment, first disk, no attributes inside
    ...u32(0, 0), // none outside; the local header is at the beginning
    ...nameBytes,
  ];
  const end = [...signature(0x0605), ...u16(0, 0, 1, 1), ...u32(central.length, local.length), ...u16(0)];
  return btoa([...local, ...central, ...end].map((byte) => String.fromCharCode(byte)).join(''));
}

function bytesOf(ascii: string): number[] {
  return [...ascii].map((character) => character.charCodeAt(0));
}

function signature(kind: number): number[] {
  return [...bytesOf('PK'), ...u16(kind)];
}

function u16(...values: readonly number[]): number[] {
  return values.flatMap((value) => [value & 0xff, (value >>> 8) & 0xff]);
}

function u32(...values: readonly number[]): number[] {
  return values.flatMap((value) => u16(value & 0xffff, value >>> 16));
}

/** CRC-32 as ZIP has it (ISO 3309), bit by bit: the text is short. */
function crc32(bytes: readonly number[]): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
