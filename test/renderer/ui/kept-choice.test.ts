import { expect, test } from 'vitest';
import { keepChoice, keptChoice } from '../../../renderer/ui/kept-choice.ts';

function aPlace() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

const isWord = (kept: unknown) => kept === 'one' || kept === 'two';

test('what was chosen is there again, for what it was chosen for', () => {
  const place = aPlace();
  keepChoice(place, 'reader', 'a report', 'two');
  expect(keptChoice(place, 'reader', 'a report', 'one', isWord)).toBe('two');
  expect(keptChoice(place, 'reader', 'another report', 'one', isWord)).toBe('one');
  expect(keptChoice(place, 'other', 'a report', 'one', isWord)).toBe('one');
});

test.each(['', '{', 'null', '"two"', '["a report"]', '["a report","three"]', '["a report",{"two":2}]'])(
  'begins anew where %j is kept',
  (text) => {
    const place = aPlace();
    place.setItem('postway.chosen.reader', text);
    expect(keptChoice(place, 'reader', 'a report', 'one', isWord)).toBe('one');
  },
);
