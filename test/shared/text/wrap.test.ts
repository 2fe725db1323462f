import { expect, test } from 'vitest';
import { wrapText } from '../../../shared/text/wrap.ts';
import { fc } from '../../support/invented-inputs.ts';

test('breaks at blanks and keeps long names whole', () => {
  expect(wrapText('use mail.a-long-name.example.org now', 12)).toEqual([
    'use',
    'mail.a-long-name.example.org',
    'now',
  ]);
  expect(wrapText('', 12)).toEqual(['']);
});

test('loses no word, and breaks only where the next word would not fit', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1 }).map((s) => s.replaceAll(' ', '_'))),
      fc.integer({ min: 1, max: 30 }),
      (words, columns) => {
        const lines = wrapText(words.join(' '), columns);
        expect(lines.join(' ')).toBe(words.join(' '));
        for (const line of lines) expect(line.length <= columns || !line.includes(' ')).toBe(true);
      },
    ),
  );
});

test('breaks Japanese between letters by the columns they take, and begins no line with what may not begin one', () => {
  expect(wrapText('送信サーバーに、ポート587で接続します。', 12)).toEqual([
    '送信サーバー',
    'に、ポート',
    '587で接続し',
    'ます。',
  ]);
  expect(wrapText('「設定」を開く', 6)).toEqual(['「設', '定」を', '開く']);
  for (const line of wrapText(
    'これは（括弧）のある、長い「文」です。サーバー名は mail.example.org です。',
    10,
  )) {
    expect(line).not.toMatch(/^[、。）」ー]/);
    expect(line).not.toMatch(/[（「]$/);
  }
});

test('breaks Japanese at no blank that is to hold', () => {
  expect(wrapText('サーバーはmail.example.org\u00a0です', 18)).toEqual([
    'サーバーは',
    'mail.example.org\u00a0で',
    'す',
  ]);
  expect(wrapText('最初の返事まで6\u00a0秒', 16)).toEqual(['最初の返事まで', '6\u00a0秒']);
});
