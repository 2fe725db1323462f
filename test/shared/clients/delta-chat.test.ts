import { describe, expect, test } from 'vitest';
import type { ClientSettings } from '../../../shared/clients/client.ts';
import { deltaChat } from '../../../shared/clients/delta-chat.ts';
import { passwordCode } from '../../../shared/clients/index.ts';
import { aServer } from '../../support/builders.ts';
import { english } from '../../support/english.ts';
import { fc } from '../../support/invented-inputs.ts';
import { needs } from '../../support/needs.ts';
import { anySettings } from './carried.ts';
import { scanned } from './scanned.ts';
import { someSettings } from './settings.ts';

/** As every core of Delta Chat reads it: the @ as it is, what stands before `?` percent-decoded, what stands after it as a web form. */
function read(code: string) {
  const [, address = '', query = ''] = /^dclogin:([\w.~%-]+@[\w.~%-]+)\?([\w.~%&=-]+)$/.exec(code) ?? [];
  if (query === '') throw new Error(`Delta Chat would read this otherwise: ${code}`);
  const pairs = [...new URLSearchParams(query)];
  const found = new Map(pairs);
  if (found.size !== pairs.length) throw new Error('a parameter twice');
  const known = ['v', 'p', 'ih', 'ip', 'iu', 'is', 'sh', 'sp', 'su', 'ss', 'ic'];
  expect([...found.keys()].sort()).toEqual([...known].sort());
  expect([found.get('v'), found.get('ic')]).toEqual(['1', '1']);
  return { address: decodeURIComponent(address), ...Object.fromEntries(found) };
}

const words: Readonly<Record<string, string>> = { none: 'plain', starttls: 'starttls', tls: 'ssl' };

test('a reader gets back every value and the password, or the code is refused', () => {
  const password = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.string({ unit: fc.constantFrom(...'&=+%?#/: ;\'"<>\\ü漢a0', '\n', '\0', '%2B'), maxLength: 12 }),
  );
  let carried = 0;
  fc.assert(
    fc.property(anySettings, password, (settings, typed) => {
      const code = passwordCode(deltaChat, settings, typed);
      if (!code.ok) {
        expect(code.problem.code).toBe('refused');
        return;
      }
      carried += 1;
      const { outgoing, incoming, mailAddress } = settings;
      expect(read(deltaChat.code(settings, typed))).toEqual({
        address: mailAddress,
        v: '1',
        ic: '1',
        p: typed,
        ih: incoming?.host,
        ip: String(incoming?.port),
        iu: incoming?.username,
        is: words[incoming?.security ?? ''],
        sh: outgoing.host,
        sp: String(outgoing.port),
        su: outgoing.username,
        ss: words[outgoing.security],
      });
    }),
    { numRuns: 400 },
  );
  expect(carried).toBeGreaterThan(100);
});

test('is what the description shows', () => {
  expect(deltaChat.code(someSettings(), 'a b+c')).toBe(
    'dclogin:you@example.org?v=1&p=a%20b%2Bc&ih=imap.example.org&ip=993&iu=you%40example.org&is=ssl' +
      '&sh=mail.example.org&sp=587&su=you%40example.org&ss=starttls&ic=1',
  );
});

test.each<[string, string, Partial<ClientSettings>, string]>([
  ['password', 'none', {}, ''],
  ['password', 'a line end', {}, 'a\nb'],
  ['password', 'half a character', {}, 'a\ud800'],
  ['password', 'a very long one', {}, 'a'.repeat(501)],
  ['incoming', 'no server for receiving', { incoming: null }, 'x'],
  ['incoming.protocol', 'POP3', { incoming: aServer({ protocol: 'pop3' }) }, 'x'],
  ['outgoing.auth', 'no login', { outgoing: aServer({ auth: 'none' }) }, 'x'],
  ['outgoing.auth', 'a sign-in through the browser', { outgoing: aServer({ auth: 'oauth2' }) }, 'x'],
  ['outgoing.auth', 'CRAM-MD5', { outgoing: aServer({ auth: 'password-encrypted' }) }, 'x'],
  ['mailAddress', 'no address', { mailAddress: '' }, 'x'],
])('refuses %s: %s', (field, _name, change, password) => {
  expect(passwordCode(deltaChat, someSettings(change), password)).toMatchObject({
    ok: false,
    problem: { code: 'refused', field },
  });
});

test('no refusal repeats the password', () => {
  const typed = 'my-s3cret\n';
  expect(JSON.stringify(passwordCode(deltaChat, someSettings(), typed))).not.toContain('my-s3cret');
});

describe('the real zbarimg', () => {
  needs('zbarimg');
  test.each(['secret', `p&v=2#?+%20"'漢`])(
    'reads the code with the password %j, byte for byte',
    async (password) => {
      const code = passwordCode(deltaChat, someSettings(), password);
      if (!code.ok) throw new Error(english(code.problem.message));
      const text = await scanned(code.value.rows);
      expect(text).toBe(deltaChat.code(someSettings(), password));
      expect(read(text)).toMatchObject({ p: password });
    },
  );
});
