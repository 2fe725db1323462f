import * as z from 'zod/mini';
import { Endpoint } from '../model/endpoint.ts';
import { Finding, FindingCode, FindingWords, Severity } from '../model/finding.ts';
import { Outcome, Role, Stage } from '../model/observation.ts';

export const comparisonSchema = 'postway-comparison/1';

/** Who may be the cause. The two networks are those of the two checks; they are one where the check was made twice in the same. */
export const Party = z.enum(['older-network', 'newer-network', 'server', 'computer', 'settings']);
export type Party = z.infer<typeof Party>;

/** What two checks together say. `network-changed` is a note beside another one. */
export const ComparisonCode = z.enum([
  'network-to-blame',
  'address-to-blame',
  'both-networks',
  'server-to-blame',
  'computer-to-blame',
  'settings-to-blame',
  'server-or-network',
  'two-faults',
  'mended',
  'broken-since',
  'unchanged',
  'other-fault',
  'both-work',
  'nothing-seen',
  'not-comparable',
  'network-changed',
]);
export type ComparisonCode = z.infer<typeof ComparisonCode>;

/** Whether the two checks were made in one network; `unknown` where a report does not say in which it was made. */
export const NetworkRelation = z.enum(['same', 'other', 'unknown']);
export type NetworkRelation = z.infer<typeof NetworkRelation>;

/** `doubted`: the dialogue came to its end, and the certificate does not show that this is the server. */
const Fate = z.object({ outcome: Outcome, stage: Stage, doubted: z.optional(z.literal(true)) });
export type Fate = Readonly<z.infer<typeof Fate>>;

/** An endpoint that was tried both times and fared differently. */
export const Difference = z.object({ role: Role, ...Endpoint.shape, older: Fate, newer: Fate });
export type Difference = Readonly<z.infer<typeof Difference>>;

const Run = z.object({
  startedAt: z.string().check(z.maxLength(40)),
  verdict: FindingCode,
  severity: Severity,
});

/** A conclusion from two checks. Its evidence is observation ids, each with `older:` or `newer:` before it. */
export const ComparisonFinding = z.object({
  ...Finding.shape,
  code: ComparisonCode,
  words: FindingWords,
});
export type ComparisonFinding = Readonly<z.infer<typeof ComparisonFinding>>;

/** What differs between two checks, and what follows from it. */
export const Comparison = z.object({
  schema: z.literal(comparisonSchema),
  language: z.string().check(z.maxLength(40)),
  older: Run,
  newer: Run,
  network: NetworkRelation,
  /** Most important first; the first is the verdict. */
  findings: z.array(ComparisonFinding).check(z.minLength(1), z.maxLength(5)),
  /** Who is not the cause. */
  cleared: z.array(Party),
  /** Among whom the cause is. Empty when nothing is wrong any more, or nothing can be said. */
  left: z.array(Party),
  differences: z.array(Difference).check(z.maxLength(200)),
});
export type Comparison = Readonly<z.infer<typeof Comparison>>;

/** A conclusion before it is put into words. */
export type ComparisonJudgement = Omit<ComparisonFinding, 'headline' | 'detail' | 'advice'>;

/** A comparison before it is put into words. */
export type Compared = Omit<Comparison, 'schema' | 'language' | 'findings'> & {
  readonly findings: readonly ComparisonJudgement[];
};
