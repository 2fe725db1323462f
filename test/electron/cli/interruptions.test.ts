import { expect, test } from 'vitest';
import { interruptions } from '../../../electron/cli/interruptions.ts';

function keyboard() {
  const handlers = new Map<string, () => void>();
  const exits: number[] = [];
  const onInterrupt = interruptions({
    on: (signal, handler) => handlers.set(signal, handler),
    exit: (status) => exits.push(status),
  });
  return { onInterrupt, exits, press: (signal = 'SIGINT') => handlers.get(signal)?.() };
}

test.each(['SIGINT', 'SIGTERM'])(
  'the first %s goes to who listens, the second ends the process at once',
  (signal) => {
    const { onInterrupt, exits, press } = keyboard();
    let asked = 0;
    onInterrupt(() => {
      asked += 1;
    });
    press(signal);
    expect({ asked, exits }).toEqual({ asked: 1, exits: [] });
    press(signal);
    expect({ asked, exits }).toEqual({ asked: 1, exits: [130] });
  },
);

test('where nobody listens, or nobody any more, the first one ends the process', () => {
  const { onInterrupt, exits, press } = keyboard();
  const forget = onInterrupt(() => {
    throw new Error('no longer listening');
  });
  forget();
  press();
  expect(exits).toEqual([130]);
});
