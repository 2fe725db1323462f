import type { ErrorCode } from '../../../shared/model/error-code.ts';
import type { Observation, Outcome } from '../../../shared/model/observation.ts';

export type ObservedError = NonNullable<Observation['error']>;

/** Leaves a dialogue early; thrown by a `Conversation` and caught in `dialogue.ts`, or by a dialogue that can go on. */
export class DialogueEnded extends Error {
  readonly outcome: Exclude<Outcome, 'ok'>;
  readonly error: ObservedError;
  constructor(outcome: Exclude<Outcome, 'ok'>, error: ObservedError) {
    super(error.message);
    this.name = 'Ended';
    this.outcome = outcome;
    this.error = error;
  }
}

const meanings: Readonly<Record<ErrorCode, string>> = {
  'no-answer': 'no answer to any connection attempt',
  'no-greeting': 'connected, but the server did not greet',
  'no-reply': 'the server stopped answering',
  'closed-early': 'the server ended the connection',
  'http-answer': 'a web server answered',
  'not-the-protocol': 'what answered does not speak this protocol',
  'too-long': 'the answer was longer than any honest one',
  'not-tls': 'the answer was not TLS',
  'starttls-not-offered': 'the server does not offer to begin TLS',
  'starttls-masked': 'the offer to begin TLS has been overwritten on the way',
  'tls-alert': 'the server refused to negotiate TLS',
  'tls-failed': 'TLS could not be negotiated',
  'pre-authenticated': 'the server claims that we are logged in already',
  'no-name': 'the name does not exist',
  'no-data': 'the name has no address',
  'no-dns-answer': 'no DNS server answered',
  cancelled: 'stopped before the end',
};

/** One of our own words as an observation's error, with its meaning in technical English and what the other side said. */
export function ourError(code: ErrorCode, said = ''): ObservedError {
  return said === '' ? remarked(code) : { ...remarked(code, said), said };
}

/** The same with a remark of our own. */
export function remarked(code: ErrorCode, remark = ''): ObservedError {
  return { code, message: remark === '' ? meanings[code] : `${meanings[code]}: ${remark}` };
}
