import { type ActCode, type ActFacts, wholeSeconds } from '../../model/act.ts';
import type { Cause } from '../../model/explanation.ts';
import type { Severity } from '../../model/finding.ts';
import { ownErrorWords } from '../../model/own-error.ts';
import { type Said, said } from '../../text/said.ts';
import type { ActContext } from './context.ts';
import { failedChecks } from './message-rules.ts';
import type { ActWords } from './words.ts';

type Arrived = { readonly code: ActCode; readonly severity: Severity; readonly words: ActWords };

/** What became of a message that the server took. */
export function arrivalOf(
  { endpoint: { host }, reply = '', to = '', arrival }: ActFacts,
  { bounceCauses = [] }: Pick<ActContext, 'bounceCauses'>,
): Arrived {
  const { folder = '', afterSeconds = 0, bounce = '', authenticationResults } = arrival ?? {};
  const seconds = wholeSeconds(afterSeconds);
  const failed = authenticationResults === undefined ? [] : failedChecks(authenticationResults);
  const failure = failed.length === 0 ? [] : [said('act.checks-failed', { checks: failed })];
  const mend = failed.length === 0 ? [] : [said(mendOf(failed))];
  const words = (headline: Said, detail: readonly Said[], advice: readonly Said[] = []): ActWords => ({
    headline,
    detail,
    advice,
  });
  switch (arrival?.outcome) {
    case 'inbox': {
      const detail = [said('act.message-arrived.detail', { folder, seconds }), ...failure];
      return {
        code: 'message-arrived',
        severity: failed.length > 0 ? 'warning' : 'note',
        words: words(said('act.message-arrived.headline'), detail, mend),
      };
    }
    case 'junk': {
      const detail = [said('act.message-in-junk.detail', { folder, seconds }), ...failure];
      return {
        code: 'message-in-junk',
        severity: 'warning',
        words: words(said('act.message-in-junk.headline'), detail, [
          said('act.message-in-junk.advice'),
          ...mend,
        ]),
      };
    }
    case 'bounced':
      return {
        code: 'message-bounced',
        severity: 'problem',
        words: words(
          said('act.message-bounced.headline'),
          [said('act.message-bounced.detail', { host, bounce })],
          [said(bounceAdvice(bounceCauses[0]))],
        ),
      };
    case 'not-seen':
      return {
        code: 'message-not-seen',
        severity: 'warning',
        words: words(
          said('act.message-not-seen.headline'),
          bounce === ''
            ? [said('act.message-not-seen.detail', { host })]
            : [said('act.message-not-seen.detail.delayed', { host, notice: bounce })],
          [said(bounce === '' ? 'act.message-not-seen.advice' : 'act.message-not-seen.advice.delayed')],
        ),
      };
    case 'not-watched':
    case undefined:
      return {
        code: 'message-accepted',
        severity: 'note',
        words: words(said('act.message-accepted.headline'), [
          said('act.message-accepted.detail', { host, reply }),
          ...unwatched(arrival),
          said('act.message-accepted.look', { to }),
        ]),
      };
  }
}

/** What is to be done about a message that came back, where its notice says why; every usual case where it does not. */
function bounceAdvice(cause: Cause | undefined) {
  switch (cause) {
    case 'recipient-quota':
      return 'act.message-bounced.advice.full';
    case 'recipient-wrong':
      return 'act.message-bounced.advice.unknown';
    case 'content-refused':
    case 'client-blocklisted':
    case 'client-refused':
    case 'dmarc':
      return 'act.message-bounced.advice.refused';
    default:
      return 'act.message-bounced.advice';
  }
}

/** Why nobody saw whether it arrived, where that is known. */
function unwatched(
  { because, reason }: NonNullable<ActFacts['arrival']> = { outcome: 'not-watched' },
): Said[] {
  if (because !== undefined) return [said(`act.unwatched.${because}`)];
  if (reason === undefined) return [];
  const own = ownErrorWords(reason);
  return [own ? said('act.unwatched.failed.own', { reason: own }) : said('act.unwatched.failed', { reason })];
}

/** Entries that are missing fit nothing and contradict nothing. */
function mendOf(failed: readonly string[]) {
  const areMissing = failed.every((check) => check.endsWith('=none'));
  return areMissing ? 'act.checks-missing.advice' : 'act.checks-failed.advice';
}
