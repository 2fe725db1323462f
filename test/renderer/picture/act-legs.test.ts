import { expect, test } from 'vitest';
import { legsOf, legsOnTheWay } from '../../../renderer/picture/act-legs.ts';
import type { ActFacts, ActProgress } from '../../../shared/model/act.ts';
import { english } from '../../support/english.ts';
import { anAct } from '../../support/sample-acts.ts';

const drawn = (legs: ReturnType<typeof legsOf>) =>
  legs.map(({ state, words }) => `${state}: ${english(words)}`);

test.each<[readonly ActProgress[], readonly string[]]>([
  [[], ['moving: Connecting …', 'waiting: Not begun', 'waiting: Not begun']],
  [
    ['mailbox', 'connect', 'login'],
    ['moving: Logging in …', 'waiting: Not begun', 'waiting: Not begun'],
  ],
  [
    ['connect', 'login', 'message'],
    ['moving: Logged in, sending …', 'waiting: Not begun', 'waiting: Not begun'],
  ],
  [
    ['connect', 'login', 'message', 'accepted'],
    ['works: Logged in, message taken', 'moving: On its way …', 'waiting: Not begun'],
  ],
  [
    ['mailbox', 'connect', 'login', 'message', 'accepted', 'watch'],
    ['works: Logged in, message taken', 'moving: On its way …', 'moving: Looking for it …'],
  ],
])('while it is under way, %j', (steps, expected) => expect(drawn(legsOnTheWay(steps))).toEqual(expected));

const taken = 'works: Logged in, message taken';
const never = 'waiting: Not begun';

test.each<[string, Partial<ActFacts>, readonly string[]]>([
  ['arrived', {}, [taken, 'works: Passed on', 'works: Arrived after 2 seconds']],
  [
    'junk',
    { arrival: { outcome: 'junk' } },
    [taken, 'works: Passed on', 'doubtful: Arrived, in the junk folder'],
  ],
  ['came back', { arrival: { outcome: 'bounced' } }, [taken, 'open: Not known', 'stuck: Came back']],
  ['not seen', { arrival: { outcome: 'not-seen' } }, [taken, 'open: Not known', 'open: Not seen yet']],
  [
    'nobody looked',
    { arrival: { outcome: 'not-watched', because: 'pop3-only' } },
    [taken, 'open: Not known', 'open: Nobody looked'],
  ],
  ['login refused', { stage: 'auth', outcome: 'rejected' }, ['stuck: Login refused', never, never]],
  [
    'cut before the word',
    { stage: 'data', outcome: 'closed', reply: '', arrival: { outcome: 'not-seen' } },
    ['open: Not known', never, never],
  ],
  [
    'cut before the word, and seen',
    { stage: 'data', outcome: 'reset', reply: '', arrival: { outcome: 'junk' } },
    [taken, 'works: Passed on', 'doubtful: Arrived, in the junk folder'],
  ],
  ['silence', { stage: 'auth', outcome: 'closed' }, ['stuck: Login refused', never, never]],
  [
    'relay denied',
    { stage: 'rcpt', outcome: 'rejected' },
    ['stuck: Logged in, message refused', never, never],
  ],
  ['no connection', { stage: 'connect', outcome: 'timeout' }, ['stuck: No password was sent', never, never]],
  [
    'another certificate',
    { stage: 'tls', outcome: 'tls-error', refusedBecause: 'certificate-changed' },
    ['stuck: No password was sent', never, never],
  ],
  ['stopped', { stage: 'auth', outcome: 'cancelled' }, ['open: Stopped', never, never]],
  ['a login alone', { kind: 'login' }, ['works: Logged in']],
])('in the end, %s', (_name, change, expected) => {
  const { arrival, ...rest } = anAct(change);
  const act = (change.outcome === undefined || change.arrival) && arrival ? { ...rest, arrival } : rest;
  expect(drawn(legsOf(act))).toEqual(expected);
});
