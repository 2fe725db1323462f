import { plainText } from '../parse/plain-text.ts';
import { say } from '../text/index.ts';
import { wrapText } from '../text/wrap.ts';
import type { ClientSettings } from './client.ts';

/**
 * How a format writes what is for people alone. `own`: its `render` puts the preface where it belongs. `null`: the format has no place for
 * it, so it stands beside the file, in the note and on standard error.
 */
export type CommentStyle = 'hash' | 'slashes' | 'dnl' | 'semicolon' | 'xml' | 'shell' | 'own' | null;

/** What whoever gets these settings must read before anything else, a sentence or some in each: practice, and what is wrong with them. */
export function prefaceOf({ isPractice, warnings = [] }: ClientSettings): string[] {
  return [
    ...(isPractice ? [say('client.practice')] : []),
    ...warnings.map((warning) => say('client.warning', { warning })),
  ];
}

/** A file's text with the preface at its beginning, as comments of its format; the text itself where there is nothing to say. */
export function withPreface(text: string, style: CommentStyle, preface: readonly string[]): string {
  if (preface.length === 0 || style === 'own' || style === null) return text;
  const sentences = preface.map((sentence) => plainText(sentence.replace(/\s+/g, ' ')));
  if (style !== 'xml')
    return `${commentLines(style, sentences).join(newlineOf(text))}${newlineOf(text).repeat(2)}${text}`;
  const lines = sentences
    .flatMap((sentence) => wrapText(sentence, 74))
    .map((line) => line.replace(/--/g, '- -'));
  const declaration = /^<\?xml[^>]*\?>\n/.exec(text)?.[0] ?? '';
  return `${declaration}<!--\n${lines.map((line) => `  ${line}\n`).join('')}-->\n${text.slice(declaration.length)}`;
}

const marks = { hash: '#', slashes: '//', dnl: 'dnl', semicolon: ';', shell: '#' } as const;

function commentLines(style: keyof typeof marks, preface: readonly string[]): string[] {
  const clean = cleaning[style] ?? ((line: string) => line);
  return preface
    .flatMap((sentence) => wrapText(clean(sentence), 76))
    .map((line) => `${marks[style]} ${line}`);
}

const cleaning: Partial<Record<keyof typeof marks, (sentence: string) => string>> = {
  // Pasted into a zsh, which knows no comments at its prompt, the line must neither open a quote nor start anything.
  shell: (sentence) =>
    ascii(sentence)
      .replace(/['"`]/g, '')
      .replace(/[\\!*?()[\]{}<>|;&$~=#]/g, ' ')
      .replace(/ +/g, ' '),
  // Even in a comment, this ends a PHP program.
  slashes: (sentence) => sentence.replaceAll('?>', '? >'),
  // Outlook's profile files are ASCII.
  semicolon: ascii,
};

function ascii(sentence: string): string {
  return sentence
    .replace(/[‘’]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/…/g, '...')
    .replace(/[–—]/g, '-')
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '');
}

function newlineOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
