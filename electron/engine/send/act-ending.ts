import type { ActFacts, ActStage } from '../../../shared/model/act.ts';
import type { Outcome } from '../../../shared/model/observation.ts';

/** How an act ended, before anything is made harmless. */
export type ActEnding = {
  readonly stage: ActStage;
  readonly outcome: Outcome;
  /** An errno name, a reply code or one of our own words. */
  readonly code?: string;
  /** The server's own words. */
  readonly reply?: string;
  /** Our own refusal; no password went out. */
  readonly because?: NonNullable<ActFacts['refusedBecause']>;
};

/** The reply code and enhanced status code at the beginning of a server's words, or in a code kept apart from them. */
export function codesOf({
  code = '',
  reply = '',
}: Pick<ActEnding, 'code' | 'reply'>): Pick<ActFacts, 'replyCode' | 'enhancedStatus'> {
  const replyCode = /^([2-5]\d\d)(?=[ -]|$)/.exec(reply)?.[1] ?? /^[2-5]\d\d$/.exec(code)?.[0];
  const enhanced = /^(?:[2-5]\d\d[ -])?([245]\.\d{1,3}\.\d{1,3})(?=\s|$)/.exec(reply)?.[1];
  const status = enhanced ?? /^[245]\.\d{1,3}\.\d{1,3}$/.exec(code)?.[0];
  return {
    ...(replyCode === undefined ? {} : { replyCode: Number(replyCode) }),
    ...(status === undefined ? {} : { enhancedStatus: status }),
  };
}

/** A reply of several lines (RFC 5321 section 4.2.1) as one: its codes stand at the beginning alone. */
export function onOneLine(reply: string): string {
  return reply
    .trimEnd()
    .replace(/^([2-5]\d\d)-(?=[\s\S]*\n)/, '$1 ')
    .replace(/\s*[\r\n]+(?:[2-5]\d\d(?:[ -](?:[245]\.\d{1,3}\.\d{1,3}(?: |$))?|$))?/gm, ' ');
}
