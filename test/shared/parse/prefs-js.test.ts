import { describe, expect, test } from 'vitest';
import { editPrefs, type PrefValue, parsePrefs, prefStatement } from '../../../shared/parse/prefs-js.ts';
import { fc } from '../../support/invented-inputs.ts';

const valuesOf = (text: string) => Object.fromEntries(parsePrefs(text).values);

describe('reading', () => {
  test.each<[string, string, Record<string, PrefValue>]>([
    ['a string', 'user_pref("a.b", "text");', { 'a.b': 'text' }],
    ['an integer', 'user_pref("a", 587);', { a: 587 }],
    ['integers with a sign', 'user_pref("a", -1);\nuser_pref("b", +7);', { a: -1, b: 7 }],
    ['booleans', 'user_pref("a", true);\nuser_pref("b", false);', { a: true, b: false }],
    ['single quotes', `user_pref('a', 'it is "so"');`, { a: 'it is "so"' }],
    ['escapes', String.raw`user_pref("a", "\"\\\n\r\x41\u00e9\'");`, { a: '"\\\n\rA\u00e9\'' }],
    ['a pair of halves', String.raw`user_pref("a", "\ud83d\ude00");`, { a: '\u{1f600}' }],
    ['characters as they are', 'user_pref("a", "Jürgen 😀");', { a: 'Jürgen 😀' }],
    ['blanks wherever they may stand', ' user_pref\t( "a" ,\n 1 ) ; ', { a: 1 }],
    ['two on a line', 'user_pref("a", 1);user_pref("b", 2);', { a: 1, b: 2 }],
    ['the later of two', 'user_pref("a", 1);\nuser_pref("a", 2);', { a: 2 }],
    ['line ends of Windows', 'user_pref("a", 1);\r\nuser_pref("b", 2);\r\n', { a: 1, b: 2 }],
    ['behind a byte order mark', '\ufeffuser_pref("a", 1);', { a: 1 }],
    [
      'beside comments',
      '// user_pref("x", 1);\n# user_pref("y", 1);\n/* user_pref("z", 1); */user_pref("a", /* b */ 1);',
      { a: 1 },
    ],
    ['nothing', '', {}],
  ])('%s', (_name, text, values) => {
    expect(valuesOf(text)).toEqual(values);
    expect(parsePrefs(text).oddities).toBe(0);
  });

  test.each<[string, string]>([
    ['a statement of another kind', 'pref("a", 1);'],
    ['a value that is none', 'user_pref("a", 1.5);'],
    ['a number too large for 32 bits', 'user_pref("a", 2147483648);'],
    ['no value', 'user_pref("a");'],
    ['a broken string', 'user_pref("a", "b);'],
    ['an escape that is none', String.raw`user_pref("a", "\q");`],
    ['half a character', String.raw`user_pref("a", "\ud83d");`],
    ['a zero character', String.raw`user_pref("a", "\x00");`],
    ['no semicolon', 'user_pref("a", 1)'],
    ['code', 'while (true) {}'],
    ['a comment that is never closed', '/* user_pref("a", 1);'],
  ])('%s is skipped and counted, and the next line is read', (_name, odd) => {
    const { values, oddities } = parsePrefs(`user_pref("before", 1);\n${odd}\nuser_pref("after", 2);\n`);
    expect(Object.fromEntries(values)).toEqual({ before: 1, after: 2 });
    expect(oddities).toBe(1);
  });

  test('takes time in proportion to the text, whatever it says', () => {
    const milliseconds = (text: string) => {
      const before = performance.now();
      parsePrefs(text);
      return performance.now() - before;
    };
    for (const piece of ['/*\n', 'user_pref(/*\n', 'user_pref("', '"\\', 'user_pref("a",\n', '\n', '#']) {
      expect(milliseconds(piece.repeat(500_000))).toBeLessThan(5000);
    }
  });
});

const anyValue = fc.oneof(
  fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  fc.boolean(),
);
const hostile = fc.stringMatching(/^[");\\\n\r user_pref('/*#,]*$/);

describe('writing', () => {
  test('whatever stands in a value comes back from our own reader, and nothing else does', () => {
    fc.assert(
      fc.property(fc.oneof(anyValue, hostile), (value) => {
        const written = prefStatement('mail.smtpserver.smtp1.hostname', value);
        expect(written).toMatch(/^[\x20-\x7e]*$/);
        expect(valuesOf(`${written}\n`)).toEqual({ 'mail.smtpserver.smtp1.hostname': value });
        // A real JavaScript engine is another reader.
        const calls: unknown[][] = [];
        new Function('user_pref', written)((...call: unknown[]) => calls.push(call));
        expect(calls).toEqual([['mail.smtpserver.smtp1.hostname', value]]);
      }),
    );
  });
});

const file = fc
  .tuple(
    fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-c]\.[a-z]{1,3}$/), anyValue), {
      selector: ([name]) => name,
    }),
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom('', '// head', '/* a\nb */'),
  )
  .map(([prefs, end, head]) => ({
    prefs: new Map<string, PrefValue>(prefs),
    text: [head, ...prefs.map(([name, value]) => prefStatement(name, value)), ''].join(end),
  }));

describe('editing', () => {
  test('changes what it should and keeps every other character', () => {
    const text =
      '// head\r\nuser_pref("a.x", 1); // one\r\nuser_pref("a.y", "two");\r\nuser_pref("b", 3);\r\n';
    const edits = [
      { name: 'a.x', to: 465 },
      { name: 'a.z', to: 'new' },
    ];
    expect(editPrefs(text, edits)).toBe(
      '// head\r\nuser_pref("a.x", 465); // one\r\nuser_pref("a.y", "two");\r\nuser_pref("a.z", "new");\r\nuser_pref("b", 3);\r\n',
    );
  });

  test.each(['', '// head', '// head\n'])('a first statement is added to %j', (text) => {
    expect(valuesOf(editPrefs(text, [{ name: 'a', to: 1 }]))).toEqual({ a: 1 });
  });

  test('of any file, any name to any value: the others stay, and undoing gives the file back', () => {
    const name = fc.stringMatching(/^[a-d]\.[a-z]{1,3}$/);
    fc.assert(
      fc.property(file, name, fc.oneof(anyValue, hostile), ({ prefs, text }, changed, to) => {
        const edited = editPrefs(text, [{ name: changed, to }]);
        expect(parsePrefs(edited).values).toEqual(new Map([...prefs, [changed, to]]));
        expect(parsePrefs(edited).oddities).toBe(0);
        const back = editPrefs(edited, [{ name: changed, to: prefs.get(changed) ?? null }]);
        // The very first statement of a file gets a line end of its own, and leaves it behind.
        expect(prefs.size === 0 ? back.trimEnd() : back).toBe(prefs.size === 0 ? text.trimEnd() : text);
      }),
    );
  });
});
