import { expect, test } from 'vitest';
import { inWords, ProgressRows } from '../../../electron/cli/progress-rows.ts';
import type { CheckEvent, PlannedProbe } from '../../../shared/model/check.ts';
import type { Observation, Outcome, Stage } from '../../../shared/model/observation.ts';
import { aFailedConnect, anObservation, tlsFacts } from '../../support/builders.ts';

function probe(id: string, change: Partial<PlannedProbe> = {}): PlannedProbe {
  return {
    id,
    role: 'outgoing',
    protocol: 'smtp',
    host: 'mail.example.org',
    port: 587,
    security: 'starttls',
    priority: 0,
    ...change,
  };
}

function rowsAfter(nowMs: number, ...events: CheckEvent[]) {
  const rows = new ProgressRows();
  for (const event of events) rows.apply(event);
  return rows.rows(nowMs);
}

const planned = (...probes: PlannedProbe[]): CheckEvent => ({ type: 'planned', probes });
const at = (probeId: string, stage: Stage, atMs: number, silent = false): CheckEvent => ({
  type: 'progress',
  probeId,
  stage,
  atMs,
  silent,
});
const seen = (probeId: string, observation: Observation): CheckEvent => ({
  type: 'observed',
  probeId,
  observation,
});

test('shows one row for each port, one for receiving and one for the comparison', () => {
  const rows = rowsAfter(
    0,
    planned(
      probe('a'),
      probe('b', { host: 'smtp.example.org' }),
      probe('c', { port: 465, security: 'tls' }),
      probe('d', { role: 'incoming', protocol: 'imap', port: 993 }),
      probe('e', { role: 'reference', host: 'smtp.other.example' }),
      probe('f', { role: 'portal', protocol: 'http', port: 80 }),
    ),
  );
  expect(rows.map(({ name, words }) => `${name}: ${words}`)).toEqual([
    'port 587: waiting for its turn',
    'port 465: waiting for its turn',
    'receiving: waiting for its turn',
    'comparison: 0 of 2 other servers done',
  ]);
});

test('says how far a port came, and its time ticks from when it began', () => {
  const events = [planned(probe('a')), at('a', 'connect', 100), at('a', 'ehlo', 180)];
  expect(rowsAfter(350, ...events)).toMatchObject([
    { words: 'asking what it offers', state: 'running', elapsedMs: 250 },
  ]);
});

test('says so when nothing answers for suspiciously long', () => {
  const events = [planned(probe('a')), at('a', 'connect', 0), at('a', 'connect', 300, true)];
  expect(rowsAfter(400, ...events)).toMatchObject([{ words: 'no answer yet', state: 'doubtful' }]);
});

test('a finished port stands still', () => {
  const events = [planned(probe('a')), seen('a', anObservation({ startedMs: 0, elapsedMs: 280 }))];
  expect(rowsAfter(9000, ...events)).toMatchObject([{ words: 'works', state: 'good', elapsedMs: 280 }]);
});

test('of several hosts on one port the one that works is shown, else the one on its way, else the one that came farthest', () => {
  const plan = planned(
    probe('a', { host: 'a.example' }),
    probe('b', { host: 'b.example' }),
    probe('c', { host: 'c.example' }),
  );
  const refused = seen('a', aFailedConnect({ outcome: 'refused' }));
  const busy = seen('b', anObservation({ outcome: 'rejected', stage: 'greeting' }));

  expect(rowsAfter(0, plan, refused, busy, at('c', 'connect', 0))[0]?.host).toBe('c.example');
  expect(rowsAfter(0, plan, refused, busy, seen('c', aFailedConnect()))[0]?.host).toBe('b.example');
  expect(rowsAfter(0, plan, refused, seen('b', anObservation()), at('c', 'ehlo', 0))[0]?.host).toBe(
    'b.example',
  );
});

test('of several addresses of one host a working one is not forgotten', () => {
  const events = [planned(probe('a')), seen('a', anObservation()), seen('a', aFailedConnect({ family: 6 }))];
  expect(rowsAfter(0, ...events)[0]?.state).toBe('good');
});

test('the comparison is done when every other server is', () => {
  const plan = planned(probe('a', { role: 'reference' }), probe('b', { role: 'reference' }));
  const first = seen('a', anObservation({ role: 'reference', startedMs: 100, elapsedMs: 50 }));
  const second = seen('b', aFailedConnect({ role: 'reference', startedMs: 100, elapsedMs: 1400 }));
  expect(rowsAfter(400, plan, first)[0]).toMatchObject({
    words: '1 of 2 other servers done',
    state: 'running',
    elapsedMs: 300,
  });
  expect(rowsAfter(9000, plan, first, second)[0]).toMatchObject({ state: 'good', elapsedMs: 1400 });
});

test('of a probe that was not planned, what was seen has its row, and a stage alone has none', () => {
  expect(rowsAfter(0, at('x', 'connect', 0))).toEqual([]);
  expect(rowsAfter(0, seen('x', anObservation())).map(({ name }) => name)).toEqual(['port 587']);
});

test.each<[Partial<Observation>, string]>([
  [
    { tls: tlsFacts({ trusted: false, problems: ['expired'], problem: 'expired' }) },
    'answers, certificate in doubt',
  ],
  [{ outcome: 'timeout', stage: 'connect' }, 'no answer'],
  [{ outcome: 'timeout', stage: 'greeting' }, 'answered, then fell silent'],
  [{ outcome: 'dns-error', stage: 'dns' }, 'name not found'],
])('%o is told as "%s"', (change, words) => {
  expect(inWords(anObservation(change)).words).toBe(words);
});

test('every outcome has words of its own', () => {
  const outcomes: Outcome[] = [
    'ok',
    'timeout',
    'refused',
    'unreachable',
    'reset',
    'closed',
    'rejected',
    'protocol-error',
    'tls-error',
    'dns-error',
    'cancelled',
  ];
  const words = outcomes.map((outcome) => inWords(anObservation({ outcome, stage: 'connect' })).words);
  expect(new Set(words).size).toBe(outcomes.length);
});
