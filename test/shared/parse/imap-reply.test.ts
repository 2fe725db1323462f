import { expect, test } from 'vitest';
import {
  imapGreeting,
  imapOffers,
  imapOffersOfGreeting,
  imapReply,
} from '../../../shared/parse/imap-reply.ts';
import { fc } from '../../support/invented-inputs.ts';

test.each([
  ['* OK Dovecot ready.', { status: 'OK', text: 'OK Dovecot ready.' }],
  [
    '* ok [CAPABILITY IMAP4rev1] hi',
    { status: 'OK', text: 'ok [CAPABILITY IMAP4rev1] hi', responseCode: 'CAPABILITY' },
  ],
  ['* PREAUTH in already', { status: 'PREAUTH', text: 'PREAUTH in already' }],
  [
    '* BYE [unavailable] busy',
    { status: 'BYE', text: 'BYE [unavailable] busy', responseCode: 'UNAVAILABLE' },
  ],
  ['* OK', { status: 'OK', text: 'OK' }],
])('%j is a greeting', (line, greeting) => {
  expect(imapGreeting.read([line])).toEqual(greeting);
});

test.each(['* OKAY', '* NO', 'a1 OK', '+OK', '220 hi', ''])('%j is none', (line) => {
  expect(imapGreeting.read([line])).toBe('wrong');
});

const reply = imapReply('a1');

test('a reply is whole with its tagged line', () => {
  expect(reply.read(['* CAPABILITY A'])).toBe('more');
  expect(reply.read(['* CAPABILITY A', '+ idling'])).toBe('more');
  expect(reply.read(['* CAPABILITY A', 'A1 ok done'])).toEqual({
    status: 'OK',
    text: 'done',
    untagged: ['CAPABILITY A'],
  });
  expect(reply.read(['a1 NO [ALERT] no'])).toMatchObject({ status: 'NO', responseCode: 'ALERT' });
  expect(reply.read(['* BYE going down'])).toMatchObject({ status: 'BYE', text: 'going down' });
});

test.each(['a2 OK', 'a1 FINE', 'a1', 'garbage'])('%j does not end it', (line) => {
  expect(reply.read([line])).toBe('wrong');
});

test('every beginning of a reply is recognised as one', () => {
  for (const line of ['* CAPABILITY', 'a1 OK', 'A1 OK']) {
    for (let end = 0; end <= line.length; end += 1) expect(reply.canBegin(line.slice(0, end))).toBe(true);
  }
  expect(reply.canBegin('b')).toBe(false);
});

test('AUTH= names mechanisms; LOGIN is one unless LOGINDISABLED', () => {
  const read = (line: string) => imapOffers({ status: 'OK', text: '', untagged: [line, 'OK other'] });
  expect(read('capability IMAP4rev1 auth=plain AUTH=PLAIN STARTTLS')).toEqual({
    capabilities: ['IMAP4REV1', 'AUTH=PLAIN', 'STARTTLS'],
    auth: ['PLAIN', 'LOGIN'],
    hasStartTls: true,
  });
  expect(read('CAPABILITY LOGINDISABLED')).toEqual({
    capabilities: ['LOGINDISABLED'],
    auth: [],
    hasStartTls: false,
  });
});

const statusOf = (read: ReturnType<typeof reply.read> | ReturnType<typeof imapGreeting.read>) =>
  typeof read === 'string' ? undefined : read.status;

test('no lines make it throw', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('* OK', 'a1 NO', '* BYE'))), (lines) => {
      expect(['OK', 'NO', 'BAD', 'BYE', undefined]).toContain(statusOf(reply.read(lines)));
      expect(['OK', 'PREAUTH', 'BYE', undefined]).toContain(statusOf(imapGreeting.read(lines)));
      const offers = imapOffers({ status: 'OK', text: '', untagged: lines });
      expect(offers.auth).toEqual(['LOGIN']);
    }),
  );
});

test('a word that only contains STARTTLS is no offer, and a list in a comment no list', () => {
  const untagged = ['CAPABILITY XSTARTTLS', 'OK [CAPABILITY AUTH=EVIL STARTTLS] done'];
  expect(imapOffers({ status: 'OK', text: '', untagged })).toEqual({
    capabilities: ['XSTARTTLS'],
    auth: ['LOGIN'],
    hasStartTls: false,
  });
});

test('of more than any honest server lists, a report keeps the beginning', () => {
  const many = Array.from({ length: 300 }, (_, n) => `AUTH=X${n}`).join(' ');
  const { capabilities, auth } = imapOffers({ status: 'OK', text: '', untagged: [`CAPABILITY ${many}`] });
  expect([capabilities.length, auth.length]).toEqual([200, 50]);
});

test('what stands at the end of a long list counts as much as what stands at its beginning', () => {
  const long = Array.from({ length: 500 }, (_, n) => `X-${n}`).join(' ');
  const reply = { status: 'OK', text: '', untagged: [`CAPABILITY ${long} STARTTLS LOGINDISABLED`] } as const;
  expect(imapOffers(reply)).toMatchObject({ hasStartTls: true, auth: [] });
});

test.each([
  ['OK [CAPABILITY IMAP4rev1 starttls AUTH=PLAIN LOGINDISABLED] Dovecot ready.', ['PLAIN'], true],
  ['ok [capability IMAP4rev1] hi', ['LOGIN'], false],
])('%j lists what is offered', (text, auth, hasStartTls) => {
  expect(imapOffersOfGreeting({ status: 'OK', text })).toMatchObject({ auth, hasStartTls });
});

test.each([
  'OK Dovecot ready.',
  'OK [ALERT] CAPABILITY IMAP4rev1',
  'OK see [CAPABILITY IMAP4rev1]',
  'OK [CAPABILITY IMAP4rev1',
])('%j lists nothing', (text) => {
  expect(imapOffersOfGreeting({ status: 'OK', text })).toBeNull();
});
