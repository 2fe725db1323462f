import { judgedAct } from '../../shared/judge/judge-act.ts';
import type { Act, ActFacts } from '../../shared/model/act.ts';
import { english } from './english.ts';

const facts: ActFacts = {
  kind: 'message',
  startedAt: '2026-11-28T10:00:00.000Z',
  endpoint: { protocol: 'smtp', host: 'mail.example.org', port: 587, security: 'starttls' },
  address: '192.0.2.10',
  stage: 'done',
  outcome: 'ok',
  replyCode: 250,
  reply: '250 2.0.0 Ok: queued as 4XyZ',
  elapsedMs: 2420,
  mechanism: 'PLAIN',
  secretShape: 'other',
  userForm: 'address',
  from: 'you@example.org',
  to: 'you@example.org',
  incomingLogin: 'accepted',
  arrival: { outcome: 'inbox', folder: 'INBOX', afterSeconds: 2 },
};

/** What was done after a check, judged: a message that arrived, unless it differs. */
export function anAct(change: Partial<ActFacts> = {}): Act {
  return judgedAct({ ...facts, ...change }, { discovery: [], input: {} }, english);
}

/** A login that the server refused. */
export const refusedAct = anAct({
  kind: 'login',
  stage: 'auth',
  outcome: 'rejected',
  replyCode: 535,
  enhancedStatus: '5.7.8',
  reply: '535 5.7.8 Error: authentication failed',
  incomingLogin: 'refused',
});
