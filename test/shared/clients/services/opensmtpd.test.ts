import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { opensmtpd } from '../../../../shared/clients/services/opensmtpd.ts';
import { debianFile, libraryPath } from '../../../lab/debian.ts';
import { aServer } from '../../../support/builders.ts';
import { needs } from '../../../support/needs.ts';
import { withOwnEtc } from '../../../support/own-etc.ts';
import { aFolder, runProgram } from '../../../support/program.ts';
import { expectCarried, type Found, fileOf, refusedField } from '../carried.ts';

const securities: Readonly<Record<string, string>> = {
  'smtp+notls': 'none',
  'smtp+tls': 'starttls',
  smtps: 'tls',
};

/** As smtpd.conf(5) and table(5) have it; the line of the secrets is the last comment, as the file says. */
function read(text: string): Found {
  const action =
    /^action "postway" relay host (\S+):\/\/postway@\[?([^\s\]]*?)\]?:(\d+) auth <secrets> mail-from "([^"]*)"$/m;
  const [, protocol = '', host = '', port, address = ''] = action.exec(text) ?? [];
  const [label, login = '', ...more] = (text.trimEnd().split('\n').at(-1) ?? '').slice(2).split(/\s+/u);
  expect([label, more]).toEqual(['postway', []]);
  const [username = '', password] = login.split(/:(.*)/s);
  expect(password).toBe('PASSWORD');
  return { host, port: Number(port), security: securities[protocol] ?? '?', username, address };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(opensmtpd, read));

test('refuses what its table of secrets would cut', () => {
  const refused = (username: string) => refusedField(opensmtpd, { outgoing: aServer({ username }) });
  for (const username of ['a b', 'a:b', 'a#b']) expect(refused(username)).toBe('outgoing.username');
  expect(fileOf(opensmtpd, { outgoing: aServer({ auth: 'none' }) })).not.toContain('secrets');
});

test('refuses a login without encryption, which OpenSMTPD never tries', () => {
  const refused = (auth: 'none' | 'password-cleartext' | 'password-encrypted') =>
    refusedField(opensmtpd, { outgoing: aServer({ security: 'none', port: 25, auth }) });
  expect([refused('password-cleartext'), refused('password-encrypted'), refused('none')]).toEqual([
    'outgoing.security',
    'outgoing.security',
    null,
  ]);
});

describe('the real OpenSMTPD', () => {
  needs('apt-get', 'root');

  test.each(['none', 'starttls', 'tls'] as const)(
    'takes the lines for a server with %s',
    async (security) => {
      const program = debianFile('opensmtpd', 'usr/sbin/smtpd');
      const outgoing = aServer({ security, ...(security === 'none' && { auth: 'none' as const }) });
      const text = fileOf(opensmtpd, { outgoing });
      const path = await aFolder({ settings: text });
      const files = {
        'mail/secrets': `${(text.trimEnd().split('\n').at(-1) ?? '').slice(2)}\n`,
        // The users that it drops its rights to.
        passwd: `${readFileSync('/etc/passwd', 'utf8')}opensmtpd:x:64330:64330::/:/bin/false\nopensmtpq:x:64331:64331::/:/bin/false\n`,
        group: `${readFileSync('/etc/group', 'utf8')}opensmtpd:x:64330:\nopensmtpq:x:64331:\n`,
      };
      const [shell, args] = withOwnEtc(
        dirname(path('settings')),
        files,
        [],
        ['chmod 600 /etc/mail/secrets 2> /dev/null || true', `${program} -n -f ${path('settings')}`],
      );
      const ran = await runProgram(shell, args, { environment: { LD_LIBRARY_PATH: libraryPath(program) } });
      expect(ran, ran.stderr).toMatchObject({ status: 0 });
      expect(`${ran.stdout}${ran.stderr}`).toContain('configuration OK');
    },
  );
});

test('the program is started again after the file of its password is written', () => {
  const text = fileOf(opensmtpd).replace(/\n# /g, ' ');
  expect(text).toContain('write it too. Only then run: smtpd -n');
});
