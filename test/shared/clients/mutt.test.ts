import { describe, expect, test } from 'vitest';
import { mutt } from '../../../shared/clients/mutt.ts';
import { aServer } from '../../support/builders.ts';
import { needs } from '../../support/needs.ts';
import { aFolder, runProgram } from '../../support/program.ts';
import { expectCarried, type Found, fileOf, refusedField } from './carried.ts';
import { testSending } from './sends.ts';

/** As mutt's manual has it; throws on what mutt would run, expand or take for the next command. */
function variables(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [, name, quoted, bare] = /^set ([a-z_]+) = (?:"((?:[^"\\`$]|\\.)*)"|([a-z]+))$/su.exec(line) ?? [];
    if (name === undefined) throw new Error(`mutt would read this otherwise: ${line}`);
    found.set(name, bare ?? (quoted ?? '').replace(/\\(.)/gsu, '$1'));
  }
  return found;
}

function read(text: string): Found {
  const found = variables(text);
  const url = new URL((found.get('smtp_url') ?? '').replace(/^smtps?/, 'https'));
  const port = /:(\d+)\/$/.exec(found.get('smtp_url') ?? '')?.[1];
  const isImplicit = found.get('smtp_url')?.startsWith('smtps:');
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(port),
    security: isImplicit ? 'tls' : found.get('ssl_force_tls') === 'yes' ? 'starttls' : 'none',
    username: decodeURIComponent(url.username),
    address: found.get('from') ?? '',
    name: found.get('realname') ?? '',
  };
}

test('refuses a user name that mutt would cut', () => {
  const refused = (length: number) =>
    refusedField(mutt, { outgoing: aServer({ username: 'a'.repeat(length) }) });
  expect([refused(127), refused(128)]).toEqual([null, 'outgoing.username']);
});

test('a reader gets back every value, or the export refuses', () => expectCarried(mutt, read));

test('names no user in the URL where the server wants no login', () => {
  const text = fileOf(mutt, { outgoing: aServer({ auth: 'none' }) });
  expect(text).toContain('set smtp_url = "smtp://mail.example.org:587/"\n');
});

test('refuses a sign-in through the browser', () => {
  expect(refusedField(mutt, { outgoing: aServer({ auth: 'oauth2' }) })).toBe('outgoing.auth');
});

describe.each(['mutt', 'neomutt'] as const)('the real %s', (program) => {
  needs(program);

  test.each(['Jane Roe', 'a"b', "O'Brien", 'a`touch /tmp/x`b', 'a$HOME\\b;c#d', '漢'])(
    'understands the name %j',
    async (displayName) => {
      const path = await aFolder({ muttrc: fileOf(mutt, { displayName }) });
      const argv = ['-n', '-F', path('muttrc'), '-Q', 'realname', '-Q', 'smtp_url'];
      const { status, stdout, stderr } = await runProgram(program, argv);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const shown = displayName.replace(/["\\]/g, '\\$&'); // as mutt prints it
      const [name, is] = program === 'mutt' ? ['realname', '='] : ['real_name', ' = '];
      expect(stdout).toContain(`${name}${is}"${shown}"`);
      expect(stdout).toContain(`smtp_url${is}"smtp://you%40example.org@mail.example.org:587/"`);
    },
  );
});

describe.each(['mutt', 'neomutt'] as const)('%s', (program) => {
  testSending(mutt, [program], ({ path, password, run }) => {
    const trust = [`set ssl_ca_certificates_file='${path('authority.pem')}'`, `set smtp_pass='${password}'`];
    const quiet = ['set copy=no', `set tmpdir='${path('.')}'`];
    const commands = [...trust, ...quiet].flatMap((command) => ['-e', command]);
    const argv = ['-n', '-F', path('settings'), ...commands, '-s', 'it works', 'you@example.org'];
    return run(program, argv, { input: 'sent\n', home: path('.') });
  });
});
