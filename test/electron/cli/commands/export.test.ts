import { describe, expect, test } from 'vitest';
import { run } from '../../../../electron/cli/run.ts';
import { clients } from '../../../../shared/clients/index.ts';
import { nameWords } from '../../../../shared/clients/words.ts';
import { renderReport } from '../../../../shared/model/report.ts';
import { speak } from '../../../../shared/text/speak.ts';
import { aJudgedReport, anObservation } from '../../../support/builders.ts';
import { fakeContext, fakeShell } from '../fake-shell.ts';

const saved = renderReport(aJudgedReport());

/** Receiving was checked as well. */
const account = aJudgedReport({
  observations: [
    anObservation({ id: 'o1' }),
    anObservation({
      id: 'o2',
      role: 'incoming',
      protocol: 'imap',
      host: 'imap.example.org',
      port: 993,
      security: 'tls',
    }),
  ],
});

async function ran(argv: string[], wanted: Parameters<typeof fakeShell>[0] = {}) {
  const fake = fakeShell({ files: { 'report.json': saved }, ...wanted });
  const status = await run(['export', ...argv], fakeContext(fake.shell));
  return { status, stdout: fake.stdout(), stderr: fake.stderr(), files: fake.files };
}

test('--list has one line for each client: id, name, kind, and what it was checked against when', async () => {
  const { status, stdout } = await ran(['--list']);
  expect(status).toBe(0);
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(clients.length);
  for (const [index, { id, name, kind, source }] of clients.entries()) {
    expect(lines[index]?.split(/ {2,}/)).toEqual([
      id,
      nameWords(name),
      kind,
      `${source.name}, ${source.checked}`,
    ]);
    expect(source.name).not.toBe('');
    expect(source.checked).toMatch(/^20\d\d-(0[1-9]|1[0-2])(-\d\d)?$/);
  }
});

test('--list says in another language than English when each was checked, and at which address', async () => {
  const { stdout } = await ran(['--list', '--language', 'de']);
  await speak('en');
  for (const [index, line] of stdout.trimEnd().split('\n').entries()) {
    const { checked, name, url } = clients[index]?.source ?? {};
    expect(line.split(/ {2,}/).at(-1)).toBe(`${checked}, ${url ?? name}`);
  }
});

test.each(clients.filter(({ kind }) => kind !== 'code').map(({ id }) => id))(
  '%s comes from a saved report of a whole account',
  async (id) => {
    const { status, stderr, files } = await ran([id, '-', '--out', 'out'], { stdin: renderReport(account) });
    expect(status).toBe(0);
    expect(stderr).toMatch(/^Written: out\n/);
    expect(files.get('out')).toContain('mail.example.org');
    expect(files.get('out')).toContain('587');
  },
);

test('says what to do with a file that some program loads', async () => {
  const argv = ['thunderbird-zip', '-', '--out', 'a.zip'];
  const { stderr, files } = await ran(argv, { stdin: renderReport(account) });
  expect(stderr).toContain('Import Backed-up Profile');
  expect(files.get('a.zip')?.slice(0, 4)).toBe('PK\u0003\u0004');
});

test('says on standard error what the file has no place for, also where the file goes to standard output', async () => {
  const input = { stdin: renderReport(account) };
  const profile = await ran(['outlook-prf', '-'], input);
  expect(profile.stdout).toContain('[General]');
  expect(profile.stdout).not.toMatch(/double click/);
  expect(profile.stderr.replace(/\s+/g, ' ')).toMatch(/double.click/);
  const practised = { stdin: renderReport({ ...account, practice: true }) };
  const json = await ran(['json', '-'], practised);
  expect(JSON.parse(json.stdout)).toMatchObject({ warnings: [expect.stringContaining('PRACTICE')] });
});

test.each<[string, string[], Parameters<typeof fakeShell>[0]]>([
  ['a file', ['text', '--report', 'report.json'], {}],
  ['standard input, said by a dash', ['text', '-'], { stdin: saved }],
  ['standard input, said by --report -', ['text', '--report', '-'], { stdin: saved }],
  ['a pipe, without a word', ['text'], { stdin: saved }],
])('reads the report from %s', async (_name, argv, wanted) => {
  const { status, stdout, stderr } = await ran(argv, wanted);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/Server: +mail\.example\.org\n/);
});

describe('--out', () => {
  test('writes a new file and says so', async () => {
    const { status, stdout, stderr, files } = await ran([
      'outlook',
      '--report',
      'report.json',
      '--out',
      'steps.txt',
    ]);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: 'Written: steps.txt\n' });
    expect(files.get('steps.txt')).toContain('More Settings ...');
  });

  test('leaves an existing file as it is, unless --force says otherwise', async () => {
    const existing = { files: { 'report.json': saved, 'steps.txt': 'mine' } };
    const argv = ['outlook', '--report', 'report.json', '--out', 'steps.txt'];
    const refused = await ran(argv, existing);
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr).toContain('--out: "steps.txt" exists already');
    expect(refused.files.get('steps.txt')).toBe('mine');
    expect((await ran([...argv, '--force'], existing)).files.get('steps.txt')).toContain('Outlook');
  });
});

test.each([
  ['Outlook', 'outlook'],
  ['OUTLOOK', 'outlook'],
  ['Apple Mail iPhone', 'apple-mail-iphone'],
  ['iphone', 'apple-mail-iphone'],
  ['Brother', 'brother-scanner'],
  ['.NET', 'dotnet'],
])('%s is %s', async (typed, id) => {
  const input = { stdin: saved };
  const { status, stdout } = await ran([typed, '-'], input);
  expect(status).toBe(0);
  expect(stdout).toBe((await ran([id, '-'], input)).stdout);
});

test('names of programs, versions and ways are taken in any case', async () => {
  const page = ['html', '-', '--program', 'Outlook', '--version', '2019', '--way', 'SHORT'];
  expect(await ran(page, { stdin: saved })).toMatchObject({ status: 0 });
  const asked = await ran(['postfix', '-', '--for', 'Server'], { stdin: saved });
  expect(asked).toMatchObject({ status: 0, stdout: expect.stringContaining('relayhost') });
});

test('a report without settings is no wrong use: it ends with 1', async () => {
  const report = renderReport(aJudgedReport({ observations: [] }));
  const { status, stdout, stderr } = await ran(['text', '-'], { stdin: report });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('holds no settings to hand over');
});

test('a value that no program could take is refused by name, harmless on the terminal', async () => {
  const discovery = account.discovery.map((entry) => ({
    ...entry,
    servers: entry.servers.map((one) => ({ ...one, username: 'you\u001b]8;;x\u0007\nport 25' })),
  }));
  const report = renderReport(aJudgedReport({ discovery }));
  const { status, stdout, stderr } = await ran(['text', '-'], { stdin: report });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('The user name for sending');
  expect(stderr).not.toContain('\u001b');
});

describe('wrong use', () => {
  test.each<[string[], Parameters<typeof fakeShell>[0], string, string]>([
    [[], {}, 'client', 'one of text, outlook'],
    [['-'], { stdin: saved }, 'client', 'one of text, outlook'],
    [['outlok', '-'], { stdin: saved }, 'client', 'Did you mean outlook?'],
    [['pegasus', '-'], { stdin: saved }, 'client', 'it knows text, outlook'],
    [['gmail', '-'], { stdin: saved }, 'client', 'Did you mean gmail-app or gmail-send-as?'],
    [['html', '-', '--program', 'gmail'], { stdin: saved }, '--program', 'Did you mean gmail-app or'],
    [['html', '-', '--program', 'msmtp'], { stdin: saved }, '--program', 'it knows outlook, new-outlook'],
    [['outlook', '-', '--for', 'device'], { stdin: saved }, '--for', 'postway export --list --for device'],
    [['outlook', '--list'], {}, '--list', 'does not go together with outlook'],
    [['--list', '--out', 'list.txt'], {}, '--list', 'does not go together with --out'],
    [['--list', '--report', 'report.json'], {}, '--list', 'does not go together with --report'],
    [['--list', '--program-language', 'de'], {}, '--list', 'does not go together with --program-language'],
    [['text'], {}, '--report', 'postway check you@example.org --json > report.json'],
    [['text', 'report.json'], {}, '"report.json"', '--report <file>'],
    [['text', '-', '--report', 'report.json'], { stdin: saved }, '--report', 'does not go together with -'],
    [['text', '--report', 'missing.json'], {}, '--report', 'there is no file'],
    [['text', '-'], { stdin: 'not json' }, '--report', '--report: It is another kind of file (not JSON)'],
    [['text', '-'], { stdin: '{"schema":"postway-report/9"}' }, '--report', 'postway-report/1'],
    [['text', '-'], { stdin: '{"schema":"postway-report/1"}' }, '--report', 'tool'],
    [['thunderbird-zip', '-'], { stdin: saved }, '--out', 'no text'],
    [['text', '-', '--force'], { stdin: saved }, '--force', '--out'],
  ])('%j names the argument', async (argv, wanted, argument, message) => {
    const { status, stdout, stderr } = await ran(argv, wanted);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`postway export: ${argument}: `);
    expect(stderr).toContain(message);
  });
});

describe('steps for one copy of a program', () => {
  const argv = ['outlook', '--report', 'report.json'];

  test('speak its language and know its version', async () => {
    const { status, stdout } = await ran([...argv, '--language', 'ja', '--version', '2016']);
    expect(status).toBe(0);
    expect(stdout).toContain('送信サーバー (SMTP)(O): 587');
    expect(stdout).toContain('使用する暗号化接続の種類(C): TLS');
  });

  test('are in the language asked for where the words of the program itself are not known in it', async () => {
    const { status, stdout } = await ran([
      'apple-mail-iphone',
      '--report',
      'report.json',
      '--language',
      'es',
    ]);
    expect(status).toBe(0);
    expect(stdout).toContain('Abra los ajustes de envío');
    expect(stdout).toContain('Host Name: mail.example.org');
  });

  test('say where English stands in for words that are not known', async () => {
    const { stdout } = await ran([...argv, '--program-language', 'pl']);
    const said = stdout.replace(/\s+/g, ' ');
    expect(said).toContain('We do not know all words of these windows in Polish.');
    // No window is drawn here: the labels that are known stand where they are needed, without a glossary.
    expect(said).toContain('1) [x] Mój serwer wychodzący (SMTP) wymaga uwierzytelniania: tick it');
    expect(said).not.toContain('In Polish:');
    expect(said).toContain('press "Zmień"');
  });

  test.each([['brother-scanner'], ['html', '--program', 'brother-scanner']])(
    'are told in a language of ours, whatever the program itself speaks: %j',
    async (...program) => {
      const { status, stdout } = await ran([...program, '--report', 'report.json', '--language', 'de']);
      expect(status).toBe(0);
      expect(stdout).toContain('Öffnen Sie die Einstellungen zum Senden');
      expect(stdout).toContain('Network › Protocol › SMTP');
      const own = await ran([...program, '--report', 'report.json', '--program-language', 'de']);
      expect(own.status).toBe(0);
      expect(own.stdout.replace(/\s+/g, ' ')).toContain(
        'Your Brother printer or scanner speaks a language whose words we do not know.',
      );
    },
  );

  test('go to standard output where that is named as the file', async () => {
    const { status, stdout } = await ran([...argv, '--out', '-']);
    expect([status, stdout]).toEqual([0, expect.stringContaining('Outgoing server (SMTP): 587')]);
  });

  test.each([['--program-language'], ['--language']])(
    'come in English, and say so, where nothing is known of the language: %s nl',
    async (option) => {
      const { status, stdout } = await ran([...argv, option, 'nl']);
      expect([status, stdout]).toEqual([0, expect.stringContaining('Outgoing server (SMTP): 587')]);
      expect(stdout.replace(/\s+/g, ' ')).toContain(
        'Your Outlook speaks a language whose words we do not know',
      );
    },
  );

  test('take the short way when asked', async () => {
    const { stdout } = await ran([...argv, '--way', 'short']);
    expect(stdout).toContain('Encryption method: STARTTLS');
    expect(stdout).not.toContain('More Settings');
  });

  test.each([
    [['--language', 'xx'], '--language', 'It speaks: en, de, fr, es, pt-BR, ja'],
    [['--program-language', 'dutch'], '--program-language', 'ja (日本語)'],
    [['--version', '97'], '--version', '2016 (Outlook 2016)'],
    [['--way', 'scenic'], '--way', 'short (The short way, one window)'],
    [['--version', '2010', '--way', 'short'], '--way', 'no choice of this kind'],
  ])('%j names what there is', async (options, argument, known) => {
    const { status, stdout, stderr } = await ran([...argv, ...options]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`postway export: ${argument}: `);
    expect(stderr.replace(/\s+/g, ' ')).toContain(known);
  });

  test('are for programs that are set by hand', async () => {
    const { status, stderr } = await ran(['msmtp', '--report', 'report.json', '--program-language', 'ja']);
    expect(status).toBe(2);
    expect(stderr).toContain(
      '--program-language: is for programs that are set by hand; msmtp is written as a file',
    );
  });
});

const whole = renderReport(account);
const terminal = { files: { 'report.json': whole }, isTerminal: true, columns: 120, rows: 60 };

describe('a code to scan', () => {
  const argv = ['thunderbird-android-qr', '--report', 'report.json'];

  test('is drawn on a terminal, with what to do with it', async () => {
    const { status, stdout, stderr } = await ran(argv, terminal);
    expect(status).toBe(0);
    expect(
      stdout
        .replaceAll(/[ ▀▄█]+/g, 'CODE')
        .split('\u001b[38;5;16;48;5;231mCODE\u001b[0m\n')
        .join(''),
    ).toBe('');
    expect(stderr).toContain('Scan QR code');
  });

  test('is a picture in a pipe, and on a terminal that is too small says what to do', async () => {
    expect((await ran(argv, { files: terminal.files })).stdout).toMatch(/^<svg /);
    const small = await ran(argv, { ...terminal, columns: 40 });
    expect(small).toMatchObject({ status: 2, stdout: '' });
    expect(small.stderr).toMatch(/too small.*--out <file>/);
  });
});

describe('a code with the password', () => {
  const argv = ['delta-chat', '--report', 'report.json'];

  test('is made from a password that is typed, shown on the other screen, and taken off it with Enter', async () => {
    const { status, stdout, stderr } = await ran(argv, { ...terminal, typed: ['s3cret', ''] });
    expect(status).toBe(0);
    expect(stdout.startsWith('\u001b[?1049h')).toBe(true);
    expect(stdout.endsWith('\u001b[2J\u001b[?1049l')).toBe(true);
    expect(stdout).toMatch(/[▀▄█]{3}/);
    expect(stdout + stderr).not.toContain('s3cret');
    expect(stderr).toContain('Whoever sees the code');
  });

  test('says what no terminal would mend before it asks for one', async () => {
    const sending = await ran(argv, { files: { 'report.json': saved } });
    expect(sending).toMatchObject({ status: 1, stdout: '' });
    expect(sending.stderr).toContain('server for receiving');
    const missing = await ran(['delta-chat', '--report', 'nowhere.json'], {});
    expect(missing).toMatchObject({ status: 2, stdout: '' });
    expect(missing.stderr).toContain('there is no file');
  });

  test('Ctrl-C at the password ends it, an empty one is refused', async () => {
    expect(await ran(argv, { ...terminal, typed: [null] })).toMatchObject({ status: 130, stdout: '' });
    const empty = await ran(argv, { ...terminal, typed: [''] });
    expect(empty).toMatchObject({ status: 1, stdout: '' });
    expect(empty.stderr).toContain('password is missing');
  });

  test('leaves nothing behind on a terminal that is too small', async () => {
    const { status, stdout } = await ran(argv, { ...terminal, rows: 10, typed: ['s3cret'] });
    expect(status).toBe(2);
    expect(stdout).not.toMatch(/[▀▄█]/);
    expect(stdout.endsWith('\u001b[?1049l')).toBe(true);
  });

  test.each<[string, string[], Parameters<typeof fakeShell>[0], string]>([
    ['a pipe', argv, { ...terminal, isTerminal: false }, 'only shown on a terminal'],
    ['a file', [...argv, '--out', 'code.svg'], terminal, 'leave --out away'],
    ['a report from standard input', ['delta-chat', '-'], { ...terminal, stdin: whole }, '--report <file>'],
  ])('is never written to %s', async (_name, words, wanted, message) => {
    const { status, stdout, stderr, files } = await ran(words, { ...wanted, typed: ['s3cret', ''] });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect([...files.keys()]).toEqual(['report.json']);
  });
});

test('--for lists what suits whoever asks, and writes the usual one for them', async () => {
  const listed = (await ran(['--list', '--for', 'device'])).stdout;
  expect(listed).toMatch(/^brother-scanner /m);
  expect(listed).not.toMatch(/^(outlook|postfix) /m);
  const { status, stdout } = await ran(['--for', 'device', '--report', 'report.json']);
  expect(status).toBe(0);
  expect(stdout).toContain('Scanner, printer, camera, NAS');
  expect((await ran(['--for', 'server', '--report', 'report.json'])).stdout).toContain(
    'relayhost = [mail.example.org]:587',
  );
  expect((await ran(['--for', 'nobody'])).status).toBe(2);
});

test('a language that only the mail program speaks is said to be its own, and one that nobody speaks names ours', async () => {
  const polish = await ran(['outlook', '--report', 'report.json', '--language', 'pl']);
  expect(polish.status).toBe(0);
  expect(polish.stderr).toContain('Postway does not speak "pl": it answers in en, de');
  const own = await ran(['outlook', '--report', 'report.json', '--program-language', 'pl']);
  expect(own.stderr).toBe('');
  const none = await ran(['outlook', '--report', 'report.json', '--language', 'xx']);
  expect(none.status).toBe(2);
  expect(none.stderr).toContain('Postway does not speak "xx". It speaks: en, de');
  expect(none.stderr).not.toContain('Polski');
});

test('a report without settings says what is to be done now', async () => {
  const report = aJudgedReport({ observations: [] });
  const { status, stderr } = await ran(['outlook', '--report', 'report.json'], {
    files: { 'report.json': renderReport(report) },
  });
  expect(status).toBe(1);
  expect(stderr).toMatch(/found none that work\. .*What to do: \w/s);
});
