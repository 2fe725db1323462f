import { expect, test } from 'vitest';
import { shownFolder } from '../../../shared/parse/folder-name.ts';
import { junkFolder } from '../../../shared/parse/imap-mailbox.ts';

test.each([
  ['INBOX', 'INBOX'],
  ['Tom &- Jerry', 'Tom & Jerry'],
  ['Courrier ind&AOk-sirable', 'Courrier indésirable'],
  ['&BCEEPwQwBDw-', 'Спам'],
  ['&j,dg0TDhMPww6w-', '迷惑メール'],
  ['&2D3eAA-', '😀'],
  ['a & b', 'a & b'],
  ['&A-', '&A-'],
])('%s is read as %s', (name, shown) => {
  expect(shownFolder(name)).toBe(shown);
});

test.each([
  '&j,dg0TDhMPww6w-',
  'INBOX.Lixo eletr&APQ-nico',
  'Unerw&APw-nscht',
  '&BCEEPwQwBDw-',
  '&V4NXPpCuTvY-',
])('the folder for junk is known by its name where no server marks it: %s', (name) => {
  expect(junkFolder([`* LIST () "/" "Work"`, `* LIST () "/" "${name}"`])).toBe(name);
});
