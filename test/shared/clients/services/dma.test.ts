import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { dma } from '../../../../shared/clients/services/dma.ts';
import { debianFile, libraryPath } from '../../../lab/debian.ts';
import { aServer } from '../../../support/builders.ts';
import { withOwnEtc } from '../../../support/own-etc.ts';
import { expectCarried, type Found, fileOf, refusedField } from '../carried.ts';
import { testSending } from '../sends.ts';

/** As dma(8) has it: a name, a blank and a value a line; the password line is the last comment, as the file says. */
function read(text: string): Found {
  const [settings = '', logins = ''] = text.split('\n# /etc/dma/auth.conf\n');
  const found = new Map<string, string>();
  for (const line of settings.split('\n').filter((one) => one !== '' && !one.startsWith('#'))) {
    const [, name = '', value = ''] = /^(\S+)(?: (.*))?$/su.exec(line) ?? [];
    found.set(name, value);
  }
  const [username = '', rest = ''] = passwordLine(logins).split(/\|(.*)/s);
  expect(rest).toBe(`${found.get('SMARTHOST')}:PASSWORD`);
  const security = found.has('STARTTLS') ? 'starttls' : found.has('SECURETRANSFER') ? 'tls' : 'none';
  return {
    host: found.get('SMARTHOST') ?? '',
    port: Number(found.get('PORT')),
    security,
    username,
    address: found.get('MASQUERADE') ?? '',
  };
}

/** The last line of that part of the file, without its sign. */
function passwordLine(logins: string): string {
  const [part = ''] = logins.split('\n\n# /etc/aliases\n');
  return (part.trimEnd().split('\n').at(-1) ?? '').slice(2);
}

test('a reader gets back every value, or the export refuses', () => expectCarried(dma, read));

test('refuses what dma would cut, and says that it checks no certificate', () => {
  const refused = (username: string) => refusedField(dma, { outgoing: aServer({ username }) });
  for (const username of ['a|b', ' a', 'a ', '#a']) expect(refused(username)).toBe('outgoing.username');
  expect(refusedField(dma, { outgoing: aServer({ host: '2001:db8::1' }) })).toBe('outgoing.host');
  expect(fileOf(dma)).toContain('does not check who it talks to');
  expect(fileOf(dma, { outgoing: aServer({ auth: 'none' }) })).not.toContain('auth.conf');
});

testSending(dma, ['apt-get', 'root'], ({ path, password, run }) => {
  const program = debianFile('dma', 'usr/sbin/dma');
  const [settings = '', logins = ''] = readFileSync(path('settings'), 'utf8').split('# /etc/dma/auth.conf\n');
  const login = passwordLine(logins).replace('PASSWORD', password);
  const files = { 'dma/dma.conf': settings, 'dma/auth.conf': `${login}\n` };
  // In the foreground, so that its end is the delivery's.
  const commands = [`${program} -D you@example.org`, 'test -z "$(ls /var/spool/dma)" || exit 3'];
  const [shell, args] = withOwnEtc(dirname(path('settings')), files, ['dma'], commands);
  return run(shell, args, {
    input: 'Subject: it works\n\nsent\n',
    environment: { LD_LIBRARY_PATH: libraryPath(program) },
  });
});

test('says that no certificate is checked where there is encryption, and only there', () => {
  const said = (['none', 'starttls', 'tls'] as const).map((security) =>
    /does not check/.test(fileOf(dma, { outgoing: aServer({ security }) })),
  );
  expect(said).toEqual([false, true, true]);
});

test('what the computer writes to root stays its own mail, and finds its person by /etc/aliases', () => {
  expect(fileOf(dma)).not.toMatch(/^NULLCLIENT/m);
  expect(fileOf(dma)).toMatch(/^# \/etc\/aliases\n(?:# .*\n)*# root: you@example\.org$/m);
});
