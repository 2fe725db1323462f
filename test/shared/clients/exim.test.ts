import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { exim } from '../../../shared/clients/exim.ts';
import { debianFile, libraryPath } from '../../lab/debian.ts';
import { aServer } from '../../support/builders.ts';
import { authorities } from '../../support/servers.ts';
import { expectCarried, type Found, fileOf, refusedField } from './carried.ts';
import { testThroughPostfix } from './sends.ts';

/** The three files of exim4-config_files(5); the password line is the last comment, as the file says. */
function read(text: string): Found {
  const lines = text.trimEnd().split('\n');
  const [, host = '', port] = /^dc_smarthost='([^':]*)::(\d+)'$/m.exec(text) ?? [];
  const [key, username = '', password, ...more] = (lines.at(-1) ?? '').slice(2).split(':');
  expect([key, password, more]).toEqual(['*', 'PASSWORD', []]);
  const isImplicit = /^REMOTE_SMTP_SMARTHOST_PROTOCOL = smtps$/m.test(text);
  const isPlain = /^REMOTE_SMTP_SMARTHOST_HOSTS_AVOID_TLS = \*$/m.test(text);
  return { host, port: Number(port), security: isPlain ? 'none' : isImplicit ? 'tls' : 'starttls', username };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(exim, read));

test('insists on encryption and on the right certificate', () => {
  expect(fileOf(exim)).toMatch(/HOSTS_REQUIRE_TLS = \*\nREMOTE_SMTP_SMARTHOST_TLS_VERIFY_HOSTS = \*\n/);
});

test('refuses what Exim would cut', () => {
  const refused = (username: string) => refusedField(exim, { outgoing: aServer({ username }) });
  for (const username of ['a:b', ' ab', 'ab ']) expect(refused(username)).toBe('outgoing.username');
  expect(refusedField(exim, { outgoing: aServer({ host: '2001:db8::1' }) })).toBe('outgoing.host');
});

test('gives mail of root the address that the provider takes', () => {
  expect(fileOf(exim)).toMatch(/\n# \/etc\/email-addresses\n(# .*\n)+root: you@example\.org\n/);
  expect(fileOf(exim, { mailAddress: '' })).not.toContain('root:');
});

test('has no password file where the server wants no login', () => {
  expect(fileOf(exim, { outgoing: aServer({ auth: 'none' }) })).not.toContain('passwd.client');
});

/** The groups of lines of the export, by the file named above each; those of the password file without their mark. */
function filesIn(text: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const [, name = '', lines = ''] of text.matchAll(
    /^# \/etc\/exim4\/(\S+)\n((?:(?!# \/etc).*\n?)*)/gm,
  )) {
    const last = lines.trimEnd().split('\n').at(-1) ?? '';
    files.set(name, name === 'passwd.client' ? `${last.slice(2)}\n` : lines);
  }
  return files;
}

testThroughPostfix(
  "a real Exim as Debian sets it up sends a message with nothing but the files' lines",
  ['apt-get'],
  async ({ server, outgoing, delivered }) => {
    const program = debianFile('exim4-daemon-light', 'usr/sbin/exim4');
    const update = debianFile('exim4-config', 'usr/sbin/update-exim4.conf');
    const folder = join(server.folder, `exim-${outgoing.security}`);
    mkdirSync(join(folder, 'spool'), { recursive: true });
    cpSync(join(dirname(update), '../../etc/exim4'), folder, { recursive: true });
    // What a computer has before our lines are added: Exim's user, its places, and who it is.
    for (const file of ['passwd', 'group']) {
      const text = readFileSync(`/etc/${file}`, 'utf8');
      const entry =
        file === 'passwd' ? 'Debian-exim:x:64321:64321::/:/usr/sbin/nologin' : 'Debian-exim:x:64321:';
      if (!text.includes('Debian-exim')) server.overlay(file, `${text}${entry}\n`);
    }
    const template = join(folder, 'exim4.conf.template');
    writeFileSync(template, readFileSync(template, 'utf8').replace('/usr/sbin/exim4', program));
    const places = [
      `CONFDIR = ${folder}`,
      `SPOOLDIR = ${folder}/spool`,
      `log_file_path = ${folder}/spool/%slog`,
      'MAIN_HARDCODE_PRIMARY_HOSTNAME = client.example.org',
      'MAIN_TRUSTED_USERS = root',
    ];
    const trust = `REMOTE_SMTP_SMARTHOST_TLS_VERIFY_CERTIFICATES = ${folder}/authority.pem`;
    writeFileSync(join(folder, 'authority.pem'), authorities.root);

    const ours = filesIn(fileOf(exim, { outgoing }));
    expect([...ours.keys()]).toEqual(['update-exim4.conf.conf', 'exim4.conf.localmacros', 'passwd.client']);
    const before = "dc_local_interfaces='127.0.0.9'\ndc_other_hostnames=''\ndc_relay_nets=''\n"; // not the server's address
    writeFileSync(join(folder, 'update-exim4.conf.conf'), `${before}${ours.get('update-exim4.conf.conf')}`);
    writeFileSync(
      join(folder, 'exim4.conf.localmacros'),
      `${places.join('\n')}\n${trust}\n${ours.get('exim4.conf.localmacros')}`,
    );
    writeFileSync(
      join(folder, 'passwd.client'),
      (ours.get('passwd.client') ?? '').replace('PASSWORD', server.password),
    );
    execFileSync('chown', ['-R', '64321:64321', join(folder, 'spool')]);
    execFileSync('chown', ['root:64321', join(folder, 'passwd.client')]);

    const { run } = server;
    const config = join(folder, 'config.autogenerated');
    const made = await run('sh', [
      '-c',
      `sed "s|/etc/exim4|${folder}|g" ${update} | sh -s -- -d ${folder} -o ${config}`,
    ]);
    expect(made, made.stderr).toMatchObject({ status: 0 });
    const argv = ['-C', config, '-odf', '-f', 'you@example.org', 'you@example.org'];
    const ran = await run(program, argv, {
      input: 'Subject: it works\n\nsent\n',
      environment: { LD_LIBRARY_PATH: libraryPath(program) },
    });
    expect(ran, `${ran.stdout}\n${ran.stderr}`).toMatchObject({ status: 0 });
    await delivered();
  },
  `o'ne^il"$h{x}#;\\b*`,
);

test('says where the lines belong in the set-up that is split, where localmacros is not read', () => {
  const text = fileOf(exim, {}).replace(/\n# /g, ' ');
  expect(text).toMatch(/dc_use_split_config='true'.*\/etc\/exim4\/conf\.d\/main\/000_localmacros/);
});
