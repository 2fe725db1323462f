import type { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import * as tls from 'node:tls';
import { plainText } from '../../../shared/parse/plain-text.ts';
import type { SecureResult } from '../system.ts';
import { brokenOutcome, errnoOf } from './errno.ts';
import { looksLikeTls, type RawView, rawTap } from './raw-tap.ts';
import { tlsFacts } from './tls-facts.ts';
import type { Trust } from './trust-anchors.ts';

type Failure = Extract<SecureResult, { ok: false }>;

/**
 * Negotiates TLS over any connection and says what was seen. No certificate is ever refused: the facts name its problems.
 * Rejects for a bug of ours only; on failure and on abort everything is destroyed. `wallClockMs` is read at the end of the handshake.
 */
export function tlsHandshake(
  connection: Duplex,
  host: string,
  trust: Trust,
  wallClockMs: () => number,
  signal: AbortSignal,
): Promise<SecureResult> {
  return new Promise((resolve, reject) => {
    const { stream, view } = rawTap(connection);
    let socket: tls.TLSSocket | undefined;
    const settle = (result: SecureResult) => {
      signal.removeEventListener('abort', onAbort);
      if (!result.ok) {
        socket?.destroy();
        stream.destroy();
      }
      resolve(result);
    };
    const onAbort = () => settle({ ok: false, kind: 'aborted', code: 'ECANCELED', message: '' });
    if (signal.aborted) {
      settle({ ok: false, kind: 'aborted', code: 'ECANCELED', message: '' });
      return;
    }
    signal.addEventListener('abort', onAbort, { once: true });

    // What ends a connection is looked at below TLS, and nothing may go unheard after the handshake either.
    stream.on('error', (error) => socket?.destroy(error));
    try {
      socket = tls.connect({
        socket: stream,
        secureContext: trust.secureContext,
        rejectUnauthorized: false,
        checkServerIdentity: () => undefined, // judged in tls-facts.ts
        ...serverName(host),
      });
    } catch (error) {
      settle(failure(view, error)); // a name that cannot be sent as SNI
      return;
    }
    const made = socket;
    made.on('error', (error) => settle(failure(view, error)));
    made.on('close', () => settle(failure(view, undefined)));
    made.once('secureConnect', () => {
      try {
        settle(securedResult(made, host, trust, wallClockMs()));
      } catch (bug) {
        reject(bug); // first, so that what closing leads to is not taken for an answer
        made.destroy();
      }
    });
  });
}

function securedResult(socket: tls.TLSSocket, host: string, trust: Trust, wallClockMs: number): SecureResult {
  const sent = sentCertificates(socket);
  if (!sent) {
    return {
      ok: false,
      kind: 'failed',
      code: 'no-certificate',
      message: 'the server showed no certificate',
    };
  }
  const handshake = {
    host: host.replace(/\.$/, ''),
    version: socket.getProtocol() ?? 'unknown',
    cipher: socket.getCipher()?.name ?? 'unknown', // null where the connection has just ended
    sent,
    isVerified: socket.authorized,
  };
  return { ok: true, connection: socket, facts: tlsFacts(handshake, trust, wallClockMs) };
}

/** The name for SNI: RFC 6066 section 3 allows host names only, without the dot of the root. */
function serverName(host: string): { servername?: string } {
  return isIP(host) === 0 ? { servername: host.replace(/\.$/, '') } : {};
}

/** What the server sent, in its order. Node hands the list out once: a second call would find it empty. */
function sentCertificates(socket: tls.TLSSocket): [X509Certificate, ...X509Certificate[]] | null {
  const leaf = socket.getPeerX509Certificate();
  if (!leaf) return null;
  const sent: [X509Certificate, ...X509Certificate[]] = [leaf];
  const seen = new Set([leaf.fingerprint256]);
  for (
    let next = leaf.issuerCertificate;
    next && !seen.has(next.fingerprint256);
    next = next.issuerCertificate
  ) {
    seen.add(next.fingerprint256);
    sent.push(next);
  }
  return sent;
}

/** Tells the failures apart by the bytes that came back and by how the connection ended, never by a library's wording. */
function failure(view: RawView, error: unknown): Failure {
  const code = errnoOf(error, 'closed');
  const message = plainText(reasonOf(error), 300);
  const received = view.received();
  const [type, major] = received;
  if (type !== undefined && !looksLikeTls(type, major)) {
    return { ok: false, kind: 'not-tls', code, message, received: received.toString('latin1') };
  }
  if (view.sawAlert()) return { ok: false, kind: 'alert', code, message };
  const ending = view.ending();
  if (ending === 'end') return { ok: false, kind: 'closed', code, message };
  if (ending !== null && brokenOutcome(ending) === 'reset')
    return { ok: false, kind: 'reset', code: ending, message };
  return { ok: false, kind: 'failed', code, message };
}

/** For a person to read: the TLS library's short reason, without its file names and addresses, else the whole text. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return 'reason' in error && typeof error.reason === 'string' ? error.reason : error.message;
}
