import { expect, test } from 'vitest';
import { user } from '../../../../electron/engine/discover/user.ts';
import { ask } from './ask.ts';

test('says nothing when the person named no server', async () => {
  expect(await ask(user, {})).toEqual([]);
});

test('the named server is tried for sending and receiving, on the port that was named', async () => {
  const [entry] = await ask(user, {}, { server: 'mail.example.org', serverPort: 465 });
  expect(entry).toMatchObject({
    source: 'user',
    asked: 'mail.example.org',
    servers: [
      { protocol: 'smtp', host: 'mail.example.org', port: 465, security: 'tls', role: 'outgoing' },
      { protocol: 'imap', host: 'mail.example.org', port: 993, security: 'tls', role: 'incoming' },
    ],
  });
});

test('what the mail program uses today counts as the person’s word too, beside another server', async () => {
  const current = { host: 'old.example.org', port: 25, security: 'none' } as const;
  const entries = await ask(user, {}, { server: 'mail.example.org', current });
  expect(entries.map((entry) => entry.asked)).toEqual(['mail.example.org', 'old.example.org']);
  expect(entries[1]?.servers).toEqual([{ protocol: 'smtp', ...current, role: 'outgoing' }]);
});
