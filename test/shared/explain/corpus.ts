import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Real error texts and bounces, kept beside the repository for tests; nothing of them is part of it. */
export const corpusFolder = fileURLToPath(new URL('../../../../shared/corpus/', import.meta.url));

/** The rows of a table of the corpus without its heading; none when the corpus is not there. */
export function rowsOf(file: string): string[][] {
  const path = `${corpusFolder}${file}`;
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n').slice(1);
  return lines.map((line) => line.split('\t'));
}

/** A message as `postway explain --file` reads it: UTF-8, or else one character a byte. */
export function messageOf(file: string): string {
  const bytes = readFileSync(`${corpusFolder}${file}`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}

/** The messages in a folder of the corpus. */
export function messagesIn(folder: string): string[] {
  const path = `${corpusFolder}${folder}`;
  return existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.eml')) : [];
}
