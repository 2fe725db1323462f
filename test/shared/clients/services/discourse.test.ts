import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { discourse } from '../../../../shared/clients/services/discourse.ts';
import { aServer } from '../../../support/builders.ts';
import { expectCarried, type Found, fileOf, refusedField } from '../carried.ts';

/** The section of the person's own file, with these lines put below its heading. */
const section = (text: string) => parse(`templates: []\nenv:\n  LANG: en_US.UTF-8\n${text}`).env;

function read(text: string): Found {
  const env = section(text);
  return {
    host: env.DISCOURSE_SMTP_ADDRESS,
    port: env.DISCOURSE_SMTP_PORT,
    security: env.DISCOURSE_SMTP_FORCE_TLS
      ? 'tls'
      : env.DISCOURSE_SMTP_ENABLE_START_TLS
        ? 'starttls'
        : 'none',
    username: env.DISCOURSE_SMTP_USER_NAME && asTheLauncherReads(env.DISCOURSE_SMTP_USER_NAME),
    address: env.DISCOURSE_NOTIFICATION_EMAIL,
  };
}

/** The launcher's own loop: the shell's `read` without `-r`, on `NAME=value`. */
function asTheLauncherReads(value: string): string {
  const loop = 'while read i; do [ -n "$i" ] && printf %s "$i"; done <<< "$1"';
  const read = execFileSync('bash', ['-c', loop, 'launcher', `NAME=${value}`], { encoding: 'utf8' });
  return read.replace(/^NAME=/, '');
}

test('what YAML and the launcher make of a backslash is one, in the user name and in the password as it is told to be written', () => {
  const text = fileOf(discourse, { outgoing: aServer({ username: 'DOM\\bob' }) });
  expect(read(text).username).toBe('DOM\\bob');
  expect(text.replace(/\n# /g, ' ')).toContain('write \\\\\\\\ (four of them) for each \\ in it');
  const password = parse('env: "s\\"e\\\\\\\\t"').env;
  expect(asTheLauncherReads(password)).toBe('s"e\\t');
});

test('a parser of YAML gets back every value, or the export refuses', () => expectCarried(discourse, read));

test('checks the certificate, and leaves the password to a line that the person fills in', () => {
  expect(section(fileOf(discourse))).toMatchObject({ DISCOURSE_SMTP_OPENSSL_VERIFY_MODE: 'peer' });
  expect(fileOf(discourse)).toMatch(/^ {2}# DISCOURSE_SMTP_PASSWORD: "PASSWORD"$/m);
  expect(fileOf(discourse, { outgoing: aServer({ auth: 'none' }) })).not.toMatch(/USER_NAME|PASSWORD:/);
});

test("refuses what Discourse's launcher would take off or put in, and says which login is tried", () => {
  const refused = (username: string) => refusedField(discourse, { outgoing: aServer({ username }) });
  expect(['you ', '{{config}}', '0123', 'true'].map(refused)).toEqual(Array(4).fill('outgoing.username'));
  expect(['you', 'a"b$c#d', '4711-0001'].map(refused)).toEqual([null, null, null]);
  const login = (auth: 'password-encrypted' | 'unknown') =>
    section(fileOf(discourse, { outgoing: aServer({ auth }) })).DISCOURSE_SMTP_AUTHENTICATION;
  expect([login('unknown'), login('password-encrypted')]).toEqual(['plain', 'cram_md5']);
});

test('brings no second heading for a section that is there, and says where the lines go', () => {
  const text = fileOf(discourse);
  expect(text).not.toMatch(/^\s*env:/m);
  expect(text.replace(/\n# /g, ' ')).toContain('has a line env: already: put these lines below it');
});
