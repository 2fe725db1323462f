import { type ActFacts, type ActProgress, isTakingUnknown, wholeSeconds } from '../../shared/model/act.ts';
import { type Said, said } from '../../shared/text/said.ts';

/** The three parts of a message's way: RFC 5598 section 2.2. */
export type LegId = 'submission' | 'relay' | 'delivery';

/** `open`: nobody knows. */
export type LegState = 'waiting' | 'moving' | 'works' | 'doubtful' | 'stuck' | 'open';

export type Leg = { readonly id: LegId; readonly state: LegState; readonly words: Said };

const notBegun = said('sending.leg.waiting');
const notKnown = said('sending.leg.not-known');

/** How far a login or a message has come while it is under way, by the steps told so far. */
export function legsOnTheWay(steps: readonly ActProgress[]): readonly Leg[] {
  const isTaken = steps.includes('accepted');
  const isWatched = steps.includes('watch');
  return [
    {
      id: 'submission',
      state: isTaken ? 'works' : 'moving',
      words: isTaken ? said('sending.leg.taken') : submissionWords(steps),
    },
    {
      id: 'relay',
      state: isTaken ? 'moving' : 'waiting',
      words: isTaken ? said('sending.leg.on-its-way') : notBegun,
    },
    {
      id: 'delivery',
      state: isWatched ? 'moving' : 'waiting',
      words: isWatched ? said('sending.leg.awaited') : notBegun,
    },
  ];
}

function submissionWords(steps: readonly ActProgress[]): Said {
  if (steps.includes('message')) return said('sending.leg.sending');
  return said(steps.includes('login') ? 'sending.leg.logging-in' : 'sending.leg.connecting');
}

/** How far it came in the end. Only the first leg belongs to a login alone. */
export function legsOf(act: ActFacts): readonly Leg[] {
  if (act.kind === 'login') return [{ id: 'submission', ...submissionEnd(act) }];
  const [relay, delivery] = journeyEnd(act);
  return [
    { id: 'submission', ...submissionEnd(act) },
    { id: 'relay', ...relay },
    { id: 'delivery', ...delivery },
  ];
}

type End = Omit<Leg, 'id'>;
const end = (state: LegState, words: Said): End => ({ state, words });

function submissionEnd(facts: ActFacts): End {
  const { kind, stage, outcome, refusedBecause, arrival } = facts;
  if (isTakingUnknown(facts) && !isSeen(arrival)) return end('open', notKnown);
  if (outcome === 'ok' || isSeen(arrival))
    return end('works', said(kind === 'login' ? 'sending.leg.logged-in' : 'sending.leg.taken'));
  if (outcome === 'cancelled') return end('open', said('sending.leg.stopped'));
  if (refusedBecause !== undefined || !['auth', 'mail', 'rcpt', 'data'].includes(stage)) {
    return end('stuck', said('sending.leg.not-tried'));
  }
  return end('stuck', said(stage === 'auth' ? 'sending.leg.login-refused' : 'sending.leg.message-refused'));
}

/** What was seen in the mailbox was taken, whatever the connection did. */
function isSeen(arrival: ActFacts['arrival']): boolean {
  return arrival !== undefined && arrival.outcome !== 'not-seen' && arrival.outcome !== 'not-watched';
}

function journeyEnd({ outcome, arrival }: ActFacts): readonly [relay: End, delivery: End] {
  if (outcome !== 'ok' && !isSeen(arrival)) return [end('waiting', notBegun), end('waiting', notBegun)];
  const passedOn = end('works', said('sending.leg.passed-on'));
  switch (arrival?.outcome) {
    case 'inbox': {
      const { afterSeconds: seconds } = arrival;
      const words =
        seconds === undefined
          ? said('sending.leg.arrived')
          : said('sending.leg.arrived-after', { seconds: wholeSeconds(seconds) });
      return [passedOn, end('works', words)];
    }
    case 'junk':
      return [passedOn, end('doubtful', said('sending.leg.junk'))];
    case 'bounced':
      // Whether it was given up on the way or at its end, the notice says.
      return [end('open', notKnown), end('stuck', said('sending.leg.came-back'))];
    case 'not-seen':
      return [end('open', notKnown), end('open', said('sending.leg.not-seen'))];
    default:
      return [end('open', notKnown), end('open', said('sending.leg.unwatched'))];
  }
}
