import { describe, expect, test } from 'vitest';
import { parseRegFile, parseRegQuery } from '../../../shared/parse/registry-text.ts';
import { fc } from '../../support/invented-inputs.ts';
import {
  exportedBinary,
  exportedOutlook,
  printedBinary,
  queriedOutlook2010,
  queriedOutlook2016,
} from '../../support/outlook-registry.ts';

const key = 'HKEY_CURRENT_USER\\Software\\Test';
const queried = (line: string) => Object.fromEntries(parseRegQuery(`${key}\r\n${line}\r\n`)[0]?.values ?? []);
const exported = (line: string) =>
  Object.fromEntries(
    parseRegFile(`Windows Registry Editor Version 5.00\r\n\r\n[${key}]\r\n${line}\r\n`)[0]?.values ?? [],
  );

describe('what reg query prints', () => {
  test.each<[string, string, object]>([
    ['a number', '    SMTP Port    REG_DWORD    0x24b', { 'smtp port': 587 }],
    ['a text', '    Email    REG_SZ    you@example.org', { email: 'you@example.org' }],
    ['an empty text', '    Email    REG_SZ    ', { email: '' }],
    ['text in bytes', `    Email    REG_BINARY    ${printedBinary('grüße')}`, { email: 'grüße' }],
    ['with tabs, as Windows XP', '    Email\tREG_SZ\tyou@example.org', { email: 'you@example.org' }],
    ['the unnamed value of a French Windows', '    (par défaut)    REG_SZ    x', { '(par défaut)': 'x' }],
    ['bytes that are no characters', '    Email    REG_BINARY    020000', {}],
    ['another type', '    Email    REG_MULTI_SZ    a\\0b', {}],
    ['a number that is none', '    SMTP Port    REG_DWORD    0xzz', {}],
    ['a line of another kind', 'End of search: 3 match(es) found.', {}],
  ])('%s', (_name, line, values) => {
    expect(queried(line)).toEqual(values);
  });

  test('each key has its own values', () => {
    const keys = parseRegQuery(queriedOutlook2016);
    expect(keys.map(({ path }) => path.split('\\').at(-1))).toEqual([
      'Profiles',
      'Outlook',
      '9375CFF0413111d3B88A00104B2A6676',
      '00000001',
      '00000002',
      '0000000a',
    ]);
    expect(keys[4]?.values.get('imap port')).toBe(993);
    expect(keys[5]?.values.has('imap port')).toBe(false);
  });
});

describe('an exported file', () => {
  test.each<[string, string, object]>([
    ['a number', '"SMTP Port"=dword:0000024b', { 'smtp port': 587 }],
    ['a text with its escapes', '"Email"="a\\\\b \\"c\\""', { email: 'a\\b "c"' }],
    [
      'text in bytes over lines',
      `"Email"=${exportedBinary('a-rather-long-address@example.org')}`,
      { email: 'a-rather-long-address@example.org' },
    ],
    ['text as hex(1)', '"Email"=hex(1):61,00,62,00,00,00', { email: 'ab' }],
    ['bytes that are no characters', '"Email"=hex:02', {}],
    ['another type', '"Email"=hex(7):61,00,00,00', {}],
    ['a value to be deleted', '"Email"=-', {}],
    ['the unnamed value', '@="x"', {}],
    ['a comment', '; "Email"="x"', {}],
  ])('%s', (_name, line, values) => {
    expect(exported(line)).toEqual(values);
  });

  test('keys that it would delete are no keys', () => {
    expect(parseRegFile(exportedOutlook).map(({ path }) => path.split('\\').at(-1))).toEqual(['00000002']);
  });
});

test('nothing of a password is kept: no name, no byte, in no form', () => {
  const everything = [
    parseRegQuery(queriedOutlook2016),
    parseRegQuery(queriedOutlook2010),
    parseRegFile(exportedOutlook),
  ];
  const kept = JSON.stringify(everything.map((keys) => keys.map(({ path, values }) => [path, [...values]])));
  expect(kept).toContain('mail.example.org');
  expect(kept).not.toMatch(/passw/i);
  expect(kept).not.toMatch(/D08C9DDF|d0,8c|\\u0102|\u0102/i);
});

test('whatever text is stored comes back from both, and no value makes another key', () => {
  const name = fc.string({ unit: 'grapheme', maxLength: 50 }).filter((text) => !text.includes('\0'));
  fc.assert(
    fc.property(name, (text) => {
      expect(queried(`    Email    REG_BINARY    ${printedBinary(text)}`)).toEqual({ email: text });
      expect(exported(`"Email"=${exportedBinary(text)}`)).toEqual({ email: text });
    }),
  );
});

test('any text is read in time, within bounds', () => {
  const before = performance.now();
  for (const piece of [' ', '    x', '[', '"a', '\\\r\n', `${key}\n`, '"a"=hex:', '    REG_']) {
    const text = piece.repeat(300_000);
    expect(parseRegQuery(text).length).toBeLessThanOrEqual(5000);
    expect(parseRegFile(`[${key}]\n${text}`).length).toBeLessThanOrEqual(5000);
  }
  expect(performance.now() - before).toBeLessThan(15_000);
});
