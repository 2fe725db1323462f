import { describe, expect, test } from 'vitest';
import type { PlannedProbe } from '../../../../shared/model/check.ts';
import { fakeSystem } from '../../../support/fake-system.ts';
import { aProbe, probing, wholeTimeouts } from '../../../support/probing.ts';
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
  tlsHangs,
  wait,
} from '../../../support/scripted-server.ts';

const rttMs = 20;

/** One SMTP probe against one script; the observation and how long it took until the probe was over. */
async function smtp(server: ScriptedServer, change: Partial<PlannedProbe> = {}, greetingMs?: () => number) {
  const planned = aProbe(change);
  const system = fakeSystem({ [`192.0.2.10:${planned.port}`]: { rttMs, answer: [server] } });
  const context = greetingMs ? { timeoutsAt: () => ({ ...wholeTimeouts, greetingMs }) } : {};
  const { observations } = await system.clock.run(probing(system, planned, context));
  expect(observations).toHaveLength(1);
  expect(server.isClosed).toBe(true);
  expect(system.clock.sleepers()).toBe(0);
  return { seen: observations[0], tookMs: system.clock.now() };
}

const plain = { security: 'none', port: 25 } as const;
const implicit = { security: 'tls', port: 465 } as const;
const ehlo = (...keywords: string[]) => {
  const lines = ['mx.example greets you', ...keywords];
  return say(...lines.map((line, index) => `250${index === lines.length - 1 ? ' ' : '-'}${line}`));
};
const goodbye = [hear('QUIT'), say('221 bye'), close()];

describe.each([
  ['in whole packets', (server: ScriptedServer) => server],
  ['split at every byte', (server: ScriptedServer) => server.inSingleBytes()],
])('%s', (_how, sent) => {
  test('a submission server is heard to the end of EHLO after TLS', async () => {
    const server = sent(
      scriptedServer(
        say('220-mx.example ESMTP', '220-second line', '220 last line'),
        hear('EHLO [192.0.2.77]'),
        ehlo('SIZE 1000', 'auth=OLD', 'STARTTLS'),
        hear('STARTTLS'),
        say('220 2.0.0 go ahead'),
        tls({ version: 'TLSv1.2' }),
        hear('EHLO'),
        ehlo('8BITMIME', 'AUTH PLAIN login'),
        ...goodbye,
      ),
    );
    const { seen } = await smtp(server);
    expect(seen).toMatchObject({
      outcome: 'ok',
      stage: 'done',
      greeting: 'mx.example ESMTP\nsecond line\nlast line',
      serverName: 'mx.example',
      capabilitiesBeforeTls: ['SIZE 1000', 'AUTH=OLD', 'STARTTLS'],
      capabilities: ['8BITMIME', 'AUTH PLAIN login'],
      auth: ['PLAIN', 'LOGIN'],
      tls: { version: 'TLSv1.2' },
      attempts: 1,
    });
    expect(seen?.error).toBeUndefined();
    expect(seen?.injectedBytes).toBeUndefined();
    expect(server.finished).toBe(true);
  });

  test('what was slipped in before TLS is counted and never believed (RFC 3207 section 4.2)', async () => {
    const server = sent(
      scriptedServer(
        say('220 mx.example'),
        hear('EHLO'),
        ehlo('AUTH LOGIN', 'STARTTLS'),
        hear('STARTTLS'),
        say('220 go ahead', '250 AUTH EVIL'),
        tls(),
        hear('EHLO'),
        ehlo('AUTH PLAIN'),
        ...goodbye,
      ),
    );
    const { seen } = await smtp(server);
    expect(seen).toMatchObject({ outcome: 'ok', auth: ['PLAIN'], injectedBytes: 15 });
    expect(server.finished).toBe(true);
  });

  test('several replies in one packet are several replies', async () => {
    const server = sent(
      scriptedServer(say('220 mx.example', '250-mx.example', '250 AUTH PLAIN'), hear('EHLO'), ...goodbye),
    );
    expect((await smtp(server, plain)).seen).toMatchObject({ outcome: 'ok', capabilities: ['AUTH PLAIN'] });
  });

  test.each([
    ['HTTP/1.1 400 Bad Request\r\nServer: x\r\n\r\n', 'http-answer', 'HTTP/1.1 400 Bad Request'],
    ['<html><body>Sign in</body></html>\r\n', 'http-answer', '<html><body>Sign in</body></html>'],
    ['SSH-2.0-OpenSSH_9.2\r\n', 'not-the-protocol', 'SSH-2.0-OpenSSH_9.2'],
    ['220-first\r\n250 second\r\n', 'not-the-protocol', '250 second'],
  ])('%j is no greeting', async (text, code, greeting) => {
    const { seen, tookMs } = await smtp(sent(scriptedServer(sayBytes(text))), plain);
    expect(seen).toMatchObject({ outcome: 'protocol-error', stage: 'greeting', greeting, error: { code } });
    expect(tookMs).toBeLessThan(2000);
  });

  test.each([
    ['bytes of a TLS alert', Buffer.of(0x15, 3, 1, 0, 2, 2, 40)],
    ['NUL bytes', Buffer.alloc(64)],
    ['binary without a line end', Buffer.of(0x4a, 0, 0, 0, 0x0a, 0x38, 0xff, 0xfe)],
  ])('%s are no greeting', async (_what, bytes) => {
    const { seen, tookMs } = await smtp(sent(scriptedServer(sayBytes(bytes))), plain);
    expect(seen).toMatchObject({
      outcome: 'protocol-error',
      stage: 'greeting',
      error: { code: 'not-the-protocol' },
    });
    expect(tookMs).toBeLessThan(2000);
  });

  test('a line without an end is cut off', async () => {
    const { seen } = await smtp(sent(scriptedServer(sayBytes(`220 ${'x'.repeat(9000)}`))), plain);
    expect(seen).toMatchObject({ outcome: 'protocol-error', stage: 'greeting', error: { code: 'too-long' } });
  });
});

test('a reply without an end is cut off, in lines and in bytes', async () => {
  const short = await smtp(scriptedServer(say(...Array<string>(300).fill('220-more'))), plain);
  expect(short.seen).toMatchObject({
    outcome: 'protocol-error',
    stage: 'greeting',
    error: { code: 'too-long' },
  });
  // More than a reply may have, and less than a dialogue: 120 kB in 30 lines.
  const long = await smtp(scriptedServer(say(...Array<string>(30).fill(`220-${'y'.repeat(4000)}`))), plain);
  expect(long.seen).toMatchObject({
    outcome: 'protocol-error',
    stage: 'greeting',
    error: { code: 'too-long' },
  });
});

test('a flood in one dialogue is cut off, and TLS begins a new allowance', async () => {
  const filler = Array<string>(199).fill(`250-X${'y'.repeat(300)}`);
  const server = scriptedServer(
    say('220 mx.example'),
    hear('EHLO'),
    say(...filler, '250 STARTTLS'),
    hear('STARTTLS'),
    sayBytes(`220 go\r\n${'z'.repeat(190_000)}`),
    tls(),
    hear('EHLO'),
    say(...filler, '250 AUTH PLAIN'),
    ...goodbye,
  );
  expect((await smtp(server)).seen).toMatchObject({ outcome: 'ok', injectedBytes: 190_000, auth: ['PLAIN'] });
  const flood = scriptedServer(say('220 mx.example'), hear('EHLO'), sayBytes('250-ok\r\n'.repeat(40_000)));
  expect((await smtp(flood, plain)).seen).toMatchObject({
    outcome: 'protocol-error',
    error: { code: 'too-long' },
  });
});

test('nothing is said before the greeting is whole, and the greeting may take 29 s', async () => {
  const server = scriptedServer(
    say('220-wait for it'),
    wait(29_000),
    say('220 ready'),
    hear('EHLO'),
    ehlo(),
    ...goodbye,
  );
  const { seen } = await smtp(server, plain);
  expect(seen).toMatchObject({ outcome: 'ok', timings: { greeting: 29_000 } });
  expect(server.heard[0]).toBe('EHLO [192.0.2.77]');
  expect(server.finished).toBe(true);
});

test('a server that says nothing is given 30 s, one that trickles no longer', async () => {
  const silent = scriptedServer(wait(120_000));
  expect((await smtp(silent, plain)).seen).toMatchObject({
    outcome: 'timeout',
    stage: 'greeting',
    elapsedMs: 30_020,
    error: { code: 'no-greeting' },
  });
  expect(silent.heard).toEqual([]);
  const trickle = scriptedServer(
    ...Array(60)
      .fill([sayBytes('2'), wait(1000)])
      .flat(),
  );
  expect((await smtp(trickle, plain)).seen).toMatchObject({ stage: 'greeting' });
  const slowLines = scriptedServer(
    ...Array(60)
      .fill([say('220-more'), wait(1000)])
      .flat(),
  );
  expect((await smtp(slowLines, plain)).seen).toMatchObject({ outcome: 'timeout', elapsedMs: 30_020 });
});

test('the limit for the greeting may shrink while it is awaited', async () => {
  let limitMs = 30_000;
  const server = scriptedServer(wait(2000), wait(120_000));
  const greetingMs = () => {
    limitMs -= 500; // asked again and again
    return limitMs;
  };
  const { seen } = await smtp(server, plain, greetingMs);
  expect(seen).toMatchObject({ outcome: 'timeout', stage: 'greeting' });
  expect(seen?.elapsedMs).toBeLessThan(15_000);
});

test.each([
  ['554 5.7.1 You are on a list', 'greeting', '5.7.1', '5.7.1 You are on a list'],
  ['421 too busy', 'greeting', '421', 'too busy'],
  ['554', 'greeting', '554', ''],
])('the greeting %j is a refusal with its text', async (line, stage, code, text) => {
  const server = scriptedServer(say(line), hear('QUIT'), say('221 bye'));
  const { seen } = await smtp(server, plain);
  expect(seen).toMatchObject({ outcome: 'rejected', stage, greeting: text, error: { code, message: text } });
  expect(server.finished).toBe(true);
});

test.each(['250 hello', '000 hello', '999 hello', '354 go on'])('%j is no greeting either', async (line) => {
  const { seen } = await smtp(scriptedServer(say(line)), plain);
  expect(seen).toMatchObject({
    outcome: 'protocol-error',
    stage: 'greeting',
    error: { code: 'not-the-protocol' },
  });
});

test('a server that does not know EHLO is greeted with HELO', async () => {
  const server = scriptedServer(
    say('220 old'),
    hear('EHLO'),
    say('502 what?'),
    hear('HELO [192.0.2.77]'),
    say('250-old.example hello', '250 AUTH LIES'),
    ...goodbye,
  );
  const { seen } = await smtp(server, plain);
  expect(seen).toMatchObject({ outcome: 'ok', serverName: 'old.example', capabilities: [], auth: [] });
  expect(server.finished).toBe(true);
});

test.each([
  '501 5.5.2 Invalid domain name',
  '504 5.5.2 <[192.0.2.77]>: Helo command rejected: need fully-qualified hostname',
  '550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1)',
  '450 4.7.1 Helo command rejected: Host not found',
  '553 no address here',
])('where our address is refused (%s) a name is tried, also after TLS', async (refusal) => {
  const server = scriptedServer(
    say('220 mx'),
    hear('EHLO [192.0.2.77]'),
    say(refusal),
    hear('EHLO localhost.localdomain'),
    say('250-mx.example', '250 AUTH PLAIN'),
    ...goodbye,
  );
  const { seen } = await smtp(server, plain);
  expect(seen).toMatchObject({ outcome: 'ok', auth: ['PLAIN'] });
  expect(refusal).toContain(seen?.literalRefused?.message);
  expect(server.finished).toBe(true);
});

test('where a name is refused as well, the first refusal is told', async () => {
  const server = scriptedServer(
    say('220 mx'),
    hear('EHLO'),
    say('501 bad name'),
    hear('EHLO localhost.localdomain'),
    say('501 bad as well'),
    hear('HELO [192.0.2.77]'),
    say('501 no'),
    ...goodbye,
  );
  const { seen } = await smtp(server, plain);
  expect(seen).toMatchObject({
    outcome: 'rejected',
    stage: 'ehlo',
    error: { code: '501', message: 'bad name' },
  });
  expect(seen?.literalRefused).toBeUndefined();
});

test.each([
  ['refuses HELO too', [say('503 no')]],
  ['hangs up on it', [close()]],
  ['cuts the connection', [reset()]],
])('a server that refuses EHLO and %s meant its first answer', async (_what, after) => {
  const server = scriptedServer(say('220 mx'), hear('EHLO'), say('550 5.7.0 Policy'), hear('HELO'), ...after);
  const { seen } = await smtp(server, plain);
  expect(seen).toMatchObject({ outcome: 'rejected', stage: 'ehlo', error: { code: '5.7.0' } });
});

test('a 4xx reply to EHLO is a refusal for now and is not asked again', async () => {
  const server = scriptedServer(say('220 mx'), hear('EHLO'), say('421 4.3.2 later'), hear('QUIT'));
  const { seen } = await smtp(server, plain);
  expect(seen).toMatchObject({
    outcome: 'rejected',
    stage: 'ehlo',
    error: { code: '4.3.2' },
    greeting: 'mx',
  });
});

test.each([
  [['220 mx.example'], ['SIZE 1', 'AUTH LOGIN'], 'starttls-not-offered'],
  [['220 mx.example'], ['SIZE 1', 'XXXXXXXA'], 'starttls-masked'],
  [['220 ****************0*2*****'], ['SIZE 1'], 'starttls-masked'],
])('STARTTLS that is missing after %j and %j is %s', async (greeting, offers, code) => {
  const server = scriptedServer(say(...greeting), hear('EHLO'), ehlo(...offers), ...goodbye);
  const { seen } = await smtp(server);
  expect(seen).toMatchObject({
    outcome: 'rejected',
    stage: 'starttls',
    error: { code },
    capabilities: offers,
    capabilitiesBeforeTls: offers,
  });
  expect(server.finished).toBe(true);
});

test('the name that a server gives itself in clear does not count after TLS', async () => {
  const server = scriptedServer(
    say('220 mx'),
    hear('EHLO'),
    say('250-evil.example', '250 STARTTLS'),
    hear('STARTTLS'),
    say('220 go'),
    tls(),
    hear('EHLO'),
    say('250-mx.example', '250 AUTH PLAIN'),
    ...goodbye,
  );
  expect((await smtp(server)).seen).toMatchObject({ outcome: 'ok', serverName: 'mx.example' });
});

test('a long refusal in many lines is kept as far as a report keeps texts', async () => {
  const lines = Array.from({ length: 100 }, (_, n) => `554${n === 99 ? ' ' : '-'}${'no'.repeat(200)}`);
  const { seen } = await smtp(scriptedServer(say(...lines)), plain);
  expect(seen).toMatchObject({ outcome: 'rejected', stage: 'greeting' });
  expect(seen?.error?.message.length).toBe(4096);
});

test('STARTTLS that is refused is said with the reply', async () => {
  const server = scriptedServer(
    say('220 mx'),
    hear('EHLO'),
    ehlo('STARTTLS'),
    hear('STARTTLS'),
    say('454 4.7.0 not now'),
  );
  const { seen } = await smtp(server);
  expect(seen).toMatchObject({ outcome: 'rejected', stage: 'starttls', error: { code: '4.7.0' } });
  expect(seen?.capabilities).toBeUndefined();
});

describe.each([
  [
    'STARTTLS',
    {},
    [say('220 mx'), hear('EHLO'), ehlo('AUTH LIES', 'STARTTLS'), hear('STARTTLS'), say('220 go')],
  ],
  ['implicit TLS', implicit, []],
] as const)('%s', (_how, change, before) => {
  test.each([
    ['alert', 'tls-error', 'tls-alert'],
    ['failed', 'tls-error', 'tls-failed'],
    ['reset', 'reset', 'E'],
    ['closed', 'closed', 'closed-early'],
  ] as const)('%s in the handshake is %s', async (kind, outcome, code) => {
    const { seen } = await smtp(scriptedServer(...before, tlsFails(kind)), change);
    expect(seen).toMatchObject({ outcome, stage: 'tls', error: { code } });
    expect(seen?.capabilities).toBeUndefined();
    expect(seen?.auth).toBeUndefined();
  });

  test('silence in the handshake ends after 10 s', async () => {
    const { seen } = await smtp(scriptedServer(...before, tlsHangs()), change);
    expect(seen).toMatchObject({
      outcome: 'timeout',
      stage: 'tls',
      timings: { tls: 10_000 },
      error: { code: 'no-reply' },
    });
  });
});

test('plain text where TLS should begin is kept as the greeting it is', async () => {
  const server = scriptedServer(tlsFails('not-tls', { received: '220 mx.example ESMTP\r\n' }));
  const { seen } = await smtp(server, implicit);
  expect(seen).toMatchObject({
    outcome: 'protocol-error',
    stage: 'tls',
    greeting: 'mx.example ESMTP',
    error: { code: 'not-tls' },
  });
});

test('implicit TLS comes before the greeting', async () => {
  const server = scriptedServer(tls(), say('220 mx.example'), hear('EHLO'), ehlo('AUTH PLAIN'), ...goodbye);
  const { seen } = await smtp(server, implicit);
  expect(seen).toMatchObject({ outcome: 'ok', stage: 'done', auth: ['PLAIN'] });
  expect(seen?.capabilitiesBeforeTls).toBeUndefined();
  expect(server.finished).toBe(true);
});

describe('somebody else’s server', () => {
  const control = {
    role: 'reference',
    control: 'mail',
    operator: 'example.net',
    operatorSize: 'large',
  } as const;

  test('is greeted and left', async () => {
    const server = scriptedServer(say('220 mx.example'), ...goodbye);
    const { seen } = await smtp(server, { ...plain, ...control });
    expect(seen).toMatchObject({ outcome: 'ok', stage: 'done', ...control });
    expect(server.heard).toEqual(['QUIT']);
  });

  test('is left after TLS when the doubt is about TLS', async () => {
    const server = scriptedServer(
      say('220 mx.example'),
      hear('EHLO'),
      ehlo('STARTTLS'),
      hear('STARTTLS'),
      say('220 go'),
      tls(),
      ...goodbye,
    );
    const { seen } = await smtp(server, control);
    expect(seen).toMatchObject({ outcome: 'ok', stage: 'done', capabilitiesBeforeTls: ['STARTTLS'] });
    expect(server.finished).toBe(true);
  });
});

const phases = [
  ['greeting', plain, []],
  ['ehlo', plain, [say('220 mx'), hear('EHLO')]],
  ['starttls', {}, [say('220 mx'), hear('EHLO'), ehlo('STARTTLS'), hear('STARTTLS')]],
  ['ehlo', implicit, [tls(), say('220 mx'), hear('EHLO')]],
] as const;

describe.each(phases)('at %s', (stage, change, before) => {
  test('a reset is told with the stage', async () => {
    const { seen } = await smtp(scriptedServer(...before, reset()), change);
    expect(seen).toMatchObject({ outcome: 'reset', stage, error: { code: 'ECONNRESET' } });
  });

  test('an orderly close is told with the stage', async () => {
    const { seen } = await smtp(scriptedServer(...before, sayBytes('2'), close()), change);
    expect(seen).toMatchObject({ outcome: 'closed', stage, error: { code: 'closed-early' } });
  });

  test('an abort is told with the stage, at once, and the server sees the close', async () => {
    const planned = aProbe(change);
    const server = scriptedServer(...before, wait(60_000));
    const system = fakeSystem({ [`192.0.2.10:${planned.port}`]: { rttMs, answer: [server] } });
    const stop = new AbortController();
    const running = probing(system, planned, { signal: stop.signal });
    void system.clock.sleep(777, new AbortController().signal).then(() => stop.abort());
    const { observations } = await system.clock.run(running);
    expect(observations).toMatchObject([{ outcome: 'cancelled', stage, elapsedMs: 777 }]);
    expect(server.isClosed).toBe(true);
    expect(server.heard).not.toContain('QUIT');
    expect(system.clock.sleepers()).toBe(0);
  });
});

/** Stops the check at a time, or the moment a stage begins. */
async function stopped(server: ScriptedServer, change: Partial<PlannedProbe>, at: number | 'tls') {
  const planned = aProbe(change);
  const system = fakeSystem({ [`192.0.2.10:${planned.port}`]: { rttMs, answer: [server] } });
  const stop = new AbortController();
  if (at !== 'tls') void system.clock.sleep(at, new AbortController().signal).then(() => stop.abort());
  const onProgress = (stage: string) => {
    if (stage === at) stop.abort();
  };
  const { observations } = await system.clock.run(
    probing(system, planned, { signal: stop.signal, onProgress }),
  );
  return { seen: observations[0], tookMs: system.clock.now() };
}

test('an abort while what is no reply is read to its line end', async () => {
  const { seen, tookMs } = await stopped(scriptedServer(sayBytes('HTTP/1.1 302'), wait(60_000)), plain, 300);
  expect(seen).toMatchObject({ outcome: 'cancelled', stage: 'greeting' });
  expect(tookMs).toBe(300);
});

test('an abort while the HELO of an old server is awaited', async () => {
  const old = scriptedServer(say('220 old'), hear('EHLO'), say('502 what?'), hear('HELO'), wait(60_000));
  const { seen, tookMs } = await stopped(old, plain, 300);
  expect(seen).toMatchObject({ outcome: 'cancelled', stage: 'ehlo' });
  expect(tookMs).toBe(300);
});

test('an abort in the very moment in which TLS begins', async () => {
  const { seen, tookMs } = await stopped(scriptedServer(tlsHangs()), implicit, 'tls');
  expect(seen).toMatchObject({ outcome: 'cancelled', stage: 'tls' });
  expect(tookMs).toBe(rttMs);
});

test('of what is no reply and has no line end, no more is awaited than is shown', async () => {
  const { seen, tookMs } = await smtp(scriptedServer(sayBytes('x'.repeat(600)), wait(60_000)), plain);
  expect(seen?.greeting).toBe('x'.repeat(500));
  expect(tookMs).toBe(rttMs);
});

test('silence after a command ends after 10 s', async () => {
  const { seen } = await smtp(scriptedServer(say('220 mx'), hear('EHLO'), wait(60_000)), plain);
  expect(seen).toMatchObject({
    outcome: 'timeout',
    stage: 'ehlo',
    timings: { ehlo: 10_000 },
    error: { code: 'no-reply' },
  });
});

test('a TLS handshake that is aborted is cancelled at tls', async () => {
  const system = fakeSystem({ '192.0.2.10:465': { rttMs, answer: [scriptedServer(tlsHangs())] } });
  const stop = new AbortController();
  const running = probing(system, aProbe(implicit), { signal: stop.signal });
  void system.clock.sleep(300, new AbortController().signal).then(() => stop.abort());
  expect((await system.clock.run(running)).observations).toMatchObject([
    { outcome: 'cancelled', stage: 'tls', elapsedMs: 300 },
  ]);
});

test.each([
  ['silence', [wait(60_000)], 2020],
  ['a reset', [reset()], 20],
  ['a close', [close()], 20],
  ['nonsense', [sayBytes(Buffer.alloc(9000)), wait(60_000)], 20],
  ['a refusal', [say('500 no'), wait(60_000)], 20],
  ['a late answer', [wait(500), say('221 bye')], 520],
])('%s after QUIT changes nothing, and the result does not wait for it', async (_what, after, endsMs) => {
  const server = scriptedServer(say('220 mx'), hear('EHLO'), ehlo('AUTH PLAIN'), hear('QUIT'), ...after);
  const { seen, tookMs } = await smtp(server, plain);
  expect(seen).toMatchObject({ outcome: 'ok', stage: 'done', elapsedMs: 20 });
  expect(tookMs).toBe(endsMs);
});

test('what was said too much before QUIT is not taken for its answer', async () => {
  const answers = say('250-mx', '250 AUTH PLAIN', '250 and more');
  const server = scriptedServer(
    say('220 mx'),
    hear('EHLO'),
    answers,
    hear('QUIT'),
    wait(500),
    say('221 bye'),
  );
  expect((await smtp(server, plain)).tookMs).toBe(520);
});

test('what a server says is harmless when it is shown', async () => {
  const server = scriptedServer(
    sayBytes('220 \u001b[31mred\u0000 \u202eevil\u0007 caf\u00e9\r\n'),
    hear('EHLO'),
    sayBytes(Buffer.from('250-mx.example\r\n250 X-GR\xdc\xdfE \x9b31m\r\n', 'latin1')),
    ...goodbye,
  );
  const { seen } = await smtp(server, plain);
  expect(seen?.greeting).toBe('\ufffd[31mred\ufffd \ufffdevil\ufffd caf\u00e9');
  expect(seen?.capabilities).toEqual(['X-GRÜSSE \ufffd31m']);
});

test('progress names each stage as it begins', async () => {
  const server = scriptedServer(tls(), say('220 mx'), hear('EHLO'), ehlo(), ...goodbye);
  const system = fakeSystem({ '192.0.2.10:465': { rttMs, answer: [server] } });
  const { progress } = await system.clock.run(probing(system, aProbe(implicit)));
  expect(progress).toEqual(['connect', 'tls', 'greeting', 'ehlo', 'done']);
});

test('a reset that comes before the system tells of the handshake cut a connection, and refused none', async () => {
  for (const [change, stage] of [
    [{}, 'greeting'],
    [implicit, 'tls'],
  ] as const) {
    const planned = aProbe(change);
    const system = fakeSystem({ [`192.0.2.10:${planned.port}`]: { rttMs, answer: 'ECONNRESET' } });
    const { observations } = await system.clock.run(probing(system, planned));
    expect(observations).toHaveLength(1);
    expect(observations[0]).toMatchObject({
      outcome: 'reset',
      stage,
      timings: { connect: rttMs, [stage]: 0 },
      error: { code: 'ECONNRESET' },
    });
  }
});
