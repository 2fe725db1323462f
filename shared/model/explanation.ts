import * as z from 'zod/mini';
import { Asker } from './asker.ts';
import { PortNumber } from './endpoint.ts';
import { explanationSchema } from './explained.ts';
import { Stage } from './observation.ts';
import { Said } from './said.ts';

/** What can make a message, a login or a connection fail: findings of a check, and what only a text can tell. */
export const Cause = z.enum([
  'all-clear',
  'port-25-blocked',
  'port-25-intercepted',
  'mail-allow-list',
  'submission-blocked',
  'submission-failing',
  'mail-ports-blocked',
  'port-closed',
  'server-down',
  'domain-not-found',
  'no-smtp-service',
  'domain-misspelt',
  'dns-hijacked',
  'dns-unreachable',
  'offline',
  'captive-portal',
  'ipv6-unreachable',
  'tls-intercepted',
  'tls-blocked',
  'starttls-stripped',
  'starttls-unsteady',
  'starttls-refused',
  'no-encryption',
  'clock-wrong',
  'certificate-expired',
  'certificate-name-mismatch',
  'certificate-untrusted',
  'certificate-chain-incomplete',
  'tls-too-old',
  'server-busy',
  'client-blocklisted',
  'client-refused',
  'client-certificate-wanted',
  'name-not-served',
  'auth-not-offered',
  'security-mismatch',
  'slow-greeting',
  'inconclusive',
  'submission-port-blocked',
  'packet-size',
  'this-computer',
  'private-address',
  'proxy-only',
  'login-rejected',
  'app-password-needed',
  'oauth-needed',
  'relay-denied',
  'sender-rejected',
  'auth-needed',
  'auth-method-wrong',
  'login-name-form',
  'access-switch-off',
  'smtp-auth-off',
  'account-locked',
  'account-policy',
  'account-in-use',
  'plan-without-programs',
  'hoster-blocks-smtp',
  'local-firewall',
  'antivirus',
  'vpn',
  'connection-lost',
  'slow-line',
  'server-name-wrong',
  'wrong-port',
  'server-misconfigured',
  'certificate-problem',
  'recipient-wrong',
  'recipient-quota',
  'own-quota',
  'rate-limit',
  'too-many-connections',
  'greylisting',
  'message-too-large',
  'content-refused',
  'dmarc',
  'server-policy',
  'remote-server-down',
  'program-broken',
  'profile-broken',
  'program-too-old',
  'computer-name-invalid',
  'imap-disabled',
  'pop-disabled',
  'pop-before-smtp',
  'read-inner-code',
  'not-a-send-failure',
  'network-changed',
  'dns-slow',
  'relayed-elsewhere',
]);
export type Cause = z.infer<typeof Cause>;

/** Why a message came back, for one recipient. */
export const BounceReason = z.enum([
  'user-unknown',
  'mailbox-full',
  'mailbox-disabled',
  'host-unknown',
  'relay-denied',
  'sender-blocked',
  'sender-authentication',
  'spam',
  'virus',
  'policy',
  'too-big',
  'rate-limited',
  'network',
  'expired',
  'server-error',
  'not-a-failure',
  'unknown',
]);
export type BounceReason = z.infer<typeof BounceReason>;

/** When the same message may be sent again: at once, after some time, after something was changed, or not at all. */
export const Retry = z.enum(['now', 'later', 'after-change', 'never']);
export type Retry = z.infer<typeof Retry>;

const label = z.string().check(z.maxLength(100));
const line = z.string().check(z.maxLength(1000));
const replyCode = z.int().check(z.minimum(200), z.maximum(599));
const enhancedStatus = z.string().check(z.regex(/^[245]\.\d{1,3}\.\d{1,3}$/));

/** One thing that was recognised in the text. */
export const ExplanationItem = z.object({
  /** The program, library or server that says it, where that is certain. */
  program: z.optional(label),
  /** The code as it is usually written, such as `0x800CCC0E` or `ECONNREFUSED`. */
  code: z.optional(label),
  /** The words it was recognised by, masked. */
  matched: z.string().check(z.maxLength(300)),
  meaning: line,
  /** The key of `meaning` and its values, so that another language can be made of it. */
  words: Said,
  certainty: z.enum(['certain', 'likely', 'possible']),
  /** The most probable first. */
  causes: z.array(Cause).check(z.maxLength(10)),
  server: z.optional(z.object({ host: z.string().check(z.maxLength(255)), port: z.optional(PortNumber) })),
  stage: z.optional(Stage),
  replyCode: z.optional(replyCode),
  enhancedStatus: z.optional(enhancedStatus),
  retry: Retry,
});
export type ExplanationItem = Readonly<z.infer<typeof ExplanationItem>>;

/** What a bounce says of one recipient. */
export const BounceRecipient = z.object({
  address: z.string().check(z.maxLength(320)),
  action: z.enum(['failed', 'delayed', 'delivered', 'relayed', 'expanded']),
  status: z.optional(enhancedStatus),
  replyCode: z.optional(replyCode),
  reason: BounceReason,
  diagnostic: z.optional(line),
});
export type BounceRecipient = Readonly<z.infer<typeof BounceRecipient>>;

export const Explanation = z.object({
  schema: z.literal(explanationSchema),
  /** False when nobody knows the text. */
  known: z.boolean(),
  /** The most telling first. */
  items: z.array(ExplanationItem).check(z.maxLength(10)),
  bounce: z.optional(
    z.object({
      /** `rfc3464`, `rfc5965` (a complaint), `auto-reply`, `free-text`. */
      format: label,
      recipients: z.array(BounceRecipient).check(z.maxLength(100)),
    }),
  ),
  /** For whom `advice` is meant. */
  asker: z.optional(Asker),
  advice: z.optional(z.array(z.string().check(z.maxLength(2000))).check(z.maxLength(10))),
});
export type Explanation = Readonly<z.infer<typeof Explanation>>;
