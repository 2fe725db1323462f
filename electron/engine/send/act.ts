import {
  type ActFacts,
  type ActKind,
  type ActProgress,
  type Arrival,
  isTakingUnknown,
  type Unwatched,
} from '../../../shared/model/act.ts';
import type { System } from '../system.ts';
import { type ActEnding, codesOf, onOneLine } from './act-ending.ts';
import { type Mailbox, type MailboxOpened, openMailbox } from './mailbox.ts';
import type { PinnedServer } from './pinned-server.ts';
import type { Secret } from './secret.ts';
import { securedConnection } from './secured-connection.ts';
import { senderPolicy } from './sender-policy.ts';
import { type Credentials, mechanismFor, openSubmission, type Submission } from './submission.ts';
import { type TestMessage, testMessage } from './test-message.ts';

export type ActWish = {
  readonly server: PinnedServer;
  readonly credentials: Credentials;
  /** Fingerprint of a certificate with a problem that the person agreed to, for this act. */
  readonly consent: string | null;
  /** Absent: only the login. */
  readonly message?: MessageWish;
};

export type MessageWish = {
  readonly from: string;
  readonly to: string;
  /** In the person's language; say what it is. */
  readonly subject: string;
  readonly text: string;
  /** The server for receiving whose mailbox is watched for the message, or why none is. */
  readonly mailbox: PinnedServer | Unwatched;
  readonly waitMs: number;
};

/**
 * One login, or one login and one message, as the person asked: one attempt, on one port, with one form of the name. Contract, section 8.
 * Never rejects for anything that a server does; ends within the limits of its steps, and at once when `signal` aborts.
 */
export async function act(
  { server, credentials, consent, message }: ActWish,
  system: System,
  onProgress: (step: ActProgress) => void,
  signal: AbortSignal,
): Promise<ActFacts> {
  const startedMs = system.clock.now();
  const startedAt = new Date(system.clock.wallClock()).toISOString();
  const { from = '' } = message ?? {};
  // Asked beside it, and waited for at the end.
  const policy = message ? senderPolicy(from.slice(from.lastIndexOf('@') + 1), system, signal) : null;
  const watched: { opened: MailboxOpened | null } = { opened: null };
  const openWatched = async () => {
    if (message && typeof message.mailbox !== 'string')
      watched.opened = await watcher(message.mailbox, credentials, consent, system, onProgress, signal);
  };
  try {
    onProgress('connect');
    const done = await throughSession(
      { server, credentials, consent, ...(message && { message }) },
      openWatched,
      system,
      onProgress,
      signal,
    );
    const { opened } = watched;
    const arrival = await arrivalOf(done, opened, message, onProgress, signal);
    return factsOf(
      { kind: message ? 'message' : 'login', startedAt, server, credentials, done, opened, arrival },
      {
        elapsedMs: Math.round(system.clock.now() - startedMs),
        ...(message && { from: message.from, to: message.to }),
      },
      await policy,
    );
  } finally {
    if (watched.opened?.ok) watched.opened.mailbox.close();
  }
}

function watcher(
  mailbox: PinnedServer,
  credentials: Credentials,
  consent: string | null,
  system: System,
  onProgress: (step: ActProgress) => void,
  signal: AbortSignal,
): Promise<MailboxOpened> {
  onProgress('mailbox');
  return openMailbox(mailbox, credentials, consent, system, signal);
}

/** How the session ended, with what it was offered and what was sent. */
type Done = { readonly ending: ActEnding; readonly auth?: readonly string[]; readonly sent?: TestMessage };

/**
 * The mailbox is opened once the outgoing server has proven to be the one of the check and to offer a login, and not before: until then the
 * password goes to nobody.
 */
async function throughSession(
  { server, credentials, consent, message }: ActWish,
  openWatched: () => Promise<void>,
  system: System,
  onProgress: (step: ActProgress) => void,
  signal: AbortSignal,
): Promise<Done> {
  const secured = await securedConnection(server, consent, system, signal);
  if (!secured.ok) return { ending: secured };
  const session = await openSubmission(secured.connection, server.endpoint.host, system.clock, signal);
  if (!('login' in session)) {
    secured.close();
    return { ending: session };
  }
  try {
    const refusal = refusalOf(session);
    if (refusal) return { ending: refusal, auth: session.auth };
    await openWatched();
    if (signal.aborted) return { ending: { stage: message ? 'auth' : 'ehlo', outcome: 'cancelled' } };
    onProgress('login');
    const failed = await session.login(credentials);
    if (failed) return { ending: failed, auth: session.auth };
    if (!message) return { ending: { stage: 'done', outcome: 'ok' }, auth: session.auth };
    onProgress('message');
    const sent = await testMessage({ ...message, atMs: system.clock.wallClock(), random: system.random });
    return { ending: await session.send(sent), auth: session.auth, sent };
  } finally {
    session.close();
    secured.close();
  }
}

/** Nothing is tried where no login is offered, or none that we can do: what looks like success there proves nothing. */
function refusalOf({ auth }: Submission): ActEnding | null {
  if (auth.length === 0) return { stage: 'auth', outcome: 'rejected', because: 'no-login-offered' };
  if (mechanismFor(auth) === null) return { stage: 'auth', outcome: 'rejected', because: 'methods-unknown' };
  return null;
}

async function arrivalOf(
  { ending, sent }: Done,
  opened: MailboxOpened | null,
  message: MessageWish | undefined,
  onProgress: (step: ActProgress) => void,
  signal: AbortSignal,
): Promise<Arrival | null> {
  if (!sent || !message) return null;
  if (ending.outcome === 'ok') onProgress('accepted');
  else if (!isTakingUnknown(ending)) return null;
  if (typeof message.mailbox === 'string') return { outcome: 'not-watched', because: message.mailbox };
  if (!opened?.ok) return { outcome: 'not-watched', ...(opened && { reason: opened.reason }) };
  onProgress('watch');
  return watch(opened.mailbox, sent, message.waitMs, signal);
}

function watch(
  mailbox: Mailbox,
  { messageId }: TestMessage,
  waitMs: number,
  signal: AbortSignal,
): Promise<Arrival> {
  return mailbox.watchFor(messageId, waitMs, signal);
}

/** Longest server's text that is kept, in characters. */
const replyChars = 500;
/** An address: RFC 5321 section 4.5.3.1. */
const nameChars = 320;
const arrivalChars = { folder: 200, authenticationResults: 1000, bounce: 1000, reason: 1000 } as const;

/** Whether the login was taken, whatever became of a message then. */
function isTaken({ stage, outcome }: ActEnding): boolean {
  return outcome === 'ok' || stage === 'mail' || stage === 'rcpt' || stage === 'data';
}

/** A name that a report can keep as it is: without the password, and as long as a name may be. */
function isHarmless(user: string, secret: Secret): boolean {
  return user !== '' && secret.struckFrom(user, user, nameChars) === user;
}

/** What the server for receiving said has no password in it either, whatever it calls a folder. */
function withoutSecret(arrival: Arrival, user: string, secret: Secret): Arrival {
  const texts = Object.entries(arrivalChars).flatMap(([key, chars]) => {
    const text = arrival[key as keyof typeof arrivalChars];
    return text === undefined ? [] : [[key, secret.struckFrom(text, user, chars)]];
  });
  return { ...arrival, ...Object.fromEntries(texts) };
}

function factsOf(
  {
    kind,
    startedAt,
    server,
    credentials: { user, secret },
    done: { ending, auth, sent },
    opened,
    arrival,
  }: {
    readonly kind: ActKind;
    readonly startedAt: string;
    readonly server: PinnedServer;
    readonly credentials: Credentials;
    readonly done: Done;
    readonly opened: MailboxOpened | null;
    readonly arrival: Arrival | null;
  },
  rest: Pick<ActFacts, 'elapsedMs' | 'from' | 'to'>,
  policy: ActFacts['senderPolicy'] | null,
): ActFacts {
  const { stage, outcome, because, reply } = ending;
  const mechanism = auth && mechanismFor(auth);
  return {
    kind,
    startedAt,
    endpoint: server.endpoint,
    address: server.ipAddress,
    stage,
    outcome,
    ...codesOf(ending),
    ...(reply ? { reply: secret.struckFrom(onOneLine(reply), user, replyChars) } : {}),
    ...(mechanism ? { mechanism } : {}),
    ...(auth ? { auth: [...auth] } : {}),
    ...(because ? { refusedBecause: because } : {}),
    secretShape: secret.looksLikeAppPassword ? 'app-password' : 'other',
    userForm: user.includes('@') ? 'address' : 'name',
    ...(isTaken(ending) && isHarmless(user, secret) ? { user } : {}),
    ...(sent ? { messageId: sent.messageId } : {}),
    ...(policy ? { senderPolicy: policy } : {}),
    ...(arrival ? { arrival: withoutSecret(arrival, user, secret) } : {}),
    ...(opened ? { incomingLogin: opened.ok ? 'accepted' : opened.isRefused ? 'refused' : 'unknown' } : {}),
    ...rest,
  };
}
