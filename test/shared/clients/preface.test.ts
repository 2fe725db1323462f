import { describe, expect, test } from 'vitest';
import { hasPlaceFor, prefaceOf, withPreface } from '../../../shared/clients/preface.ts';
import { someSettings } from './settings.ts';

const nasty = 'it’s --> "over" ?> <?php `$(id)` \\ \u2028 \u202e <b>';

describe('a warning as a comment', () => {
  test.each([
    ['hash', '#'],
    ['slashes', '//'],
    ['semicolon', ';'],
    ['ascii-semicolon', ';'],
    ['shell', '#'],
  ] as const)('%s: every line begins with %s, and the file follows', (style, mark) => {
    const text = withPreface('value = 1\n', style, [nasty, 'two\nlines '.repeat(20)]);
    const [comments = '', rest] = text.split('\n\n');
    expect(rest).toBe('value = 1\n');
    expect(comments.split('\n').every((line) => line.startsWith(`${mark} `))).toBe(true);
    expect(comments).not.toMatch(/[\u2028\u202e]/);
  });

  test('never ends a PHP program, opens no quote of a shell, and is ASCII in a profile file', () => {
    expect(withPreface('x', 'slashes', [nasty])).not.toContain('?>');
    expect(withPreface('x', 'shell', [nasty])).not.toMatch(/['"`$\\<>()?*]/);
    expect(withPreface('x', 'ascii-semicolon', [nasty])).toMatch(/^[\x20-\x7e\n]+$/);
  });

  test('a shell comment keeps its apostrophes and quotes, as signs that no shell knows', () => {
    expect(withPreface('x', 'shell', [`Postway's "Shield" (say "so")`])).toBe(
      '# Postway’s “Shield” say “so” \n\nx',
    );
  });

  test.each(['hash', 'slashes', 'dnl', 'semicolon', 'shell', 'xml'] as const)(
    '%s: every letter of every script stays',
    (style) => {
      const sentences = ['この設定は練習用です。', 'Größe überprüfen', 'шифрование отключено'];
      const text = withPreface('x', style, sentences);
      for (const sentence of sentences) expect(text).toContain(sentence);
    },
  );

  test('where a format is ASCII, accents go, and what cannot be said in it is said beside the file, whole', () => {
    const german = ['Das Zertifikat ist für „mail“ ungültig.'];
    expect(withPreface('x', 'ascii-semicolon', german)).toBe(
      '; Das Zertifikat ist fur "mail" ungultig.\n\nx',
    );
    for (const sentence of ['この設定は練習用です。', 'Programs write you@müller.example as …']) {
      expect(hasPlaceFor('ascii-semicolon', [german.join(), sentence])).toBe(false);
      expect(withPreface('x', 'ascii-semicolon', [german.join(), sentence])).toBe('x');
    }
    expect(hasPlaceFor('ascii-semicolon', german)).toBe(true);
    expect(hasPlaceFor('hash', ['この設定は練習用です。'])).toBe(true);
    expect(hasPlaceFor(null, german)).toBe(false);
  });

  test('an address whose domain is in letters is told both ways', () => {
    expect(prefaceOf(someSettings({ mailAddress: 'you@xn--mller-kva.example' }))).toEqual([
      'Programs write your address you@müller.example as you@xn--mller-kva.example. If the login is refused with one of them as the user name, try the other.',
    ]);
  });

  test('keeps the line ends of the file', () => {
    expect(withPreface('a\r\nb\r\n', 'semicolon', ['one'])).toBe('; one\r\n\r\na\r\nb\r\n');
  });

  test('stands behind an XML declaration, and ends where it should', () => {
    const text = withPreface('<?xml version="1.0"?>\n<a/>\n', 'xml', [nasty, 'ends with -']);
    expect(text.startsWith('<?xml version="1.0"?>\n<!--\n')).toBe(true);
    expect(text.split('-->')).toHaveLength(2);
    expect(text.endsWith('-->\n<a/>\n')).toBe(true);
  });

  test('is nothing where there is nothing to say, or no place for it', () => {
    expect(withPreface('x', 'hash', [])).toBe('x');
    expect(withPreface('x', null, [nasty])).toBe('x');
    expect(prefaceOf(someSettings())).toEqual([]);
  });
});
