import { expect, test } from 'vitest';
import { createEventLog, maxKeptEvents } from '../../../electron/backend/event-log.ts';

type Numbered = { readonly number: number; readonly isMinor: boolean };

test('memory stays bounded, and what matters stays when minor events make room', () => {
  const log = createEventLog<Numbered>((event) => event.isMinor);
  log.add({ number: -1, isMinor: false });
  for (let number = 0; number < maxKeptEvents * 2; number += 1) log.add({ number, isMinor: true });
  log.add({ number: -2, isMinor: false });

  const kept: Numbered[] = [];
  log.follow((event) => kept.push(event));
  expect(kept).toHaveLength(maxKeptEvents);
  expect([kept[0]?.number, kept.at(-1)?.number]).toEqual([-1, -2]);
  expect(kept[1]?.number).toBe(maxKeptEvents + 2);
});

test('without minor events the oldest makes room', () => {
  const log = createEventLog<Numbered>((event) => event.isMinor);
  for (let number = 0; number <= maxKeptEvents; number += 1) log.add({ number, isMinor: false });
  const kept: Numbered[] = [];
  log.follow((event) => kept.push(event));
  expect([kept.length, kept[0]?.number]).toEqual([maxKeptEvents, 1]);
});

test('a follower hears no more once it has stopped, even in the middle of an event', () => {
  const log = createEventLog<number>(() => false);
  const heard: number[] = [];
  const stop = log.follow((event) => {
    heard.push(event);
    stop();
  });
  log.add(1);
  log.add(2);
  expect(heard).toEqual([1]);
});
