import { describe, expect, test } from 'vitest';
import { nodeServices } from '../../../../electron/cli/node-services.ts';
import { run } from '../../../../electron/cli/run.ts';
import { scenarios } from '../../../../electron/practice/scenarios.ts';
import { parseReport } from '../../../../shared/model/report.ts';
import { aJudgedReport, anObservation, aReport } from '../../../support/builders.ts';
import { fakeShell } from '../fake-shell.ts';

const password = 'correct horse battery';

/** The real program over real sockets of the practice network, at a keyboard or with the password on standard input. */
async function ran(
  argv: readonly string[],
  wanted: Parameters<typeof fakeShell>[0] = { stdin: `${password}\n` },
) {
  const fake = fakeShell(wanted);
  const services = nodeServices('1.2.3', (fault) => {
    throw fault;
  });
  const status = await run(argv, { shell: fake.shell, services });
  const output = { status, stdout: fake.stdout(), stderr: fake.stderr() };
  expect(JSON.stringify(output)).not.toContain(password);
  return output;
}

const withMessage = scenarios.filter(({ expected }) => expected.message !== undefined);

describe('a test message in the practice network', () => {
  test.each(withMessage.map((scenario) => [scenario.id, scenario] as const))(
    '%s: says what became of it',
    async (id, { expected }) => {
      const { status, stdout } = await ran(['practice', id, '--send-test', '--password-stdin', '--json']);
      const report = parseReport(stdout);
      if (!report.ok) throw new Error(report.problem.field);
      const [act] = report.value.acts ?? [];
      expect(act?.findings[0]?.code).toBe(expected.message);
      expect(report.value).toMatchObject({
        practice: true,
        practiceScenario: id,
        verdict: { code: 'all-clear' },
      });
      expect(status).toBe(expected.message === 'message-in-junk' ? 0 : 1);
    },
    30_000,
  );

  test('arrives where nothing is wrong, and is told in words', async () => {
    const { status, stdout, stderr } = await ran([
      'practice',
      'everything-open',
      '--send-test',
      '--password-stdin',
    ]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^The message arrived\./);
    expect(stderr).toContain('Looking for it in your mailbox');
  });

  test.each([
    ['captive-portal', 'sign in'],
    ['mail-ports-blocked', 'network'],
    ['no-encryption', 'encrypt'],
  ])(
    'where there is nothing to log in to, why is said first: %s',
    async (id, word) => {
      const { status, stderr } = await ran(['practice', id, '--send-test', '--password-stdin']);
      expect(status).toBe(3);
      const [, why = '', wrong = ''] = stderr.trimEnd().split('\n');
      expect(why.toLowerCase()).toContain(word);
      expect(wrong).toMatch(/^postway: /);
    },
    30_000,
  );

  test('asks for the password at a keyboard, and sends nothing when the person gives up', async () => {
    const typed = await ran(['practice', 'everything-open', '--send-test'], { typed: [password] });
    expect(typed).toMatchObject({ status: 0, stderr: expect.stringContaining('it is not shown') });
    const gaveUp = await ran(['practice', 'everything-open', '--send-test'], { typed: [null] });
    expect(gaveUp).toMatchObject({ status: 130, stdout: '' });
  });

  test('is not sent over a certificate with a problem, unless the person names its fingerprint', async () => {
    const argv = ['practice', 'certificate-self-made', '--send-test', '--password-stdin', '--json'];
    const { status, stderr } = await ran(argv);
    expect(status).toBe(3);
    expect(stderr).toMatch(/no password is sent.*ends here/); // its next certificate is another one
    const checked = await ran(['practice', 'certificate-self-made', '--check', '--json']);
    const { recommendation, observations } = JSON.parse(checked.stdout);
    const { port } = recommendation.outgoing;
    const fingerprint = observations.find(
      (one: { role: string; port: number }) => one.role === 'outgoing' && one.port === port,
    ).tls.fingerprint256;
    expect(fingerprint).toMatch(/^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/);
    const agreed = await ran([...argv, '--accept-certificate', fingerprint]);
    expect(JSON.parse(agreed.stdout).acts[0]).toMatchObject({
      outcome: 'ok',
      arrival: { outcome: 'not-watched' },
    });
  });
});

describe('a login in the practice network', () => {
  test.each([
    ['everything-open', 0, 'login-accepted'],
    ['wrong-password', 1, 'login-rejected'],
  ])('%s: ends with %i, and sends no message', async (id, wanted, code) => {
    const { status, stdout } = await ran(['practice', id, '--login', '--password-stdin', '--json']);
    expect(status).toBe(wanted);
    const [act] = JSON.parse(stdout).acts;
    expect(act).toMatchObject({ kind: 'login' });
    expect(act.findings[0].code).toBe(code);
    expect(act.messageId).toBeUndefined();
  });

  test('is one thing, a message another', async () => {
    expect(await ran(['practice', 'everything-open', '--login', '--send-test'])).toMatchObject({ status: 2 });
  });
});

describe('wrong use', () => {
  const report = JSON.stringify(aReport());
  const readyReport = aJudgedReport({ observations: [anObservation()] });
  test.each([
    [['login'], 'address: is missing'],
    [['login', 'no address'], 'address:'],
    [['login', 'you@example.org', '--server', 'mail.example.org:587'], '--server:'],
    [['login', 'you@example.org', '--accept-certificate', 'AA:BB'], '--accept-certificate:'],
    [['send-test', 'you@example.org', '--accept-certificate', 'G'.repeat(64)], '--accept-certificate:'],
    [['send-test', 'you@example.org', '--wait', 'long'], '--wait:'],
    [['send-test', 'you@example.org', '--to', 'nobody'], '--to:'],
    [['login', 'you@example.org', '--report', '-', '--password-stdin'], '--report:'],
    [['login', 'you@example.org', '--password', 'hunter2'], '--password'],
  ] as const)('%j is told', async (argv, words) => {
    const { status, stderr } = await ran(argv);
    expect(status).toBe(2);
    expect(stderr).toContain(words);
  });

  test('an empty password, and none at all where nobody can type', async () => {
    const argv = ['practice', 'everything-open', '--send-test'];
    expect(await ran([...argv, '--password-stdin'], { stdin: '\n' })).toMatchObject({ status: 2 });
    expect(await ran([...argv, '--password-stdin'], { stdin: 'two\rlines\n' })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('line break'),
    });
    const long = `${'x'.repeat(1001)}\n`;
    expect(await ran([...argv, '--password-stdin'], { stdin: long })).toMatchObject({ status: 2 });
    expect(await ran(argv, { stdin: password })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--password-stdin'),
    });
  });

  test.each([
    `${password}\nlogin: you\nurl: x\n`,
    `${password}\r\nnote\r\n`,
    `${password}\n${'n'.repeat(3000)}`,
  ])('of what a password manager prints, the first line is the password', async (stdin) => {
    const { status } = await ran(['practice', 'everything-open', '--login', '--password-stdin'], { stdin });
    expect(status).toBe(0);
  });

  test.each([
    [{ address: 'other@example.net', domain: 'example.net' }, 'other@example.net'],
    [{ address: 'me@example.org', domain: 'example.org' }, 'me@example.org'],
    [{ domain: 'example.net' }, 'example.net'],
  ])('a report about %j gets the password of nobody else', async (input, about) => {
    const files = { 'r.json': JSON.stringify({ ...readyReport, input }) };
    for (const command of ['login', 'send-test']) {
      const fake = fakeShell({ stdin: `${password}\n`, files });
      const services = nodeServices('1.2.3', () => {});
      const argv = [command, 'you@example.org', '--report', 'r.json', '--password-stdin'];
      expect(await run(argv, { shell: fake.shell, services })).toBe(2);
      expect(fake.stderr()).toContain(about);
      expect(fake.stderr()).toContain('you@example.org');
    }
  });

  test('Ctrl-C ends the waiting for a password on standard input', async () => {
    const fake = fakeShell({ stdin: '', files: { 'r.json': JSON.stringify(readyReport) } });
    let asked = () => {};
    const isAsked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const readStdin = (): Promise<never> => {
      asked();
      return new Promise<never>(() => {});
    };
    const shell = { ...fake.shell, readStdin };
    const argv = ['login', 'you@example.org', '--report', 'r.json', '--password-stdin'];
    const ended = run(argv, { shell, services: nodeServices('1.2.3', () => {}) });
    await isAsked;
    fake.interrupt();
    expect(await ended).toBe(130);
    expect(fake.stdout()).toBe('');
  });

  test('who was refused before is warned of the lock, before the password is asked for', async () => {
    const fake = fakeShell({ typed: [null], files: { 'r.json': JSON.stringify(readyReport) } });
    const services = { ...nodeServices('1.2.3', () => {}), refusedBefore: async () => 2 };
    const argv = ['login', 'you@example.org', '--report', 'r.json'];
    expect(await run(argv, { shell: fake.shell, services })).toBe(130);
    expect(fake.stderr()).toMatch(/2 logins were refused so far[\s\S]*Password of/);
  });

  test('a server that the check did not reach over TLS gets no password', async () => {
    const fake = fakeShell({ stdin: password, files: { 'r.json': report } });
    const services = nodeServices('1.2.3', () => {});
    const argv = ['login', 'you@example.org', '--report', 'r.json', '--password-stdin'];
    expect(
      await run([...argv, '--server', 'other.example.org:587/starttls'], { shell: fake.shell, services }),
    ).toBe(3);
    expect(
      await run([...argv, '--server', 'mail.example.org:25/none'], { shell: fake.shell, services }),
    ).toBe(3);
    // Nobody looked whether it encrypts there.
    expect(fake.stderr()).toMatch(/You named mail\.example\.org on port 25 without encryption/);
    expect(fake.stderr()).not.toContain('does not encrypt');
    expect(fake.stdout()).toBe('');
  });
});

test('neither command takes a password from the environment or an argument: no option carries one', async () => {
  const { stdout } = await ran(['send-test', '--help']);
  expect(stdout).toContain('--password-stdin');
  expect(stdout).not.toMatch(/--password[ =<]/);
});
