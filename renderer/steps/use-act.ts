import { useEffect, useState } from 'react';
import type { Argument, ResultOf } from '../../shared/contract/contract.ts';
import type { ActKind, ActProgress } from '../../shared/model/act.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { problemOf } from '../wizard/check-run.ts';
import { useWizard } from '../wizard/context.ts';

export type Plan = ResultOf<'act.plan'>;

/** A login or message that is under way. */
export type Running = {
  /** Null for one that an earlier load of the window began: it may be either. */
  readonly kind: ActKind | null;
  readonly steps: readonly ActProgress[];
  readonly isStopping: boolean;
};

type Acting = {
  /** Where a login would go; null until it is known, or when it goes nowhere. */
  readonly plan: Plan | null;
  readonly running: Running | null;
  /** Why nothing could be begun, or what went wrong around it. */
  readonly problem: Problem | null;
  /** Resolves when it has ended, to whether it did: the report then has it. */
  start(order: Omit<Argument<'act.start'>, 'checkId'>): Promise<boolean>;
  stop(): void;
};

/**
 * Logging in and sending after the check of that id. What an earlier load of the window began is watched on. The password goes through,
 * and is kept by nobody here.
 */
export function useAct(checkId: string): Acting {
  const caller = useWizard((state) => state.computer);
  const keepReport = useWizard((state) => state.keepReport);
  const known = useWizard(({ run }) => run.report?.acts?.length ?? 0);
  const [plan, setPlan] = useState<Plan | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [running, setRunning] = useState<Running | null>(null);
  const [actId, setActId] = useState<string | null>(null);

  const follow = async (id: string, kind: ActKind | null): Promise<boolean> => {
    setActId(id);
    setRunning({ kind, steps: [], isStopping: false });
    const add = ({ step }: { readonly step: ActProgress }) =>
      setRunning((now) => now && { ...now, steps: [...now.steps, step] });
    try {
      keepReport(await caller['act.watch']({ actId: id }, add));
      return true;
    } catch (error) {
      setProblem(problemOf(error));
      return false;
    } finally {
      setRunning(null);
    }
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for a check; what is known by then is what counts
  useEffect(() => {
    let isGone = false;
    const ask = async () => {
      const found = await caller['act.plan']({ checkId });
      if (isGone) return;
      setPlan(found);
      const { last, ended } = found;
      if (last !== null && (last.isRunning || ended > known)) await follow(last.actId, null);
    };
    ask().catch((error: unknown) => setProblem(problemOf(error)));
    return () => {
      isGone = true;
    };
  }, [caller, checkId]);

  return {
    plan,
    running,
    problem,
    async start(order) {
      setProblem(null);
      try {
        const started = await caller['act.start']({ ...order, checkId });
        return await follow(started.actId, order.kind);
      } catch (error) {
        setProblem(problemOf(error));
        return false;
      }
    },
    stop() {
      if (actId === null) return;
      setRunning((now) => now && { ...now, isStopping: true });
      caller['act.cancel']({ actId }).catch((error: unknown) => setProblem(problemOf(error)));
    },
  };
}
