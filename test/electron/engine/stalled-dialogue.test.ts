import { expect, test } from 'vitest';
import { check } from '../../../electron/engine/check.ts';
import { limits } from '../../../electron/engine/limits.ts';
import { aCheckInput } from '../../support/builders.ts';
import { fakeSystem } from '../../support/fake-system.ts';
import { honestDialogues, stepsOf } from '../../support/honest-dialogues.ts';
import { type ScriptedServer, say, scriptedServer, tlsHangs, wait } from '../../support/scripted-server.ts';

const dialogue = (name: string) =>
  honestDialogues.find((one) => one.name === name)?.exchanges.flatMap(stepsOf) ?? expect.unreachable();

const submission = () => scriptedServer(...dialogue('smtp starttls'));
const greetsAndStalls = () => scriptedServer(say('220 mail.example.org ESMTP'), wait(120_000));
const neverGreets = () => scriptedServer(wait(120_000));
const stallsInTls = () => scriptedServer(tlsHangs());
const greetsLate = () => scriptedServer(wait(7_000), ...dialogue('smtp starttls'));

/** Checks 587, where these servers answer in turn, and 465, whose first SYN may be lost. */
async function checked(at587: readonly ScriptedServer[], isLossy: boolean, at465: readonly ScriptedServer[]) {
  const system = fakeSystem(
    {
      '192.0.2.1:587': { rttMs: 20, answer: at587 },
      '192.0.2.1:465': { rttMs: 20, losesSyn: (number) => isLossy && number === 1, answer: at465 },
    },
    () => ({
      outcome: 'found',
      found: { type: 'addresses', addresses: [{ ipAddress: '192.0.2.1', family: 4 }] },
    }),
  );
  const input = aCheckInput({
    server: 'mail.example.org',
    ports: [587, 465],
    incoming: false,
    lookup: false,
    references: false,
  });
  const options = { system, version: '0', onEvent: () => {} };
  const report = await system.clock.run(check(input, options, new AbortController().signal));
  const seen = (port: number) =>
    report.observations.filter((o) => o.port === port).map(({ stage, outcome }) => `${stage} ${outcome}`);
  return { report, seen };
}

const implicit = () => scriptedServer(...dialogue('smtp tls'));

test('on a line that loses packets a dialogue that falls silent is given up soon and made anew', async () => {
  const { report, seen } = await checked([greetsAndStalls(), submission()], true, [implicit()]);
  expect(seen(587)).toEqual(['ehlo timeout', 'done ok']);
  expect(report.recommendation?.outgoing).toMatchObject({ port: 587 });
  expect(report.verdict.code).toBe('all-clear');
  expect(report.elapsedMs).toBeLessThan(limits.stall.reply.leastMs + 1_000);
});

test.each([
  ['the greeting', neverGreets, 587, 'greeting timeout', limits.stall.reply.leastMs],
  ['the handshake', stallsInTls, 465, 'tls timeout', limits.stall.handshake.leastMs],
])('the same where %s does not come', async (_what, stalls, port, ended, leastMs) => {
  const servers = { 587: [submission()], 465: [implicit()] };
  const scripts = { ...servers, [port]: [stalls(), ...servers[port as 587 | 465]] };
  const { report, seen } = await checked(scripts[587], true, scripts[465]);
  expect(seen(port)).toEqual([ended, 'done ok']);
  expect(report.elapsedMs).toBeLessThan(leastMs + 1_000);
});

test('the last time the server has all the time it may take', async () => {
  const { report, seen } = await checked([greetsLate(), greetsLate(), greetsLate()], true, [implicit()]);
  expect(seen(587)).toEqual(['greeting timeout', 'greeting timeout', 'done ok']);
  expect(report.recommendation?.outgoing).toMatchObject({ port: 587 });
});

test('a server that is silent every time is asked three times', async () => {
  const silent = [greetsAndStalls(), greetsAndStalls(), greetsAndStalls()];
  const { report, seen } = await checked(silent, true, [implicit()]);
  expect(seen(587)).toEqual(['ehlo timeout', 'ehlo timeout', 'ehlo timeout']);
  expect(report.recommendation?.outgoing).toMatchObject({ port: 465 });
});

test('on a line that loses nothing silence is waited out once, and a second connection shows soon that it is the server’s own', async () => {
  const { report, seen } = await checked([greetsAndStalls(), greetsAndStalls()], false, [implicit()]);
  expect(seen(587)).toEqual(['ehlo timeout', 'ehlo timeout']);
  expect(report.elapsedMs).toBeGreaterThanOrEqual(limits.replyMs);
});

test('a connection that died with a line which was cut and laid anew accuses nobody: the next one works', async () => {
  const { report, seen } = await checked([greetsAndStalls(), submission()], false, [implicit()]);
  expect(seen(587)).toEqual(['ehlo timeout', 'done ok']);
  expect(report.findings.map(({ code }) => code)).toEqual(['all-clear']);
});
