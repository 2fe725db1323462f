import { describe, expect, test } from 'vitest';
import { msmtp } from '../../../shared/clients/msmtp.ts';
import { aServer } from '../../support/builders.ts';
import { needs } from '../../support/needs.ts';
import { aFolder, runProgram } from '../../support/program.ts';
import { expectCarried, type Found, fileOf, refusedField } from './carried.ts';
import { testSending } from './sends.ts';

/** As msmtp's manual has it: a command, blanks, an argument to the end of the line, one outer pair of quotes taken off. */
function read(text: string): Found {
  const commands = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, command, argument = ''] = /^\s*([a-z_]+)\s*(.*?)\s*$/s.exec(line) ?? [];
    if (command !== undefined && command !== 'account')
      commands.set(command, argument.replace(/^"(.*)"$/s, '$1'));
  }
  return {
    host: commands.get('host') ?? '',
    port: Number(commands.get('port')),
    security:
      commands.get('tls') === 'off' ? 'none' : commands.get('tls_starttls') === 'on' ? 'starttls' : 'tls',
    username: commands.get('user') ?? '',
    address: commands.get('from') ?? '',
  };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(msmtp, read));

test('never asks a program for the password, and never holds one', () => {
  expect(fileOf(msmtp)).not.toMatch(/^\s*(password|passwordeval|eval)\b/m);
});

test.each([
  ['none', 'off'],
  ['password-encrypted', 'cram-md5'],
  ['password-cleartext', 'on'],
  ['unknown', 'on'],
] as const)('says the login %s as "auth %s"', (auth, word) => {
  expect(fileOf(msmtp, { outgoing: aServer({ auth }) })).toContain(`\nauth ${word}\n`);
});

test('refuses what it cannot say', () => {
  expect(refusedField(msmtp, { outgoing: aServer({ auth: 'oauth2' }) })).toBe('outgoing.auth');
  expect(refusedField(msmtp, { outgoing: aServer({ username: '' }) })).toBe('outgoing.username');
  expect(refusedField(msmtp, { mailAddress: 'a%Ub@example.org' })).toBe('mailAddress');
});

describe('the real msmtp', () => {
  needs('msmtp');

  test.each(['you@example.org', ' "quoted" ', `a\\b$HOME'c\`id\`#d;e`, '"'])(
    'understands the user name %j',
    async (username) => {
      const path = await aFolder({ msmtprc: fileOf(msmtp, { outgoing: aServer({ username }) }) });
      const { status, stdout } = await runProgram('msmtp', [
        '-C',
        path('msmtprc'),
        '--pretend',
        'you@example.org',
      ]);
      expect(status).toBe(0);
      expect(stdout).toContain(`\nuser = ${username}\n`);
      expect(stdout).toMatch(/\nhost = mail\.example\.org\nport = 587\n/);
    },
  );
});

testSending(msmtp, ['msmtp'], ({ path, password, run }) => {
  const given = [`--tls-trust-file=${path('authority.pem')}`, `--passwordeval=echo '${password}'`];
  const argv = [`--file=${path('settings')}`, '--account=postway', ...given, 'you@example.org'];
  return run('msmtp', argv, { input: 'Subject: it works\n\nsent\n' });
});
