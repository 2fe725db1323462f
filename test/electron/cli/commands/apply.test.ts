import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../../../electron/cli/run.ts';
import type { Workstation } from '../../../../electron/computer/workstation.ts';
import { type Report, renderReport } from '../../../../shared/model/report.ts';
import { aJudgedReport, anObservation, aServer, tlsFacts } from '../../../support/builders.ts';
import {
  aWorkstation,
  emptyHome,
  type Home,
  somePrefs,
  thunderbirdHome,
} from '../../../support/thunderbird-home.ts';
import { fakeContext, fakeShell } from '../fake-shell.ts';

let home: Home;
beforeEach(async () => {
  home = await thunderbirdHome();
});
afterEach(() => home.remove());

const usual = aJudgedReport();
const reportOf = (change: Partial<Report> = {}) =>
  renderReport(aJudgedReport({ input: { ...usual.input, address: 'you@example.org' }, ...change }));

async function ran(argv: string[], report = reportOf(), workstation: Workstation = home.workstation) {
  const fake = fakeShell({ files: { 'report.json': report } });
  const status = await run(
    ['apply', ...argv],
    fakeContext(fake.shell, { workstation: async () => workstation }),
  );
  return { status, stdout: fake.stdout(), stderr: fake.stderr() };
}
const applied = (...more: string[]) => ran(['thunderbird', '--report', 'report.json', ...more]);
const prefsNow = () => readFile(home.prefsFile, 'utf8');

test('makes the change for the address of the report, shows it, and takes it back', async () => {
  const { status, stdout, stderr } = await applied();
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('you@example.org (id1)');
  expect(stdout).toContain('Port: 25 -> 587 (mail.smtpserver.smtp1.port)');
  expect(stdout).toContain('Connection security: None -> STARTTLS (mail.smtpserver.smtp1.try_ssl)');
  expect(stdout).toContain(join(home.profile, 'prefs-before-postway-'));
  expect(await prefsNow()).toContain('user_pref("mail.smtpserver.smtp1.port", 587);');

  const undone = await ran(['thunderbird', '--undo']);
  expect(undone).toMatchObject({ status: 0, stderr: '' });
  expect(undone.stdout).toContain('byte for byte');
  expect(await prefsNow()).toBe(somePrefs);
});

test('a second time there is nothing to change, which is no failure', async () => {
  await applied();
  const again = await applied();
  expect(again).toMatchObject({ status: 0, stderr: '' });
  expect(again.stdout).toContain('already');
});

test('--dry-run shows the change and makes none, even beside an open Thunderbird', async () => {
  await symlink('127.0.1.1:+4711', join(home.profile, 'lock'));
  const workstation = aWorkstation(home.home, { isAlive: () => true });
  const { status, stdout } = await ran(
    ['thunderbird', '--report', 'report.json', '--dry-run'],
    reportOf(),
    workstation,
  );
  expect(status).toBe(0);
  expect(stdout).toContain('Port: 25 -> 587');
  expect(stdout).toContain('has to be closed');
  expect(await prefsNow()).toBe(somePrefs);
});

describe('on a terminal', () => {
  const argv = ['thunderbird', '--report', 'report.json'];
  const answered = async (typed: string | null, more: string[] = []) => {
    const fake = fakeShell({ files: { 'report.json': reportOf() }, isTerminal: true, typed: [typed] });
    const status = await run(
      ['apply', ...argv, ...more],
      fakeContext(fake.shell, { workstation: async () => home.workstation }),
    );
    return { status, stdout: fake.stdout(), stderr: fake.stderr() };
  };

  test.each(['n', '', 'yes please', null])(
    'the change is shown and asked about; %j leaves all as it is',
    async (typed) => {
      const { status, stdout, stderr } = await answered(typed);
      expect(status).toBe(typed === null ? 130 : 1);
      expect(stdout).toContain('Port: 25 -> 587');
      expect(stderr).toContain('Make this change?');
      expect(await prefsNow()).toBe(somePrefs);
    },
  );

  test.each(['y', ' Yes '])('%j makes it', async (typed) => {
    expect(await answered(typed)).toMatchObject({ status: 0 });
    expect(await prefsNow()).not.toBe(somePrefs);
  });

  test('--yes asks nothing', async () => {
    const { status, stderr } = await answered(null, ['--yes']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(await prefsNow()).not.toBe(somePrefs);
  });
});

describe('settings whose certificate is in doubt, so that Thunderbird would refuse to connect', () => {
  const tls = tlsFacts({ trusted: false, problem: 'name-mismatch', problems: ['name-mismatch'] });
  const doubtful = reportOf({ observations: [anObservation({ tls })] });
  const argv = ['thunderbird', '--report', 'report.json'];

  test('are not written without a word that they are wanted all the same', async () => {
    const { status, stderr } = await ran(argv, doubtful);
    expect(status).toBe(1);
    expect(stderr).toContain('certificate');
    expect(stderr).toContain('refuse');
    expect(stderr).toContain('--yes');
    expect(await prefsNow()).toBe(somePrefs);
    expect(await ran([...argv, '--yes'], doubtful)).toMatchObject({ status: 0, stderr: '' });
    expect(await prefsNow()).not.toBe(somePrefs);
  });

  test('are shown with the reason, beforehand and on a terminal', async () => {
    expect((await ran([...argv, '--dry-run'], doubtful)).stdout).toMatch(/certificate[\s\S]*refuse/);
    const fake = fakeShell({ files: { 'report.json': doubtful }, isTerminal: true, typed: ['n'] });
    const context = fakeContext(fake.shell, { workstation: async () => home.workstation });
    expect(await run(['apply', ...argv], context)).toBe(1);
    expect(fake.stdout()).toMatch(/certificate[\s\S]*refuse/);
    expect(await prefsNow()).toBe(somePrefs);
  });
});

test('a server that no observation of the file names is not written, whatever the file recommends', async () => {
  const outgoing = aServer({ host: 'mail.attacker.test' });
  const recommendation = { outgoing, incoming: null, why: 'It is better.', alternatives: [], change: null };
  const spoofed = renderReport({ ...aJudgedReport(), recommendation });
  const { stdout, stderr } = await ran(['thunderbird', '--report', 'report.json'], spoofed);
  expect(stderr).toContain('mail.attacker.test:587/starttls');
  expect(stderr).toContain('concluded anew');
  expect(stdout).not.toContain('attacker');
  expect(await prefsNow()).not.toContain('attacker');
  const unseen = renderReport({ ...aJudgedReport({ observations: [] }), recommendation });
  const refused = await ran(['thunderbird', '--report', 'report.json'], unseen);
  expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining('holds no settings') });
});

test('reads the report from standard input', async () => {
  const fake = fakeShell({ stdin: reportOf() });
  const context = fakeContext(fake.shell, { workstation: async () => home.workstation });
  expect(await run(['apply', 'thunderbird', '-'], context)).toBe(0);
  expect(await prefsNow()).not.toBe(somePrefs);
});

test('--profile names a folder that no list has', async () => {
  const elsewhere = await emptyHome();
  await elsewhere.write('prefs.js', somePrefs);
  const workstation = aWorkstation('/nowhere');
  const argv = ['thunderbird', '--report', 'report.json', '--profile', elsewhere.home];
  expect(await ran(argv, reportOf(), workstation)).toMatchObject({ status: 0, stderr: '' });
  expect(await readFile(join(elsewhere.home, 'prefs.js'), 'utf8')).toContain('port", 587)');
  const undone = await ran(['thunderbird', '--undo', '--profile', elsewhere.home], reportOf(), workstation);
  expect(undone).toMatchObject({ status: 0, stderr: '' });
  await elsewhere.remove();
});

describe('refused with 1, and nothing changed', () => {
  afterEach(async () => expect(await prefsNow()).toBe(somePrefs));

  test('a practice report, saying so', async () => {
    const { status, stdout, stderr } = await ran(
      ['thunderbird', '--report', 'report.json'],
      reportOf({ practice: true }),
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('practice');
  });

  test('an open Thunderbird', async () => {
    await symlink('127.0.1.1:+4711', join(home.profile, 'lock'));
    const workstation = aWorkstation(home.home, { isAlive: () => true });
    const { status, stderr } = await ran(['thunderbird', '--report', 'report.json'], reportOf(), workstation);
    expect(status).toBe(1);
    expect(stderr).toContain('close it and try again');
  });

  test('an address that Thunderbird does not have, with those that it has', async () => {
    const input = { ...usual.input, address: 'stranger@example.org' };
    const { status, stderr } = await ran(['thunderbird', '--report', 'report.json'], reportOf({ input }));
    expect(status).toBe(1);
    expect(stderr).toContain('no account stranger@example.org');
    expect(stderr).toContain('you@example.org (id1)');
  });

  test('a report about a server alone, unless the account is named', async () => {
    const report = reportOf({ input: { server: 'mail.example.org' } });
    const { status, stderr } = await ran(['thunderbird', '--report', 'report.json'], report);
    expect(status).toBe(1);
    expect(stderr).toContain('--account');
    const named = ['thunderbird', '--report', 'report.json', '--account', 'id1', '--dry-run'];
    expect(await ran(named, report)).toMatchObject({ status: 0 });
  });

  test('a report without settings, and a computer without Thunderbird', async () => {
    const none = await ran(['thunderbird', '--report', 'report.json'], reportOf({ observations: [] }));
    expect(none.status).toBe(1);
    const { status, stderr } = await ran(
      ['thunderbird', '--report', 'report.json'],
      reportOf(),
      aWorkstation('/nowhere'),
    );
    expect(status).toBe(1);
    expect(stderr).toContain('/nowhere/.thunderbird/profiles.ini');
  });

  test('an undo without a change, and of a folder that is no profile', async () => {
    expect(await ran(['thunderbird', '--undo'])).toMatchObject({ status: 1, stdout: '' });
    expect(await ran(['thunderbird', '--undo', '--profile', home.home])).toMatchObject({
      status: 1,
      stdout: '',
    });
  });
});

test('two accounts with the address: both are named, and --account chooses', async () => {
  const two = somePrefs
    .replace('account1.identities", "id1"', 'account1.identities", "id1,id2"')
    .replace('smtpservers", "smtp1"', 'smtpservers", "smtp1,smtp2"')
    .concat(
      'user_pref("mail.identity.id2.useremail", "You@example.org");\n',
      'user_pref("mail.identity.id2.smtpServer", "smtp2");\n',
      'user_pref("mail.smtpserver.smtp2.hostname", "mail.example.org");\n',
    );
  await writeFile(home.prefsFile, two);
  const { status, stderr } = await applied();
  expect(status).toBe(1);
  expect(stderr).toMatch(/--account[\s\S]*\(id1\)[\s\S]*\(id2\)/);
  expect(await prefsNow()).toBe(two);
  expect(await applied('--account', 'id2')).toMatchObject({ status: 0, stderr: '' });
  expect(await prefsNow()).toContain('user_pref("mail.smtpserver.smtp2.try_ssl", 2);');
  expect(await prefsNow()).toContain('user_pref("mail.smtpserver.smtp1.port", 25);');
});

test('two profiles with something to undo are named', async () => {
  await home.write(
    '.thunderbird/profiles.ini',
    '[Install1]\nDefault=Profiles/abcd1234.default-esr\n[Install2]\nDefault=Profiles/two\n',
  );
  await home.write('.thunderbird/Profiles/two/prefs.js', somePrefs);
  const second = join(home.home, '.thunderbird/Profiles/two');
  for (const folder of [home.profile, second]) await applied('--profile', folder);
  const { status, stderr } = await ran(['thunderbird', '--undo']);
  expect(status).toBe(1);
  expect(stderr).toContain(second);
  expect(await ran(['thunderbird', '--undo', '--profile', second])).toMatchObject({ status: 0 });
  expect(await ran(['thunderbird', '--undo'])).toMatchObject({ status: 0 });
});

test('a hostile profile cannot act on the terminal', async () => {
  const hostile = somePrefs.replace(
    'smtp1.username", "you@example.org"',
    'smtp1.username", "\\u001b]8;;x\\u0007"',
  );
  await writeFile(home.prefsFile, hostile.replace('smtp1.hostname", "mail', 'smtp1.hostname", "old'));
  const { stdout, stderr } = await applied();
  expect(stdout).toContain('Server Name: old.example.org -> mail.example.org');
  expect(`${stdout}${stderr}`).not.toMatch(/[^\P{Cc}\n]/u);
});

describe('wrong use', () => {
  test.each([
    [[], 'program', 'only'],
    [['outlook'], 'program', 'only'],
    [['thunderbird'], '--report', 'postway check'],
    [['thunderbird', '--report', 'none.json'], '--report', 'there is no file'],
    [['thunderbird', '--report', 'report.json', '--profile'], '--profile', '<folder>'],
  ])('%j names the argument', async (argv, argument, message) => {
    const { status, stdout, stderr } = await ran(argv);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`postway apply: ${argument}: `);
    expect(stderr.toLowerCase()).toContain(message);
  });
});

describe('a report that knows no encryption, for a Thunderbird that encrypts', () => {
  const secured = somePrefs
    .replace('smtp1.try_ssl", 0)', 'smtp1.try_ssl", 3)')
    .replace('port", 25)', 'port", 465)');
  const { tls: _tls, ...plain } = anObservation({ security: 'none' });
  const report = reportOf({ observations: [plain] });
  const argv = ['thunderbird', '--report', 'report.json'];
  beforeEach(() => writeFile(home.prefsFile, secured));

  test('is refused, with the danger and the word that is needed', async () => {
    const { status, stdout, stderr } = await ran(argv, report);
    expect(status).toBe(1);
    expect(stderr).toContain('read your password');
    expect(stderr).toContain('--allow-plain');
    expect(stdout).not.toContain('Changed');
    expect(await prefsNow()).toBe(secured);
  });

  test('shows the danger beforehand, and changes with that word', async () => {
    const tried = await ran([...argv, '--dry-run'], report);
    expect(tried).toMatchObject({ status: 0, stdout: expect.stringContaining('read your password') });
    expect(await prefsNow()).toBe(secured);
    expect(await ran([...argv, '--allow-plain'], report)).toMatchObject({ status: 0, stderr: '' });
    expect(await prefsNow()).toContain('try_ssl", 0)');
  });
});

test('a file that claims something else than it measured changes nothing unasked', async () => {
  const saved: Report = JSON.parse(reportOf());
  const altered = { ...saved, recommendation: { ...saved.recommendation, why: 'Hurry, and ask nobody.' } };
  const first = await ran(['thunderbird', '--report', 'report.json'], JSON.stringify(altered));
  expect(first.status).toBe(1);
  expect(first.stdout).toContain('Port: 25 -> 587');
  expect(first.stderr).toMatch(/concluded anew[\s\S]*add --yes/);
  expect(await prefsNow()).toBe(somePrefs);

  const agreed = await ran(['thunderbird', '--report', 'report.json', '--yes'], JSON.stringify(altered));
  expect(agreed.status).toBe(0);
  expect(await prefsNow()).toContain('user_pref("mail.smtpserver.smtp1.port", 587);');
});
