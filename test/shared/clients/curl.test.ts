import { expect, test } from 'vitest';
import { curl } from '../../../shared/clients/curl.ts';
import { aServer } from '../../support/builders.ts';
import { expectCarried, type Found, fileOf, refusedField } from './carried.ts';
import { testSending } from './sends.ts';
import { shellWords } from './shell-words.ts';

function read(text: string): Found {
  const [, message, head = '', command = ''] =
    /^printf ('[^']*') (.*) "\$\(LC_ALL=C date '[^']*'\)" \| (curl .*\n)$/s.exec(text) ?? [];
  expect(message).toMatch(/^'From: %s\\r\\nTo: %s\\r\\nDate: %s\\r\\nSubject: it works\\r\\n\\r\\n/);
  const words = shellWords(command);
  const [sender, ...recipients] = shellWords(head);
  expect(recipients).toEqual([sender]);
  expect(sender).toBe(words[words.indexOf('--mail-from') + 1]);
  const after = (option: string) => words[words.indexOf(option) + 1] ?? '';
  const [, scheme, host = '', port] = /^(smtps?):\/\/(.*):(\d+)$/.exec(after('--url')) ?? [];
  expect(words.slice(-2)).toEqual(['--upload-file', '-']);
  expect(after('--mail-rcpt')).toBe(after('--mail-from'));
  if (after('--user').startsWith('-') || after('--user').includes(':'))
    throw new Error('curl would cut this');
  return {
    host: host.replace(/^\[(.*)\]$/, '$1'),
    port: Number(port),
    security: scheme === 'smtps' ? 'tls' : words.includes('--ssl-reqd') ? 'starttls' : 'none',
    username: after('--user'),
    address: after('--mail-from'),
  };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(curl, read));

test('insists on STARTTLS, names the encrypted login, and names no user where the server wants none', () => {
  expect(fileOf(curl)).toContain(' --ssl-reqd ');
  expect(fileOf(curl, { outgoing: aServer({ auth: 'password-encrypted' }) })).toContain('AUTH=CRAM-MD5');
  expect(fileOf(curl, { outgoing: aServer({ auth: 'none' }) })).not.toContain('--user');
});

test('refuses a user name that would be an option, or hold a password', () => {
  expect(refusedField(curl, { outgoing: aServer({ username: '-x' }) })).toBe('outgoing.username');
  expect(refusedField(curl, { outgoing: aServer({ username: 'a:b' }) })).toBe('outgoing.username');
});

/** A terminal with somebody at it: types the password when curl asks, and ends as the shell does. */
const typing = `
import os, pty, sys
pid, terminal = pty.fork()
if pid == 0:
    os.execvp("sh", ["sh", sys.argv[1]])
seen, typed = b"", False
while True:
    try:
        chunk = os.read(terminal, 4096)
    except OSError:
        break
    if not chunk:
        break
    seen += chunk
    if not typed and b"password" in seen:
        typed = True
        os.write(terminal, os.environ["TYPED"].encode() + b"\\n")
sys.stdout.buffer.write(seen)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;

testSending(curl, ['curl', 'python3'], ({ path, password, run }) =>
  run('python3', ['-c', typing, path('settings')], {
    environment: { TYPED: password, CURL_CA_BUNDLE: path('authority.pem') },
  }),
);
