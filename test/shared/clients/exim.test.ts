import { expect, test } from 'vitest';
import { exim } from '../../../shared/clients/exim.ts';
import { aServer } from '../../support/builders.ts';
import { expectCarried, type Found, fileOf, refusedField } from './carried.ts';

/** The three files of exim4-config_files(5); the password line is the last comment, as the file says. */
function read(text: string): Found {
  const lines = text.trimEnd().split('\n');
  const [, host = '', port] = /^dc_smarthost='([^':]*)::(\d+)'$/m.exec(text) ?? [];
  const [key, username = '', password, ...more] = (lines.at(-1) ?? '').slice(2).split(':');
  expect([key, password, more]).toEqual([host, 'PASSWORD', []]);
  const isImplicit = /^REMOTE_SMTP_SMARTHOST_PROTOCOL = smtps$/m.test(text);
  const isPlain = /^REMOTE_SMTP_SMARTHOST_HOSTS_AVOID_TLS = \*$/m.test(text);
  return { host, port: Number(port), security: isPlain ? 'none' : isImplicit ? 'tls' : 'starttls', username };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(exim, read));

test('insists on encryption and on the right certificate', () => {
  expect(fileOf(exim)).toMatch(/HOSTS_REQUIRE_TLS = \*\nREMOTE_SMTP_SMARTHOST_TLS_VERIFY_HOSTS = \*\n/);
});

test('refuses what Exim would expand or cut', () => {
  const refused = (username: string) => refusedField(exim, { outgoing: aServer({ username }) });
  for (const username of ['a:b', 'a$b', 'a^b', '*', 'a b', "O'Brien"])
    expect(refused(username)).toBe('outgoing.username');
  expect(refusedField(exim, { outgoing: aServer({ host: '2001:db8::1' }) })).toBe('outgoing.host');
});

test('has no password file where the server wants no login', () => {
  expect(fileOf(exim, { outgoing: aServer({ auth: 'none' }) })).not.toContain('passwd.client');
});
