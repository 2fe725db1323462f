import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadWords } from '../../shared/text/load-words.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));

describe('catalogues of messages', () => {
  let project: string;
  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'postway-messages-'));
    symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
    for (const file of ['build/messages.mjs', 'build/catalogues.mjs']) {
      write(file, readFileSync(join(root, file), 'utf8'));
    }
  });
  afterEach(() => rmSync(project, { recursive: true }));

  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  };
  const catalogue = (language: string, messages: Record<string, unknown>, area = 'cli'): void =>
    write(`shared/text/${language}/${area}.json`, JSON.stringify(messages));
  const types = async (): Promise<string> => {
    await run(process.execPath, [join(project, 'build/messages.mjs')]);
    return readFileSync(join(project, 'shared/text/values.d.ts'), 'utf8');
  };
  const complaint = async (): Promise<string> =>
    types().then(
      () => 'none',
      (error: { stderr: string }) => error.stderr,
    );

  test('give the types of the values that each message takes', async () => {
    catalogue('en', {
      plain: "It's <fine>.",
      values: '{host} {port}',
      plural: '{count, plural, one {# port of {host}} other {# ports}}',
      select: '{kind, select, file {{when, date}} other {}}',
    });
    const text = await types();
    expect(text).toContain("'plain': MessageNothing;");
    expect(text).toContain("'values': { readonly host: MessageValue; readonly port: MessageValue };");
    expect(text).toContain("'plural': { readonly count: number; readonly host: MessageValue };");
    expect(text).toContain("'select': { readonly kind: string; readonly when: MessageMoment };");
  });

  test.each([
    ['a brace that is not closed', '{host', /"key" is no ICU message.*\{host/],
    ['a value without a name', '{}', /"key" is no ICU message/],
    ['a plural without "other"', '{n, plural, one {#}}', /"key" is no ICU message/],
    ['one value used in two ways', '{n, plural, other {#}} {n, date}', /"key" uses \{n\} in two ways/],
    ['nothing', '', /"key" is not a sentence/],
    ['a number', 5, /"key" is not a sentence/],
  ])('with %s are refused, and the file and key are named', async (_name, message, expected) => {
    catalogue('en', { key: message });
    const said = await complaint();
    expect(said).toMatch(expected);
    expect(said).toContain('shared/text/en/cli.json');
  });

  test('that say one key twice are refused', async () => {
    catalogue('en', { key: 'one' });
    catalogue('en', { key: 'two' }, 'wizard');
    expect(await complaint()).toMatch(/"key" stands in another file too/);
  });

  test.each([
    ['lacks a key', { one: 'eins' }, 'shared/text/de/cli.json: de lacks "two"'],
    [
      'has one too many',
      { one: 'eins', two: '{x}', three: 'drei' },
      'shared/text/de/cli.json: de has "three"',
    ],
    [
      'forgets a value',
      { one: 'eins', two: 'zwei' },
      'de/cli.json: de has other values in "two" than en: it leaves out {x}',
    ],
    [
      'invents a value',
      { one: '{y}', two: '{x}' },
      'de/cli.json: de has other values in "one" than en: {y} is not one of them',
    ],
    ['is whole', { one: 'eins', two: '{x, plural, other {#}}' }, 'none'],
  ])('another language that %s', async (_name, german, expected) => {
    catalogue('en', { one: 'one', two: '{x}' });
    catalogue('de', german);
    expect(await complaint()).toContain(expected);
  });

  test.each([
    [
      'a comma is forgotten',
      '{\n  "one": "eins",\n  "two": "zwei"\n  "three": "drei"\n}\n',
      'from line 3 on',
    ],
    ['a quotation mark is not marked', '{\n  "one": "ein "s"",\n  "two": "zwei"\n}\n', 'from line 2 on'],
    ['a comma is too many', '{\n  "one": "eins",\n  "two": "zwei",\n}\n', 'from line 3 on'],
    ['the end is forgotten', '{\n  "one": "eins",\n  "two": "zwei"\n', 'from line 4 on'],
    ['a key stands twice', '{\n  "one": "eins",\n  "one": "zwei"\n}\n', 'json: "one" stands there twice'],
  ])('file and line are named where %s', async (_name, text, expected) => {
    catalogue('en', { one: 'one', two: 'two' });
    write('shared/text/de/cli.json', text);
    const said = await complaint();
    expect(said).toContain('shared/text/de/cli.json');
    expect(said).toContain(expected);
    expect(said).not.toMatch(/^\s+at /m);
  });

  test.each([
    [
      'a word of a number',
      '{n, plural, eins {#} other {#}}',
      '{k, select, a {A} other {B}}',
      '"eins" of {n}',
    ],
    ['a number it has not', '{n, plural, few {#} other {#}}', '{k, select, a {A} other {B}}', '"few" of {n}'],
    [
      'a word of a choice',
      '{n, plural, =0 {0} one {#} other {#}}',
      '{k, select, ah {A} other {B}}',
      '"ah" of {k}',
    ],
  ])('a case that never comes is told: %s', async (_name, plural, select, expected) => {
    catalogue('en', { plural: '{n, plural, one {#} other {#}}', select: '{k, select, a {A} other {B}}' });
    catalogue('de', { plural, select });
    const said = await complaint();
    expect(said).toContain(expected);
    expect(said.trim().split('\n')).toHaveLength(1);
  });

  test('the mark that some editors put before a file does no harm, another encoding is named', async () => {
    catalogue('en', { one: 'one' });
    write('shared/text/de/cli.json', '\ufeff{\n  "one": "eins"\n}\n');
    expect(await complaint()).toBe('none');
    writeFileSync(join(project, 'shared/text/de/cli.json'), Buffer.from('{\n  "one": "fünf"\n}\n', 'latin1'));
    expect(await complaint()).toContain('shared/text/de/cli.json is not written in UTF-8');
  });

  test('a file that a language lacks is named once, not each of its keys', async () => {
    catalogue('en', { one: 'one' });
    catalogue('en', { two: 'two' }, 'wizard');
    catalogue('de', { one: 'eins' });
    expect(await complaint()).toBe(
      'shared/text/de lacks the file wizard.json; copy it from shared/text/en and translate it\n',
    );
  });

  test('a folder and its line in languages.ts come together', async () => {
    catalogue('en', { one: 'one' });
    catalogue('de', { one: 'eins' });
    write('shared/text/languages.ts', "export const languageNames = { en: 'English', fr: 'français' };");
    const said = await complaint();
    expect(said).toContain('shared/text/de is there, but "de" does not stand in shared/text/languages.ts');
    expect(said).toContain('"fr" stands in shared/text/languages.ts, but there is no folder shared/text/fr');
  });
});

test('Japanese is loaded with blanks that hold before a particle or a counter, and after the word for a port', async () => {
  const words = await loadWords('ja');
  expect(words('slow-greeting.headline', { name: 'mail.example.org', seconds: 6 })).toMatch(
    /mail\.example\.org\u00a0は.*6\u00a0秒/,
  );
  expect(words('port-25-blocked.headline', { over: 'both' })).toContain('ポート\u00a025\u00a0での');
  expect((await loadWords('en'))('port-25-blocked.headline', { over: 'both' })).toContain('port 25');
});
