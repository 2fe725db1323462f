import { plainText } from '../parse/plain-text.ts';
import { readableAddress } from '../parse/readable-domain.ts';
import { say } from '../text/index.ts';
import { wrapText } from '../text/wrap.ts';
import type { ClientSettings } from './client.ts';

/**
 * How a format writes what is for people alone. `own`: its `render` puts the preface where it belongs. `null`: the format has no place for
 * it, so it stands beside the file, in the note and on standard error.
 */
export type CommentStyle =
  | 'hash'
  | 'slashes'
  | 'dnl'
  | 'semicolon'
  | 'ascii-semicolon'
  | 'xml'
  | 'shell'
  | 'own'
  | null;

/** What whoever gets these settings must read before anything else, a sentence or some in each: practice, what is wrong with them, and how an address is written. */
export function prefaceOf({ isPractice, warnings = [], mailAddress }: ClientSettings): string[] {
  const readable = readableAddress(mailAddress);
  return [
    ...(isPractice ? [say('client.practice')] : []),
    ...warnings.map((warning) => say('client.warning', { warning: oneLine(warning) })),
    ...(readable === mailAddress ? [] : [say('client.idn', { readable, written: mailAddress })]),
  ];
}

/** A file's text with the preface at its beginning, as comments of its format; the text itself where there is nothing to say. */
export function withPreface(text: string, style: CommentStyle, preface: readonly string[]): string {
  if (preface.length === 0 || style === 'own' || style === null || !hasPlaceFor(style, preface)) return text;
  const sentences = preface.map(oneLine);
  if (style !== 'xml')
    return `${commentLines(style, sentences).join(newlineOf(text))}${newlineOf(text).repeat(2)}${text}`;
  const lines = sentences
    .flatMap((sentence) => wrapText(sentence, 74))
    .map((line) => line.replace(/--/g, '- -'));
  const declaration = /^<\?xml[^>]*\?>\n/.exec(text)?.[0] ?? '';
  return `${declaration}<!--\n${lines.map((line) => `  ${line}\n`).join('')}-->\n${text.slice(declaration.length)}`;
}

/** A sentence makes no lines of its own: in some files a line is a setting. */
function oneLine(sentence: string): string {
  return plainText(sentence.replace(/\s+/g, ' '));
}

/** Whether a format has a place for these sentences. One in ASCII has none for the letters of other scripts. */
export function hasPlaceFor(style: CommentStyle, preface: readonly string[]): boolean {
  return (
    style !== null && (style !== 'ascii-semicolon' || preface.every((sentence) => ascii(sentence) !== null))
  );
}

const marks = {
  hash: '#',
  slashes: '//',
  dnl: 'dnl',
  semicolon: ';',
  'ascii-semicolon': ';',
  shell: '#',
} as const;

function commentLines(style: keyof typeof marks, preface: readonly string[]): string[] {
  const clean = cleaning[style] ?? ((line: string) => line);
  return preface
    .flatMap((sentence) => wrapText(clean(sentence), 76))
    .map((line) => `${marks[style]} ${line}`);
}

const cleaning: Partial<Record<keyof typeof marks, (sentence: string) => string>> = {
  // Pasted into a zsh, which knows no comments at its prompt, the line must neither open a quote nor start anything: typographic quotes do not.
  shell: (sentence) =>
    sentence
      .replace(/'/g, '’')
      .replace(/(?<=^|[\s(])"/g, '“')
      .replace(/"/g, '”')
      .replace(/`/g, '')
      .replace(/[\\!*?()[\]{}<>|;&$~=#]/g, ' ')
      .replace(/ +/g, ' '),
  // Even in a comment, this ends a PHP program.
  slashes: (sentence) => sentence.replaceAll('?>', '? >'),
  // Outlook's profile files are ASCII.
  'ascii-semicolon': (sentence) => ascii(sentence) ?? '',
};

/** In ASCII, without the accents of Latin letters; null where letters would be lost, or a name or an address would become another. */
function ascii(sentence: string): string | null {
  const plain = sentence
    .replace(/[‘’]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/…/g, '...')
    .replace(/[–—]/g, '-');
  const names = plain.match(/\S*[@.]\S+/g) ?? [];
  if (names.some((name) => /[^\x20-\x7e]/.test(name))) return null;
  const bare = plain.normalize('NFKD').replace(/\p{M}/gu, '');
  return /[^\x20-\x7e]/.test(bare.replace(/[^\p{L}\p{N}\x20-\x7e]/gu, ''))
    ? null
    : bare.replace(/[^\x20-\x7e]/g, '');
}

function newlineOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
