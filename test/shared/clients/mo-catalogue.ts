import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { debianFile } from '../../lab/debian.ts';

/** The messages of a gettext catalogue (.mo, in the manual's "The Format of GNU MO Files"), without contexts, plurals and access keys. */
export function readCatalogue(bytes: Buffer): ReadonlyMap<string, readonly string[]> {
  if (bytes.readUInt32LE(0) !== 0x950412de) throw new Error('not a catalogue of this byte order');
  const [count, originals, translations] = [
    bytes.readUInt32LE(8),
    bytes.readUInt32LE(12),
    bytes.readUInt32LE(16),
  ];
  const text = (table: number, index: number): string => {
    const length = bytes.readUInt32LE(table + index * 8);
    const start = bytes.readUInt32LE(table + index * 8 + 4);
    return bytes.toString('utf8', start, start + length).split('\0')[0] ?? '';
  };
  const found = new Map<string, string[]>();
  for (let index = 0; index < count; index += 1) {
    const original = withoutKeys(text(originals, index).split('\u0004').at(-1) ?? '');
    found.set(original, [...(found.get(original) ?? []), withoutKeys(text(translations, index))]);
  }
  return found;
}

function withoutKeys(label: string): string {
  // KDE's catalogues say more to the program behind "|/|" (its "Transcript").
  return label.replace(/\|\/\|.*$/s, '').replace(/[_&]/g, '');
}

/** A language's folder in Debian, by Postway's tag for it. */
const folders: Readonly<Record<string, string>> = { 'pt-BR': 'pt_BR' };

/** The catalogue of a domain in one language from a Debian package; null where the program is not translated into it. */
export function debianCatalogue(packageName: string, domain: string, language: string) {
  const folder = folders[language] ?? language;
  const anyFile = debianFile(packageName, `usr/share/locale/de/LC_MESSAGES/${domain}.mo`);
  const path = join(dirname(anyFile), '..', '..', folder, 'LC_MESSAGES', `${domain}.mo`);
  return existsSync(path) ? readCatalogue(readFileSync(path)) : null;
}
