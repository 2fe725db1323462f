import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { nodeClock } from '../../../../electron/engine/node-system.ts';
import { Secret } from '../../../../electron/engine/send/secret.ts';
import { openSubmission } from '../../../../electron/engine/send/submission.ts';
import { type Loopback, loopback } from '../../../support/loopback.ts';

const password = 'a password to look for';
let server: Loopback | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** What the server does with the line that carries the password. */
type Answer = (socket: Socket) => void;

/** One login at a server that greets, offers these methods, and then answers so. */
async function loggingIn(
  answer: Answer,
  signal = new AbortController().signal,
  clock = nodeClock,
  methods = 'PLAIN LOGIN',
) {
  server = await loopback((socket) => {
    socket.write('220 mail.example.org ESMTP\r\n');
    socket.on('data', (chunk) => {
      const line = chunk.toString('latin1');
      if (/^EHLO /i.test(line)) socket.write(`250-mail.example.org\r\n250 AUTH ${methods}\r\n`);
      else if (/^AUTH /i.test(line)) answer(socket);
    });
  });
  const connection = connect(server.port, '127.0.0.1');
  connection.on('error', () => {});
  const session = await openSubmission(connection, 'mail.example.org', clock, signal);
  if (!('login' in session)) throw new Error(`no session: ${session.outcome}`);
  const ending = await session.login({ user: 'you', secret: new Secret(password) });
  session.close();
  connection.destroy();
  expect(JSON.stringify(ending)).not.toContain(password);
  return ending;
}

const say =
  (...bytes: readonly (string | Buffer)[]): Answer =>
  (socket) => {
    for (const part of bytes) socket.write(part);
  };

describe('the answer to a password', () => {
  test.each([
    ['F2 a reset', (socket: Socket) => socket.resetAndDestroy(), { stage: 'auth', outcome: 'reset' }],
    ['F3 an orderly close', (socket: Socket) => socket.end(), { stage: 'auth', outcome: 'closed' }],
    [
      'F6 garbage',
      say(Buffer.from([0, 1, 2, 255]), '\r\nHTTP/1.1 400 Bad\r\n'),
      { outcome: 'protocol-error' },
    ],
    ['F7 a refusal of several lines', say('535-5.7.8 no\r\n535 5.7.8 really\r\n'), { outcome: 'rejected' }],
    ['F7 a refusal for now', say('454 4.7.0 later\r\n'), { stage: 'auth', outcome: 'rejected' }],
    ['F7 a positive code of another command', say('250 fine\r\n'), { outcome: 'protocol-error' }],
    ['F8 more replies than questions', say('535 5.7.8 no\r\n235 2.7.0 yes\r\n'), { outcome: 'rejected' }],
  ] as const)('%s is told as that, and is never a success', async (_name, answer, ending) => {
    expect(await loggingIn(answer)).toMatchObject(ending);
  });

  test('F8 a reply that comes byte by byte is one reply', async () => {
    const ending = await loggingIn((socket) => {
      const bytes = [...'235 2.7.0 welcome\r\n'];
      const next = () => {
        const byte = bytes.shift();
        if (byte !== undefined) socket.write(byte, () => setImmediate(next));
      };
      next();
    });
    expect(ending).toBeNull();
  });

  test('F5 a reply without an end stops at a bound', async () => {
    const ending = await loggingIn((socket) => {
      const flood = () => {
        if (!socket.destroyed) socket.write('535-5.7.8 '.padEnd(65_000, 'x').concat('\r\n'), flood);
      };
      flood();
    });
    expect(ending).not.toBeNull();
    expect(ending).toMatchObject({ stage: 'auth' });
  });

  test('F12 is not waited for when the person stops it, and the server sees the close', async () => {
    const stop = new AbortController();
    const ending = await loggingIn(() => setTimeout(() => stop.abort(), 20), stop.signal);
    expect(ending).toEqual({ stage: 'auth', outcome: 'cancelled' });
    await expect.poll(() => server?.open()).toBe(0);
  });
});

/** A clock on which half a minute passes in a tenth of a second. */
const fastClock = {
  ...nodeClock,
  sleep: (ms: number, signal: AbortSignal) => nodeClock.sleep(ms / 300, signal),
};

test.each([
  ['F1 silence', () => {}],
  [
    'F4 a byte now and then',
    (socket: Socket) => {
      const timer = setInterval(() => socket.write('5'), 5);
      socket.once('close', () => clearInterval(timer));
    },
  ],
] as const)('%s after a password ends at the limit of the login', async (_name, answer) => {
  const ending = await loggingIn(answer, undefined, fastClock);
  expect(ending).toEqual({ stage: 'auth', outcome: 'timeout' });
});

describe('a server that asks on and on', () => {
  test.each([
    ['PLAIN', 1],
    ['LOGIN', 3],
    ['CRAM-MD5', 2],
  ])('with %s is told by the first question too many', async (method, asked) => {
    let questions = 0;
    const ask = (socket: Socket) => {
      questions += 1;
      socket.write('334 PDEyMzQ1LjY3ODkwQG1haWwuZXhhbXBsZS5vcmc+\r\n');
    };
    const ending = await loggingIn(
      (socket) => {
        ask(socket);
        socket.on('data', () => ask(socket));
      },
      undefined,
      nodeClock,
      method,
    );
    expect(ending).toMatchObject({
      stage: 'auth',
      outcome: 'protocol-error',
      reply: '334 PDEyMzQ1LjY3ODkwQG1haWwuZXhhbXBsZS5vcmc+',
    });
    expect(questions).toBeLessThanOrEqual(asked + 2);
  });

  test('and one that then says nothing is silent', async () => {
    const ending = await loggingIn(
      (socket) => {
        socket.write('334 VXNlcm5hbWU6\r\n');
        socket.once('data', () => socket.write('334 UGFzc3dvcmQ6\r\n'));
      },
      undefined,
      fastClock,
      'LOGIN',
    );
    expect(ending).toEqual({ stage: 'auth', outcome: 'timeout' });
  });
});
