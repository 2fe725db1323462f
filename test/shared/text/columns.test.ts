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
