import { afterEach, describe, expect, test } from 'vitest';
import { mostRefused } from '../../../electron/backend/acts.ts';
import { type Backend, createBackend } from '../../../electron/backend/backend.ts';
import type { ScenarioId } from '../../../electron/practice/scenarios.ts';
import type { ActOrder } from '../../../shared/contract/contract.ts';
import { refusedLogins } from '../../../shared/model/act.ts';
import type { Report } from '../../../shared/model/report.ts';
import { told } from '../../support/english.ts';

const password = 'Zq7-nowhere-else-8844';
const bytesOf = (text: string) => new TextEncoder().encode(text);
const never = new AbortController().signal;
const app = { version: '1.2.3', platform: 'linux', isDesktop: false, practice: null };
let backend: Backend | undefined;
afterEach(async () => {
  await backend?.close();
  backend = undefined;
});

function value<T>(result: { ok: true; value: T } | { ok: false; problem: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

/** A check of that practice situation that has ended, and what can be done after it. */
async function afterCheck(practice: ScenarioId) {
  const bugs: unknown[] = [];
  backend = createBackend({ describe: app, reportBug: (bug) => bugs.push(bug) });
  const { handlers } = backend;
  const subject = 'you@practice.example';
  const { checkId } = value(await handlers['check.start']({ subject, practice }, never));
  value(await handlers['check.watch']({ checkId }, () => {}, never));
  const start = (order: Partial<ActOrder> = {}) =>
    handlers['act.start'](
      { checkId, kind: 'message', address: subject, password: bytesOf(password), isWatched: true, ...order },
      never,
    );
  const steps: string[] = [];
  const watch = (actId: string) =>
    handlers['act.watch']({ actId }, ({ step }) => void steps.push(step), never);
  const act = async (order: Partial<ActOrder> = {}): Promise<Report> => {
    const { actId } = value(await start(order));
    const report = value(await watch(actId));
    expect(JSON.stringify(report)).not.toContain(password);
    expect(bugs).toEqual([]);
    return report;
  };
  return { handlers, checkId, start, watch, act, steps };
}

const codes = (report: Report) => report.acts?.map(({ findings }) => findings[0]?.code);

describe('after a check', () => {
  test('it is told where a login would go, and nothing has been sent', async () => {
    const { handlers, checkId } = await afterCheck('everything-open');
    expect(await handlers['act.plan']({ checkId }, never)).toEqual({
      ok: true,
      value: {
        host: 'mail.practice.example',
        port: 587,
        user: 'you@practice.example',
        mailbox: { host: 'mail.practice.example' },
        certificate: null,
        last: null,
        ended: 0,
      },
    });
  });

  test('a message is sent and arrives, every step is told, and the report has it', async () => {
    const { act, steps } = await afterCheck('port-25-blocked');
    const report = await act();
    expect(codes(report)).toEqual(['message-arrived']);
    expect(report.verdict.code).toBe('port-25-blocked');
    expect(steps).toEqual(['connect', 'mailbox', 'login', 'message', 'accepted', 'watch']);
  });

  test('the mailbox is left alone where the person did not agree, or the message goes to somebody else', async () => {
    const { act, steps } = await afterCheck('everything-open');
    const left = await act({ isWatched: false });
    expect(left.acts?.[0]?.arrival).toEqual({ outcome: 'not-watched', because: 'not-wanted' });
    const both = await act({ to: 'friend@practice.example' });
    expect(both.acts?.[1]?.arrival).toEqual({ outcome: 'not-watched', because: 'other-recipient' });
    expect(steps).not.toContain('mailbox');
  });

  test('a window that is loaded anew finds what was done meanwhile', async () => {
    const { handlers, checkId, start, watch } = await afterCheck('everything-open');
    const { actId } = value(await start({ kind: 'login' }));
    expect(value(await handlers['act.plan']({ checkId }, never))).toMatchObject({
      last: { actId, isRunning: true },
      ended: 0,
    });
    await watch(actId);
    expect(value(await handlers['act.plan']({ checkId }, never))).toMatchObject({
      last: { actId, isRunning: false },
      ended: 1,
    });
    expect(codes(value(await watch(actId)))).toEqual(['login-accepted']);
  });

  test('one at a time, and it ends when it is cancelled', async () => {
    const { handlers, start, watch } = await afterCheck('everything-open');
    const { actId } = value(await start());
    expect(told(await start())).toMatchObject({ problem: { message: expect.stringContaining('under way') } });
    expect(told(await start({ password: bytesOf('a\0b') }))).toMatchObject({
      problem: { field: 'password' },
    });
    await handlers['act.cancel']({ actId }, never);
    const { acts = [] } = value(await watch(actId));
    expect(acts[0]).toMatchObject({ outcome: 'cancelled' });
  });

  test('the password is overwritten when the act has ended, and where it never begins', async () => {
    const { handlers, checkId, start, watch } = await afterCheck('everything-open');
    const typed = bytesOf(password);
    const { actId } = value(await start({ kind: 'login', password: typed }));
    await watch(actId);
    expect(typed.every((byte) => byte === 0)).toBe(true);
    const refused = bytesOf(password);
    const order = { checkId, kind: 'login', address: 'no address', password: refused } as const;
    expect(await handlers['act.start']({ ...order, isWatched: false }, never)).toMatchObject({ ok: false });
    expect(refused.every((byte) => byte === 0)).toBe(true);
  });

  test('after several refusals no other password is tried', async () => {
    const { act, start } = await afterCheck('wrong-password');
    for (let tries = 0; tries < mostRefused; tries += 1) await act({ kind: 'login' });
    const refused = told(await start({ kind: 'login' }));
    expect(refused).toMatchObject({ ok: false, problem: { field: 'password', code: 'refused' } });
  });

  test('a password that both servers refused counts twice, as it does with the provider', async () => {
    const { act } = await afterCheck('wrong-password');
    await act({ kind: 'login' });
    expect(refusedLogins((await act()).acts)).toBe(3);
  });

  test('a certificate that is not in order takes the word for this very one', async () => {
    const { handlers, checkId, start, act } = await afterCheck('certificate-expired');
    const { certificate } = value(await handlers['act.plan']({ checkId }, never));
    expect(certificate).toMatchObject({
      fingerprint: expect.stringMatching(/^[0-9A-F]{2}(:[0-9A-F]{2}){31}$/),
    });
    expect(told(await start())).toMatchObject({ problem: { field: 'consent' } });
    expect(told(await start({ consent: 'AA:BB' }))).toMatchObject({ problem: { field: 'consent' } });
    const report = await act({ consent: certificate?.fingerprint });
    // The server for receiving has the same certificate, and nobody was asked about that one.
    expect(report.acts?.[0]).toMatchObject({ outcome: 'ok', arrival: { because: 'untrusted' } });
  });

  test.each([
    ['no-encryption', { field: 'server', message: expect.stringContaining('does not encrypt') }],
    ['mail-ports-blocked', { field: 'server', message: expect.stringContaining('nothing to log in to') }],
  ] as const)('%s: nobody logs in', async (practice, problem) => {
    const { handlers, checkId, start } = await afterCheck(practice);
    expect(told(await start())).toMatchObject({ ok: false, problem });
    expect(told(await handlers['act.plan']({ checkId }, never))).toMatchObject({ ok: false, problem });
  });

  test.each([
    ['address', { address: 'you' }],
    ['to', { to: 'you@@practice.example' }],
  ])('a wrong %s is told by its field', async (field, order) => {
    const { start } = await afterCheck('everything-open');
    expect(await start(order)).toMatchObject({ ok: false, problem: { field } });
  });

  test('nothing is known of a check or an act of another backend', async () => {
    const { handlers, watch } = await afterCheck('everything-open');
    expect(await handlers['act.plan']({ checkId: 'other' }, never)).toMatchObject({ ok: false });
    expect(await watch('other')).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    expect(await handlers['act.cancel']({ actId: 'other' }, never)).toEqual({ ok: true, value: {} });
  });
});
