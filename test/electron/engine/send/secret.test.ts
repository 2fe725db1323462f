import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { canBePassword, Secret } from '../../../../electron/engine/send/secret.ts';

const password = 'S3cret pass&wörd';

test('says nothing, whichever way it is printed', () => {
  const secret = new Secret(password);
  const shown = [
    String(secret),
    `${secret}`,
    JSON.stringify({ secret }),
    inspect(secret, { depth: 9, showHidden: true }),
    inspect({ deep: [secret] }, { depth: 9, showHidden: true }),
    Object.keys(secret).join(),
    JSON.stringify(Object.getOwnPropertyDescriptors(secret)),
  ];
  for (const text of shown) expect(text).not.toContain('S3cret');
  expect(structuredCloneOf(secret)).not.toContain('S3cret');
  expect(secret.open()).toBe(password);
});

function structuredCloneOf(secret: Secret): string {
  return JSON.stringify(structuredClone({ secret }));
}

test.each([
  ['itself', (text: string) => text],
  ['base64', (text: string) => Buffer.from(text).toString('base64')],
  ['base64 without its padding', (text: string) => Buffer.from(text).toString('base64').replace(/=+$/, '')],
  ['PLAIN', (text: string) => Buffer.from(`\0you\0${text}`).toString('base64')],
  ['PLAIN on behalf of the same user', (text: string) => Buffer.from(`you\0you\0${text}`).toString('base64')],
  ['percent encoding', (text: string) => encodeURIComponent(text)],
  ['hexadecimal', (text: string) => Buffer.from(text).toString('hex')],
  ['capital hexadecimal', (text: string) => Buffer.from(text).toString('hex').toUpperCase()],
])('is struck out of a server’s words as %s', (_name, form) => {
  const struck = new Secret(password).struckFrom(`535 no ${form(password)} here`, 'you', 500);
  expect(struck).toBe('535 no (secret) here');
});

test.each([
  ['a control character inside', 'bad Zq9-S\u00013cret&x<=77'],
  ['two lines, each with its code', '535-5.7.8 bad Zq9-S3cr\r\n535 5.7.8 et&x<=77'],
  ['blanks', 'bad Zq9-S3cr et&x <=77'],
  ['entities of HTML', 'bad Zq9-S3cret&amp;x&lt;=77'],
  ['numbers of HTML', 'bad &#90;q9-S3cret&#x26;x&lt;=77'],
  ['quoted-printable', 'bad Zq9-S3cret&x<=3D77'],
  ['capitals', 'bad ZQ9-S3CRET&X<=77'],
  ['small percent encoding', 'bad Zq9-S3cret%26x%3c%3d77'],
  ['backslashes', 'bad Zq9-S3cret\\&x\\<=77'],
])('as %s the whole reply is put away, and its codes stay', (_form, words) => {
  const struck = new Secret('Zq9-S3cret&x<=77').struckFrom(`535 5.7.8 ${words}`, 'you', 500);
  expect(struck).toBe('535 5.7.8 (secret)');
});

test('a password that is nowhere in it leaves a reply as it is', () => {
  const reply = '535 5.7.8 Username and Password not accepted. See &lt;help&gt; 100%25';
  expect(new Secret('Zq9-S3cret&x<=77').struckFrom(reply, 'you', 500)).toBe(reply);
});

test('a password with quotation marks is struck out as IMAP and JSON write it', () => {
  const secret = new Secret('a"b\\c d');
  for (const form of ['a\\"b\\\\c d', JSON.stringify('a"b\\c d')])
    expect(secret.struckFrom(`NO ${form} is wrong`, 'you', 500)).not.toContain('b\\');
});

test('of a very short password the forms are struck out that no word has', () => {
  const plain = Buffer.from('\0you\0no').toString('base64');
  expect(new Secret('no').struckFrom(`535 no ${plain}`, 'you', 500)).toBe('535 no (secret)');
});

test('leaves words alone that a very short password stands in', () => {
  expect(new Secret('no').struckFrom('535 no', 'you', 500)).toBe('535 no');
});

test.each([
  ['abcd efgh ijkl mnop', true],
  ['abcdefghijklmnop', true],
  ['abcd-efgh-ijkl-mnop', true],
  ['abcdefghijklmno', false],
  ['Abcdefghijklmnop', false],
])('%s looks like an app password: %s', (text, looks) => {
  expect(new Secret(text).looksLikeAppPassword).toBe(looks);
});

test.each([
  [
    'every printable sign',
    Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).join(''),
    true,
  ],
  ['letters of other scripts', 'пароль 密码 🙂', true],
  ['ten thousand signs', 'x'.repeat(10_000), true],
  ['a line break', 'pass\nword', false],
  ['a carriage return', 'pass\rword', false],
  ['NUL', 'pass\0word', false],
])('%s in a password is judged by whether a login can carry it', (_name, text, can) => {
  expect(canBePassword(new TextEncoder().encode(text))).toBe(can);
});
