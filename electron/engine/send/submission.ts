import type { Duplex } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { smtpOffers, smtpReply } from '../../../shared/parse/smtp-reply.ts';
import { limits } from '../limits.ts';
import { ownAddress } from '../probe/smtp.ts';
import type { Clock } from '../system.ts';
import type { ActEnding } from './act-ending.ts';
import type { Secret } from './secret.ts';
import { steps } from './session-steps.ts';

/** What nodemailer can do without a token, the simplest first: under TLS none is safer than another. */
const mechanisms = ['PLAIN', 'LOGIN', 'CRAM-MD5'] as const;
type Mechanism = (typeof mechanisms)[number];

/** How often a server asks (`334`) in each of them before it has all that it needs: RFC 4616, RFC 2195. */
const questions: Readonly<Record<Mechanism, number>> = { PLAIN: 0, LOGIN: 2, 'CRAM-MD5': 1 };

export type Credentials = { readonly user: string; readonly secret: Secret };

export type Message = { readonly from: string; readonly to: string; readonly raw: Buffer };

/** An SMTP session over a connection that is secured already. Nothing of it rejects; each step says how it ended. */
export type Submission = {
  /** Login mechanisms that the server offered inside TLS. */
  readonly auth: readonly string[];
  /** One login. Null when it was accepted. */
  login(credentials: Credentials): Promise<ActEnding | null>;
  /** One message to one recipient. Stage `done` and the server's word when it was accepted. */
  send(message: Message): Promise<ActEnding>;
  close(): void;
};

/** The mechanism that a login would use: the first of ours that the server offers, or null. */
export function mechanismFor(offered: readonly string[]): Mechanism | null {
  return mechanisms.find((one) => offered.includes(one)) ?? null;
}

/**
 * Greets the server over `connection`, which has to be encrypted and verified: nodemailer's own session, without its DNS, TLS and logging.
 * RFC 5321, RFC 4954. Resolves to how it ended when there is no session; ends at once when `signal` aborts.
 */
export async function openSubmission(
  connection: Duplex,
  host: string,
  clock: Clock,
  signal: AbortSignal,
): Promise<Submission | ActEnding> {
  // nodemailer winds a socket's idle timer with every byte; our steps have limits that no byte moves.
  const socket = Object.assign(connection, { setTimeout: () => socket });
  const session = new SMTPConnection({
    host,
    // A stream with what nodemailer needs of a socket; it is never asked to connect.
    connection: socket as never,
    secure: true,
    secured: true,
    name: ownAddress({ localAddress: (connection as { localAddress?: string }).localAddress }),
    greetingTimeout: limits.greetingMs,
    connectionTimeout: limits.greetingMs + limits.replyMs,
    socketCloseTimeout: 0,
    logger: false,
    debug: false,
  });
  const step = steps(session, clock, signal);
  const ended = await step<void>('greeting', limits.greetingMs + limits.replyMs, (done) =>
    session.connect((error) => done(error ?? null)),
  );
  if (!ended.ok) {
    session.close();
    return ended.ending;
  }
  const auth = offersOf(session.lastServerResponse);
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  session.once('end', over).once('error', over);
  return {
    auth,
    async login({ user, secret }) {
      const method = mechanismFor(auth);
      if (method === null) throw new Error('a login was begun without a mechanism');
      // It may have gone while the mailbox was opened, and then no password goes out.
      if (isOver) return { stage: 'ehlo', outcome: 'closed' };
      const login = await step('auth', limits.loginMs, (done) => {
        whenAskedOn(connection, questions[method], (line) => done(askedOn(line, method)));
        session.login({ user, credentials: { user, pass: secret.open() }, method }, done);
      });
      if (!login.ok) return login.ending;
      // nodemailer is content with any 2xx; RFC 4954 section 6 has one code for success.
      const reply = session.lastServerResponse || '';
      return /^235(?:[ -]|$)/.test(reply) ? null : { stage: 'auth', outcome: 'protocol-error', reply };
    },
    async send({ from, to, raw }) {
      const sent = await step<{ response: string }>('data', limits.messageMs, (done) =>
        session.send({ from, to: [to], size: raw.length }, raw, done),
      );
      return sent.ok ? { stage: 'done', outcome: 'ok', reply: sent.value?.response ?? '' } : sent.ending;
    },
    close() {
      session.quit();
      session.close();
    },
  };
}

/**
 * Calls back with the question that comes after the last one of the mechanism: nodemailer answers each with an empty line, for as long as
 * the server asks.
 */
function whenAskedOn(connection: Duplex, allowed: number, onQuestion: (line: string) => void): void {
  let asked = 0;
  let begun = '';
  const listen = (chunk: Buffer) => {
    const lines = (begun + chunk.toString('latin1')).slice(-mostOfLine).split(/\r?\n/);
    begun = lines.pop() ?? '';
    for (const line of lines.filter((one) => /^334(?:[ -]|$)/.test(one))) {
      asked += 1;
      if (asked <= allowed) continue;
      connection.off('data', listen);
      return onQuestion(line);
    }
  };
  connection.on('data', listen);
}

/** Of a line without an end so much is kept, in characters: a question is short. */
const mostOfLine = 20_000;

/** As nodemailer tells of a reply that it cannot go on with. */
function askedOn(response: string, method: Mechanism): Error {
  return Object.assign(new Error('asked on'), { code: 'EAUTH', command: `AUTH ${method}`, response });
}

function offersOf(said: string | false): readonly string[] {
  const lines = (said || '').split(/\r?\n/).filter((line) => line !== '');
  const reply = smtpReply.read(lines);
  return reply === 'more' || reply === 'wrong' ? [] : smtpOffers(reply).auth;
}
