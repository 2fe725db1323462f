import { describe, expect, test } from 'vitest';
import type { Observation } from '../../../shared/model/observation.ts';
import { isUsable } from '../../../shared/recommend/recommend.ts';
import { fakeSystem } from '../../support/fake-system.ts';
import { expectHarmless } from '../../support/harmless.ts';
import {
  type HonestDialogue,
  honestDialogues,
  honestUntil,
  type MailProtocol,
  stepsOf,
} from '../../support/honest-dialogues.ts';
import { aProbe, probing } from '../../support/probing.ts';
import {
  close,
  type Step,
  say,
  sayBytes,
  scriptedServer,
  tlsFails,
  wait,
} from '../../support/scripted-server.ts';

/** Everything that somebody on the way slips in tells a lie by which it would be recognised. */
const lie = 'EVIL';
const crlf = (...lines: string[]) => lines.map((line) => `${line}\r\n`).join('');

type Attack = {
  /** Replies to what will only be asked over TLS. */
  readonly later: string;
  /** A list of capabilities in clear, with a login, and without or with the offer of TLS. */
  readonly hello: { readonly withoutTls: string; readonly withTls: string };
  /** What a server answers that does not begin TLS, and goes on in clear. */
  readonly refusals: readonly string[];
  /** Words that ask a mail program to do something. */
  readonly requests: readonly string[];
};

const attacks: Readonly<Record<MailProtocol, Attack>> = {
  smtp: {
    later: crlf('250-mx.example', `250 AUTH ${lie}`),
    hello: {
      withoutTls: crlf('250-mx.example', `250 AUTH ${lie}`),
      withTls: crlf('250-mx.example', `250-AUTH ${lie}`, '250 STARTTLS'),
    },
    refusals: ['454 no', '502 no', '999 no', '250 fine', '235 2.7.0 you are logged in'],
    requests: ['220 mx.example go to smtp://evil.example', '220 mx.example https://evil.example'],
  },
  imap: {
    later: crlf(`* CAPABILITY IMAP4rev1 AUTH=${lie}`, 'a3 OK done'),
    hello: {
      withoutTls: crlf(`* CAPABILITY IMAP4rev1 AUTH=${lie}`, 'a1 OK'),
      withTls: crlf(`* CAPABILITY IMAP4rev1 STARTTLS AUTH=${lie}`, 'a1 OK'),
    },
    refusals: ['a2 NO no', 'a2 BAD what', '* BYE', 'a2 FINE', 'a9 OK'],
    requests: [
      '* OK [REFERRAL imap://you@evil.example/] mx.example has moved',
      '* OK [ALERT] mx.example: type your password at https://evil.example',
    ],
  },
  pop3: {
    later: crlf('+OK', `SASL ${lie}`, '.'),
    hello: {
      withoutTls: crlf('+OK', `SASL ${lie}`, '.'),
      withTls: crlf('+OK', `SASL ${lie}`, 'STLS', '.'),
    },
    refusals: ['-ERR no', '+OKAY', '250 fine'],
    requests: [
      '+OK mx.example has moved to pop://evil.example',
      '+OK [AUTH] mx.example https://evil.example',
    ],
  },
};

const nothingSecret = /^(EHLO \[|HELO \[|STARTTLS$|STLS$|CAPA$|QUIT$|a\d (CAPABILITY|STARTTLS|LOGOUT)$)/;

async function probed({ probe }: HonestDialogue, steps: readonly Step[]) {
  const server = scriptedServer(...steps);
  const planned = aProbe(probe);
  const system = fakeSystem({ [`192.0.2.10:${planned.port}`]: { rttMs: 20, answer: [server] } });
  const { observations } = await system.clock.run(probing(system, planned));
  const seen = observations[0] as Observation;
  expect(observations).toHaveLength(1);
  expect(server.isClosed).toBe(true);
  expectHarmless(seen);
  // T8: whatever the server says, nothing leaves this computer but the questions of a probe.
  for (const line of server.heard) expect(line).toMatch(nothingSecret);
  return { seen, server };
}

/** What counts for a mail program must not be the attacker's. */
function expectDisbelieved(seen: Observation): void {
  expect(JSON.stringify([seen.auth, seen.capabilities, seen.serverName])).not.toContain(lie);
}

const encrypted = honestDialogues.filter(({ probe }) => probe.security === 'starttls');

describe.each(encrypted)('$protocol', (dialogue) => {
  const { protocol, exchanges, auth } = dialogue;
  const { later, hello, refusals, requests } = attacks[protocol];
  const accepted = exchanges.find(({ phase }) => phase === 'starttls')?.reply ?? '';
  const encryptedPart = exchanges.slice(exchanges.findIndex(({ phase }) => phase === 'tls'));

  test.each([1, 2, 50])(
    'T1 replies slipped in with the consent to TLS are counted, %i times over, and not believed',
    async (times) => {
      const slipped = later.repeat(times);
      const { seen, server } = await probed(dialogue, [
        ...honestUntil(dialogue, 'starttls'),
        sayBytes(`${accepted}${slipped}`),
        ...encryptedPart.flatMap(stepsOf),
        close(),
      ]);
      expect(seen).toMatchObject({ outcome: 'ok', auth: [auth], injectedBytes: slipped.length });
      expectDisbelieved(seen);
      expect(server.finished).toBe(true);
    },
  );

  test('T1 half a reply slipped in does not become the beginning of the first one over TLS', async () => {
    const { seen } = await probed(dialogue, [
      ...honestUntil(dialogue, 'starttls'),
      sayBytes(`${accepted}${later.slice(0, -5)}`),
      ...encryptedPart.flatMap(stepsOf),
      close(),
    ]);
    expect(seen).toMatchObject({ outcome: 'ok', auth: [auth], injectedBytes: later.length - 5 });
    expectDisbelieved(seen);
  });

  test('T1 the whole conversation slipped in with the greeting is not believed either', async () => {
    const { seen } = await probed(dialogue, [
      sayBytes(`${exchanges[0]?.reply}${hello.withTls}${accepted}${later}`),
      ...exchanges.slice(1, 3).flatMap(stepsOf),
      ...encryptedPart.flatMap(stepsOf),
      close(),
    ]);
    expect(seen).toMatchObject({ outcome: 'ok', auth: [auth] });
    expect(seen.injectedBytes).toBeGreaterThanOrEqual(later.length);
    expectDisbelieved(seen);
  });

  test('T3 what was offered in clear is kept apart and does not count after TLS', async () => {
    const { seen } = await probed(dialogue, [
      ...honestUntil(dialogue, 'hello'),
      sayBytes(hello.withTls),
      ...exchanges.slice(2).flatMap(stepsOf),
      close(),
    ]);
    expect(seen.capabilitiesBeforeTls?.join(' ')).toContain(lie);
    expect(seen).toMatchObject({ outcome: 'ok', auth: [auth] });
    expect(seen.injectedBytes).toBeUndefined();
    expectDisbelieved(seen);
  });

  test('T4 consent to TLS and then plain text: no TLS, no login, and what was said in clear does not count', async () => {
    const { seen } = await probed(dialogue, [
      ...honestUntil(dialogue, 'hello'),
      sayBytes(hello.withTls),
      ...exchanges.slice(2, 3).flatMap(stepsOf),
      tlsFails('not-tls', { received: later }),
    ]);
    expect(seen).toMatchObject({ outcome: 'protocol-error', stage: 'tls', error: { code: 'not-tls' } });
    expectDisbelieved(seen);
    expect(isUsable(seen)).toBe(false);
  });

  test.each(refusals)('T5 %j instead of consent: nothing more is said but goodbye', async (line) => {
    const { seen, server } = await probed(dialogue, [
      ...honestUntil(dialogue, 'hello'),
      sayBytes(hello.withTls),
      ...honestUntil(dialogue, 'starttls').slice(-1),
      say(line),
      wait(60_000),
    ]);
    expect(seen.stage).toBe('starttls');
    expect(['rejected', 'protocol-error']).toContain(seen.outcome);
    expectDisbelieved(seen);
    expect(isUsable(seen)).toBe(false);
    const after = server.heard.slice(server.heard.findIndex((said) => /STARTTLS|STLS/.test(said)) + 1);
    expect(after.filter((said) => !/QUIT|LOGOUT/.test(said))).toEqual([]);
  });

  test('T6 no offer of TLS, but one of a login: the offer in clear is no setting to use, and STARTTLS is not said', async () => {
    const { seen, server } = await probed(dialogue, [
      ...honestUntil(dialogue, 'hello'),
      sayBytes(hello.withoutTls),
      wait(60_000),
    ]);
    expect(seen).toMatchObject({
      outcome: 'rejected',
      stage: 'starttls',
      error: { code: 'starttls-not-offered' },
    });
    expect(seen.tls).toBeUndefined();
    expect(isUsable(seen)).toBe(false);
    expect(server.heard.join(' ')).not.toMatch(/STARTTLS|STLS/);
  });

  test.each(requests)('T7 %j is a text to show and nothing to follow', async (line) => {
    const server = scriptedServer(say(line), wait(60_000));
    const planned = aProbe(dialogue.probe);
    const system = fakeSystem({ [`192.0.2.10:${planned.port}`]: { rttMs: 20, answer: [server] } }, () => {
      throw new Error('a name was looked up');
    });
    const { observations } = await system.clock.run(probing(system, planned));
    expect(observations[0]?.greeting).toContain('mx.example');
    expect(system.dialled.map(({ ipAddress, port }) => `${ipAddress}:${port}`)).toEqual([
      `192.0.2.10:${planned.port}`,
    ]);
    expect(system.fetched).toEqual([]);
  });
});

describe('T2 PREAUTH', () => {
  test('in clear, where TLS was wanted: an attack, to which nothing is said', async () => {
    const dialogue = honestDialogues.find(({ name }) => name === 'imap starttls') ?? expect.unreachable();
    const { seen, server } = await probed(dialogue, [
      say('* PREAUTH welcome back', `* CAPABILITY STARTTLS AUTH=${lie}`),
      wait(60_000),
    ]);
    expect(seen).toMatchObject({
      outcome: 'protocol-error',
      stage: 'greeting',
      error: { code: 'pre-authenticated' },
    });
    expectDisbelieved(seen);
    expect(isUsable(seen)).toBe(false);
    expect(server.heard).toEqual([]);
  });
});
