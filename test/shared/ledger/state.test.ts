import { expect, test } from 'vitest';
import {
  aliasesOf,
  muteEndpoints,
  onlyFamilyOf,
  promising,
  silentEndpoints,
  unheardSinceMs,
  usable,
} from '../../../shared/ledger/known.ts';
import type { Family } from '../../../shared/model/family.ts';
import { aFailedConnect, anObservation } from '../../support/builders.ts';
import { aPlannedProbe, stateAfter } from './a-ledger.ts';

type Told = Parameters<typeof stateAfter>[0][number];

const key = 'outgoing 587';
const planned: Told = { type: 'probe-planned', probe: aPlannedProbe(), key };
const begun: Told = { type: 'stage-entered', probeId: 'p1', stage: 'connect' };
const works: Told = { type: 'observed', probeId: 'p1', observation: anObservation() };
const ended: Told = { type: 'probe-ended', probeId: 'p1' };
const asleep: Told = { type: 'disturbed', disturbance: { kind: 'asleep', fromMs: 5, untilMs: 900 } };
const elsewhere: Told = {
  type: 'disturbed',
  disturbance: { kind: 'other-network', fromMs: 5, untilMs: 900 },
};
const anew: Told = { type: 'begun-anew', isAskedAnew: false };

const lookedUp = (host: string, again: boolean, ...addresses: (readonly [string, Family])[]): Told => ({
  type: 'looked-up',
  host,
  again,
  outcome: 'found',
  addresses: addresses.map(([ipAddress, family]) => ({ ipAddress, family })),
  elapsedMs: 9,
});

test('what works is usable, and a better port that is under way is waited for', () => {
  const alternative = aPlannedProbe({ id: 'p2', port: 2525 });
  const other: Told[] = [
    { type: 'probe-planned', probe: alternative, key: '2525' },
    { type: 'observed', probeId: 'p2', observation: anObservation({ port: 2525 }) },
  ];
  expect(usable(stateAfter([planned, begun, ...other]))).toBeNull();
  const isSilent: Told = { type: 'endpoint-silent', probeId: 'p1' };
  expect(usable(stateAfter([planned, begun, ...other, isSilent]))).toMatchObject({ port: 2525 });
  expect(usable(stateAfter([planned, begun, ...other, works]))).toMatchObject({ port: 587 });
});

test('a probe that never began is hoped for no longer', () => {
  expect(promising(stateAfter([planned]))).toHaveLength(1);
  expect(promising(stateAfter([planned, { type: 'stopped' }]))).toEqual([]);
  expect(promising(stateAfter([planned, begun, { type: 'stopped' }]))).toHaveLength(1);
});

test('after a disturbance what has an answer that still counts stays planned, and the rest may be planned again', () => {
  const failed: Told = { type: 'observed', probeId: 'p1', observation: aFailedConnect({ startedMs: 100 }) };
  const keysAfter = (...facts: Told[]) => [...stateAfter([planned, begun, ...facts, anew]).planned.keys()];
  expect(keysAfter(works, ended, asleep)).toEqual([key]);
  expect(keysAfter(failed, ended, asleep)).toEqual([]);
  expect(keysAfter(works, ended, elsewhere)).toEqual([]);
  expect(keysAfter(asleep)).toEqual([]);
});

test('in another network everybody is asked anew; after a short sleep nobody is', () => {
  const asked: Told[] = [
    { type: 'sources-asked', nearby: 2, web: 1 },
    { type: 'source-ended', kind: 'nearby' },
    lookedUp('mail.example.org', false, ['192.0.2.1', 4]),
  ];
  expect(stateAfter([...asked, asleep, anew])).toMatchObject({ sources: { nearbyLeft: 1, webLeft: 1 } });
  const state = stateAfter([...asked, elsewhere, { type: 'begun-anew', isAskedAnew: true }]);
  expect(state).toMatchObject({ sources: null, openTier: 1, disturbance: null });
  expect(state.lookups.size).toBe(0);
});

test('after five disturbances nothing is begun anew any more', () => {
  expect(stateAfter(Array(5).fill(asleep)).disturbance).not.toBeNull();
  const six = stateAfter([...Array(5).fill(asleep), anew, asleep, { type: 'network-gone' }]);
  expect(six).toMatchObject({ disturbance: null, gone: null });
});

test('a second look at a name adds the family that the first did not find', () => {
  const first = lookedUp('mail.example.org', false, ['2001:db8::1', 6]);
  expect(onlyFamilyOf(stateAfter([first]), 'mail.example.org')).toBe(6);
  const again = lookedUp('mail.example.org', true, ['2001:db8::2', 6], ['192.0.2.1', 4]);
  const state = stateAfter([first, again, lookedUp('smtp.example.org', false, ['192.0.2.1', 4])]);
  expect(state.addressBook.get('mail.example.org')).toEqual(['2001:db8::1', '192.0.2.1']);
  expect(state.familiesFoundLater.get('mail.example.org')).toEqual([4]);
  expect(aliasesOf(state, 'mail.example.org')).toEqual(['smtp.example.org']);
});

test('where the first look found no answer, what the second finds is the answer', () => {
  const silent: Told = {
    ...lookedUp('mail.example.org', false),
    outcome: 'no-answer',
    elapsedMs: 4_000,
  } as Told;
  const again = lookedUp('mail.example.org', true, ['192.0.2.1', 4]);
  const found = stateAfter([silent, again]).lookups.get('mail.example.org');
  expect(found).toMatchObject({ outcome: 'found', elapsedMs: 9, addresses: [{ ipAddress: '192.0.2.1' }] });
  expect(
    stateAfter([silent, { ...silent, again: true } as Told]).lookups.get('mail.example.org'),
  ).toMatchObject({
    outcome: 'no-answer',
  });
});

test('that nobody is heard is a doubt until something is seen', () => {
  const unheard: Told = { type: 'nobody-heard', probeId: 'p1', sinceMs: 300 };
  expect(unheardSinceMs(stateAfter([planned, begun, unheard]))).toBe(300);
  expect(unheardSinceMs(stateAfter([planned, begun, unheard, works]))).toBeNull();
});

test('a mute server is hoped for no longer, until it says something', () => {
  const at = { ipAddress: '192.0.2.10', family: 4 } as const;
  const facts = [
    { type: 'probe-planned', probe: aPlannedProbe(), key: 'a' },
    { type: 'stage-entered', probeId: 'p1', stage: 'greeting' },
    { type: 'server-mute', probeId: 'p1', stage: 'greeting', at },
  ] as const;
  const mute = stateAfter(facts);
  expect(promising(mute)).toEqual([]);
  expect(muteEndpoints(mute)).toMatchObject([{ port: 587, at: '192.0.2.10' }]);
  expect(silentEndpoints(mute)).toMatchObject([{ port: 587, family: 4, stage: 'greeting' }]);
  const speaks = stateAfter([...facts, { type: 'stage-entered', probeId: 'p1', stage: 'ehlo' }]);
  expect(promising(speaks)).toHaveLength(1);
  expect(muteEndpoints(speaks)).toEqual([]);
});
