import { expect, test } from 'vitest';
import { run } from '../../../../electron/cli/run.ts';
import type { Report } from '../../../../shared/model/report.ts';
import { aFinding, anObservation, aReport, aServer, tlsFacts } from '../../../support/builders.ts';
import { fakeContext, fakeShell } from '../fake-shell.ts';

const works = aReport({ startedAt: '2026-12-20T00:00:00.000Z', observations: [anObservation()] });
const down = aReport({
  verdict: aFinding({ code: 'server-down', severity: 'problem', headline: 'a | b' }),
  recommendation: null,
});
const offline = aReport({
  verdict: aFinding({ code: 'offline', severity: 'problem' }),
  recommendation: null,
});

async function ran(reports: readonly Report[], ...argv: string[]) {
  const fake = fakeShell();
  const left = [...reports];
  const asked: unknown[] = [];
  const check = async (...all: unknown[]) => {
    asked.push(all[4]);
    return left.shift() ?? aReport();
  };
  let isEnded = false;
  const ended = run(['watch', 'you@example.org', ...argv], fakeContext(fake.shell, { check })).finally(() => {
    isEnded = true;
  });
  while (!isEnded) {
    await new Promise((resolve) => setImmediate(resolve));
    if (left.length === 0 && argv.includes('--every')) fake.interrupt();
    fake.tick(300_000);
  }
  return {
    status: await ended,
    stdout: fake.stdout(),
    stderr: fake.stderr(),
    asked,
    isTicking: fake.isTicking(),
  };
}

test('a line each time, with what changed, until it works; nothing of it is kept', async () => {
  const { status, stdout, asked, isTicking } = await ran([down, down, works], '--until', 'works');
  expect([status, isTicking, asked]).toEqual([0, false, ['unkept', 'unkept', 'unkept']]);
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    { verdict: 'server-down', works: false, recommendation: null, changed: false },
    { verdict: 'server-down', changed: false },
    { verdict: 'all-clear', works: true, recommendation: { port: 587 }, certificateDays: 10, changed: true },
  ]);
});

test('until something changes, whatever it is: status 1 when it got worse', async () => {
  expect(await ran([works, works, down], '--until', 'changes')).toMatchObject({ status: 1 });
});

test('Ctrl-C ends the waiting', async () => {
  expect(await ran([down], '--every', '60')).toMatchObject({ status: 130, isTicking: false });
});

const soon = aReport({
  startedAt: '2026-12-20T00:00:00.000Z',
  observations: [anObservation({ tls: tlsFacts({ validTo: '2026-12-22T00:00:00.000Z' }) })],
});
test.each([
  ['all is well', aReport({ startedAt: '2026-11-28T00:00:00.000Z' }), 0, 'POSTWAY OK - '],
  ['the certificate ends in ten days', works, 1, 'POSTWAY WARNING - '],
  ['the certificate ends in two days', soon, 2, 'certificate_days=2;14:;3:'],
  ['the server is down', down, 2, 'POSTWAY CRITICAL - a / b | time='],
  ['nothing was seen', offline, 3, 'POSTWAY UNKNOWN - '],
])('nagios: %s', async (_name, report, expected, text) => {
  const { status, stdout } = await ran([report], '--format', 'nagios');
  expect([status, stdout.trim().split('\n')]).toEqual([expected, [expect.stringContaining(text)]]);
});

test('prometheus: figures with the domain, and never the address', async () => {
  const { stdout } = await ran([works], '--format', 'prometheus');
  expect(stdout).toContain('postway_works{subject="example.org"} 1\n');
  expect(stdout).toContain('postway_certificate_days{subject="example.org"} 10\n');
  expect(stdout).not.toContain('you@');
  for (const line of stdout.trim().split('\n')) {
    expect(line).toMatch(
      /^(?:# (?:HELP|TYPE) postway_\w+ .+|postway_\w+\{subject="[^"]*"(?:,code="[a-z0-9-]+")?\} -?[\d.]+)$/,
    );
  }
});

/** Reads what node_exporter's textfile collector reads: HELP and TYPE once for each figure, before it, and every series once. */
function series(text: string): Map<string, number> {
  const known = new Map<string, { help?: true; type?: true }>();
  const found = new Map<string, number>();
  for (const line of text.trimEnd().split('\n')) {
    const [, kind, name = ''] = /^# (HELP|TYPE) ([a-z_]+) \S.*$/.exec(line) ?? [];
    const about = known.get(name) ?? {};
    if (kind === 'HELP') expect([about, known.set(name, { help: true })][0], line).toEqual({});
    else if (kind === 'TYPE')
      expect([about, known.set(name, { help: true, type: true })][0], line).toEqual({ help: true });
    else {
      const sample = /^([a-z_]+)(\{(?:[a-z]+="(?:[^"\\\n]|\\["\\n])*",?)+\}) (-?[\d.]+)$/.exec(line);
      if (!sample) expect.unreachable(line);
      expect(known.get(sample[1] ?? ''), line).toEqual({ help: true, type: true });
      expect(found.has(`${sample[1]}${sample[2]}`), line).toBe(false);
      found.set(`${sample[1]}${sample[2]}`, Number(sample[3]));
    }
  }
  return found;
}

test('prometheus: each figure is described once, and a name cannot break out of its label', async () => {
  const server = 'a"b\\c\nd} 1\n# TYPE x gauge';
  const { domain: _domain, address: _address, ...input } = works.input;
  const { stdout } = await ran([{ ...works, input: { ...input, server } }], '--format', 'prometheus');
  const found = series(stdout);
  expect(found.size).toBe(5);
  for (const name of found.keys()) expect(name).toContain('subject="a\\"b\\\\c');
});

test('prometheus: files of several subjects in one folder agree on what each figure is', async () => {
  const about = async (domain: string): Promise<string[]> => {
    const report = { ...works, input: { ...works.input, domain } };
    const { stdout } = await ran([report], '--format', 'prometheus', '--language', domain.slice(0, 2));
    return stdout.split('\n').filter((line) => line.startsWith('#'));
  };
  expect(await about('de.example')).toEqual(await about('en.example'));
});

test.each([
  ['this computer is offline', offline],
  [
    'nothing could be concluded',
    aReport({ verdict: aFinding({ code: 'inconclusive' }), recommendation: null }),
  ],
  ['it ended by a mistake of ours', { ...down, internal: true }],
])('prometheus: where %s, there is no figure of what works', async (_name, report) => {
  const found = series((await ran([report], '--format', 'prometheus')).stdout);
  const named = (name: string) =>
    [...found].filter(([key]) => key.startsWith(name)).map(([, value]) => value);
  expect([named('postway_known'), named('postway_works')]).toEqual([[0], []]);
});

test('prometheus: what is known to fail has its figure', async () => {
  const { stdout } = await ran([down], '--format', 'prometheus');
  expect(stdout).toContain('postway_known{subject="example.org"} 1\n');
  expect(stdout).toContain('postway_works{subject="example.org"} 0\n');
});

test('prometheus: a check that was stopped gives no figures', async () => {
  const fake = fakeShell();
  const check = async (): Promise<Report> => {
    fake.interrupt();
    return { ...down, interrupted: true };
  };
  const argv = ['watch', 'you@example.org', '--format', 'prometheus'];
  expect(await run(argv, fakeContext(fake.shell, { check }))).toBe(130);
  expect(fake.stdout()).toBe('');
});

test.each([
  ['--every', '5'],
  ['--until', 'noon'],
])('%s %s is wrong use', async (option, value) => {
  const { status, stderr } = await ran([], option, value);
  expect([status, stderr]).toEqual([2, expect.stringContaining(`postway watch: ${option}: `)]);
});

test('the server of a recommendation is what the certificate is looked for at', async () => {
  const elsewhere = aReport({
    recommendation: {
      outgoing: aServer({ host: 'other.example.org' }),
      incoming: null,
      why: '',
      alternatives: [],
      change: null,
    },
  });
  const { stdout } = await ran([elsewhere], '--until', 'works');
  expect(JSON.parse(stdout)).toMatchObject({ certificateDays: null });
});

test.each(['xml', 'nagos'])(
  'a format that is not known (%s) is to Nagios no server that is down',
  async (format) => {
    const { status, stdout, stderr } = await ran([], '--format', format);
    expect([status, stderr]).toEqual([3, expect.stringContaining('postway watch: --format: ')]);
    expect(stdout).toMatch(/^POSTWAY UNKNOWN - --format: [^\n|]+\n$/);
  },
);

test.each([
  ['--until', 'works', 'nagios'],
  ['--every', '60', 'prometheus'],
])('%s is wrong where one look is all there is', async (option, value, format) => {
  const { status, stdout, stderr, asked } = await ran([works], option, value, '--format', format);
  // To Nagios, 2 would say that the server is down.
  expect([status, asked]).toEqual([format === 'nagios' ? 3 : 2, []]);
  if (format === 'nagios') expect(stdout).toMatch(/^POSTWAY UNKNOWN - --until: [^\n|]+\n$/);
  else expect(stdout).toBe('');
  expect(stderr).toContain(`${option}: does not go together with --format ${format}`);
});
