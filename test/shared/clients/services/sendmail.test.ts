import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderClient } from '../../../../shared/clients/index.ts';
import { sendmail } from '../../../../shared/clients/services/sendmail.ts';
import { say } from '../../../../shared/text/index.ts';
import { debianFile } from '../../../lab/debian.ts';
import { aServer } from '../../../support/builders.ts';
import { needs } from '../../../support/needs.ts';
import { aFolder, runProgram } from '../../../support/program.ts';
import { expectCarried, type Found, fileOf, refusedField } from '../carried.ts';
import { someSettings } from '../settings.ts';

/** As m4 quotes, and as cf/README has the two maps; their lines are comments, as the file says. */
function read(text: string): Found {
  const [, host = ''] = /^define\(`SMART_HOST', `\[([^`']*)\]'\)dnl$/m.exec(text) ?? [];
  const [, port] = /^define\(`RELAY_MAILER_ARGS', `TCP \$h (\d+)'\)dnl$/m.exec(text) ?? [];
  const login = /^dnl AuthInfo:(\S+) "U:([^"]*)" "I:([^"]*)" "P:PASSWORD"$/m.exec(text);
  expect([login?.[1], login?.[3]]).toEqual([host, login?.[2]]);
  const isPlain = text.includes(`dnl Try_TLS:${host} NO`);
  expect(isPlain || text.includes(`dnl TLS_Srv:${host} VERIFY`)).toBe(true);
  const [, address = ''] = /^dnl root (\S+)$/m.exec(text) ?? [];
  return {
    host,
    port: Number(port),
    security: isPlain ? 'none' : 'starttls',
    username: login?.[2] ?? '',
    address,
  };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(sendmail, read));

test('refuses what Sendmail cannot do, and what its maps would cut', () => {
  const refused = (change: Parameters<typeof aServer>[0]) =>
    refusedField(sendmail, { outgoing: aServer(change) });
  expect(refused({ security: 'tls', port: 465 })).toBe('outgoing.security');
  expect(refused({ host: '2001:db8::1' })).toBe('outgoing.host');
  for (const username of ['a b', 'a"b', 'a\\b']) expect(refused({ username })).toBe('outgoing.username');
  expect(fileOf(sendmail, { outgoing: aServer({ auth: 'none' }) })).not.toContain('authinfo');
});

describe("Sendmail's own m4 files", () => {
  needs('apt-get');

  test('make of the lines a sendmail.cf with that server, that port and those maps', async () => {
    const m4 = debianFile('m4', 'usr/bin/m4');
    const start = debianFile('sendmail-cf', 'usr/share/sendmail/cf/m4/cf.m4');
    const around = (lines: string) =>
      `include(\`${start}')dnl\nOSTYPE(\`linux')dnl\n${lines}MAILER(\`smtp')dnl\n`;
    const path = await aFolder({
      'sendmail.mc': around(fileOf(sendmail, { warnings: ['MAILER(`local) and a `quote'] })),
    });
    const ran = await runProgram(m4, [`-D_CF_DIR_=${join(dirname(start), '..')}/`, path('sendmail.mc')]);
    expect(ran, ran.stderr).toMatchObject({ status: 0, stderr: '' });
    expect(ran.stdout).toMatch(/^DS\[mail\.example\.org\]$/m);
    // Nobody is masqueraded as a whole domain, which is the provider's.
    expect(ran.stdout).not.toMatch(/^DM./m);
    expect(ran.stdout).toMatch(/^C\{G\}\$j$/m);
    expect(ran.stdout).toMatch(/^Kgenerics hash .*genericstable$/m);
    expect(ran.stdout).toMatch(/^Kauthinfo hash .*authinfo$/m);
    expect(ran.stdout).toMatch(/^Mrelay,(?:.*\n)+?\s+A=TCP \$h 587$/m);
    expect(ran.stdout).toMatch(/^O CACertFile=\/etc\/ssl\/certs\/ca-certificates\.crt$/m);
  });
});

test('names what can do SSL/TLS from the start, where STARTTLS may be what is taken away', () => {
  const rendered = renderClient(
    sendmail,
    someSettings({ outgoing: aServer({ security: 'tls', port: 465 }) }),
  );
  expect(rendered.ok ? '' : say(rendered.problem.message)).toMatch(/Postfix or msmtp/);
});
