import type { ActFacts, ActKind, ActProgress, Unwatched } from '../../shared/model/act.ts';
import type { CurrentSettings } from '../../shared/model/check.ts';
import { fail, ok, type Result } from '../../shared/model/problem.ts';
import { provenRecommendation } from '../../shared/model/proven-login.ts';
import type { Report } from '../../shared/model/report.ts';
import { said } from '../../shared/text/said.ts';
import { type ActWish, act } from '../engine/send/act.ts';
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
  /** 0: nobody is to look whether the message arrives. */
  readonly waitMs: number;
};

/** How long a mailbox is watched where the person does not say, in ms: mail takes a minute, in practice it is there at once. */
export function watchMsFor({ practice }: Pick<Report, 'practice'>): number {
  return practice ? 5_000 : 60_000;
}

/** An act ready to be done, but for the password and, where the certificate has a problem, the person's word. */
export type PreparedAct = {
  readonly server: PinnedServer;
  /** Where a message can be watched for, or why nowhere. */
  readonly mailbox: PinnedServer | Unwatched;
  readonly user: string;
  readonly needsConsent: boolean;
};

/**
 * Finds in a report where a login may go: only to a server that the check reached over TLS. Refused otherwise, by the name of what is
 * missing.
 */
export function prepareAct(
  report: Report,
  { address, user, server: named }: Pick<ActRequest, 'address' | 'user' | 'server'>,
): Result<PreparedAct> {
  const proven = provenRecommendation(report);
  const outgoing = named ?? proven?.outgoing;
  if (!outgoing) return fail('server', said('act.wrong.no-server'), 'refused');
  const { host, port, security } = outgoing;
  if (security === 'none') {
    // What a person asks for was not seen by that.
    const why = named
      ? said('act.wrong.plain-asked', { host, port })
      : said('act.wrong.plain', { host, port });
    return fail('server', why, 'refused');
  }
  const server = pinnedServer({ protocol: 'smtp', host, port, security }, report.observations);
  if (!server) return fail('server', said('act.wrong.not-seen', { host, port }), 'refused');
  const published = proven?.outgoing.username;
  return ok({
    server,
    mailbox: mailboxOf(report),
    user: user ?? (published ? published : address),
    needsConsent: !server.isTrusted,
  });
}

/** A mailbox whose certificate is not trusted is not looked into: the person was not asked about that one. */
function mailboxOf({ recommendation, observations }: Report): PinnedServer | Unwatched {
  const incoming = recommendation?.incoming;
  if (!incoming) return 'no-mailbox';
  if (incoming.protocol !== 'imap') return 'pop3-only';
  const mailbox = pinnedServer(incoming, observations);
  return mailbox?.isTrusted ? mailbox : 'untrusted';
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
      message: {
        ...message,
        from: address,
        to,
        mailbox:
          waitMs === 0
            ? 'not-wanted'
            : to.toLowerCase() === address.toLowerCase()
              ? mailbox
              : 'other-recipient',
        waitMs,
      },
    }),
  };
  return act(wish, system, onProgress, signal);
}
