import type { Protocol } from '../../../shared/model/endpoint.ts';
import { type Fate, race } from '../connect/race.ts';
import type { System } from '../system.ts';
import { type Dialogue, runDialogue } from './dialogue.ts';
import { ourError } from './ended.ts';
import { imapDialogue } from './imap.ts';
import { observed } from './observed.ts';
import { pop3Dialogue } from './pop3.ts';
import { portalDialogue } from './portal.ts';
import type { ProbeContext, ProbeTarget } from './probe.ts';
import { smtpDialogue } from './smtp.ts';
import { tcpDialogue } from './tcp.ts';

/** Who speaks which protocol. */
const dialogues: Readonly<Record<Protocol, (system: System) => Dialogue>> = {
  smtp: () => smtpDialogue,
  imap: () => imapDialogue,
  pop3: () => pop3Dialogue,
  tcp: () => tcpDialogue,
  http: ({ clock }) => portalDialogue(clock.wallClock),
};

/**
 * Probes one endpoint: connects to the first address that answers, speaks its protocol there, and reports one observation for
 * every address that was started. Resolves when all of them are reported and every connection is closed; an abort ends it
 * at once with `cancelled`. Never rejects for anything the network does.
 */
export async function probe(target: ProbeTarget, context: ProbeContext, signal: AbortSignal): Promise<void> {
  const { host, port, protocol } = target.probe;
  context.onProgress('connect');
  const hooks = {
    onLost: (fate: Fate) => context.onObserved(lost(fate, target, context)),
    onSilent: () => context.onProgress('connect', true),
  };
  const { winner, settled } = await race(host, port, target.addresses, context, hooks, signal);
  try {
    const dialogue = dialogues[protocol](context.system);
    if (winner) await runDialogue(dialogue, target, winner, context, signal);
  } finally {
    await settled;
  }
}

/** An address that did not come to speak: no connection, or one that came when another had already won. */
function lost({ address, startedMs, result }: Fate, target: ProbeTarget, context: ProbeContext) {
  const common = { stage: 'connect', startedMs, attempts: result.attempts } as const;
  const timings = { dns: target.dnsMs };
  const { elapsedMs } = result;
  if (result.outcome === 'connected') {
    return observed(target, address, context, {
      ...common,
      elapsedMs,
      outcome: 'cancelled',
      timings: { ...timings, connect: result.roundTripMs },
      error: ourError('cancelled', 'another address had answered first'),
    });
  }
  const { outcome, code, attempts } = result;
  const error =
    code === 'no-answer' || code === 'cancelled'
      ? ourError(code, `${attempts} attempts`)
      : { code, message: code };
  return observed(target, address, context, { ...common, elapsedMs, outcome, timings, error });
}
