import * as z from 'zod/mini';

/**
 * Our own words for `Observation.error.code`. Beside them stand reply codes (`554`, or `5.7.1` when the server gave an
 * enhanced one) with `rejected`, and errno names (`ECONNREFUSED`) with `refused`, `unreachable` and `reset`.
 */
export const ErrorCode = z.enum([
  /** `timeout` at connect: enough SYNs over enough time stayed without answer. */
  'no-answer',
  /** `timeout` at greeting: connected, and the server said nothing (or not a whole greeting) in 30 s. */
  'no-greeting',
  /** `timeout` later on: a command or the TLS handshake was not answered. */
  'no-reply',
  /** `closed`: the other side ended the connection before the stage was over. */
  'closed-early',
  /** `protocol-error`: what answered speaks HTTP; a captive portal often does. */
  'http-answer',
  /** `protocol-error`: what answered is none of the protocols we know. */
  'not-the-protocol',
  /** `protocol-error`: longer than any honest line, reply or dialogue. */
  'too-long',
  /** `protocol-error` at tls: we began TLS, and what came back was plain text of the mail protocol or something else. */
  'not-tls',
  /** `rejected` at starttls: STARTTLS (STLS) is not among the capabilities. */
  'starttls-not-offered',
  /** `rejected` at starttls: the place where STARTTLS would stand is overwritten (`XXXXXXXA`), or the greeting is starred. */
  'starttls-masked',
  /** `tls-error`: refused by a TLS alert. */
  'tls-alert',
  /** `tls-error`: TLS failed in another way. */
  'tls-failed',
  /** `protocol-error` at greeting: IMAP said PREAUTH where TLS was wanted; nobody honest does. */
  'pre-authenticated',
  /** `dns-error`: NXDOMAIN. */
  'no-name',
  /** `dns-error`: the name exists and has no address. */
  'no-data',
  /** `dns-error`: no DNS server answered. */
  'no-dns-answer',
  /** `cancelled`. */
  'cancelled',
]);
export type ErrorCode = z.infer<typeof ErrorCode>;
