import { expect, test } from 'vitest';
import { lanesOf } from '../../../renderer/picture/lanes.ts';
import { type Marked, receivingRow, rowsOf, spotsOf } from '../../../renderer/picture/rows.ts';
import { kindWords, markWords } from '../../../renderer/picture/words.ts';
import { attemptsFromEvents, attemptsFromObservations } from '../../../shared/ledger/attempts.ts';
import type { CheckEvent } from '../../../shared/model/check.ts';
import type { Observation } from '../../../shared/model/observation.ts';
import { aFailedConnect, anObservation } from '../../support/builders.ts';

const host = 'mail.example.org';

function rows(observations: readonly Observation[], marked: Marked = {}) {
  const lanes = lanesOf(attemptsFromObservations(observations), null, spotsOf(marked));
  return rowsOf(lanes, marked, false);
}

test('ports that came to the same are one row, in which none is lost', () => {
  const found = rows([587, 465, 2525].map((port) => anObservation({ port })));
  expect(found.map(({ ports }) => ports)).toEqual([[587, 465, 2525]]);
});

test('what is in use and what is to be used stand alone, though others came to the same', () => {
  const found = rows(
    [
      ...[587, 465, 2525].map((port) => anObservation({ port, host })),
      ...[25, 26].map((port) => aFailedConnect({ port, host })),
    ],
    { mine: { host, port: 25 }, use: { host, port: 587 } },
  );
  expect(found.map(({ ports, marks }) => [ports, markWords(marks)])).toEqual([
    [[587], 'Use this'],
    [[465, 2525], ''],
    [[25], 'Your program uses this'],
    [[26], ''],
  ]);
});

test('a setting that is in use and right says both', () => {
  const spot = { host, port: 587 };
  const [row] = rows([anObservation({ host })], { mine: spot, use: spot });
  expect(row && markWords(row.marks)).toBe('In use, and right');
});

test('ends that differ in anything the picture shows are not one row', () => {
  const found = rows([
    aFailedConnect({ port: 587 }),
    aFailedConnect({ port: 465, outcome: 'refused' }),
    aFailedConnect({ port: 25, host: 'other.example.org' }),
  ]);
  expect(found).toHaveLength(3);
});

test('while a check runs the usual ports stand alone, and only the others share a row', () => {
  const planned: CheckEvent = {
    type: 'planned',
    probes: [587, 465, 25, 2525, 26].map((port) => ({
      id: `p${port}`,
      protocol: 'smtp',
      host,
      port,
      security: 'starttls',
      role: 'outgoing',
      priority: 0,
    })),
  };
  const found = rowsOf(lanesOf(attemptsFromEvents([planned])), {}, true);
  expect(found.map(({ ports }) => ports)).toEqual([[587], [465], [25], [2525, 26]]);

  const begun: CheckEvent = { type: 'progress', probeId: 'p26', stage: 'connect', atMs: 9 };
  const later = rowsOf(lanesOf(attemptsFromEvents([planned, begun])), {}, true);
  expect(later.map(({ ports, lane }) => [ports, lane.state])).toContainEqual([[2525, 26], 'moving']);
});

test('receiving is one row: the way that came best', () => {
  const incoming = { role: 'incoming', protocol: 'imap' } as const;
  const lanes = lanesOf(
    attemptsFromObservations([
      aFailedConnect({ ...incoming, port: 993 }),
      anObservation({ ...incoming, port: 143 }),
    ]),
  );
  const row = receivingRow(lanes);
  expect(row && kindWords(row)).toBe('IMAP, port 143');
  expect(receivingRow([])).toBeNull();
});
