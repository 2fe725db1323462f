import { expect, test } from 'vitest';
import { masked } from '../../../shared/explain/masked.ts';
import { loadWords } from '../../../shared/text/load-words.ts';
import { english } from '../../support/english.ts';

test.each([
  ['535 5.7.8 Authentication failed for bob@example.com', '535 5.7.8 Authentication failed for [address]'],
  ['550 <max.muster+x@example.org>: User unknown', '550 [address]: User unknown'],
  ['Connection from 203.0.113.9 refused', 'Connection from [ip] refused'],
  ['client [2001:db8::1] blocked', 'client [ip] blocked'],
  ['Hello [IPv6:2001:db8::1], go', 'Hello [ip], go'],
  ['from unknown host 203-0-113-77.dyn.example', 'from unknown host [ip]'],
  ['from [::ffff:203.0.113.77]', 'from [ip]'],
  ['at 12:30:45 today', 'at 12:30:45 today'],
  ['session 0123456789abcdef0123 closed', 'session [token] closed'],
  ['token dGhpcyBpcyBhIHNlY3JldCB0b2tlbjEyMw== rejected', 'token [secret] rejected'],
  ['password=hunter2 rejected', 'password=[secret] rejected'],
  ["sasl_username: 'jsmith', method PLAIN", "sasl_username: '[user]', method PLAIN"],
  ['535 Authentication Failed', '535 Authentication Failed'],
  ['das Passwort nicht akzeptiert', 'das Passwort nicht akzeptiert'],
  ['Le mot de passe est refusé', 'Le mot de passe est refusé'],
  ['Das Passwort geheim wurde abgelehnt', 'Das Passwort [secret] wurde abgelehnt'],
  ['0x800CCC0E smtp.example.com:587', '0x800CCC0E smtp.example.com:587'],
  [
    'see https://login.example.com/continue?sarp=1&plt=AKgnsbs for more',
    'see https://login.example.com/continue?[...] for more',
  ],
])('%s', (text, expected) => {
  expect(masked(text, english)).toBe(expected);
});

test.each([
  ['auth failed: user=jsmith, rip=10.0.0.1', ['jsmith', '10.0.0.1']],
  ['To: "Max Mustermann" <max@example.org>', ['Mustermann', 'max@']],
  ['Anna Maria Beispiel <anna@example.org> wrote', ['Beispiel', 'anna@']],
  ['pass: geheim123', ['geheim123']],
  ['gsmtp d9443c01a7336-21ec2c3f0c2sm12345678a.12', ['21ec2c3f0c2sm12345678a']],
  ['fe80::1ff:fe23:4567:890a', ['4567']],
])('of "%s" nothing private is left', (text, secrets) => {
  const left = masked(text, english);
  for (const secret of secrets) expect(left).not.toContain(secret);
});

test('what is left out is a word of the reader', async () => {
  const text = masked(
    "user 'jsmith' <bob@example.com> from 203.0.113.9, password=hunter2",
    await loadWords('fr'),
  );
  expect(text).toBe("user '[utilisateur]' [adresse] from [ip], password=[secret]");
});

test('a long text is cut and ends soon', () => {
  for (const unit of ['a@', 'Ab ', '1.1.1.', 'x1', 'user=', ':', 'f:', 'a:', 'a.', 'a-', '1-', 'helo ']) {
    const before = performance.now();
    expect(masked(unit.repeat(500_000), english).length).toBeLessThan(200_000);
    expect(performance.now() - before).toBeLessThan(1000);
  }
});
