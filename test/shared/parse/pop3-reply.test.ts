import { expect, test } from 'vitest';
import { pop3List, pop3Offers, pop3Reply } from '../../../shared/parse/pop3-reply.ts';
import { fc } from '../../support/invented-inputs.ts';

test.each([
  ['+OK', { isOk: true, text: '', lines: [] }],
  ['+ok ready', { isOk: true, text: 'ready', lines: [] }],
  ['-ERR [IN-USE] locked', { isOk: false, text: '[IN-USE] locked', responseCode: 'IN-USE', lines: [] }],
])('%j is a reply', (line, reply) => {
  expect(pop3Reply.read([line])).toEqual(reply);
});

test.each(['+OKAY', '* OK', 'OK', '', '220 hi'])('%j is none', (line) => {
  expect(pop3Reply.read([line])).toBe('wrong');
  expect(pop3List.read([line])).toBe('wrong');
});

test('a list goes on to the line with a single dot, and a doubled dot is one', () => {
  expect(pop3List.read(['+OK'])).toBe('more');
  expect(pop3List.read(['+OK', 'USER', '..x'])).toBe('more');
  expect(pop3List.read(['+OK list', 'USER', '..x', '.'])).toMatchObject({
    isOk: true,
    lines: ['USER', '.x'],
  });
  expect(pop3List.read(['-ERR'])).toMatchObject({ isOk: false });
});

test('every beginning of a reply is recognised as one', () => {
  for (const line of ['+OK hi', '-ERR no']) {
    for (let end = 0; end <= line.length; end += 1) expect(pop3Reply.canBegin(line.slice(0, end))).toBe(true);
  }
  for (const text of ['*', '+N', 'H']) expect(pop3Reply.canBegin(text)).toBe(false);
});

test('SASL, USER and the timestamp of the greeting name the ways to log in', () => {
  const reply = { isOk: true, text: '', lines: ['user', 'sasl PLAIN login', 'stls', 'UIDL'] };
  expect(pop3Offers(reply, 'hi <1.2@host>')).toEqual({
    capabilities: ['USER', 'SASL PLAIN login', 'STLS', 'UIDL'],
    auth: ['PLAIN', 'LOGIN', 'USER', 'APOP'],
    hasStls: true,
  });
  expect(pop3Offers({ ...reply, lines: [] }, 'hi <there>')).toEqual({
    capabilities: [],
    auth: [],
    hasStls: false,
  });
});

test('of more than any honest server lists, a report keeps the beginning', () => {
  const lines = Array.from({ length: 300 }, (_, n) => `SASL X${n}`);
  const { capabilities, auth } = pop3Offers({ isOk: true, text: '', lines }, '');
  expect([capabilities.length, auth.length]).toEqual([200, 50]);
});

test('no lines make it throw, and a list that is read ended with its dot', () => {
  const line = fc.oneof(fc.string({ maxLength: 10 }), fc.constantFrom('+OK', '.', 'USER'));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
      const list = pop3List.read(lines);
      if (typeof list === 'string') {
        expect(['more', 'wrong']).toContain(list);
        return;
      }
      if (list.isOk) expect(lines.at(-1)).toBe('.');
      expect(pop3Offers(list, '').auth).toEqual(list.lines.includes('USER') ? ['USER'] : []);
    }),
  );
});
