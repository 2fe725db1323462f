import { describe, expect, test } from 'vitest';
import { type OfProbe, seenProbes } from '../../../../electron/engine/together/seen-probes.ts';
import { anObservation } from '../../../support/builders.ts';

const observed: OfProbe = { type: 'observed', probeId: 'p1', observation: anObservation({ id: 'o1' }) };
const ended: OfProbe = { type: 'probe-ended', probeId: 'p1' };

/** A run whose first check makes a probe, and another check that wants to know what it sees. */
function aRun() {
  const clock = { nowMs: 0 };
  const probes = seenProbes({ now: () => clock.nowMs });
  const maker: string[] = [];
  const begin = (isWitness = false) =>
    probes.begin('mail.example.org:587', ({ type }) => void maker.push(type), 0, isWitness);
  const hearer = () => {
    const heard: string[] = [];
    const hear = ({ type }: OfProbe): void => void heard.push(type);
    return { heard, hear, askAnew: () => void heard.push('anew') };
  };
  const find = () => probes.find('mail.example.org:587');
  return { clock, probes, maker, begin, hearer, find };
}
const forever = new AbortController().signal;

describe('what the checks of a run see', () => {
  test('whoever joins hears all of it, and its end as soon as all is seen', () => {
    const { begin, hearer, find, maker } = aRun();
    const shared = begin();
    shared.tell({ type: 'stage-entered', probeId: 'p1', stage: 'connect' });
    const other = hearer();
    find()?.join(other, forever);
    shared.tell(observed);
    shared.end(true);
    expect(other.heard).toEqual(['stage-entered', 'observed', 'goodbye-sent', 'probe-ended']);
    expect(maker).toEqual(['stage-entered', 'observed']);
    shared.tell(ended);
    expect(maker.at(-1)).toBe('probe-ended');
    const late = hearer();
    find()?.join(late, forever);
    expect(late.heard).toEqual(other.heard);
  });

  test('it goes on for the others when the check that made it has ended, and ends with the last of them', () => {
    const { begin, hearer, find, maker } = aRun();
    const shared = begin();
    const [one, other] = [hearer(), hearer()];
    const [ends, alsoEnds] = [new AbortController(), new AbortController()];
    find()?.join(one, ends.signal);
    find()?.join(other, alsoEnds.signal);
    expect(shared.leave(() => true)).toBe(true);
    shared.tell(observed);
    expect([maker, one.heard]).toEqual([[], ['observed']]);
    ends.abort();
    expect(shared.signal.aborted).toBe(false);
    alsoEnds.abort();
    expect(shared.signal.aborted).toBe(true);
    expect(find()).toBeUndefined();
  });

  test('what has no connection yet ends with its check, and the others begin anew', () => {
    const { begin, hearer, find } = aRun();
    const shared = begin();
    const other = hearer();
    find()?.join(other, forever);
    expect(shared.leave(() => false)).toBe(false);
    expect(shared.signal.aborted).toBe(true);
    expect(other.heard).toEqual(['anew']);
  });

  test('what was seen of the network before this one is asked anew', () => {
    const { begin, hearer, find, probes } = aRun();
    const shared = begin();
    const other = hearer();
    find()?.join(other, forever);
    probes.forget();
    expect(find()).toBeUndefined();
    shared.tell(observed);
    shared.end(true);
    expect(other.heard).toEqual(['observed', 'anew']);
  });

  test('a witness is heard only while it speaks, a failure for a minute, a server that works for five', () => {
    const { begin, find, clock } = aRun();
    const witness = begin(true);
    expect(find()).toBe(witness);
    witness.tell(observed);
    witness.end(true);
    expect(find()).toBeUndefined();

    const works = begin();
    works.tell(observed);
    works.end(true);
    clock.nowMs = 299_999;
    expect(find()).toBe(works);
    clock.nowMs = 300_000;
    expect(find()).toBeUndefined();

    const fails = begin();
    const failure = anObservation({ outcome: 'timeout', stage: 'connect' });
    fails.tell({ type: 'observed', probeId: 'p1', observation: failure });
    fails.end(true);
    clock.nowMs += 60_000;
    expect(find()).toBeUndefined();
  });
});
