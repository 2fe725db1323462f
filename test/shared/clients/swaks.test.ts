import { createServer } from 'node:net';
import { TLSSocket } from 'node:tls';
import { describe, expect, test } from 'vitest';
import { swaks } from '../../../shared/clients/swaks.ts';
import { aServer } from '../../support/builders.ts';
import { mailPassword, startMailServer } from '../../support/mail-server.ts';
import { needs } from '../../support/needs.ts';
import { aFolder, runProgram } from '../../support/program.ts';
import { authorities } from '../../support/servers.ts';
import { expectCarried, type Found, fileOf, refusedField } from './carried.ts';
import { testSending } from './sends.ts';
import { shellWords } from './shell-words.ts';

/** What swaks is started with, behind the check of the certificate's name, which names the same server. */
function started(text: string): string {
  const [, check, command] =
    /^(?:printf '[^']*' \| openssl (.*) \| grep 'Verify return code: 0' && )?(swaks .*\n)$/s.exec(text) ?? [];
  if (command === undefined) throw new Error(`a shell would read this otherwise: ${text}`);
  if (check !== undefined) {
    const asked = shellWords(check);
    const words = shellWords(command);
    const after = (option: string) => words[words.indexOf(option) + 1];
    expect(asked.at(-1)).toBe(`${after('--server')}:${after('--port')}`);
    expect(asked).toContain(after('--server')?.replace(/^\[(.*)\]$/, '$1'));
    expect(asked).toContain('-verify_return_error');
  }
  return command;
}

function read(text: string): Found {
  const words = shellWords(started(text));
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

test('keeps the password off the screen, when it is asked for and in what is shown of the login', () => {
  const words = shellWords(started(fileOf(swaks)));
  expect(words).toEqual(expect.arrayContaining(['--auth-hide-password', '--protect-prompt']));
  expect(words).not.toContain('--auth-password');
  const none = shellWords(started(fileOf(swaks, { outgoing: aServer({ auth: 'none' }) })));
  expect(none.filter((word) => word.startsWith('--auth'))).toEqual([]);
});

test('refuses a user name that would be an option, or nothing', () => {
  expect(refusedField(swaks, { outgoing: aServer({ username: '-x' }) })).toBe('outgoing.username');
  expect(refusedField(swaks, { outgoing: aServer({ username: '<>' }) })).toBe('outgoing.username');
});

describe('the real swaks', () => {
  needs('swaks');

  test.each(["O'Brien", 'a$(id)`id`"b\\', 'a b#c;d'])('understands the user name %j', async (username) => {
    const path = await aFolder({ command: started(fileOf(swaks, { outgoing: aServer({ username }) })) });
    const dumped = await runProgram('sh', [path('command')], {
      environment: { SWAKS_OPT_dump: 'AUTH', SWAKS_OPT_auth_password: 'x' },
    });
    expect(dumped.stdout).toContain(`username       = '${username}'\n`);
  });
});

describe('a certificate for another name', () => {
  needs('swaks', 'openssl');

  test('ends it before the password is asked for', async () => {
    const server = await startMailServer('starttls');
    try {
      // The server's certificate is for localhost and not for this name, which leads there as well.
      const outgoing = aServer({ host: '127.0.0.2', port: server.port });
      const path = await aFolder({
        settings: fileOf(swaks, { outgoing }),
        'authority.pem': authorities.root,
      });
      const ran = await runProgram('sh', [path('settings')], {
        environment: { SWAKS_OPT_auth_password: mailPassword, SSL_CERT_FILE: path('authority.pem') },
      });
      expect(ran.status).not.toBe(0);
      expect(server.received).toEqual([]);
    } finally {
      server.close();
    }
  });
});

describe('a server that hangs up without a word of TLS', () => {
  needs('openssl');

  test.each(['localhost', '127.0.0.2'])('named %s is judged by its certificate alone', async (host) => {
    const { chain, key } = authorities.issue({ names: ['localhost'] });
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      const encrypted = new TLSSocket(socket, { isServer: true, cert: chain, key });
      encrypted.on('error', () => undefined).write('220 localhost ESMTP\r\n');
      encrypted.once('data', () => encrypted.write('221 bye\r\n', () => socket.destroy()));
    });
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    try {
      const address = server.address();
      const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
      const outgoing = aServer({ host, port, security: 'tls' });
      const path = await aFolder({
        command: `swaks() { echo started; }\n${fileOf(swaks, { outgoing })}`,
        'authority.pem': authorities.root,
      });
      const ran = await runProgram('sh', [path('command')], {
        environment: { SSL_CERT_FILE: path('authority.pem') },
      });
      expect(ran.stdout.includes('started')).toBe(host === 'localhost');
    } finally {
      server.close();
    }
  });
});

testSending(swaks, ['swaks', 'openssl'], ({ path, password, run }) =>
  run('sh', [path('settings')], {
    environment: {
      SWAKS_OPT_auth_password: password,
      SWAKS_OPT_tls_ca_path: path('authority.pem'),
      SSL_CERT_FILE: path('authority.pem'),
      SWAKS_OPT_header: 'Subject: it works',
    },
  }),
);
