import { getEventListeners } from 'node:events';
import { describe, expect, test } from 'vitest';
import { limits } from '../../../electron/engine/limits.ts';
import type { Observation } from '../../../shared/model/observation.ts';
import { fakeSystem, type Listener } from '../../support/fake-system.ts';
import { anHour, evil, faults, wrongCodes } from '../../support/faults.ts';
import { expectHarmless } from '../../support/harmless.ts';
import {
  type Exchange,
  type HonestDialogue,
  honestDialogues,
  honestUntil,
  stepsOf,
} from '../../support/honest-dialogues.ts';
import { fc } from '../../support/invented-inputs.ts';
import { aProbe, probing } from '../../support/probing.ts';
import {
  close,
  hear,
  type Step,
  say,
  sayBytes,
  scriptedServer,
  tls,
  tlsFails,
  tlsHangs,
  wait,
} from '../../support/scripted-server.ts';

const rttMs = 20;
const abortMs = 777;

/** One probe of what listens there; the observation, and when all was over. Nothing may be left behind, and nothing shown may act. */
async function probed({ probe }: HonestDialogue, listener: Listener | null, abortAtMs?: number) {
  const planned = aProbe(probe);
  const system = fakeSystem(listener ? { [`192.0.2.10:${planned.port}`]: listener } : {});
  const stop = new AbortController();
  if (abortAtMs !== undefined) {
    // Ends with the time it waits for.
    void system.clock.sleep(abortAtMs, new AbortController().signal).then(() => stop.abort());
  }
  const { observations } = await system.clock.run(probing(system, planned, { signal: stop.signal }));
  const [seen] = observations;
  if (seen === undefined || observations.length !== 1) throw new Error('one probe, one observation');
  expect(system.dialling()).toBe(0);
  expect(system.clock.sleepers()).toBe(0);
  expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
  expectHarmless(seen);
  return { seen, tookMs: system.clock.now() };
}

/** One probe against one script, which must see the connection closed. */
async function played(dialogue: HonestDialogue, steps: readonly Step[], abortAtMs?: number) {
  const server = scriptedServer(...steps);
  const ended = await probed(dialogue, { rttMs, answer: [server] }, abortAtMs);
  expect(server.isClosed).toBe(true);
  return { ...ended, server };
}

/** What was known before the fault is still told, and nothing that came in clear is told as if it had come over TLS. */
function expectKept(seen: Observation, { exchanges }: HonestDialogue, failing: Exchange): void {
  const phases = exchanges.slice(0, exchanges.indexOf(failing)).map(({ phase }) => phase);
  expect(seen.stage).toBe(failing.stage);
  expect(Object.keys(seen.timings)).toContain(failing.stage);
  if (phases.includes('greeting')) expect(seen.greeting).toContain('mx.example');
  if (phases.includes('tls')) expect(seen.tls).toBeDefined();
  if (phases.includes('starttls')) expect(seen.capabilitiesBeforeTls?.length).toBeGreaterThan(0);
  expect(seen.capabilities).toBeUndefined();
  expect(seen.auth).toBeUndefined();
}

describe.each(honestDialogues)('$name', (dialogue) => {
  const { exchanges, protocol } = dialogue;
  const spoken = exchanges.filter(({ phase }) => phase !== 'tls' && phase !== 'quit');
  const handshakes = exchanges.filter(({ phase }) => phase === 'tls');
  const farewells = exchanges.filter(({ phase }) => phase === 'quit');
  const honest = [...exchanges.flatMap(stepsOf), close()];

  test('F8 an honest server is understood, however its bytes are cut into packets', async () => {
    const whole = await played(dialogue, honest);
    expect(whole.seen).toMatchObject({ outcome: 'ok', stage: 'done', auth: [dialogue.auth] });
    expect(whole.server.finished).toBe(true);
    const anySizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(anySizes, async (sizes) => {
        const cut = honest.flatMap((step) => (step.do === 'say' ? inPieces(step.bytes, sizes) : [step]));
        expect((await played(dialogue, cut)).seen).toEqual(whole.seen);
      }),
      { numRuns: 15 },
    );
  });

  test('F8 a reply that comes before it is asked for, in the packet of another, is taken in its turn', async () => {
    const first = exchanges.findIndex(({ phase }) => phase === 'greeting');
    const [greeting, hello, ...rest] = exchanges.slice(first);
    const { seen, server } = await played(dialogue, [
      ...exchanges.slice(0, first).flatMap(stepsOf),
      sayBytes(`${greeting?.reply}${hello?.reply}`),
      hear(hello?.hears ?? ''),
      ...rest.flatMap(stepsOf),
      close(),
    ]);
    expect(seen).toMatchObject({ outcome: 'ok', auth: [dialogue.auth] });
    expect(server.finished).toBe(true);
  });

  describe('at connect', () => {
    test.each([
      ['F1 no answer', null, 'timeout', 'no-answer', 10_000],
      ['F2 refused', 'ECONNREFUSED', 'refused', 'ECONNREFUSED', rttMs],
      ['no way there', 'EHOSTUNREACH', 'unreachable', 'EHOSTUNREACH', rttMs],
      ['forbidden on the way', 'EACCES', 'unreachable', 'EACCES', rttMs],
    ] as const)('%s', async (_fault, answer, outcome, code, elapsedMs) => {
      const { seen } = await probed(dialogue, answer && { rttMs, answer });
      expect(seen).toMatchObject({ outcome, stage: 'connect', elapsedMs, error: { code } });
    });

    test('F2 reset: the handshake was answered, and the first word never came', async () => {
      const { seen } = await probed(dialogue, { rttMs, answer: 'ECONNRESET' });
      expect(seen).toMatchObject({ outcome: 'reset', elapsedMs: rttMs, timings: { connect: rttMs } });
      expect(['greeting', 'tls']).toContain(seen?.stage);
    });

    test('F12 an abort is told at once', async () => {
      const { seen, tookMs } = await probed(dialogue, null, abortMs);
      expect(seen).toMatchObject({ outcome: 'cancelled', stage: 'connect', elapsedMs: abortMs });
      expect(tookMs).toBe(abortMs);
    });
  });

  describe.each(spoken)('at $phase', (at) => {
    const before = honestUntil(dialogue, at.phase);

    test.each(faults.filter(({ applies }) => applies?.(at) ?? true))('$name', async ({ steps, expected }) => {
      const { seen, tookMs } = await played(dialogue, [...before, ...steps(at)]);
      const { outcome, code, withinMs, isExact } = expected(at);
      expect(seen.outcome).toBe(outcome);
      expect(seen.error?.code).toMatch(code);
      expectKept(seen, dialogue, at);
      expect(seen.elapsedMs).toBeLessThanOrEqual(rttMs + withinMs);
      if (isExact) expect(seen.elapsedMs).toBe(rttMs + withinMs);
      expect(tookMs).toBe(seen.elapsedMs); // nobody says goodbye to what is broken
    });

    test.each(wrongCodes[protocol](at))('F7 $name', async ({ steps, outcome, code }) => {
      const { seen, tookMs } = await played(dialogue, [...before, ...steps]);
      expect(seen.outcome).toBe(outcome);
      expect(seen.error?.code).toMatch(code);
      if (outcome === 'rejected') expect(seen.error?.message).toContain('<b>no</b>');
      expectKept(seen, dialogue, at);
      expect(tookMs).toBeLessThanOrEqual(rttMs + at.limitMs + limits.quitMs);
    });

    test('F12 an abort is told with the stage, at once, and the server sees the close', async () => {
      const { seen, server, tookMs } = await played(dialogue, [...before, wait(anHour)], abortMs);
      expect(seen).toMatchObject({ outcome: 'cancelled', elapsedMs: abortMs });
      expectKept(seen, dialogue, at);
      expect(tookMs).toBe(abortMs);
      expect(server.heard.filter((line) => /QUIT|LOGOUT/.test(line))).toEqual([]);
    });
  });

  describe.each(handshakes)('at $phase', (at) => {
    const before = honestUntil(dialogue, at.phase);
    const text = `220 ${evil}\r\n`;
    test.each([
      ['F1 silence', tlsHangs(), 'timeout', 'no-reply'],
      ['F2 F10 a reset after the ClientHello', tlsFails('reset', { code: 'EPIPE' }), 'reset', 'EPIPE'],
      ['F3 a close', tlsFails('closed'), 'closed', 'closed-early'],
      ['F6 F10 plain text', tlsFails('not-tls', { received: text }), 'protocol-error', 'not-tls'],
      ['F6 nothing but noise', tlsFails('not-tls', { received: '\0\0' }), 'protocol-error', 'not-tls'],
      ['F10 an alert', tlsFails('alert', { message: evil }), 'tls-error', 'tls-alert'],
      ['F5 F10 anything else', tlsFails('failed', { message: evil }), 'tls-error', 'tls-failed'],
    ] as const)('%s', async (_fault, step, outcome, code) => {
      const { seen, tookMs } = await played(dialogue, [...before, step]);
      expect(seen).toMatchObject({ outcome, error: { code } });
      expectKept(seen, dialogue, at);
      expect(tookMs).toBe(rttMs + (outcome === 'timeout' ? at.limitMs : 0));
    });

    test('F12 an abort is told at once', async () => {
      const { seen, tookMs } = await played(dialogue, [...before, tlsHangs()], abortMs);
      expect(seen).toMatchObject({ outcome: 'cancelled', elapsedMs: abortMs });
      expectKept(seen, dialogue, at);
      expect(tookMs).toBe(abortMs);
    });

    test('F10 TLS 1.0 is talked to and told', async () => {
      const after = exchanges.slice(exchanges.indexOf(at) + 1).flatMap(stepsOf);
      const { seen } = await played(dialogue, [...before, tls({ version: 'TLSv1' }), ...after, close()]);
      expect(seen).toMatchObject({ outcome: 'ok', tls: { version: 'TLSv1' } });
    });
  });

  describe.each(farewells)('at $phase', (at) => {
    const before = honestUntil(dialogue, at.phase);
    const refusal = { name: 'F7 a refusal', steps: () => [say('500 no', '-ERR no', 'a9 NO no')] };
    const good = { outcome: 'ok', stage: 'done', elapsedMs: rttMs, auth: [dialogue.auth] };

    test.each([...faults, refusal])('$name changes nothing', async ({ steps }) => {
      const { seen, tookMs } = await played(dialogue, [...before, ...steps(at)]);
      expect(seen).toMatchObject(good);
      expect(tookMs).toBeLessThanOrEqual(rttMs + limits.quitMs);
    });

    test('F12 an abort changes nothing and ends it at once', async () => {
      const { seen, tookMs } = await played(dialogue, [...before, wait(anHour)], abortMs);
      expect(seen).toMatchObject(good);
      expect(tookMs).toBe(abortMs);
    });
  });
});

function inPieces(bytes: Buffer, sizes: readonly number[]): Step[] {
  const pieces: Step[] = [];
  for (let at = 0; at < bytes.length; at += sizes[(pieces.length - 1) % sizes.length] ?? 1) {
    pieces.push(sayBytes(bytes.subarray(at, at + (sizes[pieces.length % sizes.length] ?? 1))));
  }
  return pieces;
}
