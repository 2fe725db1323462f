import * as z from 'zod/mini';
import { Server } from './check.ts';
import { Said } from './said.ts';

/** The contract's finding codes. Which is nearest the user: `diagnose/rules/index.ts`. */
export const FindingCode = z.enum([
  'all-clear',
  'port-25-blocked',
  'port-25-intercepted',
  'mail-allow-list',
  'submission-blocked',
  'submission-port-blocked',
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
  'packet-size',
  'relayed-elsewhere',
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
  'network-changed',
  'this-computer',
  'proxy-only',
  'private-address',
  'dns-slow',
  'inconclusive',
]);
export type FindingCode = z.infer<typeof FindingCode>;

export const Severity = z.enum(['problem', 'warning', 'note']);
export type Severity = z.infer<typeof Severity>;

export const Confidence = z.enum(['certain', 'likely', 'possible']);
export type Confidence = z.infer<typeof Confidence>;

const sentence = z.string().check(z.maxLength(2000));

/** What a finding says, in no language: from this it is put into words. */
export const FindingWords = z.object({
  headline: Said,
  detail: z.array(Said).check(z.maxLength(20)),
  advice: z.array(Said).check(z.maxLength(10)),
});
export type FindingWords = Readonly<z.infer<typeof FindingWords>>;

/** A conclusion, its words, and the observations that prove it. */
export const Finding = z.object({
  code: FindingCode,
  severity: Severity,
  confidence: Confidence,
  headline: sentence,
  detail: sentence,
  advice: z.array(sentence).check(z.maxLength(10)),
  /** Ids of observations. */
  evidence: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(500)),
  /** The same as `headline`, `detail` and `advice`, for other languages. Reports of schema 1 have none. */
  words: z.optional(FindingWords),
});
export type Finding = Readonly<z.infer<typeof Finding>>;

/** A finding before it is put into words. */
export type Judgement = Omit<Finding, 'headline' | 'detail' | 'advice' | 'words'> & {
  readonly words: FindingWords;
};

/** All findings, most important first; the verdict is the first of them. */
export type Diagnosis = { readonly verdict: Finding; readonly findings: readonly Finding[] };

const value = z.string().check(z.maxLength(255));

/** One thing to change in the mail program: the field, what it says today, what it should say. */
export const Change = z.object({
  field: z.enum(['host', 'port', 'security']),
  from: value,
  to: value,
});
export type Change = Readonly<z.infer<typeof Change>>;

export const Recommendation = z.object({
  outgoing: Server,
  incoming: z.nullable(Server),
  why: sentence,
  alternatives: z.array(Server).check(z.maxLength(50)),
  /** Present when the current settings were given; `null` when they were not. Empty: nothing to change. */
  change: z.nullable(z.array(Change)),
  /** The same as `why`, a sentence each, for other languages. Reports of schema 1 have none. */
  words: z.optional(z.object({ why: z.array(Said).check(z.maxLength(20)) })),
});
export type Recommendation = Readonly<z.infer<typeof Recommendation>>;

/** A recommendation before it is put into words. */
export type Recommended = Omit<Recommendation, 'why' | 'words'> & {
  readonly words: { readonly why: readonly Said[] };
};
