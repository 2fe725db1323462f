import { describe, expect, test } from 'vitest';
import { fakeSystem } from '../../../support/fake-system.ts';
import { aProbe, probing } from '../../../support/probing.ts';
import {
  close,
  hear,
  reset,
  type ScriptedServer,
  type Step,
  sayBytes,
  scriptedServer,
  wait,
} from '../../../support/scripted-server.ts';

const connectivity = aProbe({
  protocol: 'http',
  role: 'portal',
  host: 'detectportal.firefox.com',
  port: 80,
  security: 'none',
});

async function portal(server: ScriptedServer) {
  const system = fakeSystem({ '192.0.2.10:80': { rttMs: 20, answer: [server] } });
  const { observations } = await system.clock.run(probing(system, connectivity));
  expect(observations).toHaveLength(1);
  expect(server.isClosed).toBe(true);
  return observations[0];
}

const answering = (text: string, ...after: Step[]) =>
  scriptedServer(hear('GET /success.txt HTTP/1.1'), sayBytes(text), ...after);

describe.each([
  ['in whole packets', (server: ScriptedServer) => server],
  ['split at every byte', (server: ScriptedServer) => server.inSingleBytes()],
])('%s', (_how, sent) => {
  test.each([
    ['with a length', 'HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nsuccess\n', []],
    [
      'in chunks',
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nsuc\r\n5;x=y\r\ncess\n\r\n0\r\n\r\n',
      [],
    ],
    ['to the end of the connection', 'HTTP/1.0 200 OK\r\n\r\nsuccess\n', [close()]],
  ])('the expected answer, %s, is recognised', async (_kind, text, after) => {
    expect(await portal(sent(answering(text, ...after)))).toMatchObject({
      outcome: 'ok',
      stage: 'done',
      web: { status: 200, isExpected: true },
    });
  });

  test('a redirect to a sign-in page is told with its target', async () => {
    const text =
      'HTTP/1.1 302 Found\r\nLocation: http://10.0.0.1/\u001b[2Jlogin\r\nContent-Length: 0\r\n\r\n';
    expect((await portal(sent(answering(text))))?.web).toEqual({
      status: 302,
      isExpected: false,
      location: 'http://10.0.0.1/\ufffd[2Jlogin',
    });
  });
});

test('another page with status 200 is not the expected answer', async () => {
  const text = 'HTTP/1.1 200 OK\r\nContent-Length: 26\r\n\r\n<html>Please sign in</html>';
  expect((await portal(answering(text)))?.web).toEqual({ status: 200, isExpected: false });
});

test('the Date header is compared with this computer’s clock', async () => {
  // The virtual clock says 2026-11-23 12:00:00 UTC.
  const text = 'HTTP/1.1 204 No Content\r\nDate: Wed, 25 Nov 2026 12:00:00 GMT\r\n\r\n';
  const web = (await portal(answering(text)))?.web;
  expect(web?.clockOffsetMs).toBe(2 * 86_400_000 - 20);
});

test('the host is named, and nothing that identifies a person', async () => {
  const server = answering('HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nsuccess\n');
  await portal(server);
  expect(server.heard).toEqual([
    'GET /success.txt HTTP/1.1',
    'Host: detectportal.firefox.com',
    'Accept: text/plain, */*',
    'Cache-Control: no-cache',
    'Connection: close',
    '',
  ]);
});

test.each([
  ['something else than HTTP', [sayBytes('220 mail here\r\n')], 'protocol-error', 'not-the-protocol'],
  ['silence', [wait(60_000)], 'timeout', 'no-reply'],
  [
    'a trickle',
    Array(60)
      .fill([sayBytes('HTTP/1.1 200 OK\r\n'), wait(1000)])
      .flat(),
    'timeout',
    'no-reply',
  ],
  ['a reset', [reset()], 'reset', 'ECONNRESET'],
  ['a close', [close()], 'closed', 'closed-early'],
  [
    'a head without end',
    [sayBytes(`HTTP/1.1 200 OK\r\n${'a: b\r\n'.repeat(50_000)}`)],
    'protocol-error',
    'too-long',
  ],
])('%s', async (_what, fault, outcome, code) => {
  const seen = await portal(scriptedServer(hear('GET'), ...fault));
  expect(seen).toMatchObject({ outcome, stage: 'greeting', error: { code } });
  expect(seen?.web).toBeUndefined();
});

test('a page without end is cut off and judged by its beginning', async () => {
  const text = `HTTP/1.1 200 OK\r\n\r\n${'<p>advertisement'.repeat(10_000)}`;
  expect(await portal(answering(text, wait(60_000)))).toMatchObject({
    outcome: 'ok',
    web: { isExpected: false },
  });
});
