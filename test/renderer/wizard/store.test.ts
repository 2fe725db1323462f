import { expect, test, vi } from 'vitest';
import { nothingSaved, type Saved } from '../../../renderer/wizard/saved.ts';
import { createWizard } from '../../../renderer/wizard/store.ts';
import { createCaller } from '../../../shared/contract/caller.ts';
import { type Caller, CallFailed } from '../../../shared/contract/contract.ts';
import { renderReport } from '../../../shared/model/report.ts';
import { say } from '../../../shared/text/index.ts';
import { said } from '../../../shared/text/said.ts';
import { aFinding, aJudgedReport, aReport } from '../../support/builders.ts';
import { contractLink } from '../../support/contract-link.ts';
import { type FakeBackend, fakeBackend } from '../../support/fake-backend.ts';
import {
  blockedReport,
  downReport,
  eventsMidway,
  practiceReport,
  usableEvent,
} from '../../support/sample-reports.ts';

type Options = {
  readonly backend?: FakeBackend;
  readonly saved?: Saved;
  readonly caller?: Caller;
  readonly reconnected?: (() => Promise<void>) | null;
};

function wizardWith({ backend = fakeBackend(), saved = nothingSaved, ...options }: Options = {}) {
  const link = contractLink(backend.handlers);
  const written: Saved[] = [];
  const wizard = createWizard({
    caller: options.caller ?? createCaller(link.channel),
    reconnected: options.reconnected ?? null,
    saved,
    save: (state) => written.push(state),
    now: () => 1000,
  });
  return { backend, link, wizard, get: wizard.getState, lastSaved: () => written.at(-1) };
}

/** Answers the questions and starts the check. */
async function startedWizard(options: Options = {}) {
  const all = wizardWith(options);
  all.get().answer({ address: 'you@example.org' });
  all.get().proceed();
  await vi.waitFor(() => expect(all.get().run.checkId).not.toBeNull());
  return all;
}

const is = (run: { phase: string }, phase: string) => expect(run.phase).toBe(phase);

test('the course: address, check, verdict, coach, the end, and all the way back', async () => {
  const { get, backend } = await startedWizard();
  expect(get().step).toBe('check');
  backend.finish(blockedReport);
  await vi.waitFor(() => expect(get().step).toBe('verdict'));
  for (const step of ['coach', 'arrived']) {
    get().proceed();
    expect(get().step).toBe(step);
  }
  for (const step of ['coach', 'verdict', 'check', 'address', 'address']) {
    get().back();
    expect(get().step).toBe(step);
  }
  expect(get().answers.address).toBe('you@example.org');
  expect(get().run.report).toEqual(blockedReport);
});

test('a refused Continue stays, says why, and counts, so that the same problem takes focus again', async () => {
  const { get } = wizardWith();
  get().proceed();
  get().proceed();
  await vi.waitFor(() => expect(get()).toMatchObject({ step: 'address', refusals: 2 }));
  expect(get().problems.address).toMatch(/mail address/);
});

test('the same question once more, after its check has ended, is asked anew: what is so now is wanted', async () => {
  const { get, backend } = await startedWizard();
  backend.finish(blockedReport);
  await vi.waitFor(() => is(get().run, 'finished'));
  get().back();
  get().back();
  expect(get().step).toBe('address');
  get().proceed();
  await vi.waitFor(() => expect(backend.requests()).toHaveLength(2));
  expect(get()).toMatchObject({ step: 'check', run: { phase: 'running', report: null } });
});

test('the same question again keeps its check while that runs; another one starts a new check and cancels the old', async () => {
  const { get, backend } = await startedWizard();
  get().back();
  get().proceed();
  await vi.waitFor(() => expect(get().step).toBe('check'));
  expect(backend.requests()).toHaveLength(1);
  get().back();
  get().answer({ currentServer: 'mail.example.org', currentPort: '25', currentSecurity: 'none' });
  get().proceed();
  await vi.waitFor(() => expect(backend.requests()).toHaveLength(2));
  expect(backend.cancelled).toEqual(['check-1']);
  expect(backend.requests()[1]).toMatchObject({ current: { port: 25, security: 'none' } });
});

test('events arrive as they happen, and the first usable setting is kept', async () => {
  const { get, backend } = await startedWizard();
  backend.emit(...eventsMidway, usableEvent);
  expect(get().run.events).toHaveLength(eventsMidway.length + 1);
  expect(get().run.usable).toMatchObject({ port: 587 });
});

test('whoever has jumped ahead to the settings stays there when the check ends', async () => {
  const { get, backend } = await startedWizard();
  backend.emit(usableEvent);
  get().goTo('settings');
  get().back();
  expect(get().step).toBe('check');
  get().goTo('settings');
  backend.finish(blockedReport);
  await vi.waitFor(() => is(get().run, 'finished'));
  expect(get().step).toBe('settings');
});

test('Cancel acts at once, before the backend has said anything, and keeps what was found', async () => {
  const interrupted = { ...downReport, interrupted: true };
  const { get, backend } = await startedWizard({ backend: fakeBackend({ whenCancelled: interrupted }) });
  get().cancel();
  is(get().run, 'stopping');
  await vi.waitFor(() => expect(get().step).toBe('verdict'));
  expect(get().run.report).toEqual(interrupted);
  expect(backend.cancelled).toEqual(['check-1']);
});

test('Cancel pressed before the check has its number cancels it as soon as it has', async () => {
  const { get, backend } = wizardWith({ backend: fakeBackend({ whenCancelled: downReport }) });
  get().answer({ address: 'you@example.org' });
  get().proceed();
  await vi.waitFor(() => expect(get().step).toBe('check'));
  get().cancel();
  await vi.waitFor(() => expect(get().step).toBe('verdict'));
  expect(backend.cancelled).toEqual(['check-1']);
});

test('a report that arrives for a check that was given up changes nothing', async () => {
  const { get, backend } = await startedWizard();
  get().startAgain();
  backend.finish(blockedReport);
  await new Promise((resolve) => setImmediate(resolve));
  expect(get()).toMatchObject({ step: 'address', run: { phase: 'none', report: null } });
  expect(get().answers.address).toBe('');
});

test.each([
  ['subject', 'address', 'address'],
  ['current.host', 'address', 'current-server'],
])('what the backend finds wrong with %s is shown at the field', async (field, step, id) => {
  const backend = fakeBackend();
  backend.refuse({ code: 'bad-input', field, message: said('input.port-range', { found: '0' }) });
  const { get } = wizardWith({ backend });
  get().answer({ address: 'you@example.org', currentServer: 'mail.example.org', currentPort: '25' });
  get().proceed();
  await vi.waitFor(() => expect(get().problems).toEqual({ [id]: '"0" is not between 1 and 65535.' }));
  expect(get().step).toBe(step);
});

test('any other failure is told on the check’s screen, and trying again starts anew', async () => {
  const backend = fakeBackend();
  backend.refuse({ code: 'refused', field: 'checks', message: said('backend.closing') });
  const { get } = wizardWith({ backend });
  get().answer({ address: 'you@example.org' });
  get().proceed();
  await vi.waitFor(() => is(get().run, 'failed'));
  expect(get()).toMatchObject({
    step: 'check',
    run: { problem: { message: { key: 'backend.closing' } } },
  });
  backend.refuse(null);
  get().checkAgain();
  await vi.waitFor(() => expect(get().run.checkId).toBe('check-1'));
  is(get().run, 'running');
});

test('a reload goes on with a running check from its first event', async () => {
  const backend = fakeBackend();
  backend.add({ subject: 'you@example.org' });
  backend.emit(...eventsMidway);
  const saved: Saved = { ...nothingSaved, step: 'check', checkId: 'check-1', startedAtMs: 500, asked: '{}' };
  const { get } = wizardWith({ backend, saved });
  is(get().run, 'running');
  await get().begin();
  expect(get().run).toMatchObject({ startedAtMs: 500, events: { length: eventsMidway.length } });
  backend.finish(blockedReport);
  await vi.waitFor(() => expect(get().step).toBe('verdict'));
});

test('a reload shows a result that is there, without asking the backend again', async () => {
  const saved: Saved = { ...nothingSaved, step: 'verdict', checkId: 'gone', report: blockedReport };
  const { get } = wizardWith({ saved });
  await get().begin();
  expect(get()).toMatchObject({ step: 'verdict', run: { phase: 'finished', report: blockedReport } });
});

test('a check that the backend has forgotten is told as such', async () => {
  const { get } = wizardWith({ saved: { ...nothingSaved, step: 'check', checkId: 'gone' } });
  await get().begin();
  await vi.waitFor(() => is(get().run, 'failed'));
  expect(get().run.problem?.code).toBe('not-found');
});

test('when the connection comes back, the check is watched again from its first event', async () => {
  const backend = fakeBackend();
  const first = contractLink(backend.handlers);
  const second = contractLink(backend.handlers);
  const [before, after] = [createCaller(first.channel), createCaller(second.channel)];
  let current = before;
  const caller = new Proxy({} as Caller, { get: (_target, name) => current[name as keyof Caller] });
  const { get } = await startedWizard({ backend, caller, reconnected: async () => {} });
  backend.emit(...eventsMidway);
  current = after;
  first.cut();
  await vi.waitFor(() => expect(second.sent.length).toBeGreaterThan(0));
  backend.emit(usableEvent);
  await vi.waitFor(() => expect(get().run.usable).not.toBeNull());
  expect(get().run.events).toHaveLength(eventsMidway.length + 1);
  is(get().run, 'running');
});

test('what is saved holds the place and the check, and never the events', async () => {
  const { lastSaved, backend, get } = await startedWizard();
  backend.emit(...eventsMidway);
  get().tick('outlook.open', true);
  get().tick('outlook.account', true);
  get().tick('outlook.open', false);
  expect(lastSaved()).toMatchObject({ step: 'check', checkId: 'check-1', startedAtMs: 1000 });
  expect(lastSaved()?.ticked).toEqual(['outlook.account']);
  expect(JSON.stringify(lastSaved())).not.toContain('events');
});

test('a saved report opens as a result and keeps the answers', async () => {
  const { get } = wizardWith();
  get().answer({ address: 'me@example.org' });
  const report = aJudgedReport();
  await get().openReport(renderReport(report));
  expect(get()).toMatchObject({ step: 'verdict', isOpened: true, difference: null, run: { report } });
  get().back();
  expect(get()).toMatchObject({ step: 'address', answers: { address: 'me@example.org' } });
});

test('what a file claims otherwise than its own measurements say is not shown, and told', async () => {
  const { get } = wizardWith();
  const verdict = aFinding({ code: 'offline', headline: 'Your mailbox is locked. Call +1 555 0100 now.' });
  await get().openReport(renderReport(aReport({ verdict })));
  expect(get().run.report?.verdict.code).toBe('all-clear');
  expect(JSON.stringify(get().run.report)).not.toContain('555');
  expect(get().difference).toMatch(/claims another result.*offline.*all-clear/);
});

test('an opened report loses the marks that would turn its text round', async () => {
  const { get } = wizardWith();
  const [first] = blockedReport.observations;
  if (!first) expect.unreachable();
  const observations = [{ ...first, host: 'mail.\u202eexample.org', greeting: 'one\ntwo\u0007' }];
  await get().openReport(renderReport({ ...blockedReport, observations }));
  expect(get().run.report?.observations[0]).toMatchObject({
    host: 'mail.\ufffdexample.org',
    greeting: 'one\ntwo\ufffd',
  });
});

test('a file that is no report is refused with the reason, and nothing changes', async () => {
  const { get } = wizardWith();
  await get().openReport('{"schema":"postway-report/9"}');
  expect(get().openProblem).toMatch(/schema.*postway-report\/9/);
  expect(get().step).toBe('address');
});

test('practice checks the situation’s own address, and Back leads to the situations', async () => {
  const { get, backend } = wizardWith();
  await get().begin();
  get().goTo('practice');
  get().proceed();
  expect(get().step).toBe('practice'); // nothing is chosen yet
  const [, second] = get().scenarios ?? [];
  if (second) get().startPractice(second);
  await vi.waitFor(() => expect(backend.requests()).toHaveLength(1));
  expect(backend.requests()[0]).toEqual({ subject: 'you@practice.example', practice: 'port-25-blocked' });
  get().back();
  expect(get().step).toBe('practice');
});

test('after practising, a real check is a real check', async () => {
  const { get, backend } = wizardWith();
  await get().begin();
  get().goTo('practice');
  get().answer({ practice: get().scenarios?.[1] ?? null });
  get().proceed();
  backend.finish(practiceReport);
  await vi.waitFor(() => expect(get().step).toBe('verdict'));
  get().goTo('address');
  get().answer({ address: 'you@example.org' });
  get().proceed();
  await vi.waitFor(() => expect(backend.requests()).toHaveLength(2));
  expect(backend.requests()[1]).toEqual({ subject: 'you@example.org' });
});

test('a window that was opened for practice begins with its situation chosen', async () => {
  const { get } = wizardWith({ backend: fakeBackend({ app: { practice: 'port-25-blocked' } }) });
  await get().begin();
  expect(get()).toMatchObject({ step: 'practice', answers: { practice: { id: 'port-25-blocked' } } });
});

test.each([
  ['saved', async () => ({ ok: true, value: { saved: true } }) as const],
  ['declined', async () => ({ ok: true, value: { saved: false } }) as const],
  ['download', undefined],
])('saving a report ends as: %s', async (outcome, save) => {
  const backend = fakeBackend(save ? { save } : {});
  const { get } = wizardWith({ backend });
  await get().openReport(renderReport(aReport()));
  const result = await get().saveReport();
  expect(result).toMatchObject({
    outcome,
    fileName: 'postway-report-2026-11-23.postway',
    ...(outcome === 'download' && { file: { mediaType: 'application/json' } }),
  });
});

test('saving that failed rejects with the reason', async () => {
  const problem = {
    code: 'refused',
    field: 'file',
    message: said('backend.save-full', { file: 'a.json' }),
  } as const;
  const backend = fakeBackend({ save: async () => ({ ok: false, problem }) });
  const { get } = wizardWith({ backend });
  await get().openReport(renderReport(aReport()));
  await expect(get().saveReport()).rejects.toEqual(new CallFailed(problem));
});

test('an error message in the address field is taken into the check without what is private, and the address is asked for again', async () => {
  const { get, backend } = wizardWith();
  get().answer({ address: '550 5.7.1 <anna@example.org>: Relay access denied'.replace('@', ' at ') });
  get().proceed();
  await vi.waitFor(() => expect(get().refusals).toBe(1));
  expect(get()).toMatchObject({ step: 'address', answers: { address: '' } });
  expect(get().answers.errorText).toMatch(/^550 5\.7\.1 .*Relay access denied$/);
  get().answer({ address: 'you@example.org' });
  get().proceed();
  await vi.waitFor(() => expect(backend.requests()).toHaveLength(1));
  expect(backend.requests()[0]?.error).toBe(get().answers.errorText);
});

test('what nobody knows as an error message is not taken for one: an address is asked for, and what was typed stays', async () => {
  const { get, backend } = wizardWith();
  get().answer({ address: 'hello there' });
  get().proceed();
  await vi.waitFor(() => expect(get().refusals).toBe(1));
  expect(get().problems.address).toBe(say('wizard.address.no-error', { typed: 'hello there' }));
  expect(get().isAsked).toBe(true);
  expect(get().answers).toMatchObject({ address: 'hello there', errorText: '' });
  expect(backend.requests()).toEqual([]);
});

test.each([
  ['', true],
  ['bob', true],
  ['nothing goes out. please help', true],
  ['you@example..org', false],
  ['you@', false],
])('"%s" is asked for again, or is at fault', async (address, isAsked) => {
  const { get } = wizardWith();
  get().answer({ address });
  get().proceed();
  await vi.waitFor(() => expect(get().refusals).toBe(1));
  expect(get().isAsked).toBe(isAsked);
  // Another field is at fault in any case.
  get().answer({ currentServer: 'mail.example.org', currentPort: '99999' });
  get().proceed();
  await vi.waitFor(() => expect(get().refusals).toBe(2));
  expect(get().isAsked).toBe(false);
});

test('what was pasted for a practice check is no part of the real one after it', async () => {
  const { get, backend } = wizardWith();
  await get().begin();
  const [scenario] = get().scenarios ?? [];
  if (!scenario) throw new Error('there is no practice');
  get().startPractice(scenario);
  await vi.waitFor(() => expect(get().run.checkId).not.toBeNull());
  backend.finish(blockedReport);
  await vi.waitFor(() => is(get().run, 'finished'));
  get().answer({ errorText: '550 5.7.1 relaying denied' });
  get().checkAgain();
  await vi.waitFor(() => expect(backend.requests()).toHaveLength(2));
  get().goTo('address');
  get().answer({ address: 'you@example.org' });
  get().proceed();
  await vi.waitFor(() => expect(backend.requests()).toHaveLength(3));
  expect(backend.requests()[2]).toEqual({ subject: 'you@example.org' });
});

test('a message that was typed for a real check is no part of what is played, and one that was pasted in practice is', async () => {
  const { backend, get } = wizardWith();
  await get().begin();
  const [scenario] = get().scenarios ?? [];
  if (!scenario) expect.unreachable();
  get().answer({ address: 'you@example.org', errorText: '535 5.7.8 authentication failed' });
  get().startPractice(scenario);
  await vi.waitFor(() => expect(backend.requests()).toHaveLength(1));
  expect(backend.requests()[0]).toMatchObject({ practice: scenario.id });
  expect(backend.requests()[0]).not.toHaveProperty('error');
  expect(get().answers.address).toBe('you@example.org');
  get().answer({ errorText: '0x800CCC0E' });
  get().checkAgain();
  await vi.waitFor(() => expect(backend.requests()).toHaveLength(2));
  expect(backend.requests()[1]).toMatchObject({ practice: scenario.id, error: '0x800CCC0E' });
});

test('practice that plays the cure remembers what was in the way, and a situation that is merely chosen does not', async () => {
  const { get, backend } = wizardWith();
  await get().begin();
  const [first, second] = get().scenarios ?? [];
  if (!first || !second) expect.unreachable();
  const cured = { ...second, address: first.address };
  const play = async (scenario: typeof first, isMended?: boolean) => {
    const count = backend.requests().length;
    get().startPractice(scenario, isMended);
    await vi.waitFor(() => expect(backend.requests()).toHaveLength(count + 1));
    await vi.waitFor(() => expect(get().run.checkId).not.toBeNull());
    backend.finish(blockedReport);
    await vi.waitFor(() => is(get().run, 'finished'));
  };
  await play(first);
  await play(cured, true);
  expect(get().foundBefore).toBe(blockedReport.verdict.headline);
  await play(first);
  expect(get().foundBefore).toBeNull();
});
