import { describe, expect, test } from 'vitest';
import { swaks } from '../../../shared/clients/swaks.ts';
import { aServer } from '../../support/builders.ts';
import { needs } from '../../support/needs.ts';
import { aFolder, runProgram } from '../../support/program.ts';
import { expectCarried, type Found, fileOf, refusedField } from './carried.ts';
import { testSending } from './sends.ts';
import { shellWords } from './shell-words.ts';

function read(text: string): Found {
  const words = shellWords(text);
  const after = (option: string) => words[words.indexOf(option) + 1] ?? '';
  for (const option of ['--server', '--auth-user', '--from', '--to']) {
    if (after(option).startsWith('-')) throw new Error(`swaks would take ${after(option)} for an option`);
  }
  return {
    host: after('--server').replace(/^\[(.*)\]$/, '$1'),
    port: Number(after('--port')),
    security: words.includes('--tls') ? 'starttls' : words.includes('--tls-on-connect') ? 'tls' : 'none',
    username: after('--auth-user'),
    address: after('--from'),
  };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(swaks, read));

test('checks the certificate wherever there is one', () => {
  expect(fileOf(swaks)).toContain(' --tls --tls-verify ');
  expect(fileOf(swaks, { outgoing: aServer({ security: 'tls' }) })).toContain(
    ' --tls-on-connect --tls-verify ',
  );
});

test('refuses a user name that would be an option, or nothing', () => {
  expect(refusedField(swaks, { outgoing: aServer({ username: '-x' }) })).toBe('outgoing.username');
  expect(refusedField(swaks, { outgoing: aServer({ username: '<>' }) })).toBe('outgoing.username');
});

describe('the real swaks', () => {
  needs('swaks');

  test.each(["O'Brien", 'a$(id)`id`"b\\', 'a b#c;d'])('understands the user name %j', async (username) => {
    const path = await aFolder({ command: fileOf(swaks, { outgoing: aServer({ username }) }) });
    const dumped = await runProgram('sh', [path('command')], {
      environment: { SWAKS_OPT_dump: 'AUTH', SWAKS_OPT_auth_password: 'x' },
    });
    expect(dumped.stdout).toContain(`username       = '${username}'\n`);
  });
});

testSending(swaks, ['swaks'], ({ path, password, run }) =>
  run('sh', [path('settings')], {
    environment: {
      SWAKS_OPT_auth_password: password,
      SWAKS_OPT_tls_ca_path: path('authority.pem'),
      SWAKS_OPT_header: 'Subject: it works',
    },
  }),
);
