import type { Arrival } from '../../../shared/model/act.ts';
import { ownErrorWords } from '../../../shared/model/own-error.ts';
import { saidByOthers } from '../../../shared/model/said-by-others.ts';
import { shownFolder } from '../../../shared/parse/folder-name.ts';
import {
  foundUids,
  headerFields,
  imapContinuation,
  junkFolder,
  nextUid,
  quotedFolder,
} from '../../../shared/parse/imap-mailbox.ts';
import { imapGreeting, imapOffers, imapReply } from '../../../shared/parse/imap-reply.ts';
import { plainText } from '../../../shared/parse/plain-text.ts';
import { limits } from '../limits.ts';
import { Conversation } from '../probe/conversation.ts';
import { DialogueEnded } from '../probe/dialogue-ended.ts';
import type { System } from '../system.ts';
import { type Commands, commands } from './imap-commands.ts';
import { noticeIn } from './notice.ts';
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
  /** As a person reads it. */
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
    const opened = await openFolders(session);
    return { ok: true, mailbox: { close, watchFor: watching(session, opened, system) } };
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

/** The folders to look into, and where one of them could not be opened, which and what the server said. */
type Opened = { readonly folders: readonly Folder[]; readonly unopened?: string };

async function openFolders(session: Commands): Promise<Opened> {
  const junk = junkFolder((await session.ask('LIST "" "*"')) ?? []);
  const wanted = [{ name: 'INBOX', isJunk: false }, ...(junk === null ? [] : [{ name: junk, isJunk: true }])];
  const folders: Folder[] = [];
  const refused: string[] = [];
  for (const { name, isJunk } of wanted) {
    const quoted = quotedFolder(name);
    if (quoted === null) continue;
    const lines = await session.ask(`EXAMINE ${quoted}`);
    const shown = plainText(shownFolder(name), 200);
    if (lines === null) refused.push(`${shown}: ${session.refusal()}`);
    else folders.push({ name: shown, quoted, isJunk, firstUid: nextUid(lines), others: new Set() });
  }
  const [unopened] = refused;
  return unopened === undefined ? { folders } : { folders, unopened: plainText(unopened, 300) };
}

function watching(session: Commands, { folders, unopened }: Opened, { clock }: System): Mailbox['watchFor'] {
  return async (messageId, waitMs, signal) => {
    const startedMs = clock.now();
    let delay: string | undefined;
    try {
      while (!signal.aborted) {
        const seen = await lookInto(session, folders, messageId);
        const passedMs = clock.now() - startedMs;
        if (seen?.outcome === 'not-seen') delay = seen.bounce;
        else if (seen) return { ...seen, afterSeconds: Math.round(passedMs / 100) / 10 };
        if (passedMs >= waitMs) break;
        await clock.sleep(Math.min(limits.lookIntoMailboxMs, waitMs - passedMs), signal);
      }
      if (signal.aborted) return { outcome: 'not-watched', because: 'stopped' };
      if (unopened !== undefined) return { outcome: 'not-watched', reason: unopened };
      return { outcome: 'not-seen', ...(delay !== undefined && { bounce: delay }) };
    } catch (thrown) {
      if (!(thrown instanceof DialogueEnded)) throw thrown;
      return { outcome: 'not-watched', reason: plainText(reasonOf(thrown), 300) };
    }
  };
}

/** What became of the message, the first thing that ends the wait; else a notice that its delivery takes longer. */
async function lookInto(
  session: Commands,
  folders: readonly Folder[],
  messageId: string,
): Promise<Arrival | null> {
  let delayed: Arrival | null = null;
  for (const folder of folders) {
    // A mailbox shows what is new only when it is opened anew.
    if ((await session.ask(`EXAMINE ${folder.quoted}`)) === null) continue;
    const lines = (await session.ask(`UID SEARCH UID ${folder.firstUid}:*`)) ?? [];
    // `n:*` names the last message even when it is older than n.
    const uids = foundUids(lines, 10_000).filter((uid) => uid >= folder.firstUid && !folder.others.has(uid));
    for (const uid of uids.slice(-mostLookedAt)) {
      const seen = await lookAt(session, uid, folder, messageId);
      if (seen && seen.outcome !== 'not-seen') return seen;
      delayed = seen ?? delayed;
      folder.others.add(uid);
    }
  }
  return delayed;
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
      folder: folder.name,
      ...(results === undefined ? {} : { authenticationResults: results }),
    };
  }
  const isReport =
    headerFields(header, 'content-type').some((one) => /multipart\/report/i.test(one)) ||
    headerFields(header, 'from').some((one) => /mailer-daemon|postmaster|mail delivery/i.test(one));
  if (!isReport) return null;
  const body = (await session.ask(`UID FETCH ${uid} (BODY.PEEK[]<0.${limits.bounceBytes}>)`)) ?? [];
  if (!body.some((line) => line.includes(messageId))) return null;
  const { action, told } = noticeIn(body);
  if (action === 'delayed') return { outcome: 'not-seen', bounce: told };
  return action === 'failed' ? { outcome: 'bounced', folder: folder.name, bounce: told } : null;
}

const timeouts = {
  greetingMs: () => limits.greetingMs,
  replyMs: () => limits.loginMs,
  helloMs: () => limits.loginMs,
  handshakeMs: () => limits.handshakeMs,
};
