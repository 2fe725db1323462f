import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { nullmailer } from '../../../../shared/clients/services/nullmailer.ts';
import { debianFile, libraryPath } from '../../../lab/debian.ts';
import { aServer } from '../../../support/builders.ts';
import { withOwnEtc } from '../../../support/own-etc.ts';
import { expectCarried, type Found, fileOf, refusedField } from '../carried.ts';
import { testSending } from '../sends.ts';
import { shellWords } from '../shell-words.ts';

/** As nullmailer-send(8) has it: a host, a protocol and its options, by the quoting rules of a shell. */
function read(text: string): Found {
  const lines = text.split('\n').filter((line) => line !== '');
  const [host = '', protocol, ...options] = shellWords(lines.find((line) => !line.startsWith('#')) ?? '');
  expect(protocol).toBe('smtp');
  const value = (name: string) => options.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);
  return {
    host,
    port: Number(value('port')),
    security: options.includes('starttls') ? 'starttls' : options.includes('tls') ? 'tls' : 'none',
    username: value('user') ?? '',
    address: (lines.at(-1) ?? '').slice(2),
  };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(nullmailer, read));

test('what the computer writes to root goes to the person', () => {
  expect(fileOf(nullmailer)).toMatch(/^# \/etc\/nullmailer\/adminaddr\n# you@example\.org$/m);
});

test('asks for no login where the server wants none, and never lets a wrong certificate pass', () => {
  expect(fileOf(nullmailer, { outgoing: aServer({ auth: 'none' }) })).not.toContain('user=');
  expect(fileOf(nullmailer)).not.toContain('insecure');
  expect(refusedField(nullmailer, { outgoing: aServer({ auth: 'oauth2' }) })).toBe('outgoing.auth');
});

testSending(nullmailer, ['apt-get', 'root'], ({ path, password, run }) => {
  const send = debianFile('nullmailer', 'usr/sbin/nullmailer-send');
  const folder = dirname(dirname(send));
  const lines = readFileSync(path('settings'), 'utf8').trimEnd().split('\n');
  const remote = lines.find((line) => line !== '' && !line.startsWith('#')) ?? '';
  const files = {
    // What the computer's own trust is, is no matter of the settings.
    'nullmailer/remotes': `${remote.replace('PASSWORD', `'${password}'`)} x509cafile=${path('authority.pem')}\n`,
    'nullmailer/allmailfrom': `${(lines.at(-1) ?? '').slice(2)}\n`,
    'nullmailer/pausetime': '0\n',
    mailname: 'client.example.org\n',
  };
  const spools = ['queue', 'tmp', 'failed'].map((name) => `nullmailer/${name}`);
  const message = 'you@example.org\\nyou@example.org\\n\\nSubject: it works\\n\\nsent\\n';
  const commands = [
    'mkfifo -m 666 /var/spool/nullmailer/trigger',
    // Its parts look for each other in one place.
    'mkdir /var/spool/upper /var/spool/work',
    'mount -t overlay overlay -o lowerdir=/usr/lib,upperdir=/var/spool/upper,workdir=/var/spool/work /usr/lib',
    `cp -a ${folder}/lib/nullmailer /usr/lib/`,
    `printf '${message}' | ${folder}/sbin/nullmailer-queue`,
    `${send} < /dev/null`,
    'test -z "$(ls /var/spool/nullmailer/queue)" || exit 3',
  ];
  const [shell, args] = withOwnEtc(dirname(path('settings')), files, spools, commands);
  return run(shell, args, { environment: { LD_LIBRARY_PATH: libraryPath(send) } });
});
