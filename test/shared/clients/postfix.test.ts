import { describe, expect, test } from 'vitest';
import { postfix } from '../../../shared/clients/postfix.ts';
import { aServer } from '../../support/builders.ts';
import { needs } from '../../support/needs.ts';
import { aFolder, runProgram } from '../../support/program.ts';
import { expectCarried, type Found, fileOf, refusedField } from './carried.ts';

/** As postconf(5) has it; the password line is the last comment, as the file says. */
function read(text: string): Found {
  const lines = text.trimEnd().split('\n');
  const settings = new Map<string, string>();
  for (const line of lines.filter((one) => one !== '' && !one.startsWith('#'))) {
    const [, name, value] = /^([a-z_A-Z]+) = (.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined)
      throw new Error(`Postfix would read this otherwise: ${line}`);
    settings.set(name, value.replaceAll('$$', '$'));
  }
  const relay = settings.get('relayhost') ?? '';
  const [, host = '', port] = /^\[(?:ipv6:)?([^\]]*)\]:(\d+)$/.exec(relay) ?? [];
  const last = (lines.at(-1) ?? '').slice(2);
  if (!last.startsWith(`${relay} `)) throw new Error('the password would not be found');
  const [username = '', password] = last.slice(relay.length + 1).split(/:(.*)/s);
  expect(password).toBe('PASSWORD');
  const isImplicit = settings.get('smtp_tls_wrappermode') === 'yes';
  const isPlain = settings.get('smtp_tls_security_level') === 'none';
  return { host, port: Number(port), security: isPlain ? 'none' : isImplicit ? 'tls' : 'starttls', username };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(postfix, read));

test('sends the password only to a server whose certificate is right', () => {
  expect(fileOf(postfix)).toContain('\nsmtp_tls_security_level = secure\n');
});

test('refuses a user name that its password file would cut', () => {
  const refused = (username: string) => refusedField(postfix, { outgoing: aServer({ username }) });
  expect(refused('a:b')).toBe('outgoing.username');
  expect(refused(' a')).toBe('outgoing.username');
  expect(fileOf(postfix, { outgoing: aServer({ auth: 'none' }) })).toContain('smtp_sasl_auth_enable = no\n');
});

describe('the real Postfix', () => {
  needs('postconf');

  test.each(['mail.example.org', '2001:db8::1'])('understands the relay host %s', async (host) => {
    const path = await aFolder({
      'main.cf': fileOf(postfix, { outgoing: aServer({ host }) }),
      'master.cf': '',
    });
    const { stdout, stderr } = await runProgram('postconf', ['-c', path('.'), '-n', '-x']);
    expect(stderr).toBe('');
    expect(stdout).toContain(`relayhost = [${host.includes(':') ? 'ipv6:' : ''}${host}]:587\n`);
    expect(stdout).toContain('smtp_tls_security_level = secure\n');
  });

  test.each(['you@example.org', 'a"b\\c$d#e'])('finds the login of %j', async (username) => {
    const text = fileOf(postfix, { outgoing: aServer({ username }) });
    const line = text.trimEnd().split('\n').at(-1)?.slice(2).replace('PASSWORD', 'secret') ?? '';
    const path = await aFolder({ sasl_passwd: `${line}\n`, 'main.cf': '' });
    const argv = ['-c', path('.'), '-q', '[mail.example.org]:587', `texthash:${path('sasl_passwd')}`];
    expect((await runProgram('postmap', argv)).stdout).toBe(`${username}:secret\n`);
  });
});
