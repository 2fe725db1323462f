import * as z from 'zod/mini';
import { Endpoint } from './endpoint.ts';
import { Finding, FindingCode, type Judgement } from './finding.ts';
import { Outcome } from './observation.ts';

/** What a person asked for after a check: to log in, or to send a message as well. */
export const ActKind = z.enum(['login', 'message']);
export type ActKind = z.infer<typeof ActKind>;

/** How far an act came: the stages of a check, then the login and the commands of a message (RFC 5321 section 3.3). */
export const ActStage = z.enum([
  'dns',
  'connect',
  'tls',
  'greeting',
  'ehlo',
  'starttls',
  'auth',
  'mail',
  'rcpt',
  'data',
  'done',
]);
export type ActStage = z.infer<typeof ActStage>;

/** How far a connection comes while no password has gone out. */
export const beforeLogin: ReadonlySet<string> = new Set(
  ActStage.options.slice(0, ActStage.options.indexOf('auth')),
);

/** What happens in an act while it happens, for whoever watches. */
export const ActProgress = z.enum(['mailbox', 'connect', 'login', 'message', 'accepted', 'watch']);
export type ActProgress = z.infer<typeof ActProgress>;

/** Why nobody looks whether a message arrived. `pop3-only`: there is no IMAP to look with. */
export const Unwatched = z.enum([
  'not-wanted',
  'other-recipient',
  'pop3-only',
  'untrusted',
  'no-mailbox',
  'stopped',
]);
export type Unwatched = z.infer<typeof Unwatched>;

const reply = z.string().check(z.maxLength(1000));

/** What is plainly wrong with what a domain says of who may send for it. No evaluation: only what a look at the text tells. */
export const SenderPolicyFault = z.enum([
  'spf-missing',
  'spf-doubled',
  'spf-wrong',
  'spf-refuses-all',
  'dmarc-missing',
  'dmarc-doubled',
  'dmarc-wrong',
]);
export type SenderPolicyFault = z.infer<typeof SenderPolicyFault>;

/** What became of the message behind the server that took it, as far as the person's own mailbox shows it. */
export const Arrival = z.object({
  /** `not-seen`: not within the time; `not-watched`: nobody looked, or the mailbox could not be opened. */
  outcome: z.enum(['inbox', 'junk', 'bounced', 'not-seen', 'not-watched']),
  /** The mailbox's own name of the folder. */
  folder: z.optional(z.string().check(z.maxLength(200))),
  /** Seconds from the server's word to the moment it was seen. */
  afterSeconds: z.optional(z.number().check(z.minimum(0))),
  /** What the receiving server found of SPF, DKIM and DMARC (RFC 8601), as it wrote it. */
  authenticationResults: z.optional(reply),
  /** What the bounce said. */
  bounce: z.optional(reply),
  /** Why the mailbox could not be looked into, as its server said it or in our own word. */
  reason: z.optional(reply),
  /** Why nobody was to look. */
  because: z.optional(Unwatched),
});
export type Arrival = Readonly<z.infer<typeof Arrival>>;

/**
 * One login, or one message, and what the server said: facts, no opinion, and nothing of the password. Contract, section 8.
 */
export const ActFacts = z.object({
  kind: ActKind,
  /** ISO 8601 UTC. */
  startedAt: z.string().check(z.maxLength(40)),
  endpoint: Endpoint,
  /** The IP address it was tried at. */
  address: z.string().check(z.maxLength(64)),
  stage: ActStage,
  outcome: Outcome,
  /** RFC 5321 section 4.2. */
  replyCode: z.optional(z.int()),
  /** RFC 3463. */
  enhancedStatus: z.optional(z.string().check(z.regex(/^[245]\.\d{1,3}\.\d{1,3}$/))),
  /** What the server said last, cleaned and cut; without the password, should the server have repeated it. */
  reply: z.optional(reply),
  elapsedMs: z.number().check(z.minimum(0)),
  /** The login mechanism that was used. */
  mechanism: z.optional(z.string().check(z.maxLength(40))),
  /** Login mechanisms offered on this very connection. */
  auth: z.optional(z.array(z.string().check(z.maxLength(64))).check(z.maxLength(50))),
  /** What kind of password it looks like; says nothing of its letters. */
  secretShape: z.enum(['app-password', 'other']),
  /** Whether the user name was a whole address. */
  userForm: z.enum(['address', 'name']),
  /** The user name, of a login of the checked account that the server took. */
  user: z.optional(z.string().check(z.maxLength(320))),
  /** Why nothing was tried: no password went out. */
  refusedBecause: z.optional(
    z.enum([
      'certificate-changed',
      'certificate-untrusted',
      'no-encryption',
      'no-login-offered',
      'methods-unknown',
    ]),
  ),
  /** Of a message: whose it is, whom it was for, and its Message-ID. */
  from: z.optional(z.string().check(z.maxLength(320))),
  to: z.optional(z.string().check(z.maxLength(320))),
  messageId: z.optional(z.string().check(z.maxLength(255))),
  /** What is wrong with what the sender's domain says in DNS; absent where DNS did not tell. */
  senderPolicy: z.optional(z.array(SenderPolicyFault).check(z.maxLength(7))),
  arrival: z.optional(Arrival),
  /** Whether the server for receiving took the same name and password, where it was asked. */
  incomingLogin: z.optional(z.enum(['accepted', 'refused', 'unknown'])),
});
export type ActFacts = Readonly<z.infer<typeof ActFacts>>;

/** What the moments between sending and arriving are called everywhere: whole seconds, at least one. */
export function wholeSeconds(seconds: number): number {
  return Math.max(1, Math.round(seconds));
}

/**
 * Whether nobody knows if the server took the message: the connection ended, or the server fell silent, before its word on it. It may be on
 * its way, and who sends it again may send it twice (RFC 1047).
 */
export function isTakingUnknown({
  stage,
  outcome,
  reply,
}: {
  readonly stage: ActStage;
  readonly outcome: Outcome;
  readonly reply?: string | undefined;
}): boolean {
  return stage === 'data' && !reply && outcome !== 'ok' && outcome !== 'rejected' && outcome !== 'cancelled';
}

/** What an act can mean: the codes of the contract's section 8, its section 7's `dmarc` for a sender's domain, and those of a check where nothing could be tried. */
export const ActCode = z.enum([
  'login-accepted',
  'login-rejected',
  'login-name-form',
  'app-password-needed',
  'oauth-needed',
  'smtp-auth-off',
  'access-switch-off',
  'account-locked',
  'relay-denied',
  'sender-rejected',
  'recipient-wrong',
  'message-refused',
  'rate-limit',
  'message-accepted',
  'message-arrived',
  'message-in-junk',
  'message-bounced',
  'message-not-seen',
  'dmarc',
  ...FindingCode.options,
]);
export type ActCode = z.infer<typeof ActCode>;

/** What an act means, before it is put into words. */
export type ActJudgement = Omit<Judgement, 'code'> & { readonly code: ActCode };

/** An act with what it means; what a report keeps of it. */
export const Act = z.object({
  ...ActFacts.shape,
  findings: z.array(z.object({ ...Finding.shape, code: ActCode })).check(z.maxLength(10)),
});
export type Act = Readonly<z.infer<typeof Act>>;

/**
 * How many logins were refused, be it by silence: after several, providers lock an account. They count those of the server for receiving
 * as well, and so does this.
 */
export function refusedLogins(acts: readonly ActFacts[] = []): number {
  const outgoing = acts.filter(
    ({ stage, outcome, refusedBecause }) =>
      stage === 'auth' && refusedBecause === undefined && outcome !== 'ok' && outcome !== 'cancelled',
  );
  return outgoing.length + acts.filter(({ incomingLogin }) => incomingLogin === 'refused').length;
}
