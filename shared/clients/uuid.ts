/**
 * A UUID that is always the same for the same text (version 8, RFC 9562 section 5.8, from four FNV-1a hashes): a file exported again
 * replaces the earlier one instead of standing beside it. Lower case. Not for secrets.
 */
export function uuidFor(text: string): string {
  const words = [0, 1, 2, 3].map((salt) => fnv1a(`${salt} ${text}`).toString(16).padStart(8, '0'));
  const hex = words.join('');
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 0b0011) | 0b1000).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  // One more turn spreads the last characters, which FNV leaves in the low bits.
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}
