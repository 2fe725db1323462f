import type { Observation } from '../model/observation.ts';
import { saidByOthers } from '../model/said-by-others.ts';
import { blockListIn } from '../parse/block-lists.ts';
import { type Objection, objectionIn } from '../parse/smtp-objections.ts';
import type { Facts } from './facts.ts';
import { isForLogins } from './submission-ports.ts';

/**
 * Attempts that the user's server turned away at its greeting or in answer to EHLO. Where a port that programs log in on is among them,
 * only those: what is said on port 25 is then no news.
 */
export function turnedAway(facts: Facts): Observation[] {
  const away = facts.submission.filter(
    (o) => o.outcome === 'rejected' && (o.stage === 'greeting' || o.stage === 'ehlo'),
  );
  const onLoginPorts = away.filter((o) => isForLogins(facts, o));
  return onLoginPorts.length > 0 ? onLoginPorts : away;
}

/** What a server that turned us away has against us. */
export function objectionOf(o: Observation): Objection {
  return objectionIn(o.error?.code ?? '', saidBy(o));
}

/** The block list that a refusal names, or null. */
export function listNamedBy(o: Observation): string | null {
  return blockListIn(saidBy(o));
}

function saidBy(o: Observation): string {
  return `${saidByOthers(o)} ${o.greeting ?? ''}`;
}
