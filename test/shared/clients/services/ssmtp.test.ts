import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { ssmtp } from '../../../../shared/clients/services/ssmtp.ts';
import { debianFile, libraryPath } from '../../../lab/debian.ts';
import { aServer } from '../../../support/builders.ts';
import { withOwnEtc } from '../../../support/own-etc.ts';
import { expectCarried, type Found, fileOf, refusedField } from '../carried.ts';
import { testSending } from '../sends.ts';

/** As read_config of sSMTP has it: a line is cut at #, a name ends at =, blanks or tabs, and so does its value. */
function read(text: string): Found {
  const [settings = '', aliases = ''] = text.split('\n# /etc/ssmtp/revaliases\n');
  const found = new Map<string, string>();
  for (const line of settings.split('\n')) {
    const [name, value] = line
      .replace(/#.*$/s, '')
      .split(/[=\s]+/)
      .filter((word) => word !== '');
    if (name !== undefined) found.set(name.toLowerCase(), value ?? '');
  }
  const [host = '', port] = (found.get('mailhub') ?? '').split(':');
  const isPlain = found.get('usetls') === 'NO';
  return {
    host,
    port: Number(port),
    security: isPlain ? 'none' : found.get('usestarttls') === 'YES' ? 'starttls' : 'tls',
    username: found.get('authuser') ?? '',
    address: /^root:([^:\n]*)$/m.exec(aliases)?.[1] ?? '',
  };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(ssmtp, read));

test('refuses what sSMTP would cut, and says that it checks no certificate', () => {
  const refused = (username: string) => refusedField(ssmtp, { outgoing: aServer({ username }) });
  for (const username of ['a b', 'a=b', 'a#b']) expect(refused(username)).toBe('outgoing.username');
  expect(refusedField(ssmtp, { outgoing: aServer({ host: '2001:db8::1' }) })).toBe('outgoing.host');
  expect(fileOf(ssmtp)).toContain('does not check who it talks to');
  expect(fileOf(ssmtp, { outgoing: aServer({ auth: 'password-encrypted' }) })).toContain(
    'AuthMethod=cram-md5',
  );
  expect(fileOf(ssmtp, { outgoing: aServer({ auth: 'none' }) })).not.toContain('Auth');
});

testSending(
  ssmtp,
  ['apt-get', 'root'],
  ({ path, password, run }) => {
    const program = debianFile('ssmtp', 'usr/sbin/ssmtp');
    const [settings = '', aliases = ''] = readFileSync(path('settings'), 'utf8').split(
      '# /etc/ssmtp/revaliases\n',
    );
    const files = {
      'ssmtp/ssmtp.conf': settings.replace('AuthPass=PASSWORD', `AuthPass=${password}`),
      'ssmtp/revaliases': aliases,
    };
    const [shell, args] = withOwnEtc(dirname(path('settings')), files, [], [`${program} you@example.org`]);
    return run(shell, args, {
      input: 'Subject: it works\n\nsent\n',
      environment: { LD_LIBRARY_PATH: libraryPath(program) },
    });
  },
  { password: 'p4ss"w$ord' },
);

test('says that no certificate is checked where there is encryption, and only there', () => {
  const said = (['none', 'starttls', 'tls'] as const).map((security) =>
    /does not check/.test(fileOf(ssmtp, { outgoing: aServer({ security }) })),
  );
  expect(said).toEqual([false, true, true]);
});

test('what the computer writes to root goes to the person', () => {
  expect(fileOf(ssmtp)).toMatch(/^root=you@example\.org$/m);
});
