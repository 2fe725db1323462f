import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { columnsOf, fitInto, padTo } from '../../../shared/text/columns.ts';

test('a letter of Japanese takes two columns, a mark upon a letter none', () => {
  expect(['Port 25', 'ポート 25', 'Verschlüsselung', 'e\u0301'].map(columnsOf)).toEqual([7, 9, 15, 1]);
});

test('cells of every script end at the same column', () => {
  expect(padTo(8, 'ポート')).toBe('ポート  ');
  expect(padTo(4, 'longer')).toBe('longer');
  expect([fitInto(5, '応答がない'), fitInto(5, 'works'), fitInto(3, 'ok')]).toEqual([
    '応答 ',
    'works',
    'ok ',
  ]);
});

test('what is counted without segments takes as many columns as string-width says', () => {
  const codes = [...between(0x20, 0x7e), ...between(0xa0, 0x2ff), ...between(0x2010, 0x205f)];
  const letters = codes.map((code) => String.fromCharCode(code));
  expect(letters.filter((letter) => columnsOf(letter) !== stringWidth(letter))).toEqual([]);
});

test('a sign that stands before an Arabic number fails nothing, and takes no column', () => {
  expect(['\u0600', '\u0601 25', 'ok\u06dd'].map(columnsOf)).toEqual([0, 3, 2]);
});

function between(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_none, index) => first + index);
}
