import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { historyFolder, historyOn } from '../../../../electron/backend/history.ts';
import { run } from '../../../../electron/cli/run.ts';
import { thisComputer } from '../../../../electron/computer/workstation.ts';
import { maskedReport } from '../../../../shared/judge/masked-report.ts';
import { aFailedConnect, aJudgedReport, anObservation, tlsFacts } from '../../../support/builders.ts';
import { english } from '../../../support/english.ts';
import { refusedAct } from '../../../support/sample-acts.ts';
import { fakeContext, fakeShell } from '../fake-shell.ts';

const report = aJudgedReport({
  startedAt: '2026-11-28T06:00:01.000Z',
  observations: [aFailedConnect({ startedMs: 400 }), anObservation({ greeting: '<script>hello</script>' })],
});

const expired = aJudgedReport({
  observations: [
    anObservation({
      tls: tlsFacts({
        trusted: false,
        problem: 'expired',
        problems: ['expired'],
        validTo: '2026-11-01T00:00:00.000Z',
      }),
    }),
    aFailedConnect({ startedMs: 400 }),
  ],
});

const block = '5.7.1 mail.example.org: your address 203.0.113.77 is on the block list bl.example.org';
const listed = aJudgedReport({
  observations: [25, 465, 587].map((port) =>
    anObservation({
      port,
      outcome: 'rejected',
      stage: 'greeting',
      error: { code: '554', message: block },
    }),
  ),
});

/** A home of this test's own, and the command line on it. */
async function aHome() {
  const home = await mkdtemp(join(tmpdir(), 'postway-home-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const place = { ...thisComputer(), platform: 'linux', home, environment: {} };
  return {
    history: historyOn(place),
    folder: historyFolder('linux', home, {}),
    async ran(...argv: string[]) {
      const fake = fakeShell({
        files: {
          'acts.json': JSON.stringify({ ...report, acts: [refusedAct] }),
          'report.json': JSON.stringify(report),
          'clear.json': JSON.stringify(aJudgedReport()),
          'listed.json': JSON.stringify(listed),
          'expired.json': JSON.stringify(expired),
          'masked.json': JSON.stringify(maskedReport(report, english)),
          'server.json': JSON.stringify({ ...report, input: { server: 'mail.example.org' } }),
        },
      });
      const status = await run(argv, fakeContext(fake.shell, { workstation: async () => place }));
      return { status, stdout: fake.stdout(), stderr: fake.stderr() };
    },
  };
}

test('a masked history tells which checks there were, and not of whose address', async () => {
  const { history, ran } = await aHome();
  await history.keep(report);
  for (const form of [[], ['--json']]) {
    const { stdout } = await ran('history', '--mask', ...form);
    expect(stdout).toContain('[address]');
    expect(stdout).not.toContain('you@example.org');
  }
  expect(await ran('history', '--mask', '--forget', 'all')).toMatchObject({ status: 2 });
});

test('history lists what was kept, its names stand for files, and forgets', async () => {
  const { history, ran } = await aHome();
  expect((await ran('history')).stdout).toBe('No checks are kept.\n');
  await history.keep(report);
  const { stdout } = await ran('history', '--json');
  const { checks, isKept } = JSON.parse(stdout);
  expect([isKept, checks]).toMatchObject([
    true,
    [{ subject: 'you@example.org', startedAt: report.startedAt }],
  ]);
  const [{ id }] = checks;
  expect((await ran('history')).stdout).toContain(`${id}  you@example.org  `);
  expect(await ran('compare', id, id)).toMatchObject({ status: expect.any(Number), stderr: '' });
  expect(await ran('report', '--report', id)).toMatchObject({ status: 0 });
  expect(await ran('history', '--forget', '20200101t000000z-abcdef')).toMatchObject({ status: 2 });
  // Nothing is forgotten by a program that expects a list.
  expect(await ran('history', '--forget', 'all', '--json')).toMatchObject({ status: 2, stdout: '' });
  expect(await ran('history', '--forget', 'all')).toMatchObject({
    status: 0,
    stdout: '1 check is forgotten.\n',
  });
  expect(await history.isOn()).toBe(true);
  await ran('history', '--off');
  expect(await history.isOn()).toBe(false);
  expect((await ran('history')).stdout).toContain('--on');
  expect(await ran('history', '--on', '--off')).toMatchObject({ status: 2 });
});

test('a kept file that is damaged is told by its name, wherever it is asked for, and can be forgotten', async () => {
  const { history, folder, ran } = await aHome();
  await history.keep(report);
  const [{ id } = { id: '' }] = (await history.list(english)).checks;
  await writeFile(join(folder, `${id}.json`), '{"schema":"postway-');
  expect((await ran('history')).stdout).toBe(
    `The kept check "${id}" cannot be read: its file is damaged. To delete it: postway history --forget ${id}\n`,
  );
  expect(JSON.parse((await ran('history', '--json')).stdout)).toMatchObject({ checks: [], damaged: [id] });
  const asked = await ran('report', '--report', id);
  expect(asked).toMatchObject({ status: 2, stderr: expect.stringContaining('its file is damaged') });
  expect(await ran('history', '--forget', id)).toMatchObject({ status: 0 });
  expect((await ran('history')).stdout).toBe('No checks are kept.\n');
});

test('a report is shown with every attempt and its time, and masked where asked', async () => {
  const { ran } = await aHome();
  const text = await ran('report', '--report', 'report.json');
  expect(text.stdout).toContain(
    '2026-11-28 06:00:01  mail.example.org:25 (STARTTLS) over IPv4, 192.0.2.10: no answer',
  );
  expect(text.stdout).toContain('you@example.org');
  for (const format of ['text', 'html', 'json']) {
    const masked = await ran('report', '--report', 'report.json', '--mask', '--format', format);
    expect([masked.status, masked.stdout.includes('you@example.org')]).toEqual([0, false]);
  }
  const page = await ran('report', '--report', 'report.json', '--format', 'html');
  expect(page.stdout).toContain("default-src 'none'");
  expect(page.stdout).not.toContain('<script');
  const refused = await ran('report', '--report', 'report.json', '--format', 'doc');
  expect(refused).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('--format: ') });
  expect(await ran('report')).toMatchObject({ status: 2, stderr: expect.stringContaining('--report') });
});

test('a PDF goes into a file or a pipe, and not onto a terminal', async () => {
  const asPdf = ['report', '--report', 'report.json', '--format', 'pdf'];
  const { ran } = await aHome();
  expect((await ran(...asPdf)).stdout).toMatch(/^%PDF-1\.7[\s\S]*%%EOF\s*$/);
  expect(await ran(...asPdf, '--force')).toMatchObject({ status: 2, stdout: '' });
  const fake = fakeShell({ isTerminal: true, files: { 'report.json': JSON.stringify(report) } });
  expect(await run(asPdf, fakeContext(fake.shell))).toBe(2);
  expect([fake.stdout(), fake.stderr()]).toEqual(['', expect.stringContaining('--out: ')]);
  expect(await run([...asPdf, '--out', 'report.pdf'], fakeContext(fake.shell))).toBe(0);
  expect(await run([...asPdf, '--out', 'report.pdf'], fakeContext(fake.shell))).toBe(2);
  expect(await run([...asPdf, '--out', 'report.pdf', '--force'], fakeContext(fake.shell))).toBe(0);
});

test('a letter is written to whoever can look into it', async () => {
  const { ran } = await aHome();
  const { status, stdout } = await ran('letter', 'internet-provider', '--report', 'report.json');
  expect([status, stdout]).toEqual([0, expect.stringMatching(/^Subject: Port 25 at mail\.example\.org/)]);
  expect(stdout).not.toContain('you@example.org');
  expect((await ran('letter', 'hoster', '--report', 'report.json', '--with-address')).stdout).toContain(
    'you@example.org',
  );
  expect(await ran('letter', 'hoster', '--report', 'clear.json')).toMatchObject({ status: 1, stdout: '' });
  expect(await ran('letter', 'neighbour', '--report', 'report.json')).toMatchObject({ status: 2 });
  expect(await ran('letter', '--report', 'report.json')).toMatchObject({ status: 2 });
});

test('a letter that repeats what a server said of the person says so, and --mask leaves it out', async () => {
  const { ran } = await aHome();
  const asked = ['letter', 'internet-provider', '--report', 'listed.json'];
  const open = await ran(...asked);
  expect(open.stdout).toContain('your address 203.0.113.77 is on the block list');
  expect(open.stderr).toMatch(
    /such as the IP address that a mail server saw\. The one it is for needs that .* --mask\.\n/,
  );
  const masked = await ran(...asked, '--mask');
  expect(masked).toMatchObject({ status: 0, stdout: expect.stringContaining('your address [ip] is on') });
  expect(masked.stdout + masked.stderr).not.toMatch(/203\.0\.113\.77|--mask/);
  expect((await ran('letter', 'hoster', '--report', 'report.json')).stderr).not.toContain('--mask');
  expect(await ran(...asked, '--mask', '--with-address')).toMatchObject({ status: 2 });
});

test('a letter that is to name an address says so where the report has none', async () => {
  const { ran } = await aHome();
  const asked = ['letter', 'administrator', '--with-address', '--report'];
  const masked = await ran(...asked, 'masked.json');
  expect(masked).toMatchObject({ status: 0, stdout: expect.stringContaining('\nDear support team') });
  expect(masked.stdout).not.toContain('The account is');
  expect(masked.stderr).toContain(
    'postway letter: The letter names no mail address: it was left out of this report',
  );
  const server = await ran(...asked, 'server.json');
  expect(server.stderr).toContain('is about a server or a domain and has none.\n');
  expect((await ran(...asked, 'report.json')).stderr).not.toContain('no mail address');
});

test('a masked report is read again by every command, and none accuses it or uses its words as a name', async () => {
  const { ran } = await aHome();
  for (const argv of [
    ['report', '--report', 'masked.json'],
    ['report', '--report', 'masked.json', '--language', 'de'],
    ['compare', 'masked.json', 'report.json'],
    ['compare', 'report.json', 'masked.json'],
  ]) {
    expect(await ran(...argv), argv.join(' ')).toMatchObject({ stderr: '' });
  }
  const text = await ran('export', 'text', '--report', 'masked.json');
  expect(text).toMatchObject({ status: 0, stderr: '' });
  expect(text.stdout).not.toMatch(/\[(?:address|user)]/);
});

test('whoever writes to a party that the verdict clears is told so, and to whom else; the letter is written', async () => {
  const { ran } = await aHome();
  const letter = { status: 0, stdout: expect.stringContaining('\nDear support team') };
  const expired = await ran('letter', 'internet-provider', '--report', 'expired.json');
  expect(expired).toMatchObject(letter);
  expect(expired.stderr).toMatch(/the cause does not lie with the party .*: .*mail\.example\.org/);
  expect(expired.stderr).toContain('postway letter: The letter to write is: postway letter mail-provider\n');
  expect(await ran('letter', 'mail-provider', '--report', 'expired.json')).toMatchObject({
    ...letter,
    stderr: '',
  });
  const clear = await ran('letter', 'hoster', '--report', 'report.json');
  expect(clear.stderr).toMatch(/^postway letter: By what the check found, .*\n$/);
});

test('a report tells what was tried after the check, judged from what the server answered', async () => {
  const { ran } = await aHome();
  const { status, stdout } = await ran('report', '--report', 'acts.json');
  expect(status).toBe(0);
  expect(stdout).toContain('What was tried after the check\n\n2026-11-28T10:00:00.000Z\nThe server refuses');
  expect((await ran('report', '--report', 'report.json')).stdout).not.toContain('after the check\n');
});
