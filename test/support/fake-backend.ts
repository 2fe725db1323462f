import type { Acts } from '../../electron/backend/acts.ts';
import { explainedForWindow } from '../../electron/backend/explained.ts';
import type { Argument, Handlers, ResultOf, Scenario } from '../../shared/contract/contract.ts';
import { reopened, reworded } from '../../shared/judge/reopen.ts';
import type { CheckEvent } from '../../shared/model/check.ts';
import { fail, ok, type Problem } from '../../shared/model/problem.ts';
import type { Report } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import { said } from '../../shared/text/said.ts';
import { speak } from '../../shared/text/speak.ts';
import type { Say } from '../../shared/text/words.ts';
import { english } from './english.ts';
import { noActs } from './no-acts.ts';

const someSituations = ['everything-open', 'port-25-blocked'] as const;

/** Two practice situations, in the words of that language. */
export function scenariosIn(words: Say): readonly Scenario[] {
  return someSituations.map((id) => ({
    id,
    group: words('practice.group.start'),
    name: words(`practice.${id}.name`),
    story: words(`practice.${id}.story`),
    address: 'you@practice.example',
  }));
}

export const someScenarios = scenariosIn(english);

type FakeCheck = {
  readonly request: Argument<'check.start'>;
  readonly events: CheckEvent[];
  readonly watchers: Set<(event: CheckEvent) => void>;
  readonly report: Promise<Report>;
  readonly finish: (report: Report) => void;
};

type HistoryCall = Extract<keyof Handlers, `history.${string}`>;
type ComputerCall = Extract<keyof Handlers, `computer.${string}`>;

type FakeBackendOptions = {
  readonly app?: Partial<ResultOf<'app.describe'>>;
  /** The practice situations; without them, two. */
  readonly scenarios?: () => readonly Scenario[];
  /** What a cancelled check hands over; without it, the test finishes the check itself. */
  readonly whenCancelled?: Report;
  readonly save?: Handlers['file.save'];
  /** The mail programs of the computer; without them, none is there. */
  readonly computer?: Partial<Pick<Handlers, ComputerCall>>;
  /** Logins and messages; without them, nobody can log in. */
  readonly acts?: Partial<Acts['handlers']>;
  readonly savePage?: Handlers['page.save'];
  readonly saveSheet?: Handlers['report.save'];
  /** The checks that were kept; without them, none is. */
  readonly history?: Partial<Pick<Handlers, HistoryCall>>;
  /** Resolves when the network is another one; without it, it never is. */
  readonly otherNetwork?: Handlers['network.other'];
};

/** Tells that it is the same network, until the window is no longer interested. */
const sameNetwork: Handlers['network.other'] = (_than, emit, signal) => {
  emit({ where: 'here' });
  return new Promise((resolve) => {
    const leave = () => resolve(fail('network', said('backend.watch-ended'), 'unavailable'));
    signal.addEventListener('abort', leave, { once: true });
  });
};

/** A backend whose checks do what the test says, step by step. Implements the contract's table. */
export function fakeBackend(options: FakeBackendOptions = {}) {
  const checks = new Map<string, FakeCheck>();
  const cancelled: string[] = [];
  let refusal: Problem | null = null;
  const latest = () => {
    const check = [...checks.values()].at(-1);
    if (!check) throw new Error('no check was started');
    return check;
  };
  const add = (request: Argument<'check.start'>) => {
    const checkId = `check-${checks.size + 1}`;
    let finish: (report: Report) => void = () => {};
    const report = new Promise<Report>((resolve) => {
      finish = resolve;
    });
    checks.set(checkId, { request, events: [], watchers: new Set(), report, finish });
    return checkId;
  };

  const handlers: Handlers = {
    'app.describe': async () =>
      ok({ version: '0.1.0', platform: 'linux', isDesktop: false, practice: null, ...options.app }),
    // Like the real one: from now on all of this process says everything in that language.
    'language.choose': async ({ language }) => {
      await speak(language);
      return ok({});
    },
    'window.keep': async () => ok({}),
    'history.list': async () => ok({ checks: [], isKept: true }),
    'history.open': async () => fail('id', said('history.unknown', { id: 'x' }), 'not-found'),
    'history.forget': async () => ok({ forgotten: 0 }),
    'history.set': async () => ok({}),
    ...options.history,
    'network.other': options.otherNetwork ?? sameNetwork,
    'practice.list': async () => ok({ scenarios: [...(options.scenarios?.() ?? scenariosIn(say))] }),
    'explain.text': async ({ text }) => ok(explainedForWindow(text)),
    'check.start': async (request) => {
      if (refusal) return { ok: false, problem: refusal };
      return ok({ checkId: add(request) });
    },
    'check.watch': async ({ checkId }, emit, signal) => {
      const check = checks.get(checkId);
      if (!check) return fail('checkId', said('backend.unknown-check'), 'not-found');
      for (const event of check.events) emit(event);
      check.watchers.add(emit);
      signal.addEventListener('abort', () => check.watchers.delete(emit), { once: true });
      return ok(await check.report);
    },
    'check.cancel': async ({ checkId }) => {
      cancelled.push(checkId);
      if (options.whenCancelled) checks.get(checkId)?.finish(options.whenCancelled);
      return ok({});
    },
    'report.reopen': async (report) => reopened(report, say),
    'report.reword': async (report) => ok(reworded(report, say)),
    'computer.find': async () => ok({ accounts: [], unread: [], places: ['/home/you/.thunderbird'] }),
    'computer.preview': async () => fail('accountId', said('computer.refused.account-gone'), 'not-found'),
    'computer.apply': async () => fail('previewId', said('computer.refused.look-again'), 'not-found'),
    'computer.undo': async () => fail('accountId', said('computer.refused.nothing-to-undo'), 'not-found'),
    ...options.computer,
    ...noActs,
    ...options.acts,
    'page.save': options.savePage ?? (async () => fail('page', said('backend.no-print-here'), 'unavailable')),
    'report.save':
      options.saveSheet ?? (async () => fail('page', said('backend.no-print-here'), 'unavailable')),
    'file.save': options.save ?? (async () => fail('file', said('backend.no-save-here'), 'unavailable')),
  };

  return {
    handlers,
    cancelled,
    /** What each check was asked, in order. */
    requests: () => [...checks.values()].map(({ request }) => request),
    /** A check that was started before the window under test was loaded. */
    add,
    emit(...events: CheckEvent[]) {
      const check = latest();
      for (const event of events) {
        check.events.push(event);
        for (const watcher of check.watchers) watcher(event);
      }
    },
    finish: (report: Report) => latest().finish(report),
    refuse(problem: Problem | null) {
      refusal = problem;
    },
  };
}
export type FakeBackend = ReturnType<typeof fakeBackend>;
