import { expect, test } from 'vitest';
import { calledBy } from '../../../shared/explain/called.ts';
import { explain } from '../../../shared/explain/explain.ts';
import { say } from '../../../shared/text/index.ts';

const nameOf = (text: string) => {
  const [first] = explain(text, say).items;
  if (!first) throw new Error(`nobody knows: ${text}`);
  return calledBy(first, 60);
};

test.each([
  [
    'a message that came back, by the reply in it',
    '<bob@practice.example>: host mx.practice.example[192.0.2.4] said: 550 5.1.1\n    <bob@practice.example>: Recipient address rejected: User unknown in virtual mailbox table (in reply to RCPT TO command)',
    '550 5.1.1',
  ],
  ['a number of Outlook’s', 'Sending reported error (0x800CCC0E)', '0x800CCC0E'],
])('%s', (_, text, name) => {
  expect(nameOf(text)).toBe(name);
});

test('without a number it is its beginning, and what is masked in it stays whole', () => {
  const item = {
    meaning: '',
    words: { key: 'x', values: {} },
    certainty: 'likely',
    causes: [],
    retry: 'later',
  };
  const cut = (matched: string) => calledBy({ ...item, matched } as Parameters<typeof calledBy>[0], 20);
  expect(cut('could not be sent to [address of Bob]')).toBe('could not be sent…');
  expect(cut('not sent to [address of Bob]')).toBe('not sent to…');
  expect(cut('short')).toBe('short');
});
