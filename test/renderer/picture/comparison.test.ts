import { expect, test } from 'vitest';
import { comparisonShown, comparisonUnderWay } from '../../../renderer/picture/comparison.ts';
import { lanesOf } from '../../../renderer/picture/lanes.ts';
import { attemptsFromObservations } from '../../../shared/ledger/attempts.ts';
import type { Observation } from '../../../shared/model/observation.ts';
import { say } from '../../../shared/text/index.ts';
import { aControl, aFailedConnect, anObservation } from '../../support/builders.ts';

const operators = ['google.com', 'gmx.net', 'posteo.de'];
const silent = operators.map((operator) => aControl(operator, { outcome: 'timeout', port: 25 }));

function shown(...observations: readonly Observation[]): readonly string[] {
  const attempts = attemptsFromObservations(observations);
  return comparisonShown(attempts, lanesOf(attempts)).map((sentence) => say(sentence));
}

test('a port that nobody gets through is said as the proof it is', () => {
  expect(shown(aFailedConnect({ port: 25 }), anObservation(), ...silent)).toEqual([
    'Port 25 is closed to google.com, gmx.net and posteo.de too.',
  ]);
});

test('ports with the same comparison share a sentence', () => {
  const both = [587, 465].flatMap((port) => [
    aFailedConnect({ port }),
    ...operators.map((operator) => aControl(operator, { outcome: 'timeout', port })),
  ]);
  expect(shown(...both)).toEqual(['Ports 587 and 465 are closed to google.com, gmx.net and posteo.de too.']);
});

test('whoever of them answered first', () => {
  const both = [operators, operators.toReversed()].flatMap((order, index) => {
    const port = index === 0 ? 587 : 465;
    return [
      aFailedConnect({ port }),
      ...order.map((operator) => aControl(operator, { outcome: 'timeout', port })),
    ];
  });
  expect(shown(...both)).toEqual(['Ports 587 and 465 are closed to google.com, gmx.net and posteo.de too.']);
});

test('a server that alone is silent is held against those that answer', () => {
  const open = operators.map((operator) => aControl(operator));
  expect(shown(aFailedConnect({ port: 587 }), ...open)).toEqual([
    'Port 587: google.com, gmx.net and posteo.de can be reached.',
  ]);
});

test('who is let through and who is not are named', () => {
  const list = [
    aControl('google.com', { port: 587 }),
    aControl('posteo.de', { port: 587, outcome: 'timeout' }),
  ];
  expect(shown(aFailedConnect({ port: 587 }), ...list)).toEqual([
    'Port 587: google.com can be reached, posteo.de cannot.',
  ]);
});

test('what breaks after the connection is held against what broke just so', () => {
  const masked = { outcome: 'rejected', stage: 'starttls' } as const;
  expect(shown(anObservation(masked), { ...aControl('gmx.net'), ...masked })).toEqual([
    'Port 587: the same happens with gmx.net.',
  ]);
});

test('who answers otherwise, or in part, is said of what breaks after the connection; all were reached', () => {
  const busy = { outcome: 'rejected', stage: 'greeting', error: { code: '421', message: 'busy' } } as const;
  const mine = anObservation(busy);
  expect(shown(mine, aControl('google.com'), aControl('gmx.net'))).toEqual([
    'Port 587: this does not happen with google.com and gmx.net.',
  ]);
  expect(shown(mine, aControl('google.com'), { ...aControl('gmx.net'), ...busy })).toEqual([
    'Port 587: the same happens with gmx.net, but not with google.com.',
  ]);
});

test('who was not asked to encrypt is nobody to compare encryption with', () => {
  const plain = operators.map((operator) =>
    aControl(operator, { port: 25, security: 'none', tls: undefined }),
  );
  const cut = { outcome: 'reset', stage: 'tls' } as const;
  expect(shown(anObservation({ port: 25, ...cut }), ...plain)).toEqual([]);
});

test('what works, and a door that is not in use, need no comparison', () => {
  const closed = aFailedConnect({ port: 26, outcome: 'refused' });
  expect(shown(anObservation(), closed, ...operators.map((operator) => aControl(operator)))).toEqual([]);
});

test('a made-up name and a host that has no mail server are nobody to compare with', () => {
  const notListening = aControl('iana.org', { outcome: 'timeout', control: 'not-listening', port: 25 });
  expect(shown(aFailedConnect({ port: 25 }), notListening)).toEqual([]);
});

test('while it runs the comparison is counted', () => {
  expect(comparisonUnderWay(attemptsFromObservations([aFailedConnect()]))).toBeNull();
  const counted = comparisonUnderWay(attemptsFromObservations(silent));
  expect(counted && say(counted)).toBe('Comparing with other providers: 3 of 3 done');
});
