import { afterEach, expect, test } from 'vitest';
import type { LoopbackServer } from '../../../../electron/practice/servers/loopback.ts';
import { connectivityCheck } from '../../../../shared/model/references.ts';
import { lineClient } from '../../../support/line-client.ts';
import { runningServer } from '../../../support/servers.ts';

let server: LoopbackServer | undefined;
afterEach(() => server?.close());

test('answers the connectivity check word for word, with a date', async () => {
  server = await runningServer({ protocol: 'web', security: 'none', answer: 'success' });
  const answer = await fetch(`http://127.0.0.1:${server.port}${connectivityCheck.path}`);
  expect(answer.status).toBe(connectivityCheck.status);
  expect((await answer.text()).trim()).toBe(connectivityCheck.body);
  expect(Math.abs(Date.parse(answer.headers.get('date') ?? '') - Date.now())).toBeLessThan(60_000);
});

test('has no other page', async () => {
  server = await runningServer({ protocol: 'web', security: 'none', answer: 'success' });
  expect((await fetch(`http://127.0.0.1:${server.port}/other`)).status).toBe(404);
});

test('a portal sends everyone to its sign-in page', async () => {
  server = await runningServer({ protocol: 'web', security: 'none', answer: 'portal' });
  const answer = await fetch(`http://127.0.0.1:${server.port}${connectivityCheck.path}`, {
    redirect: 'manual',
  });
  expect(answer.status).toBe(302);
  expect(answer.headers.get('location')).toBe('http://portal.practice.example/sign-in');
});

test('speaks TLS where it should, with a certificate for its name', async () => {
  server = await runningServer({ protocol: 'web', security: 'tls', answer: 'success' });
  const client = await lineClient(server.port, 'tls');
  expect(await client.ask('GET /success.txt HTTP/1.0\r\n', /^HTTP/)).toEqual(['HTTP/1.1 200 OK']);
  client.close();
});
