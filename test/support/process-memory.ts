import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';

/** Bytes of a range that are read at once. */
const pieceBytes = 4_194_304;

/** Why the memory of a process of one's own cannot be read here, or null. */
export function whyMemoryUnreadable(): string | null {
  if (process.platform !== 'linux') return 'only Linux shows the memory of a process as a file';
  const file = '/proc/sys/kernel/yama/ptrace_scope';
  const scope = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  // 1: of one's children only, which the processes of a test are; root may from 2.
  return scope > (process.getuid?.() === 0 ? 2 : 1) ? `${file} is ${scope}` : null;
}

/**
 * Which of `sought` are anywhere in what a process can write to, as often as they are: what a core of it would hold. The process
 * should be idle, since it is not stopped.
 */
export function inMemoryOf(pid: number, sought: Readonly<Record<string, Buffer>>): Record<string, number> {
  const found: Record<string, number> = {};
  const overlap = Math.max(...Object.values(sought).map(({ length }) => length)) - 1;
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  try {
    const piece = Buffer.alloc(pieceBytes);
    for (const [from, to] of writableRanges(pid)) {
      for (let at = from; at < to; at += pieceBytes - overlap) {
        const length = readable(memory, piece, at, Math.min(pieceBytes, to - at));
        for (const [name, bytes] of Object.entries(sought)) {
          const times = timesIn(piece.subarray(0, length), bytes);
          if (times > 0) found[name] = (found[name] ?? 0) + times;
        }
      }
    }
  } finally {
    closeSync(memory);
  }
  return found;
}

/** The forms in which a program keeps or sends a password. Base64 differs with what stands before it in the same text. */
export function formsOf(password: string): Record<string, Buffer> {
  const bytes = Buffer.from(password, 'utf8');
  const inBase64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    const whole = text.slice(before === 0 ? 0 : 4, Math.floor((before + bytes.length) / 3) * 4);
    return [`base64, ${before} before it`, Buffer.from(whole)] as const;
  });
  return { 'UTF-8': bytes, 'UTF-16': Buffer.from(password, 'utf16le'), ...Object.fromEntries(inBase64) };
}

function writableRanges(pid: number): (readonly [from: number, to: number])[] {
  return readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, from, to] = /^([\da-f]+)-([\da-f]+) rw/.exec(line) ?? [];
      return from && to ? [[Number.parseInt(from, 16), Number.parseInt(to, 16)] as const] : [];
    });
}

/** What could be read: a range may have been given back since the list was made. */
function readable(memory: number, into: Buffer, at: number, length: number): number {
  try {
    return readSync(memory, into, 0, length, at);
  } catch {
    return 0;
  }
}

function timesIn(memory: Buffer, bytes: Buffer): number {
  let times = 0;
  for (let at = memory.indexOf(bytes); at >= 0; at = memory.indexOf(bytes, at + 1)) times += 1;
  return times;
}
