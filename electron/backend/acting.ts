import type { ActFacts, ActKind } from '../../shared/model/act.ts';
import type { CurrentSettings } from '../../shared/model/check.ts';
import { type Result, right, wrong } from '../../shared/model/problem.ts';
import type { Report } from '../../shared/model/report.ts';
import { said } from '../../shared/text/said.ts';
import { type ActProgress, type ActWish, act } from '../engine/send/act.ts';
import { type PinnedServer, pinnedServer } from '../engine/send/pinned-server.ts';
import type { Secret } from '../engine/send/secret.ts';
import type { System } from '../engine/system.ts';

/** What a person asks for after a check. */
export type ActRequest = {
  readonly kind: ActKind;
  /** Absent: what the check recommends. */
  readonly server?: CurrentSettings;
  /** Absent: what the check found, else the whole address. */
  readonly user?: string;
  /** The sender. */
  readonly address: string;
  /** Absent: the sender. */
  readonly to?: string;
  readonly waitMs: number;
};

/** An act ready to be done, but for the password and, where the certificate has a problem, the person's word. */
export type PreparedAct = {
  readonly server: PinnedServer;
  readonly mailbox: PinnedServer | null;
  readonly user: string;
  readonly needsConsent: boolean;
};

/**
 * Finds in a report where a login may go: only to a server that the check reached over TLS. Refused otherwise, by the name of what is
 * missing.
 */
export function prepareAct(report: Report, request: ActRequest): Result<PreparedAct> {
  const { kind, address, user, server: named } = request;
  const outgoing = named ?? report.recommendation?.outgoing;
  if (!outgoing) return wrong('server', said('act.wrong.no-server'), 'refused');
  const { host, port, security } = outgoing;
  if (security === 'none') return wrong('server', said('act.wrong.plain', { host, port }), 'refused');
  const server = pinnedServer({ protocol: 'smtp', host, port, security }, report.observations);
  if (!server) return wrong('server', said('act.wrong.not-seen', { host, port }), 'refused');
  const incoming = report.recommendation?.incoming ?? null;
  const mailbox =
    kind === 'message' && incoming?.protocol === 'imap' ? pinnedServer(incoming, report.observations) : null;
  const published = report.recommendation?.outgoing.username;
  return right({
    server,
    // A mailbox whose certificate is not trusted is not looked into: the person was not asked about that one.
    mailbox: mailbox?.isTrusted ? mailbox : null,
    user: user ?? (published ? published : address),
    needsConsent: !server.isTrusted,
  });
}

export type ActWay = {
  readonly secret: Secret;
  /** The fingerprint that the person agreed to, when `needsConsent`. */
  readonly consent: string | null;
  /** Subject and text of a test message, in the person's language. */
  readonly message: { readonly subject: string; readonly text: string };
  readonly onProgress: (step: ActProgress) => void;
};

/** Does it, once. Rejects only for a fault of our own. */
export function runAct(
  request: ActRequest,
  prepared: PreparedAct,
  { secret, consent, message, onProgress }: ActWay,
  system: System,
  signal: AbortSignal,
): Promise<ActFacts> {
  const { kind, address, to = address, waitMs } = request;
  const { server, mailbox, user } = prepared;
  const wish: ActWish = {
    server,
    credentials: { user, secret },
    consent,
    ...(kind === 'message' && {
      // Only one's own mailbox can show that it arrived.
      message: { ...message, from: address, to, mailbox: to === address ? mailbox : null, waitMs },
    }),
  };
  return act(wish, system, onProgress, signal);
}
