import { expect, test } from 'vitest';
import { explain } from '../../../shared/explain/explain.ts';
import { legible } from '../../../shared/explain/legible.ts';
import { oneLine } from '../../../shared/explain/one-line.ts';
import { english } from '../../support/english.ts';

const asRead = (text: string, page: string) => new TextDecoder(page).decode(new TextEncoder().encode(text));

test.each([
  'Zeitüberschreitung bei „smtp.example.de“',
  'Échec de l’authentification – déjà vu',
  'Größe überschritten',
  'TERMINÉ\u00a0: connexion à\u00a0«\u00a0smtp.example.fr\u00a0»',
  'サーバー',
])('UTF-8 that was read as Windows-1252 is read again: %s', (text) => {
  expect(legible(asRead(text, 'windows-1252'))).toBe(text);
  expect(legible(text)).toBe(text);
});

test('UTF-8 that was read as Windows-1251 is read again, and Russian stays Russian', () => {
  const text = 'Неверное имя пользователя или пароль для сервера';
  expect(legible(asRead(text, 'windows-1251'))).toBe(text);
  expect(legible(text)).toBe(text);
  expect(legible('РЕЛЕ РС Роскошь в Стамбуле')).toBe('РЕЛЕ РС Роскошь в Стамбуле');
});

test('markup, entities, escapes of JSON and of quoted-printable are read as what they stand for', () => {
  expect(oneLine('<p>Fehler:&nbsp;<b>535</b> 5.7.8 &quot;f&uuml;r&quot; &#x41;&#66;</p>')).toBe(
    'Fehler: 535 5.7.8 "für" AB',
  );
  expect(oneLine('"Message":"Erreur d\\u0027envoi : d\\u00e9lai d\\u00e9pass\\u00e9 https:\\/\\/x"')).toBe(
    '"Message":"Erreur d\'envoi : délai dépassé https://x"',
  );
  expect(oneLine('Zeit=C3=BCberschreitung, x=1, a=bc')).toBe('Zeitüberschreitung, x=1, a=bc');
  expect(legible('&#99999999;&unknown; <a@example.org> a < b')).toBe(
    '&#99999999;&unknown; <a@example.org> a < b',
  );
});

test('what nobody sees and what is written wide changes nothing', () => {
  const plain = explain('Fehler 0x800CCC0E', english).items;
  for (const text of [
    'Fehler 0x80\u200b0C\u00adCC0E',
    'Ｆｅｈｌｅｒ ０ｘ８００ＣＣＣ０Ｅ',
    '\u202eFehler\u202c \ufeff0x800CCC0E',
  ])
    expect(explain(text, english).items).toMatchObject([{ code: plain[0]?.code, words: plain[0]?.words }]);
});

test('nothing of what is quoted acts on a screen, as JSON neither', () => {
  for (const text of ['535 5.7.8 \u009d0;x\u009c', '535 5.7.8 \\u001b[2J', '535 5.7.8 &#27;[2J&#x202e;'])
    expect(JSON.stringify(explain(text, english).items)).not.toMatch(/[\p{Cc}\p{Cf}]|\\u00/u);
});

test('a text made to cost time costs little', () => {
  const began = performance.now();
  for (const piece of ['<a ', '&#', '=C3', 'Ã', 'Рђ', '\\u00', '\u00ad', '0x80 ', 'lookup a on '])
    explain(piece.repeat(1_000_000 / piece.length), english);
  expect(performance.now() - began).toBeLessThan(5_000);
});
