import type { Found } from './found.ts';
import type { KindName } from './kinds.ts';
import { kindsOfRecipient } from './refused-command.ts';

type Row = readonly [lesser: (found: Found) => boolean, beside: (found: Found, lesser: Found) => boolean];

/** What tells no more of a text than that something went wrong. */
const vague: ReadonlySet<KindName> = new Set<KindName>([
  'refused-somehow',
  'came-back',
  'still-trying',
  'not-a-failure',
  'remote-down',
  'gave-up',
  'policy',
]);
const exactCertificate: ReadonlySet<KindName> = new Set<KindName>([
  'certificate-name',
  'certificate-expired',
  'certificate-not-yet',
  'certificate-self-signed',
  'certificate-untrusted',
  'certificate-chain',
]);

/** What says less than something else in the same text, or would contradict it; in this order, so that two never take each other away. */
const rows: readonly Row[] = [
  // Why a login was refused says more than that it was.
  [
    ({ kind, program, replyCode }) =>
      kind === 'login-refused' && program === undefined && replyCode === undefined,
    ({ kind, stage, program }) => kind !== 'login-refused' && stage === 'auth' && program !== undefined,
  ],
  // .NET has the same words for an encryption that failed.
  [
    ({ kind, program, replyCode }) =>
      kind === 'login-refused' && program === undefined && replyCode === undefined,
    ({ kind, program }) => kind === 'tls-failed' && program === '.NET',
  ],
  // A server that answers a login has not heard of any recipient: the user it does not know is the one who logs in.
  [
    ({ kind, replyCode }) => kindsOfRecipient.has(kind) && replyCode === undefined,
    ({ stage, replyCode }) => stage === 'auth' && replyCode === 535,
  ],
  [
    ({ isFrame }) => isFrame === true,
    (other, { kind }) => other.isFrame !== true && other.kind !== kind && !vague.has(other.kind),
  ],
  // A "wrong version number" is no version that is wrong: there was no encryption at all.
  [({ kind }) => kind === 'tls-versions', ({ kind }) => kind === 'tls-on-plain-port'],
  [({ kind }) => kind === 'certificate-any', ({ kind }) => exactCertificate.has(kind)],
  [({ kind }) => kind === 'relay-refused', ({ kind }) => kind === 'relay-without-login'],
];

/** What was found in one text, without what says less than something beside it, or the opposite. */
export function withoutOverruled(found: readonly Found[]): Found[] {
  return rows.reduce<Found[]>(
    (left, [isLesser, isBetter]) =>
      left.filter((one) => !isLesser(one) || !left.some((other) => isBetter(other, one))),
    [...found],
  );
}
