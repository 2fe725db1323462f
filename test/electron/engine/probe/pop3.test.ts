import { describe, expect, test } from 'vitest';
import type { PlannedProbe } from '../../../../shared/model/check.ts';
import { fakeSystem } from '../../../support/fake-system.ts';
import { aProbe, probing } from '../../../support/probing.ts';
import {
  close,
  hear,
  reset,
  type ScriptedServer,
  say,
  sayBytes,
  scriptedServer,
  tls,
  wait,
} from '../../../support/scripted-server.ts';

const startTls = { protocol: 'pop3', role: 'incoming', port: 110, security: 'starttls' } as const;
const implicit = { ...startTls, port: 995, security: 'tls' } as const;
const plain = { ...startTls, security: 'none' } as const;

async function pop3(server: ScriptedServer, change: Partial<PlannedProbe>) {
  const planned = aProbe(change);
  const system = fakeSystem({ [`192.0.2.10:${planned.port}`]: { rttMs: 20, answer: [server] } });
  const { observations } = await system.clock.run(probing(system, planned));
  expect(observations).toHaveLength(1);
  expect(server.isClosed).toBe(true);
  return observations[0];
}

const goodbye = [hear('QUIT'), say('+OK bye'), close()];

describe.each([
  ['in whole packets', (server: ScriptedServer) => server],
  ['split at every byte', (server: ScriptedServer) => server.inSingleBytes()],
])('%s', (_how, sent) => {
  test('a server is heard to its capabilities after STLS', async () => {
    const server = sent(
      scriptedServer(
        say('+OK ready <1896.697170952@dbc.mtview.ca.us>'),
        hear('CAPA'),
        say('+OK', 'STLS', 'SASL LIES', '.'),
        hear('STLS'),
        say('+OK go', '+OK evil'),
        tls(),
        hear('CAPA'),
        say('+OK list follows', 'user', 'SASL PLAIN xoauth2', '..dotted', '.'),
        ...goodbye,
      ),
    );
    expect(await pop3(server, startTls)).toMatchObject({
      outcome: 'ok',
      stage: 'done',
      greeting: 'ready <1896.697170952@dbc.mtview.ca.us>',
      capabilitiesBeforeTls: ['STLS', 'SASL LIES'],
      capabilities: ['USER', 'SASL PLAIN xoauth2', '.DOTTED'],
      auth: ['PLAIN', 'XOAUTH2', 'USER', 'APOP'],
      injectedBytes: 10,
    });
    expect(server.finished).toBe(true);
  });

  test.each([
    ['HTTP/1.1 200 OK\r\n', 'http-answer'],
    ['* OK IMAP\r\n', 'not-the-protocol'],
    ['+OKAY\r\n', 'not-the-protocol'],
    [`+OK ${'x'.repeat(9000)}`, 'too-long'],
  ])('%j is no greeting', async (text, code) => {
    const seen = await pop3(sent(scriptedServer(sayBytes(text))), plain);
    expect(seen).toMatchObject({ outcome: 'protocol-error', stage: 'greeting', error: { code } });
  });
});

test('a server without CAPA is assumed to know USER', async () => {
  const server = scriptedServer(tls(), say('+OK'), hear('CAPA'), say('-ERR unknown'), ...goodbye);
  expect(await pop3(server, implicit)).toMatchObject({ outcome: 'ok', capabilities: [], auth: ['USER'] });
});

test('-ERR instead of a greeting is a refusal', async () => {
  expect(await pop3(scriptedServer(say('-ERR [SYS/TEMP] later')), plain)).toMatchObject({
    outcome: 'rejected',
    stage: 'greeting',
    error: { code: 'SYS/TEMP', message: '[SYS/TEMP] later' },
  });
});

test.each([
  ['not offered', [say('+OK', 'USER', '.')], 'starttls-not-offered'],
  ['refused', [say('+OK', 'STLS', '.'), hear('STLS'), say('-ERR no')], '-ERR'],
  ['unknown to a server without CAPA', [say('-ERR'), hear('STLS'), say('-ERR')], 'starttls-not-offered'],
])('STLS that is %s', async (_what, rest, code) => {
  const seen = await pop3(scriptedServer(say('+OK hi'), hear('CAPA'), ...rest), startTls);
  expect(seen).toMatchObject({ outcome: 'rejected', stage: 'starttls', error: { code } });
});

test('a list without its dot ends at the limit, an endless one is cut off', async () => {
  const cut = scriptedServer(say('+OK hi'), hear('CAPA'), say('+OK', 'USER'), wait(60_000));
  expect(await pop3(cut, plain)).toMatchObject({
    outcome: 'timeout',
    stage: 'ehlo',
    timings: { ehlo: 10_000 },
  });
  const endless = scriptedServer(say('+OK hi'), hear('CAPA'), say('+OK', ...Array<string>(300).fill('X')));
  expect(await pop3(endless, plain)).toMatchObject({
    outcome: 'protocol-error',
    error: { code: 'too-long' },
  });
});

describe.each([
  ['greeting', plain, []],
  ['ehlo', plain, [say('+OK hi'), hear('CAPA')]],
  ['starttls', startTls, [say('+OK hi'), hear('CAPA'), say('+OK', 'STLS', '.'), hear('STLS')]],
  ['ehlo', implicit, [tls(), say('+OK hi'), hear('CAPA')]],
] as const)('at %s', (stage, change, before) => {
  test.each([
    ['silence', [wait(90_000)], 'timeout'],
    ['a reset', [reset()], 'reset'],
    ['a close', [close()], 'closed'],
    [
      'a trickle',
      [
        sayBytes('+OK '),
        ...Array(60)
          .fill([sayBytes('k'), wait(1000)])
          .flat(),
      ],
      'timeout',
    ],
  ] as const)('%s', async (_what, fault, outcome) => {
    expect(await pop3(scriptedServer(...before, ...fault), change)).toMatchObject({ outcome, stage });
  });
});

test('what follows QUIT changes nothing', async () => {
  const server = scriptedServer(say('+OK hi'), hear('CAPA'), say('-ERR'), hear('QUIT'), reset());
  expect(await pop3(server, plain)).toMatchObject({ outcome: 'ok', stage: 'done', elapsedMs: 20 });
});
