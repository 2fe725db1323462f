import { randomUUID } from 'node:crypto';
import type { ActOrder, Handlers, ResultOf } from '../../shared/contract/contract.ts';
import { type Act, type ActProgress, refusedLogins } from '../../shared/model/act.ts';
import { fail, ok, type Result } from '../../shared/model/problem.ts';
import { addressIn, type Report } from '../../shared/model/report.ts';
import { typedAddress } from '../../shared/parse/typed-address.ts';
import { say } from '../../shared/text/index.ts';
import { said } from '../../shared/text/said.ts';
import { canBePassword, Secret } from '../engine/send/secret.ts';
import { actInReport } from './act-in-report.ts';
import { type ActTask, actHere, type PerformAct } from './act-task.ts';
import { type ActRequest, type PreparedAct, prepareAct, watchMsFor } from './acting.ts';
import { type Checks, maxFinished } from './checks.ts';
import { createEventLog } from './event-log.ts';
import { type Followed, follow } from './follow.ts';
import type { History } from './history.ts';
import { worded } from './input.ts';

type ActHandlers = Pick<Handlers, 'act.plan' | 'act.start' | 'act.watch' | 'act.cancel'>;

/** Logins and test messages that a window asks for after a check of this backend. */
export type Acts = {
  readonly handlers: ActHandlers;
  /** Ends every act and waits until its sockets are closed. */
  close(): Promise<void>;
};

type ActsOptions = {
  readonly checks: Pick<Checks, 'watch'>;
  readonly history: Pick<History, 'keepActs'>;
  readonly reportBug: (error: unknown) => void;
  /** Absent: in this process. */
  readonly perform?: PerformAct;
};

/** After so many refused logins no other is tried with this check: providers lock accounts. */
export const mostRefused = 5;

type Entry = Followed<{ readonly step: ActProgress }, Report> & {
  readonly checkId: string;
  readonly controller: AbortController;
  isRunning: boolean;
};

/**
 * Acts belong to the backend, as checks do: a window that is closed or loaded anew ends none, and finds it again by its check. The window
 * names a check by its id; where the password may go is the check's own finding. The bytes of a password are
 * overwritten when its act has ended.
 */
export function createActs({ checks, history, reportBug, perform = inThisProcess }: ActsOptions): Acts {
  const entries = new Map<string, Entry>();
  const done = new Map<string, readonly Act[]>();
  let isClosed = false;

  const reportOf = async (checkId: string, signal: AbortSignal): Promise<Result<Report>> => {
    const report = await checks.watch(checkId, () => {}, signal);
    const acts = done.get(checkId);
    return report.ok && acts ? ok({ ...report.value, acts: [...acts] }) : report;
  };
  // The certificates of a practice network live in the process that plays it, and its passwords open nothing.
  const performFor = ({ practiceScenario }: ActTask) =>
    practiceScenario === undefined ? perform : inThisProcess;
  const keep = (checkId: string, acts: readonly Act[]) => {
    done.delete(checkId);
    done.set(checkId, acts);
    for (const id of [...done.keys()].slice(0, -maxFinished)) done.delete(id);
  };
  const entriesOf = (checkId: string) => [...entries].filter(([, entry]) => entry.checkId === checkId);

  const actAfter = async (
    report: Report,
    ready: Ready,
    password: Uint8Array,
    onProgress: (step: ActProgress) => void,
    signal: AbortSignal,
  ): Promise<Result<Report>> => {
    try {
      const performed = (task: ActTask) => performFor(task)(task, password, onProgress, signal);
      const { report: after } = await actInReport(report, ready, performed, say);
      keep(ready.checkId, after.acts ?? []);
      await history.keepActs(after);
      return ok(after);
    } catch (error) {
      reportBug(error);
      return fail('act', said('backend.internal'), 'internal');
    } finally {
      password.fill(0);
    }
  };
  const start = (report: Report, ready: Ready, password: Uint8Array): string => {
    const { checkId } = ready;
    const controller = new AbortController();
    const log = createEventLog<{ step: ActProgress }>(() => true);
    const ended = actAfter(report, ready, password, (step) => log.add({ step }), controller.signal);
    const entry: Entry = { log, ended, checkId, controller, isRunning: true };
    const actId = randomUUID();
    entries.set(actId, entry);
    void ended.then(() => {
      entry.isRunning = false;
      const finished = [...entries].filter(([, { isRunning }]) => !isRunning);
      for (const [id] of finished.slice(0, -maxFinished)) entries.delete(id);
    });
    return actId;
  };

  const begin = async (
    order: Omit<ActOrder, 'password'>,
    password: Uint8Array,
    signal: AbortSignal,
  ): Promise<Result<{ actId: string }>> => {
    if (!canBePassword(password)) return fail('password', said('act.wrong.password-control'));
    const report = await reportOf(order.checkId, signal);
    if (!report.ok) return report;
    if (isClosed) return fail('act', said('backend.closing'), 'unavailable');
    if (entriesOf(order.checkId).some(([, { isRunning }]) => isRunning)) {
      return fail('act', said('act.wrong.one-at-a-time'), 'refused');
    }
    const ready = readyToAct(report.value, order);
    return ready.ok ? ok({ actId: start(report.value, ready.value, password) }) : ready;
  };

  return {
    handlers: {
      'act.plan': async ({ checkId }, signal) => {
        const report = await reportOf(checkId, signal);
        if (!report.ok) return report;
        const plan = planOf(report.value);
        const [actId, entry] = entriesOf(checkId).at(-1) ?? [];
        const last = actId !== undefined && entry ? { actId, isRunning: entry.isRunning } : null;
        return plan.ok ? ok({ ...plan.value, last, ended: report.value.acts?.length ?? 0 }) : plan;
      },
      'act.start': async ({ password, ...order }, signal) => {
        const begun = await begin(order, password, signal);
        if (!begun.ok) password.fill(0);
        return begun;
      },
      'act.watch': async ({ actId }, emit, signal) => {
        const entry = entries.get(actId);
        return entry ? follow(entry, emit, signal) : fail('actId', said('act.wrong.forgotten'), 'not-found');
      },
      'act.cancel': async ({ actId }) => {
        entries.get(actId)?.controller.abort();
        return ok({});
      },
    },
    async close() {
      isClosed = true;
      const all = [...entries.values()];
      for (const { controller } of all) controller.abort();
      await Promise.all(all.map(({ ended }) => ended));
    },
  };
}

const inThisProcess: PerformAct = (task, password, onProgress, signal) =>
  actHere(task, new Secret(Buffer.from(password).toString('utf8')), onProgress, signal);

function planOf(report: Report): Result<Omit<ResultOf<'act.plan'>, 'last' | 'ended'>> {
  const prepared = prepareAct(report, { address: addressIn(report) ?? '' });
  if (!prepared.ok) return prepared;
  const { server, mailbox, user, needsConsent } = prepared.value;
  const { host, port } = server.endpoint;
  const shown = report.observations.find(({ tls }) => tls?.fingerprint256 === server.fingerprint256)?.tls;
  return ok({
    host,
    port,
    user,
    mailbox: typeof mailbox === 'string' ? mailbox : { host: mailbox.endpoint.host },
    certificate: needsConsent
      ? {
          fingerprint: server.fingerprint256,
          subject: (shown?.subject ?? '').slice(0, 1000),
          issuer: (shown?.issuer ?? '').slice(0, 1000),
        }
      : null,
  });
}

type Ready = {
  readonly checkId: string;
  readonly request: ActRequest;
  readonly prepared: PreparedAct;
  readonly consent: string | null;
};

/** What was asked for, or the field that is wrong. */
function readyToAct(report: Report, order: Omit<ActOrder, 'password'>): Result<Ready> {
  const address = worded('address', typedAddress(order.address));
  if (!address.ok) return address;
  const to = order.to === undefined ? address : worded('to', typedAddress(order.to));
  if (!to.ok) return to;
  const tries = refusedLogins(report.acts);
  if (tries >= mostRefused) {
    return fail('password', said('act.wrong.too-many', { tries }), 'refused');
  }
  const request: ActRequest = {
    kind: order.kind,
    address: address.value.mailAddress,
    to: to.value.mailAddress,
    ...(order.user !== undefined && order.user !== '' && { user: order.user }),
    waitMs: order.isWatched ? watchMsFor(report) : 0,
  };
  const prepared = prepareAct(report, request);
  if (!prepared.ok) return prepared;
  if (prepared.value.needsConsent && order.consent !== prepared.value.server.fingerprint256) {
    return fail(
      'consent',
      said('act.wrong.consent', { host: prepared.value.server.endpoint.host }),
      'refused',
    );
  }
  const { checkId, consent = null } = order;
  return ok({ checkId, request, prepared: prepared.value, consent });
}
