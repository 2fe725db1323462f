import * as z from 'zod/mini';
import { Endpoint } from './endpoint.ts';
import { Family } from './family.ts';

/** How far an attempt came: the stage it was in when it ended. */
export const Stage = z.enum(['dns', 'connect', 'tls', 'greeting', 'ehlo', 'starttls', 'auth', 'done']);
export type Stage = z.infer<typeof Stage>;

/** How an attempt ended. `refused` is a RST to our SYN, `unreachable` is ICMP or no route, `closed` an early FIN. */
export const Outcome = z.enum([
  'ok',
  'timeout',
  'refused',
  'unreachable',
  'reset',
  'closed',
  'rejected',
  'protocol-error',
  'tls-error',
  'dns-error',
  'cancelled',
]);
export type Outcome = z.infer<typeof Outcome>;

/** Why an endpoint is probed. `reference` is somebody else's server (a control), `portal` the connectivity check. */
export const Role = z.enum(['outgoing', 'incoming', 'reference', 'portal']);
export type Role = z.infer<typeof Role>;

/**
 * What a control is for.
 * `mail`: a mail server of another operator. `not-listening`: a host known not to listen on that port.
 * `made-up-name`: a name that cannot exist. `well-known-address`: an address reached by number, without DNS.
 * `nameless`: the user's own server, with which TLS is begun without telling it which name is wanted (SNI).
 */
export const ControlKind = z.enum([
  'mail',
  'not-listening',
  'made-up-name',
  'well-known-address',
  'nameless',
]);
export type ControlKind = z.infer<typeof ControlKind>;

/** What is wrong with a server's certificate chain, the gravest first. */
export const CertificateProblem = z.enum([
  'name-mismatch',
  'expired',
  'not-yet-valid',
  'self-signed',
  'untrusted-issuer',
  'chain-incomplete',
  'weak-signature',
]);
export type CertificateProblem = z.infer<typeof CertificateProblem>;

const text = z.string().check(z.maxLength(4096));

/** As many names as are kept of a certificate, which may have more. */
export const mostCertificateNames = 100;

export const TlsFacts = z.object({
  /** As TLS names it: `TLSv1.3`, `TLSv1.2`, `TLSv1.1`, `TLSv1`. */
  version: text,
  cipher: text,
  /** The chain leads to an issuer this computer trusts, is valid now, and is for the host's name. */
  trusted: z.boolean(),
  /** The gravest problem; absent when there is none. */
  problem: z.optional(CertificateProblem),
  /** Every problem found, the gravest first. */
  problems: z.array(CertificateProblem),
  /** The chain ends at an authority of the public web's list, whatever this computer additionally trusts. */
  isPubliclyIssued: z.boolean(),
  subject: text,
  issuer: text,
  /** Subject of the last certificate of the chain, or of the issuer it names when that was not sent. */
  topIssuer: text,
  names: z.array(text).check(z.maxLength(mostCertificateNames)),
  /** ISO 8601 UTC. */
  validFrom: text,
  /** ISO 8601 UTC. */
  validTo: text,
  fingerprint256: text,
  /** Certificates that the server sent. */
  chainLength: z.int(),
});
export type TlsFacts = Readonly<z.infer<typeof TlsFacts>>;

const milliseconds = z.number().check(z.minimum(0));

/** Duration of each stage in milliseconds; a stage not entered is absent. */
export const Timings = z.object({
  dns: z.optional(milliseconds),
  connect: z.optional(milliseconds),
  tls: z.optional(milliseconds),
  greeting: z.optional(milliseconds),
  ehlo: z.optional(milliseconds),
  starttls: z.optional(milliseconds),
  auth: z.optional(milliseconds),
});
export type Timings = z.infer<typeof Timings>;

/** What the connectivity check was answered. */
export const WebAnswer = z.object({
  status: z.int(),
  /** The answer is word for word the one this address always gives. */
  isExpected: z.boolean(),
  /** Where a redirect pointed. */
  location: z.optional(text),
  /** The server's Date header minus this computer's clock, in milliseconds. */
  clockOffsetMs: z.optional(z.number()),
});
export type WebAnswer = Readonly<z.infer<typeof WebAnswer>>;

/**
 * One attempt at one endpoint over one IP address, whatever became of it. A name that could not be looked up
 * is one observation with `stage: 'dns'`, no address and no family. A lookup made for its own sake (a made-up
 * name) has protocol `tcp` and port 53.
 */
export const Observation = z.object({
  id: z.string().check(z.maxLength(40)),
  role: Role,
  ...Endpoint.shape,
  address: z.nullable(text),
  family: z.nullable(Family),
  outcome: Outcome,
  stage: Stage,
  /**
   * When the attempt began that ended it (of silence, the first), since the start of the check. The lookup of the name, `timings.dns`,
   * came before it.
   */
  startedMs: milliseconds,
  elapsedMs: milliseconds,
  /** When the first attempt began, where another one ended it. */
  sinceMs: z.optional(milliseconds),
  timings: Timings,
  /** Text of the greeting reply, lines joined by \n, without the code for SMTP. */
  greeting: z.optional(text),
  /** Name the server gave itself in its EHLO reply (SMTP only). */
  serverName: z.optional(text),
  /** What was offered after TLS where there is TLS, keyword first: `STARTTLS`, `SIZE 1000`, `AUTH PLAIN LOGIN`. */
  capabilities: z.optional(z.array(text).check(z.maxLength(200))),
  /** What was offered before TLS began (STARTTLS only). Evidence, never believed. */
  capabilitiesBeforeTls: z.optional(z.array(text).check(z.maxLength(200))),
  /** Login mechanisms offered, upper case: `PLAIN`, `LOGIN`, `XOAUTH2`. Empty: known to offer none. */
  auth: z.optional(z.array(text).check(z.maxLength(50))),
  tls: z.optional(TlsFacts),
  web: z.optional(WebAnswer),
  /**
   * `code` is a reply code (`554`, `5.7.1`), an errno name, or one of the words of `error-code.ts`. `said` is what the other side or the TLS
   * library said where the code is a word of ours; older reports have it in `message` alone: `said-by-others.ts`. `replyCode` is the reply's
   * three digits where `code` is its enhanced status code.
   */
  error: z.optional(
    z.object({ code: text, message: text, said: z.optional(text), replyCode: z.optional(z.int()) }),
  ),
  /** How EHLO with our address in place of a name (RFC 5321 section 4.1.3) was refused, where a name was then taken. */
  literalRefused: z.optional(z.object({ code: text, message: text })),
  /** SYNs sent by separate connection attempts. */
  attempts: z.optional(z.int()),
  /**
   * Of an attempt that nobody answered: whether others were heard so late in it that the line was alive. Of one that was turned away by
   * this computer or near by, or said to be out of reach: whether others were heard between the times when it was.
   */
  witnessed: z.optional(z.boolean()),
  /** Bytes that arrived in clear where TLS was about to begin; thrown away (RFC 3207 section 4.2). */
  injectedBytes: z.optional(z.int()),
  /** For controls. */
  control: z.optional(ControlKind),
  /** Who runs the control. */
  operator: z.optional(text),
  /** Whether a router's list of well-known providers would contain the operator. */
  operatorSize: z.optional(z.enum(['large', 'small'])),
});
export type Observation = Readonly<z.infer<typeof Observation>>;

const order = Stage.options;

/** Whether an attempt came at least as far as `stage` before it ended. */
export function hasReached(observation: Pick<Observation, 'stage'>, stage: Stage): boolean {
  return order.indexOf(observation.stage) >= order.indexOf(stage);
}

/** The TCP connection was made, whatever happened afterwards: only then is `timings.connect` known. */
export function hasConnected(observation: Pick<Observation, 'timings'>): boolean {
  return observation.timings.connect !== undefined;
}
