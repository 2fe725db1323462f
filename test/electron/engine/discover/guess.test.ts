import { expect, test } from 'vitest';
import { guess } from '../../../../electron/engine/discover/guess.ts';
import { address, ask } from './ask.ts';

test('usual names count when they exist, each for what it is usually for', async () => {
  const zone = {
    'A mail.example.org': address('192.0.2.1'),
    'A imap.example.org': address('192.0.2.2'),
    'A example.org': address('192.0.2.80'),
  };
  const entries = await ask(guess, zone);
  expect(entries.map((entry) => [entry.asked, entry.servers.map(({ role }) => role)])).toEqual([
    ['mail.example.org', ['outgoing', 'incoming']],
    ['smtp.example.org', []],
    ['imap.example.org', ['incoming']],
    ['example.org', ['outgoing', 'incoming']],
  ]);
});

test('a resolver that does not answer is not a name that does not exist', async () => {
  const entries = await ask(guess, { 'A mail.example.org': 'no-answer' });
  expect(entries.find((entry) => entry.asked === 'mail.example.org')?.outcome).toBe('no-answer');
  expect(entries.find((entry) => entry.asked === 'smtp.example.org')?.outcome).toBe('nothing');
});

test('nothing is guessed when the server is known', async () => {
  expect(await ask(guess, {}, { server: 'mail.example.org' })).toEqual([]);
});
