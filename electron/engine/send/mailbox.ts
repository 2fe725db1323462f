import { explain } from '../../../shared/explain/explain.ts';
import type { Arrival } from '../../../shared/model/act.ts';
import { ownErrorWords } from '../../../shared/model/own-error.ts';
import { saidByOthers } from '../../../shared/model/said-by-others.ts';
import {
  foundUids,
  headerFields,
  imapContinuation,
  junkFolder,
  mailboxReply,
  nextUid,
  quotedFolder,
} from '../../../shared/parse/imap-mailbox.ts';
import { imapGreeting, imapOffers, imapReply } from '../../../shared/parse/imap-reply.ts';
import { plainText } from '../../../shared/parse/plain-text.ts';
import { say } from '../../../shared/text/index.ts';
import { limits } from '../limits.ts';
import { Conversation } from '../probe/conversation.ts';
import { DialogueEnded } from '../probe/dialogue-ended.ts';
import type { System } from '../system.ts';
import type { PinnedServer } from './pinned-server.ts';
import { securedConnection } from './secured-connection.ts';
import type { Credentials } from './submission.ts';

/** A mailbox that is open for reading. Nothing in it is changed, and no message is marked as read. */
export type Mailbox = {
  /**
   * Waits for the message with this Message-ID, or for a bounce that speaks of it, in the inbox and in the folder for junk. Resolves
   * to `not-seen` after `waitMs`, and to `not-watched` when the signal aborts.
   */
  watchFor(messageId: string, waitMs: number, signal: AbortSignal): Promise<Arrival>;
  close(): void;
};

export type MailboxOpened =
  | { readonly ok: true; readonly mailbox: Mailbox }
  | { readonly ok: false; readonly isRefused: boolean; readonly reason: string };

type Folder = {
  readonly name: string;
  readonly quoted: string;
  readonly isJunk: boolean;
  readonly firstUid: number;
  /** Messages that were looked at and are not the one. */
  readonly others: Set<number>;
};

/** How many messages of one folder are looked at in one turn. */
const mostLookedAt = 20;

/**
 * Logs in over IMAP and notes where new messages will begin, so that only what comes later is looked at. One login, over TLS verified
 * against the pins. RFC 9051 sections 6.2 and 6.3. `reason` is cleaned and without the password.
 */
export async function openMailbox(
  server: PinnedServer,
  { user, secret }: Credentials,
  consent: string | null,
  system: System,
  signal: AbortSignal,
): Promise<MailboxOpened> {
  const secured = await securedConnection(server, consent, system, signal);
  if (!secured.ok)
    return { ok: false, isRefused: false, reason: secured.because ?? secured.code ?? secured.outcome };
  const { host } = server.endpoint;
  const options = { system, host, timeouts, onStage: () => {}, allowance: limits.mailbox };
  const wire = new Conversation(secured.connection, options, signal);
  const session = commands(wire, system.random);
  const close = () => {
    wire.close();
    secured.close();
  };
  try {
    await wire.greeting(imapGreeting);
    const refusal = await logIn(wire, session.tag, { user, secret });
    if (refusal !== null) {
      close();
      return {
        ok: false,
        isRefused: refusal !== noWay,
        reason: secret.struckFrom(refusal, user, 300),
      };
    }
    const folders = await openFolders(session);
    return { ok: true, mailbox: { close, watchFor: watching(session, folders, system) } };
  } catch (thrown) {
    close();
    if (!(thrown instanceof DialogueEnded)) throw thrown;
    return { ok: false, isRefused: false, reason: secret.struckFrom(reasonOf(thrown), user, 300) };
  }
}

/** Nothing was asked of the server: it offers no login that we can do with this name and password. */
const noWay = 'no-known-login';

/** Our own word for how the dialogue ended, or what the server said, or the system's name of the error. */
function reasonOf(ended: DialogueEnded): string {
  const { code } = ended.error;
  return ownErrorWords(code) === null ? saidByOthers(ended) || code : code;
}

/** The server's words when it refused, or `noWay`; null when it let us in. */
async function logIn(
  wire: Conversation,
  tag: () => string,
  { user, secret }: Credentials,
): Promise<string | null> {
  const first = tag();
  const offers = imapOffers(await wire.command(`${first} CAPABILITY`, 'ehlo', imapReply(first)));
  const own = tag();
  if (offers.auth.includes('PLAIN')) {
    const asked = await wire.command(`${own} AUTHENTICATE PLAIN`, 'auth', imapContinuation(own));
    if (!asked.goOn) return asked.text;
    const plain = Buffer.from(`\0${user}\0${secret.open()}`, 'utf8').toString('base64');
    const reply = await wire.command(plain, 'auth', imapReply(own));
    return reply.status === 'OK' ? null : reply.text;
  }
  const [name, password] = [quotedText(user), quotedText(secret.open())];
  if (!offers.auth.includes('LOGIN') || name === null || password === null) return noWay;
  const reply = await wire.command(`${own} LOGIN ${name} ${password}`, 'auth', imapReply(own));
  return reply.status === 'OK' ? null : reply.text;
}

/** RFC 9051 section 4.3: no line ends. A `Conversation` writes one byte a character. */
function quotedText(text: string): string | null {
  if (/[\r\n\0]/.test(text)) return null;
  return `"${Buffer.from(text, 'utf8').toString('latin1').replace(/["\\]/g, '\\$&')}"`;
}

type Commands = {
  readonly tag: () => string;
  /** The lines of a positive answer; null when it was refused. */
  readonly ask: (command: string) => Promise<readonly string[] | null>;
};

function commands(wire: Conversation, random: () => number): Commands {
  const secretTag = Math.floor(random() * 36 ** 6).toString(36);
  let count = 0;
  const tag = () => {
    count += 1;
    return `p${secretTag}x${count}`;
  };
  return {
    tag,
    async ask(command) {
      const own = tag();
      const reply = await wire.command(`${own} ${command}`, 'done', mailboxReply(own));
      return reply.status === 'OK' ? reply.lines : null;
    },
  };
}

async function openFolders(session: Commands): Promise<Folder[]> {
  const junk = junkFolder((await session.ask('LIST "" "*"')) ?? []);
  const wanted = [{ name: 'INBOX', isJunk: false }, ...(junk === null ? [] : [{ name: junk, isJunk: true }])];
  const folders: Folder[] = [];
  for (const { name, isJunk } of wanted) {
    const quoted = quotedFolder(name);
    const lines = quoted === null ? null : await session.ask(`EXAMINE ${quoted}`);
    if (quoted !== null && lines !== null)
      folders.push({ name, quoted, isJunk, firstUid: nextUid(lines), others: new Set() });
  }
  return folders;
}

function watching(session: Commands, folders: readonly Folder[], { clock }: System): Mailbox['watchFor'] {
  return async (messageId, waitMs, signal) => {
    const startedMs = clock.now();
    try {
      while (!signal.aborted) {
        const seen = await lookInto(session, folders, messageId);
        const passedMs = clock.now() - startedMs;
        if (seen) return { ...seen, afterSeconds: Math.round(passedMs / 100) / 10 };
        if (passedMs >= waitMs) break;
        await clock.sleep(Math.min(limits.lookIntoMailboxMs, waitMs - passedMs), signal);
      }
      return signal.aborted ? { outcome: 'not-watched', because: 'stopped' } : { outcome: 'not-seen' };
    } catch (thrown) {
      if (!(thrown instanceof DialogueEnded)) throw thrown;
      return { outcome: 'not-watched', reason: plainText(reasonOf(thrown), 300) };
    }
  };
}

async function lookInto(
  session: Commands,
  folders: readonly Folder[],
  messageId: string,
): Promise<Arrival | null> {
  for (const folder of folders) {
    // A mailbox shows what is new only when it is opened anew.
    if ((await session.ask(`EXAMINE ${folder.quoted}`)) === null) continue;
    const lines = (await session.ask(`UID SEARCH UID ${folder.firstUid}:*`)) ?? [];
    // `n:*` names the last message even when it is older than n.
    const uids = foundUids(lines, 10_000).filter((uid) => uid >= folder.firstUid && !folder.others.has(uid));
    for (const uid of uids.slice(-mostLookedAt)) {
      const seen = await lookAt(session, uid, folder, messageId);
      if (seen) return seen;
      folder.others.add(uid);
    }
  }
  return null;
}

async function lookAt(
  session: Commands,
  uid: number,
  folder: Folder,
  messageId: string,
): Promise<Arrival | null> {
  const fields = 'MESSAGE-ID AUTHENTICATION-RESULTS CONTENT-TYPE FROM';
  const header = (await session.ask(`UID FETCH ${uid} (BODY.PEEK[HEADER.FIELDS (${fields})])`)) ?? [];
  if (headerFields(header, 'message-id').some((one) => one.includes(messageId))) {
    const [results] = headerFields(header, 'authentication-results');
    return {
      outcome: folder.isJunk ? 'junk' : 'inbox',
      folder: plainText(folder.name, 200),
      ...(results === undefined ? {} : { authenticationResults: results }),
    };
  }
  const isReport =
    headerFields(header, 'content-type').some((one) => /multipart\/report/i.test(one)) ||
    headerFields(header, 'from').some((one) => /mailer-daemon|postmaster|mail delivery/i.test(one));
  if (!isReport) return null;
  const body = (await session.ask(`UID FETCH ${uid} (BODY.PEEK[]<0.${limits.bounceBytes}>)`)) ?? [];
  if (!body.some((line) => line.includes(messageId))) return null;
  return { outcome: 'bounced', folder: plainText(folder.name, 200), bounce: reasonIn(body) };
}

/** Why the message came back: what the refusing server said, else the reason that the notice gives. RFC 3464. */
function reasonIn(lines: readonly string[]): string {
  // The first line is the protocol's, the last its closing bracket.
  const [recipient] = explain(lines.slice(1, -1).join('\n'), say).bounce?.recipients ?? [];
  return plainText(recipient?.diagnostic ?? recipient?.reason ?? 'unknown', 1000);
}

const timeouts = {
  greetingMs: () => limits.greetingMs,
  replyMs: () => limits.loginMs,
  helloMs: () => limits.loginMs,
  handshakeMs: () => limits.handshakeMs,
};
