import type { Duplex } from 'node:stream';
import type { TlsFacts } from '../../../shared/model/observation.ts';
import { saidByOthers } from '../../../shared/model/said-by-others.ts';
import { imapGreeting, imapReply } from '../../../shared/parse/imap-reply.ts';
import { smtpOffers, smtpReply } from '../../../shared/parse/smtp-reply.ts';
import { connectOutcome } from '../connect/errno.ts';
import { limits } from '../limits.ts';
import { Conversation } from '../probe/conversation.ts';
import { DialogueEnded } from '../probe/dialogue-ended.ts';
import { ownAddress } from '../probe/smtp.ts';
import type { SecureResult, System } from '../system.ts';
import type { ActEnding } from './act-ending.ts';
import type { PinnedServer } from './pinned-server.ts';

export type Secured = {
  readonly ok: true;
  /** Encrypted, verified against the pins, and about to give the server's greeting. */
  readonly connection: Duplex;
  readonly close: () => void;
};

/** `because` is our own refusal: then no byte of a login was sent. */
export type NotSecured = { readonly ok: false } & ActEnding;

/**
 * Connects to a server at the very address that a check saw, begins TLS, and compares the certificate with the one of the check. Where
 * the check trusted it, it has to be trusted still; where it did not, `consent` must be its fingerprint. A greeting that came before
 * TLS is put back in front of what follows, so that a library for the protocol finds a connection like that of implicit TLS. What
 * slipped in before TLS ends it: RFC 3207 section 4.2.
 */
export async function securedConnection(
  server: PinnedServer,
  consent: string | null,
  system: System,
  signal: AbortSignal,
): Promise<Secured | NotSecured> {
  const { endpoint, ipAddress, family } = server;
  const dialled = await dialWithin(system, { ipAddress, family, port: endpoint.port }, signal);
  if (!dialled.ok)
    return { ok: false, stage: 'connect', outcome: connectOutcome(dialled.errno), code: dialled.errno };
  const plain = dialled.connection;
  const refused = (ending: ActEnding): NotSecured => {
    plain.destroy();
    return { ok: false, ...ending };
  };
  const before = endpoint.security === 'tls' ? '' : await untilReady(plain, server, system, signal);
  if (typeof before !== 'string') return refused(before);

  const secured = await handshake(plain, endpoint.host, system, signal);
  if (!secured.ok) return refused({ stage: 'tls', outcome: 'tls-error', code: secured.code });
  const because = objection(secured.facts, server, consent);
  if (because !== null) {
    secured.connection.destroy();
    return refused({ stage: 'tls', outcome: 'tls-error', because });
  }
  if (before !== '') secured.connection.unshift(Buffer.from(before, 'latin1'));
  const close = () => {
    secured.connection.destroy();
    plain.destroy();
  };
  return { ok: true, connection: secured.connection, close };
}

/** Why no password may go over this connection, or null. */
function objection(
  facts: TlsFacts,
  server: PinnedServer,
  consent: string | null,
): NonNullable<ActEnding['because']> | null {
  if (facts.fingerprint256 !== server.fingerprint256) return 'certificate-changed';
  if (facts.trusted || consent === facts.fingerprint256) return null;
  return 'certificate-untrusted';
}

/**
 * Speaks in clear up to the server's word that TLS may begin. Returns the greeting, as it is to be heard again; or how that ended.
 */
async function untilReady(
  plain: Duplex,
  { endpoint }: PinnedServer,
  system: System,
  signal: AbortSignal,
): Promise<string | ActEnding> {
  const wire = new Conversation(plain, { system, host: endpoint.host, timeouts, onStage: () => {} }, signal);
  try {
    const greeting = await (endpoint.protocol === 'smtp' ? smtpUntilReady(wire) : imapUntilReady(wire));
    const slippedIn = wire.release();
    if (slippedIn > 0) return { stage: 'starttls', outcome: 'protocol-error', because: 'no-encryption' };
    return greeting;
  } catch (thrown) {
    if (!(thrown instanceof DialogueEnded)) throw thrown;
    const { code } = thrown.error;
    const isRefused =
      thrown.outcome === 'rejected' &&
      (wire.stages.current === 'starttls' || code === 'starttls-not-offered');
    return {
      stage: wire.stages.current,
      outcome: thrown.outcome,
      code,
      reply: saidByOthers(thrown),
      ...(isRefused && { because: 'no-encryption' as const }),
    };
  }
}

async function smtpUntilReady(wire: Conversation): Promise<string> {
  const greeting = await wire.greeting(smtpReply);
  if (greeting.code !== 220)
    wire.end('rejected', { code: String(greeting.code), message: greeting.lines.join(' ') });
  const offers = smtpOffers(await wire.command(`EHLO ${ownAddress(wire)}`, 'ehlo', smtpReply));
  if (!offers.hasStartTls) wire.end('rejected', { code: 'starttls-not-offered', message: '' });
  const ready = await wire.command('STARTTLS', 'starttls', smtpReply);
  if (ready.code !== 220)
    wire.end('rejected', { code: ready.enhanced ?? String(ready.code), message: ready.lines.join(' ') });
  return greeting.lines
    .map((line, at) => `220${at < greeting.lines.length - 1 ? '-' : ' '}${line}\r\n`)
    .join('');
}

async function imapUntilReady(wire: Conversation): Promise<string> {
  const greeting = await wire.greeting(imapGreeting);
  // After PREAUTH there is no STARTTLS (RFC 9051 section 6.2.1): somebody wants us to go on in clear.
  if (greeting.status !== 'OK') wire.end('rejected', { code: greeting.status, message: greeting.text });
  const ready = await wire.command('s1 STARTTLS', 'starttls', imapReply('s1'));
  if (ready.status !== 'OK') wire.end('rejected', { code: ready.status, message: ready.text });
  return `* ${greeting.text}\r\n`;
}

const timeouts = {
  greetingMs: () => limits.greetingMs,
  helloMs: () => limits.loginMs,
  replyMs: () => limits.replyMs,
  handshakeMs: () => limits.handshakeMs,
};

async function dialWithin(
  system: System,
  to: Parameters<System['dial']>[0],
  signal: AbortSignal,
): ReturnType<System['dial']> {
  return withinTime(system, limits.actConnectMs, signal, (ends) => system.dial(to, ends));
}

async function handshake(
  plain: Duplex,
  host: string,
  system: System,
  signal: AbortSignal,
): Promise<SecureResult> {
  return withinTime(system, limits.handshakeMs, signal, (ends) => system.secure(plain, { host }, ends));
}

/** Runs `act` with a signal that aborts with the other, or after `ms` of the system's clock. */
async function withinTime<T>(
  { clock }: System,
  ms: number,
  signal: AbortSignal,
  act: (ends: AbortSignal) => Promise<T>,
): Promise<T> {
  const late = new AbortController();
  const done = new AbortController();
  void clock.sleep(ms, done.signal).then(() => {
    if (!done.signal.aborted) late.abort();
  });
  try {
    return await act(AbortSignal.any([signal, late.signal]));
  } finally {
    done.abort();
  }
}
