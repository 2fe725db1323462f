import type { Found } from './found.ts';
import type { KindName } from './kinds.ts';
import { kindsOfRecipient } from './refused-command.ts';

/** What became of the message, which stands beside the reason. */
const fates: ReadonlySet<KindName> = new Set<KindName>(['came-back', 'still-trying']);

/** What tells no more of a text than that something went wrong. */
const reasonless: ReadonlySet<KindName> = new Set<KindName>([
  ...fates,
  'refused-somehow',
  'not-a-failure',
  'remote-down',
  'gave-up',
  'policy',
]);

/** Said of whatever fails on the same step: beside anything else it adds nothing. */
const vague: ReadonlySet<KindName> = new Set<KindName>([
  ...reasonless,
  'no-connection',
  'hoster-closed',
  'tls-failed',
  'certificate-any',
  'login-refused',
  'receiving-refused',
  'sender-refused',
  'recipients-refused',
  'recipient-refused',
  'content',
  'program-broken',
]);

/**
 * A text tells of one attempt, which ended at one step: once the most telling words are understood, what else fires on a part of them is
 * explained away, and what would have happened at another step did not. Beside the first stays only what has a proof of its own: another
 * reply of a server, a number of the system or of the program, and what became of the message. `found` has the most telling first.
 */
export function oneFailure(found: readonly Found[]): Found[] {
  const [first, ...others] = exactFirst(withoutFrames(withoutRecipientsOfLogin(withoutEnd(found))));
  if (!first) return [];
  // Why it came back says more than that it did, which has every usual reason for its own.
  const isSaidBetter = found.some(({ kind }) => kind === 'still-trying') || !reasonless.has(first.kind);
  const kept = others.filter((other) =>
    fates.has(other.kind) ? other.kind === 'still-trying' || !isSaidBetter : hasOwnProof(other, first),
  );
  const program = first.program ?? others.find((other) => other.program !== undefined)?.program;
  return [{ ...first, ...(program !== undefined && { program }) }, ...kept];
}

/** That encryption failed says less than how, whoever says so first. */
function exactFirst(found: readonly Found[]): readonly Found[] {
  const [first] = found;
  const isVague = first?.kind === 'certificate-any' || first?.kind === 'tls-failed';
  const exact = isVague ? found.find(({ kind }) => exactly.has(kind)) : undefined;
  return exact === undefined ? found : [exact, ...found.filter((one) => one !== exact)];
}

const exactly: ReadonlySet<KindName> = new Set<KindName>([
  'tls-versions',
  'tls-on-plain-port',
  'certificate-name',
  'certificate-expired',
  'certificate-not-yet',
  'certificate-self-signed',
  'certificate-untrusted',
]);

/** Who goes on trying has not given up, whatever words stand in it. */
function withoutEnd(found: readonly Found[]): readonly Found[] {
  const isUnderWay = found.some(({ kind }) => kind === 'still-trying');
  return isUnderWay ? found.filter(({ kind }) => kind !== 'gave-up') : found;
}

/** With these words a program begins whatever it was told: they yield to what it was told. */
function withoutFrames(found: readonly Found[]): readonly Found[] {
  const reasons = found.filter((one) => !one.isFrame && !reasonless.has(one.kind) && !isBareLogin(one));
  return found.filter(({ kind, isFrame }) => !isFrame || reasons.every((reason) => reason.kind === kind));
}

/** That a login was refused, said by nobody in particular: whoever says why says more. */
function isBareLogin({ kind, program, replyCode }: Found): boolean {
  return kind === 'login-refused' && program === undefined && replyCode === undefined;
}

/** A server that answers a login has not heard of any recipient: the user it does not know is the one who logs in. */
function withoutRecipientsOfLogin(found: readonly Found[]): readonly Found[] {
  const isLogin = found.some(({ stage, replyCode }) => stage === 'auth' && replyCode === 535);
  return found.filter(
    ({ kind, replyCode }) => !isLogin || replyCode !== undefined || !kindsOfRecipient.has(kind),
  );
}

function hasOwnProof(other: Found, first: Found): boolean {
  if (vague.has(other.kind)) return false;
  if (!isOfServer(other)) return isOfNumber(other) && !isOfServer(first);
  if (other.certainty === 'possible') return false;
  return !isOfServer(first) || (other.replyCode ?? 0) !== (first.replyCode ?? 0);
}

function isOfServer({ replyCode, enhancedStatus, certainty }: Found): boolean {
  return (replyCode !== undefined || enhancedStatus !== undefined) && certainty !== 'certain';
}

/** Of Outlook or of an operating system: what Thunderbird says has no number. */
function isOfNumber({ certainty, code, program }: Found): boolean {
  return certainty === 'certain' && code !== undefined && program !== 'Thunderbird';
}
