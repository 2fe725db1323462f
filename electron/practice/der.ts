/**
 * DER (X.690), as much as a certificate needs: each function returns one encoded value. Nothing here comes from outside, so
 * there is no decoding and no limit.
 */
export const der = {
  sequence: (...parts: readonly Buffer[]) => tagged(0x30, ...parts),
  set: (...parts: readonly Buffer[]) => tagged(0x31, ...parts),
  /** A whole number that is not negative, as its big-endian bytes. */
  integer: (bytes: Buffer) => tagged(0x02, (bytes[0] ?? 0) >= 0x80 ? Buffer.of(0) : Buffer.alloc(0), bytes),
  true: () => tagged(0x01, Buffer.of(0xff)),
  /** Whole bytes, or fewer bits when `unusedBits` of the last byte do not count. */
  bitString: (bytes: Buffer, unusedBits = 0) => tagged(0x03, Buffer.of(unusedBits), bytes),
  octetString: (bytes: Buffer) => tagged(0x04, bytes),
  text: (text: string) => tagged(0x0c, Buffer.from(text, 'utf8')),
  oid: (dotted: string) => tagged(0x06, oidBytes(dotted)),
  time,
  /** `[n]` around whole values. */
  explicit: (number: number, ...parts: readonly Buffer[]) => tagged(0xa0 + number, ...parts),
  /** `[n]` instead of the value's own tag. */
  implicit: (number: number, bytes: Buffer) => tagged(0x80 + number, bytes),
} as const;

function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.of(tag), lengthBytes(body.length), body]);
}

function lengthBytes(length: number): Buffer {
  if (length < 0x80) return Buffer.of(length);
  const bytes = base256(length);
  return Buffer.of(0x80 + bytes.length, ...bytes);
}

function oidBytes(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return Buffer.from([first * 40 + second, ...rest.flatMap(base128)]);
}

/** UTCTime up to 2049 and GeneralizedTime from 2050 on, in whole seconds: RFC 5280 section 4.1.2.5. */
function time(ms: number): Buffer {
  const digits = new Date(ms).toISOString().replace(/\D/g, '').slice(0, 14);
  return digits < '2050'
    ? tagged(0x17, Buffer.from(`${digits.slice(2)}Z`))
    : tagged(0x18, Buffer.from(`${digits}Z`));
}

function base256(value: number): number[] {
  return value === 0 ? [] : [...base256(Math.floor(value / 256)), value % 256];
}

function base128(value: number): number[] {
  const high = base128High(Math.floor(value / 128));
  return [...high, value % 128];
}

function base128High(value: number): number[] {
  return value === 0 ? [] : [...base128High(Math.floor(value / 128)), 0x80 + (value % 128)];
}
