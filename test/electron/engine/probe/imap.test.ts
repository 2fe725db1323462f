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
  tlsFails,
  wait,
} from '../../../support/scripted-server.ts';

const startTls = { protocol: 'imap', role: 'incoming', port: 143, security: 'starttls' } as const;
const implicit = { ...startTls, port: 993, security: 'tls' } as const;
const plain = { ...startTls, security: 'none' } as const;

async function imap(server: ScriptedServer, change: Partial<PlannedProbe>) {
  const planned = aProbe(change);
  const system = fakeSystem({ [`192.0.2.10:${planned.port}`]: { rttMs: 20, answer: [server] } });
  const { observations } = await system.clock.run(probing(system, planned));
  expect(observations).toHaveLength(1);
  expect(server.isClosed).toBe(true);
  return observations[0];
}

const goodbye = [hear('a9 LOGOUT'), say('* BYE see you', 'a9 OK done'), close()];

test.each([
  [
    'STARTTLS in a greeting is taken at its word',
    startTls,
    [
      say('* OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED] ready'),
      hear('a2 STARTTLS'),
      say('a2 OK go'),
      tls(),
      hear('a3 CAPABILITY'),
      say('* CAPABILITY IMAP4rev1 AUTH=PLAIN', 'a3 OK done'),
      ...goodbye,
    ],
    { capabilitiesBeforeTls: ['IMAP4REV1', 'STARTTLS', 'LOGINDISABLED'], auth: ['PLAIN', 'LOGIN'] },
  ],
  [
    'a greeting over TLS that lists capabilities is not asked for them',
    implicit,
    [tls(), say('* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready'), ...goodbye],
    { capabilities: ['IMAP4REV1', 'AUTH=PLAIN'], auth: ['PLAIN', 'LOGIN'] },
  ],
  [
    'a greeting over TLS without them is',
    implicit,
    [
      tls(),
      say('* OK ready'),
      hear('a1 CAPABILITY'),
      say('* CAPABILITY IMAP4rev1', 'a1 OK done'),
      ...goodbye,
    ],
    { capabilities: ['IMAP4REV1'], auth: ['LOGIN'] },
  ],
])('%s', async (_name, probe, steps, seen) => {
  const server = scriptedServer(...steps);
  expect(await imap(server, probe)).toMatchObject({ outcome: 'ok', stage: 'done', ...seen });
  expect(server.finished).toBe(true);
});

describe.each([
  ['in whole packets', (server: ScriptedServer) => server],
  ['split at every byte', (server: ScriptedServer) => server.inSingleBytes()],
])('%s', (_how, sent) => {
  test('a server is heard to its capabilities after STARTTLS', async () => {
    const server = sent(
      scriptedServer(
        say('* OK [CAPABILITY IMAP4rev1 AUTH=LIES] ready'),
        hear('a1 CAPABILITY'),
        say('* CAPABILITY IMAP4rev1 starttls LOGINDISABLED', 'a1 OK done'),
        hear('a2 STARTTLS'),
        say('a2 OK go', '* CAPABILITY AUTH=EVIL'),
        tls(),
        hear('a3 CAPABILITY'),
        say('* CAPABILITY IMAP4rev1 AUTH=PLAIN AUTH=xoauth2', '* OK still here', 'a3 OK done'),
        ...goodbye,
      ),
    );
    expect(await imap(server, startTls)).toMatchObject({
      outcome: 'ok',
      stage: 'done',
      greeting: 'OK [CAPABILITY IMAP4rev1 AUTH=LIES] ready',
      capabilitiesBeforeTls: ['IMAP4REV1', 'STARTTLS', 'LOGINDISABLED'],
      capabilities: ['IMAP4REV1', 'AUTH=PLAIN', 'AUTH=XOAUTH2'],
      auth: ['PLAIN', 'XOAUTH2', 'LOGIN'],
      injectedBytes: 24,
    });
    expect(server.finished).toBe(true);
  });

  test.each([
    ['HTTP/1.0 302 Found\r\n', 'http-answer'],
    ['+OK POP3 here\r\n', 'not-the-protocol'],
    ['220 smtp here\r\n', 'not-the-protocol'],
    ['* MAYBE\r\n', 'not-the-protocol'],
    [`* OK ${'x'.repeat(9000)}`, 'too-long'],
  ])('%j is no greeting', async (text, code) => {
    const seen = await imap(sent(scriptedServer(sayBytes(text))), plain);
    expect(seen).toMatchObject({ outcome: 'protocol-error', stage: 'greeting', error: { code } });
  });
});

test('LOGINDISABLED forbids the LOGIN command', async () => {
  const server = scriptedServer(
    tls(),
    say('* OK hi'),
    hear('a1'),
    say('* CAPABILITY IMAP4rev1 LOGINDISABLED', 'a1 OK'),
    ...goodbye,
  );
  expect(await imap(server, implicit)).toMatchObject({ outcome: 'ok', auth: [] });
});

test('PREAUTH where TLS was wanted is an attack, and nothing more is said (threat T2)', async () => {
  const server = scriptedServer(say('* PREAUTH welcome back'), wait(1000));
  expect(await imap(server, startTls)).toMatchObject({
    outcome: 'protocol-error',
    stage: 'greeting',
    error: { code: 'pre-authenticated' },
  });
  expect(server.heard).toEqual([]);
});

test('PREAUTH inside TLS is a greeting like another', async () => {
  const server = scriptedServer(
    tls(),
    say('* PREAUTH welcome back'),
    hear('a1'),
    say('* CAPABILITY IMAP4rev1', 'a1 OK'),
    ...goodbye,
  );
  expect(await imap(server, implicit)).toMatchObject({ outcome: 'ok', capabilities: ['IMAP4REV1'] });
});

test('BYE instead of a greeting is a refusal', async () => {
  expect(await imap(scriptedServer(say('* BYE [UNAVAILABLE] too busy')), plain)).toMatchObject({
    outcome: 'rejected',
    stage: 'greeting',
    error: { code: 'UNAVAILABLE', message: 'BYE [UNAVAILABLE] too busy' },
  });
});

test.each([
  ['not offered', [say('* CAPABILITY IMAP4rev1', 'a1 OK')], 'starttls-not-offered'],
  ['refused', [say('* CAPABILITY STARTTLS', 'a1 OK'), hear('a2 STARTTLS'), say('a2 NO not today')], 'NO'],
  ['not understood', [say('* CAPABILITY STARTTLS', 'a1 OK'), hear('a2 STARTTLS'), say('a2 BAD what')], 'BAD'],
])('STARTTLS that is %s', async (_what, rest, code) => {
  const seen = await imap(scriptedServer(say('* OK hi'), hear('a1'), ...rest), startTls);
  expect(seen).toMatchObject({ outcome: 'rejected', stage: 'starttls', error: { code } });
});

test('an untagged BYE or another tag instead of the reply', async () => {
  const bye = await imap(scriptedServer(say('* OK hi'), hear('a1'), say('* BYE shutting down')), plain);
  expect(bye).toMatchObject({ outcome: 'rejected', stage: 'ehlo', error: { code: 'BYE' } });
  const tag = await imap(scriptedServer(say('* OK hi'), hear('a1'), say('b7 OK done')), plain);
  expect(tag).toMatchObject({
    outcome: 'protocol-error',
    stage: 'ehlo',
    error: { code: 'not-the-protocol' },
  });
});

test('endless untagged lines are cut off', async () => {
  const server = scriptedServer(say('* OK hi'), hear('a1'), say(...Array<string>(300).fill('* OK more')));
  expect(await imap(server, plain)).toMatchObject({ outcome: 'protocol-error', error: { code: 'too-long' } });
});

const capable = [say('* OK hi'), hear('a1'), say('* CAPABILITY STARTTLS', 'a1 OK')];

describe.each([
  ['greeting', plain, []],
  ['ehlo', plain, [say('* OK hi'), hear('a1')]],
  ['starttls', startTls, [...capable, hear('a2')]],
  ['ehlo', startTls, [...capable, hear('a2'), say('a2 OK'), tls(), hear('a3')]],
] as const)('at %s', (stage, change, before) => {
  test.each([
    ['silence', [wait(90_000)], 'timeout'],
    ['a reset', [reset()], 'reset'],
    ['a close', [close()], 'closed'],
    [
      'a trickle',
      [
        sayBytes('* O'),
        ...Array(60)
          .fill([sayBytes('K'), wait(1000)])
          .flat(),
      ],
      'timeout',
    ],
  ] as const)('%s', async (_what, fault, outcome) => {
    expect(await imap(scriptedServer(...before, ...fault), change)).toMatchObject({ outcome, stage });
  });
});

test('a reset in the handshake is told as such', async () => {
  const seen = await imap(scriptedServer(...capable, hear('a2'), say('a2 OK'), tlsFails('reset')), startTls);
  expect(seen).toMatchObject({ outcome: 'reset', stage: 'tls' });
});

test('what follows LOGOUT changes nothing', async () => {
  const server = scriptedServer(say('* OK hi'), hear('a1'), say('a1 OK'), hear('a9 LOGOUT'), reset());
  expect(await imap(server, plain)).toMatchObject({ outcome: 'ok', stage: 'done', elapsedMs: 20 });
});
