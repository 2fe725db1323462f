import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Act } from '../../../../shared/model/act.ts';
import { builtCommandLine } from '../../../support/built.ts';
import { needs } from '../../../support/needs.ts';
import {
  type RealMailServer,
  type RealServerWish,
  startRealMailServer,
} from '../../../support/real-mail-server.ts';
import { authorities, serverName } from '../../../support/servers.ts';

const user = 'you@example.org';
const commandLine = builtCommandLine();
let server: RealMailServer | undefined;
afterEach(() => {
  server?.close();
  server = undefined;
});

type Sent = { readonly status: number | string; readonly act: Act; readonly stderr: string };

/** A server, and the built command line beside it, which trusts the server's authority. */
async function beside(wish: RealServerWish) {
  const started = await startRealMailServer(undefined, wish);
  server = started;
  const trusted = join(started.folder, 'authority.pem');
  writeFileSync(trusted, authorities.root);
  return (argv: readonly string[], input = '') =>
    started.run(process.execPath, [commandLine.path, ...argv], {
      input,
      environment: { NODE_EXTRA_CA_CERTS: trusted },
    });
}

const at = ['--server', `${serverName}:587/starttls`];
const sending = ['send-test', user, '--json', '--wait', '15', '--password-stdin', ...at];

/** `postway send-test` as a person types it, beside a real server. */
async function sent(wish: RealServerWish, argv: readonly string[] = [], password?: string): Promise<Sent> {
  const postway = await beside(wish);
  return sentBy(postway, argv, password);
}

async function sentBy(
  postway: Awaited<ReturnType<typeof beside>>,
  argv: readonly string[],
  password = server?.password ?? '',
): Promise<Sent> {
  const ran = await postway([...sending, ...argv], `${password}\n`);
  if (ran.stdout === '') throw new Error(`${ran.status} ${ran.stderr}`);
  const { acts } = JSON.parse(ran.stdout);
  return { status: ran.status, act: acts.at(-1), stderr: ran.stderr };
}

describe('a test message through a real Postfix and Dovecot', () => {
  needs('root', 'postconf', 'dovecot');

  test('arrives in the inbox, encrypted and logged in, with the headers of an honest message', async () => {
    const { status, act } = await sent({});
    expect(act).toMatchObject({
      outcome: 'ok',
      replyCode: 250,
      enhancedStatus: '2.0.0',
      incomingLogin: 'accepted',
      arrival: { outcome: 'inbox', folder: 'INBOX' },
      findings: [{ code: 'message-arrived' }, { code: 'login-accepted' }],
    });
    expect(status).toBe(0);
    const [message = ''] = server?.received() ?? [];
    expect(message).toContain('with ESMTPSA');
    expect(message).toMatch(/^From: you@example\.org$/m);
    expect(message).toMatch(/^To: you@example\.org$/m);
    expect(message).toMatch(/^Date: /m);
    expect(message).toContain(`Message-ID: ${act.messageId}`);
  });

  describe('whose mailbox has a Sieve filter', () => {
    needs('sieve');

    test.each([
      ['files it as junk', 'fileinto "Spamverdacht";', 'message-in-junk', 'Spamverdacht'],
      ['keeps it', 'keep;', 'message-arrived', 'INBOX'],
    ])('that %s, is found there', async (_name, action, code, folder) => {
      const sieve = `require ["fileinto"];\nif header :contains "message-id" "postway-test" { ${action} }\n`;
      const { act } = await sent({ sieve });
      expect(act).toMatchObject({ arrival: { folder }, findings: [{ code }, { code: 'login-accepted' }] });
    });
  });

  test.each([
    [
      'a wrong password',
      {},
      'not the password',
      { stage: 'auth', replyCode: 535, enhancedStatus: '5.7.8', incomingLogin: 'refused' },
      'login-rejected',
    ],
    [
      'a sender who does not own the address',
      {
        smtpd_sender_login_maps: 'static:somebody-else@example.org',
        smtpd_sender_restrictions: 'reject_sender_login_mismatch',
      },
      undefined,
      { stage: 'rcpt', replyCode: 553, enhancedStatus: '5.7.1' },
      'sender-rejected',
    ],
    [
      'a server that does not relay',
      { smtpd_recipient_restrictions: 'check_recipient_access static:{REJECT Relay access denied}' },
      undefined,
      { stage: 'rcpt', replyCode: 554, enhancedStatus: '5.7.1' },
      'relay-denied',
    ],
    [
      'greylisting',
      {
        smtpd_recipient_restrictions:
          'check_recipient_access static:{DEFER_IF_PERMIT 4.2.0 Greylisted, try again later}',
      },
      undefined,
      { stage: 'rcpt', replyCode: 450 },
      'message-refused',
    ],
    [
      'a size limit',
      { message_size_limit: '100', virtual_mailbox_limit: '0' },
      undefined,
      { stage: 'mail' },
      'message-refused',
    ],
  ] as const)('%s is told as that', async (_name, parameters, password, facts, code) => {
    const { act, status } = await sent({ parameters }, [], password);
    expect(act).toMatchObject({ outcome: 'rejected', ...facts });
    expect(act.findings[0]?.code).toBe(code);
    expect(status).toBe(1);
  });

  test('that cannot be delivered comes back, and the notice is read', async () => {
    const { act, status } = await sent({
      parameters: {
        smtpd_recipient_restrictions:
          'check_recipient_access static:{FILTER error:5.2.2 The mailbox is full}, permit',
      },
    });
    expect(act).toMatchObject({
      outcome: 'ok',
      arrival: { outcome: 'bounced', bounce: expect.stringContaining('mailbox is full') },
      findings: [{ code: 'message-bounced' }, { code: 'login-accepted' }],
    });
    expect(status).toBe(1);
  });

  test('whose user name has the wrong form is told so, and the other form is offered, not tried', async () => {
    const postway = await beside({ account: user });
    const short = await sentBy(postway, ['--user', 'you']);
    expect(short.act.findings.map(({ code }) => code)).toEqual(['login-rejected', 'login-name-form']);
    expect(short.act.userForm).toBe('name');
    expect((await sentBy(postway, ['--user', user])).act.findings[0]?.code).toBe('message-arrived');
  }, 60_000);

  test.each([
    ['certificate', 'certificate-changed', 'inconclusive'],
    ['starttls', 'no-encryption', 'starttls-stripped'],
  ] as const)('whose %s changed since the check sends no password', async (what, because, code) => {
    const postway = await beside({});
    const checked = await postway(['check', user, '--json', '--no-references', '--server', serverName]);
    const report = join(server?.folder ?? '', 'report.json');
    writeFileSync(report, checked.stdout);
    expect((await sentBy(postway, ['--report', report])).act.outcome).toBe('ok');
    await server?.change(what);
    const { act, status } = await sentBy(postway, ['--report', report]);
    expect(act).toMatchObject({ refusedBecause: because, findings: [{ code }] });
    expect(status).toBe(3);
  });

  test('is not sent where no login is offered', async () => {
    const postway = await beside({ parameters: { smtpd_sasl_auth_enable: 'no' } });
    const ran = await postway(sending, 'never sent\n');
    expect(ran).toMatchObject({ status: 3 });
    expect(server?.received()).toEqual([]);
  });

  test('leaves the password in no argument, no environment, no open file and no file that anybody wrote', async () => {
    const [marked, whose] = ['Zq7-nowhere-on-disk-8844', 'marked8844@example.org'];
    const postway = await beside({
      // Taken and then held back, so that the process waits for it.
      parameters: { smtpd_recipient_restrictions: 'check_recipient_access static:{HOLD}, permit' },
      password: marked,
    });
    const argv = ['send-test', whose, '--json', '--wait', '5', '--password-stdin', ...at];
    const ran = postway(argv, `${marked}\n`);
    const seen = await whileItRuns(ran, whose);
    const { stdout, stderr } = await ran;
    expect(JSON.parse(stdout).acts[0]).toMatchObject({ outcome: 'ok', arrival: { outcome: 'not-seen' } });
    // It was watched: its arguments and its environment are among what was seen, whatever files it had open.
    expect(seen.some((text) => text.startsWith(process.execPath) && text.includes(whose))).toBe(true);
    expect(seen.some((text) => text.includes('PATH='))).toBe(true);
    expect([...seen, stdout, stderr].filter((text) => text.includes(marked))).toEqual([]);
    const written = filesWith(server?.folder ?? '', marked);
    // The server's own list of passwords.
    expect(written.filter((path) => !path.endsWith('/dovecot.conf'))).toEqual([]);
  }, 60_000);
});

describe('a test message through a real Exim', () => {
  needs('root', 'apt-get', 'dovecot');

  test('arrives', async () => {
    const { act, status } = await sent({ exim: {} });
    expect(act).toMatchObject({
      outcome: 'ok',
      reply: expect.stringMatching(/^250 OK id=/),
      arrival: { outcome: 'inbox' },
      findings: [{ code: 'message-arrived' }, { code: 'login-accepted' }],
    });
    expect(status).toBe(0);
  });

  test.each([
    ['a wrong password', {}, [], 'not the password', { stage: 'auth', replyCode: 535 }, 'login-rejected'],
    [
      'a locked account',
      { login: '535 5.7.0 Account temporarily locked, too many failed logins' },
      [],
      undefined,
      { stage: 'auth', replyCode: 535 },
      'account-locked',
    ],
    [
      'a recipient elsewhere',
      {},
      ['--to', 'friend@elsewhere.test'],
      undefined,
      { stage: 'rcpt', replyCode: 550 },
      'relay-denied',
    ],
  ] as const)('%s is told as that', async (_name, exim, argv, password, facts, code) => {
    const { act, status } = await sent({ exim }, argv, password);
    expect(act).toMatchObject({ outcome: 'rejected', ...facts });
    expect(act.findings[0]?.code).toBe(code);
    expect(status).toBe(1);
  });
});

/** What is to be seen of the process with that word among its arguments, again and again until it ends: arguments, environment, open files. */
async function whileItRuns(ran: Promise<unknown>, word: string): Promise<string[]> {
  const seen = new Set<string>();
  let isOver = false;
  void ran.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      for (const text of ofProcess(pid, word)) seen.add(text);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return [...seen];
}

function ofProcess(pid: string, word: string): string[] {
  const read = (path: string) => {
    try {
      return readFileSync(path, 'latin1');
    } catch {
      return ''; // gone meanwhile
    }
  };
  const command = read(`/proc/${pid}/cmdline`);
  if (!command.includes(word)) return [];
  return [command, read(`/proc/${pid}/environ`), ...openFiles(pid).map(read)];
}

/** Ordinary files that a process has open. */
function openFiles(pid: string): string[] {
  try {
    const opened = readdirSync(`/proc/${pid}/fd`).map((fd) => `/proc/${pid}/fd/${fd}`);
    return opened.filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
  } catch {
    return []; // gone meanwhile
  }
}

/** Files below a folder that hold a text. */
function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter(
      (path) => statSync(path, { throwIfNoEntry: false })?.isFile() && readFileSync(path).includes(text),
    );
}
