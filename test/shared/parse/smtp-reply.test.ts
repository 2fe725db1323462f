import { expect, test } from 'vitest';
import { isMasked, smtpOffers, smtpReply } from '../../../shared/parse/smtp-reply.ts';
import { fc } from '../../support/invented-inputs.ts';

test.each([
  [['220 mx.example ESMTP'], { code: 220, lines: ['mx.example ESMTP'] }],
  [['250'], { code: 250, lines: [''] }],
  [['250-a', '250-', '250 c'], { code: 250, lines: ['a', '', 'c'] }],
  [['554 5.7.1 no'], { code: 554, enhanced: '5.7.1', lines: ['5.7.1 no'] }],
  [['550-5.7.26 a', '550 5.7.26 b'], { code: 550, enhanced: '5.7.26', lines: ['5.7.26 a', '5.7.26 b'] }],
  [['550 4.7.1 class does not fit'], { code: 550, lines: ['4.7.1 class does not fit'] }],
  [['550 5.7.1.2 is an address'], { code: 550, lines: ['5.7.1.2 is an address'] }],
])('%j is a reply', (lines, reply) => {
  expect(smtpReply.read(lines)).toEqual(reply);
});

test.each([
  [['250-a'], 'more'],
  [['250-a', '251 b'], 'wrong'],
  [['25 a'], 'wrong'],
  [['2500 a'], 'wrong'],
  [['250_a'], 'wrong'],
  [['hello'], 'wrong'],
  [[''], 'wrong'],
])('%j is %s', (lines, state) => {
  expect(smtpReply.read(lines)).toBe(state);
});

test('every beginning of a reply is recognised as one', () => {
  const line = '220-mx.example';
  for (let end = 0; end <= line.length; end += 1) expect(smtpReply.canBegin(line.slice(0, end))).toBe(true);
  for (const text of ['H', '22x', '220_', '2200', '\ufffd']) expect(smtpReply.canBegin(text)).toBe(false);
});

test('offers are read with their keyword in upper case and each mechanism once', () => {
  const reply = {
    code: 250,
    lines: ['mx.example hi', 'size 10', 'AUTH plain LOGIN', 'AUTH=LOGIN', '', 'starttls'],
  };
  expect(smtpOffers(reply)).toEqual({
    serverName: 'mx.example',
    capabilities: ['SIZE 10', 'AUTH plain LOGIN', 'AUTH=LOGIN', 'STARTTLS'],
    auth: ['PLAIN', 'LOGIN'],
    hasStartTls: true,
  });
});

test('a word that only begins like STARTTLS or AUTH is neither', () => {
  const offers = smtpOffers({ code: 250, lines: ['mx', 'STARTTLSX', 'AUTHINFO PLAIN'] });
  expect(offers).toMatchObject({ hasStartTls: false, auth: [] });
});

test.each([
  ['an overwritten keyword', ['mx'], ['SIZE', 'XXXXXXXA'], true],
  ['an overwritten keyword with a value', ['mx'], ['XXXXXXXX 10'], true],
  ['a starred greeting', ['***************0*2*********'], [], true],
  ['an extension of one’s own', ['mx'], ['X-EXPS GSSAPI', 'XFORWARD', 'XX'], false],
  ['a greeting that is stars in all its lines', ['**********', '****0*2*****'], [], true],
  [
    'a greeting framed by stars',
    ['*'.repeat(60), '* Authorised use only *', '*'.repeat(60), 'mx ESMTP'],
    [],
    false,
  ],
  ['a banner with a row of stars around words', ['**** authorised use only ****'], [], false],
])('%s', (_what, greeting, capabilities, masked) => {
  expect(isMasked(greeting, capabilities)).toBe(masked);
});

test('of more than any honest server lists, a report keeps the beginning', () => {
  const lines = Array.from({ length: 300 }, (_, n) => `AUTH X${n}`);
  const { serverName, capabilities, auth } = smtpOffers({ code: 250, lines: ['m'.repeat(400), ...lines] });
  expect([serverName.length, capabilities.length, auth.length]).toEqual([255, 200, 50]);
});

test('no list of lines makes it throw, and one that is read has a code and a text for each line', () => {
  const text = fc.string({ maxLength: 20 });
  const line = fc.oneof(
    text,
    text.map((some) => `250-${some}`),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
      const reply = smtpReply.read([...lines, '250 AUTH a b']);
      if (typeof reply === 'string') {
        expect(reply).toBe('wrong');
        return;
      }
      expect(reply.code).toBe(250);
      expect(reply.lines).toHaveLength(lines.length + 1);
      expect(smtpOffers(reply).auth).toEqual(lines.length === 0 ? [] : expect.arrayContaining(['A', 'B']));
    }),
  );
});
