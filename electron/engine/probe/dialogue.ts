import type { PlannedProbe } from '../../../shared/model/check.ts';
import type { Stage } from '../../../shared/model/observation.ts';
import type { Connected } from '../connect/connect.ts';
import type { Fate } from '../connect/race.ts';
import { Conversation } from './conversation.ts';
import { DialogueEnded } from './dialogue-ended.ts';
import { observationOf, timesOf } from './observation-of.ts';
import type { ProbeContext, ProbeTarget } from './probe.ts';

/** What one protocol says on a connection: straight-line code that reads like the RFC's example. */
export type Dialogue = {
  readonly run: (wire: Conversation, probe: PlannedProbe) => Promise<void>;
  /** The polite last line, or null where there is none. */
  readonly farewell: string | null;
};

/**
 * Runs a dialogue on a fresh connection and reports exactly one observation, whatever happens: at once when the outcome is
 * known, before the farewell is said. `leave` is called when the farewell is sent, since whoever knocks next arrives after it.
 * Resolves when the connection is closed.
 */
export async function runDialogue(
  { run, farewell }: Dialogue,
  target: ProbeTarget,
  { address, result }: Fate<Connected>,
  context: ProbeContext & { readonly leave: () => void },
  signal: AbortSignal,
): Promise<void> {
  const { system, leave } = context;
  const options = {
    system,
    // An address is never sent as the name that is wanted: RFC 6066 section 3.
    host: target.probe.control === 'nameless' ? address.ipAddress : target.probe.host,
    timeouts: context.timeoutsAt(address.ipAddress),
    onStage: context.onProgress,
    onMute: (stage: Stage) => context.onProgress(stage, address),
  };
  const wire = new Conversation(result.connection, options, signal);
  try {
    const ending = await outcomeOf(run, wire, target.probe);
    wire.stages.enter(wire.stages.current); // the last stage's time ends here
    context.onObserved(
      observationOf(target, address, context, {
        ...ending,
        stage: wire.stages.current,
        ...timesOf(result),
        elapsedMs: system.clock.now() - result.startedMs,
        timings: { dns: target.dnsMs, connect: result.roundTripMs, ...wire.stages.timings },
        attempts: result.attempts,
        ...wire.seen,
      }),
    );
    const isInOrder = ending.outcome === 'ok' || ending.outcome === 'rejected';
    if (farewell !== null && isInOrder) await wire.farewell(farewell, leave);
  } finally {
    wire.close();
    leave();
  }
}

async function outcomeOf(
  run: Dialogue['run'],
  wire: Conversation,
  probe: PlannedProbe,
): Promise<Pick<DialogueEnded, 'outcome' | 'error'> | { readonly outcome: 'ok' }> {
  try {
    await run(wire, probe);
    wire.stages.enter('done');
    return { outcome: 'ok' };
  } catch (thrown) {
    if (thrown instanceof DialogueEnded) return { outcome: thrown.outcome, error: thrown.error };
    throw thrown;
  }
}
