import { parse } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import type { Catalogue, TextKey } from '../../../shared/text/catalogue.ts';
import { type Said, said, type Value } from '../../../shared/text/said.ts';
import { wordsOf } from '../../../shared/text/words.ts';

/** Messages made up for the test, parsed as the build parses them. */
function worded(messages: Record<string, string>, language = 'en') {
  const parsed = Object.fromEntries(
    Object.entries(messages).map(([key, message]) => [key, parse(message, { ignoreTag: true })]),
  );
  const say = wordsOf(parsed as Catalogue, language);
  return (key: string, values?: Record<string, Value>): string => say(made(key, values));
}

/** Something said with a key of the test's own. */
function made(key: string, values?: Record<string, Value>): Said {
  return { key: key as TextKey, ...(values ? { values } : {}) };
}

describe('a sentence', () => {
  test('is filled with values, and a port keeps its digits', () => {
    const say = worded({ setting: '{host}, port {port}' });
    expect(say('setting', { host: 'mail.example.org', port: 2525 })).toBe('mail.example.org, port 2525');
  });

  test('takes what a stranger sent as it is, whatever it looks like', () => {
    const say = worded({ said: 'It said “{text}”.' });
    expect(say('said', { text: "{host} <b>'{x}'</b> {n, plural, other {}}" })).toBe(
      "It said “{host} <b>'{x}'</b> {n, plural, other {}}”.",
    );
  });

  test('holds others, which are put into words in the same language', () => {
    const say = worded({ headline: 'Port {port} {how}.', refused: 'is refused by {whom}', you: 'you' });
    expect(say('headline', { port: 25, how: made('refused', { whom: made('you') }) })).toBe(
      'Port 25 is refused by you.',
    );
  });

  test.each([
    [[], ''],
    [[25], '25'],
    [[25, 587], '25 and 587'],
    [['a.example', 'b.example', made('more', { count: 2 })], 'a.example, b.example and 2 more'],
  ])('lists %j', (list, expected) => {
    const say = worded({ ports: '{list}', more: '{count} more' });
    expect(say('ports', { list })).toBe(expected);
  });

  test('lists as the language does', () => {
    expect(worded({ x: '{list}' }, 'de')('x', { list: [1, 2, 3] })).toBe('1, 2 und 3');
    expect(worded({ x: '{list}' }, 'ja')('x', { list: ['a', 'b'] })).toBe('a、b');
    const either = worded({ x: '{list}' }, 'ja');
    expect(either('x', { list: { anyOf: ['Xerox', 'Fujifilm'] } })).toBe('Xerox または Fujifilm');
    expect(either('x', { list: { anyOf: ['名前', '住所'] } })).toBe('名前または住所');
    expect(either('x', { list: { anyOf: ['期限が切れている', '時計が狂っている'] } })).toBe(
      '期限が切れている、または時計が狂っている',
    );
  });

  test.each([
    [1, '1 day'],
    [1200, '1,200 days'],
  ])('counts %i', (count, expected) => {
    const say = worded({ age: '{count, plural, one {# day} other {# days}}' });
    expect(say('age', { count })).toBe(expected);
  });

  test('writes a moment as the message and the language want it', () => {
    const when = { at: '2026-04-09T12:00:00Z' };
    expect(worded({ x: 'on {when, date, long}' })('x', { when })).toBe('on 9 April 2026');
    expect(worded({ x: 'am {when, date, long}' }, 'de')('x', { when })).toBe('am 9. April 2026');
  });
});

describe('our own bug throws, and no person reads it', () => {
  const say = worded({
    setting: '{host}, port {port}',
    nested: '{setting}',
    age: '{count, plural, other {#}}',
    date: '{when, date}',
  });
  test.each([
    ['a key that nobody knows', made('nobody')],
    ['a key that every object has', made('toString')],
    ['a missing value', made('setting', { host: 'mail.example.org' })],
    ['no values at all', made('setting')],
    ['a missing value further in', made('nested', { setting: made('setting', {}) })],
    ['a word for a number', made('age', { count: 'four' })],
    ['a port for a moment', made('date', { when: 25 })],
    ['a moment that is none', made('date', { when: { at: 'yesterday' } })],
    ['a moment for a word', made('nested', { setting: { at: '2026-04-09T12:00:00Z' } })],
  ])('%s', (_name, { key, values }) => {
    expect(() => say(key, values)).toThrow(/nobody|toString|"(?:port|host|count|when|setting)"/);
  });
});

test('TypeScript refuses a key the English catalogue does not have, and values that are missing or too many', () => {
  const refused = [
    // @ts-expect-error no such key
    said('finding.nobody'),
    // @ts-expect-error no values
    said('finding.ports'),
    // @ts-expect-error not all values
    said('finding.setting', { host: 'mail.example.org', port: 25 }),
    // @ts-expect-error one too many
    said('finding.ports', { ports: [25], count: 1, host: 'mail.example.org' }),
    // @ts-expect-error none are wanted
    said('finding.security.tls', { port: 465 }),
    // @ts-expect-error a moment is no word
    said('finding.ports', { count: 1, ports: { at: '2026-04-09T12:00:00Z' } }),
  ];
  expect(refused).toHaveLength(6);
  const values = { ports: [25, 587], count: 2 };
  expect(said('finding.ports', values)).toEqual({ key: 'finding.ports', values });
  expect(said('finding.security.tls')).toEqual({ key: 'finding.security.tls' });
});

test.each([
  ['en', 'en-GB'],
  ['de', 'de'],
  ['fr', 'fr'],
  ['es', 'es'],
  ['pt-BR', 'pt-BR'],
])('a choice in %s is written as Intl writes it', (language, way) => {
  const say = worded({ x: '{list}' }, language);
  const either = new Intl.ListFormat(way, { type: 'disjunction' });
  const lists = [['a'], ['a', 'b'], ['otro', 'hora', 'clave'], ['a', 'otro'], ['a', 'hora'], ['a', 'Óscar']];
  for (const list of [...lists, ['siete', '8'], ['a', 'el ocho'], ['a', '11'], ['b', 'ahora'], ['x', 'ítem']])
    expect(say('x', { list: { anyOf: list } })).toBe(either.format(list));
});
