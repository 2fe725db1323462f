import { X509Certificate } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { limits } from '../../../../electron/engine/limits.ts';
import { openMailbox } from '../../../../electron/engine/send/mailbox.ts';
import { Secret } from '../../../../electron/engine/send/secret.ts';
import type { Clock } from '../../../../electron/engine/system.ts';
import { type ImapAnswer, imapCertificate, imapServer, mailbox } from '../../../support/imap-server.ts';
import { loopbackSystem } from '../../../support/loopback-system.ts';
import { serverName } from '../../../support/servers.ts';

const messageId = '<postway-test.1@example.org>';
const header = `Message-ID: ${messageId}\r\nAuthentication-Results: mx.example.org; spf=fail\r\n\r\n`;
const never = new AbortController().signal;

let server: Awaited<ReturnType<typeof imapServer>> | undefined;
async function closed(): Promise<void> {
  await server?.close();
  server = undefined;
}
afterEach(closed);

/** A clock on which waiting for the next look takes no time, and every other wait a hundredth. */
function leaping(clock: Clock): Clock {
  let leaptMs = 0;
  return {
    ...clock,
    now: () => clock.now() + leaptMs,
    sleep: async (ms, signal) => {
      if (ms > limits.lookIntoMailboxMs) return clock.sleep(ms, signal); // of a connection that is made
      const took = ms > limits.recheckMs ? 0 : ms / 100;
      await clock.sleep(took, signal);
      if (!signal.aborted) leaptMs += ms - took;
    },
  };
}

type Wish = {
  readonly secret?: string;
  readonly user?: string;
  readonly signal?: AbortSignal;
  readonly leaps?: boolean;
};

async function opening(
  answer: ImapAnswer,
  { secret = 'pass word', user = 'you', signal = never, leaps = false }: Wish = {},
) {
  server ??= await imapServer(answer);
  const system = loopbackSystem(new Map([[993, server]]));
  const pinned = {
    endpoint: { protocol: 'imap', host: serverName, port: 993, security: 'tls' },
    ipAddress: '127.0.0.1',
    family: 4,
    fingerprint256: new X509Certificate(imapCertificate.chain).fingerprint256,
    isTrusted: true,
  } as const;
  const clock = leaps ? leaping(system.clock) : system.clock;
  return openMailbox(pinned, { user, secret: new Secret(secret) }, null, { ...system, clock }, signal);
}

/** Opens the mailbox and watches for the message. */
async function watching(
  answer: ImapAnswer,
  { waitMs = 0, ...wish }: Wish & { readonly waitMs?: number } = {},
) {
  const opened = await opening(answer, wish);
  if (!opened.ok) return opened;
  const arrival = await opened.mailbox.watchFor(messageId, waitMs, wish.signal ?? never);
  opened.mailbox.close();
  return arrival;
}

describe('a mailbox', () => {
  test('is looked into without changing anything in it', async () => {
    expect(await watching(mailbox({ header }))).toMatchObject({
      outcome: 'inbox',
      folder: 'INBOX',
      authenticationResults: 'mx.example.org; spf=fail',
    });
    expect(server?.heard.join('\n')).not.toMatch(/SELECT|STORE|EXPUNGE|BODY\[/);
  });

  test('is watched for an hour, and every other message is looked at once', async () => {
    const others = mailbox({ header: 'Message-ID: <other@example.org>\r\n\r\n', uids: '7 8 9' });
    const arrival = await watching(others, { waitMs: 3_600_000, leaps: true });
    expect(arrival).toEqual({ outcome: 'not-seen' });
    const commands = server?.heard.filter((line) => /UID (?:FETCH|SEARCH)/.test(line)) ?? [];
    expect(commands.filter((line) => line.includes('SEARCH')).length).toBeGreaterThan(3_000);
    expect(commands.filter((line) => line.includes('FETCH'))).toHaveLength(6);
  }, 60_000);

  test('may have thousands of folders', async () => {
    const many = Array.from(
      { length: 3_000 },
      (_, at) => `* LIST () "/" "Customers/${at} and some more words"\r\n`,
    );
    const honest = mailbox({ header });
    const arrival = await watching((command, tag, socket) =>
      command.startsWith('LIST') ? `${many.join('')}${tag} OK done\r\n` : honest(command, tag, socket),
    );
    expect(arrival).toMatchObject({ outcome: 'inbox' });
  });

  test('shows a bounce whose page is one long line', async () => {
    const back = 'From: MAILER-DAEMON@example.org\r\nContent-Type: text/plain\r\n\r\n';
    const body = `${back}This message was created automatically by mail delivery software.\r\nThe following address(es) failed:\r\n  ben@example.net\r\n    550 No such user here\r\n${messageId}\r\n${'<td>'.repeat(2_500)}`;
    expect(await watching(mailbox({ header: back, body }))).toMatchObject({ outcome: 'bounced' });
  });

  const notice = (action: string, status: string, said: string) => {
    const head =
      'From: MAILER-DAEMON@example.org\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n';
    const fields = `Reporting-MTA: dns; mail.example.org\r\n\r\nFinal-Recipient: rfc822; ben@example.net\r\nAction: ${action}\r\nStatus: ${status}\r\nDiagnostic-Code: smtp; ${said}\r\n`;
    const body = `${head}--b\r\nContent-Type: message/delivery-status\r\n\r\n${fields}\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: ${messageId}\r\n\r\n--b--\r\n`;
    return mailbox({ header: head, body });
  };

  test('shows a bounce only where delivery failed; a delay goes on being watched, and a success is no bounce', async () => {
    expect(await watching(notice('failed', '5.1.1', '550 5.1.1 User unknown'))).toMatchObject({
      outcome: 'bounced',
      bounce: expect.stringContaining('User unknown'),
    });
    await closed();
    expect(
      await watching(notice('delayed', '4.2.2', '452 4.2.2 Mailbox full'), { waitMs: 30_000, leaps: true }),
    ).toEqual({
      outcome: 'not-seen',
      bounce: expect.stringContaining('Mailbox full'),
    });
    for (const action of ['delivered', 'relayed', 'expanded']) {
      await closed();
      expect(await watching(notice(action, '2.0.0', '250 2.0.0 Ok'))).toEqual({ outcome: 'not-seen' });
    }
  });

  test('ends nothing at a notice that tells of no failure, such as a quarantine, and quotes what it is called', async () => {
    const head = 'From: postmaster@example.org\r\nSubject: Your message was held in quarantine\r\n';
    const body = `${head}References: ${messageId}\r\n\r\nIt can be released by its recipient.\r\n`;
    expect(await watching(mailbox({ header: `${head}\r\n`, body }))).toEqual({
      outcome: 'not-seen',
      bounce: 'Your message was held in quarantine',
    });
  });

  test('names a folder as a person reads it', async () => {
    const honest = mailbox({ header });
    const arrival = await watching((command, tag, socket) => {
      if (command.startsWith('LIST')) return `* LIST (\\Junk) "/" "&BCEEPwQwBDw-"\r\n${tag} OK done\r\n`;
      if (command === 'EXAMINE "INBOX"') return `${tag} NO [UNAVAILABLE] not now\r\n`;
      return honest(command, tag, socket);
    });
    expect(arrival).toMatchObject({ outcome: 'junk', folder: 'Спам' });
  });

  test('that cannot be opened was not looked into', async () => {
    const honest = mailbox({ header: 'Message-ID: <other@example.org>\r\n\r\n' });
    const arrival = await watching((command, tag, socket) =>
      command === 'EXAMINE "INBOX"' ? `${tag} NO [UNAVAILABLE] not now\r\n` : honest(command, tag, socket),
    );
    expect(arrival).toEqual({ outcome: 'not-watched', reason: 'INBOX: NO [UNAVAILABLE] not now' });
  });
});

describe('a password', () => {
  const loginOnly: ImapAnswer = (command, tag, socket) =>
    command.startsWith('CAPABILITY')
      ? `* CAPABILITY IMAP4rev1\r\n${tag} OK\r\n`
      : mailbox({ header })(command, tag, socket);

  test('of any letters goes out quoted: RFC 9051 section 4.3', async () => {
    await opening(loginOnly, { secret: 'a "quote", a \\ and ü€🙂' });
    const login = server?.heard.find((line) => line.includes(' LOGIN '));
    expect(Buffer.from(login ?? '', 'latin1').toString('utf8')).toMatch(
      / LOGIN "you" "a \\"quote\\", a \\\\ and ü€🙂"$/,
    );
  });

  test.each(['a\nb', 'a\rb', 'a\0b'])(
    'with a line end or NUL (%j) is not sent, and nobody refused it',
    async (secret) => {
      expect(await opening(loginOnly, { secret })).toMatchObject({ ok: false, isRefused: false });
      expect(server?.heard.some((line) => line.includes('LOGIN'))).toBe(false);
    },
  );
});

/** Answers one command so, and every other as it should. */
const lying =
  (which: RegExp, answer: ImapAnswer): ImapAnswer =>
  (command, tag, socket) =>
    which.test(command) ? answer(command, tag, socket) : mailbox({ header })(command, tag, socket);

const endless =
  (line: string): ImapAnswer =>
  (_command, _tag, socket) => {
    const flood = () => {
      if (!socket.destroyed) socket.write(line.repeat(500), flood);
    };
    flood();
    return null;
  };

describe.each(['AUTHENTICATE', 'LIST', 'EXAMINE', 'UID SEARCH', 'UID FETCH'])(
  'an answer to %s',
  (command) => {
    test.each<[string, ImapAnswer]>([
      ['that never comes', () => null],
      ['that never ends', endless('* OK still there\r\n')],
      ['of challenges for ever', endless('+ more, please\r\n')],
      ['of one line without an end', endless('* OK '.padEnd(4_000, 'x'))],
      ['that announces a text of 4 GB', () => '* 1 FETCH (BODY[] {4294967296}\r\nhello\r\n'],
      ['that is none', () => 'HTTP/1.1 200 OK\r\n\r\n<html>\r\n'],
      ['that is a goodbye', () => '* BYE gone\r\n'],
      ['with somebody else’s tag', () => 'p1x1 OK done\r\n'],
      [
        'that is cut',
        (_command, _tag, socket) => {
          socket.destroy();
          return null;
        },
      ],
      ['of bytes that are no letters', (_command, tag) => `* \0\u001b[2J\u202e {1}\r\n${tag} OK\u0007\r\n`],
    ])('%s ends in bounded time, and nothing of it reaches a screen', async (_name, answer) => {
      const done = await watching(lying(new RegExp(`^${command}`), answer), { waitMs: 4_000, leaps: true });
      expect(server?.heard.some((line) => line.includes(command))).toBe(true);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
      expect(JSON.stringify(done)).not.toMatch(/[\u0000-\u001f\u202e]|\\u00(?:0|1)|pass word/);
      await expect.poll(() => server?.open()).toBe(0);
    });

    test('is not waited for when the person stops it', async () => {
      const stop = new AbortController();
      const answer = lying(new RegExp(`^${command}`), () => {
        setTimeout(() => stop.abort(), 10);
        return null;
      });
      const startedMs = performance.now();
      await watching(answer, { waitMs: 60_000, signal: stop.signal });
      expect(performance.now() - startedMs).toBeLessThan(5_000);
      await expect.poll(() => server?.open()).toBe(0);
    });
  },
);
