import type { Protocol } from '../../../shared/model/endpoint.ts';
import { type Fate, type RaceResult, race } from '../connect/race.ts';
import type { Slot } from '../schedule.ts';
import type { System } from '../system.ts';
import { type Dialogue, runDialogue } from './dialogue.ts';
import { remarked } from './dialogue-ended.ts';
import { imapDialogue } from './imap.ts';
import { observationOf, timesOf } from './observation-of.ts';
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
 * at once with `cancelled`. Never rejects for anything the network does, but for a bug of ours.
 */
export async function probe(target: ProbeTarget, context: ProbeContext, signal: AbortSignal): Promise<void> {
  context.onProgress('connect');
  const { winner, settled } = await connectInTurn(target, context, signal);
  const leave = leaving(context.slot, settled);
  try {
    const dialogue = dialogues[target.probe.protocol](context.system);
    if (winner) await runDialogue(dialogue, target, winner, { ...context, leave }, signal);
  } finally {
    await settled;
  }
}

/**
 * Connects, and lends the slot to others while nothing answers. A connection that comes about so late that they have all slots is
 * closed unused and made once more in turn, so that the server keeps no more of ours than is polite.
 */
async function connectInTurn(
  target: ProbeTarget,
  context: ProbeContext,
  signal: AbortSignal,
): Promise<RaceResult> {
  const { slot } = context;
  const hooks = {
    onLost: (fate: Fate) => context.onObserved(lost(fate, target, context)),
    onSilent: () => context.onProgress('connect', true),
    onUnwitnessed: context.onUnwitnessed,
  };
  const lending = { ...hooks, onStillSilent: slot.yield };
  const first = await race(target.probe, target.addresses, context, lending, signal);
  if (first.winner === null || slot.tryReacquire()) return first;
  const { address, result } = first.winner;
  result.connection.destroy();
  await slot.reacquire();
  const keeping = { ...hooks, onStillSilent: () => {} };
  const second = await race(target.probe, [address], context, keeping, signal);
  const settled = Promise.all([first.settled, second.settled]).then(() => {});
  settled.catch(() => {}); // told where it is awaited
  return { ...second, settled };
}

/** Gives the slot away after the last word, and for good when the fate of the other addresses is known too. */
function leaving(slot: Slot, settled: Promise<void>): () => void {
  let isSettled = false;
  let isSaid = false;
  const told = (): void => {
    isSettled = true;
    if (isSaid) slot.release();
  };
  settled.then(told, () => {}); // whoever awaits it tells of a bug
  return () => {
    isSaid = true;
    if (isSettled) slot.release();
    else slot.yield();
  };
}

/** An address that did not come to speak: no connection, or one that came when another had already won. */
function lost({ address, result }: Fate, target: ProbeTarget, context: ProbeContext) {
  const { attempts, elapsedMs } = result;
  const common = { stage: 'connect', ...timesOf(result), elapsedMs, attempts } as const;
  const timings = { dns: target.dnsMs };
  if (result.outcome === 'connected') {
    return observationOf(target, address, context, {
      ...common,
      outcome: 'cancelled',
      timings: { ...timings, connect: result.roundTripMs },
      error: remarked('cancelled', 'another address had answered first'),
    });
  }
  const { outcome, code, isWitnessed } = result;
  const isMail = target.probe.protocol !== 'tcp' && target.probe.protocol !== 'http';
  if (outcome === 'reset' && isMail) return cutAtOnce({ address, result }, target, context);
  const error =
    code === 'no-answer' || code === 'cancelled'
      ? remarked(code, `${attempts} attempts`)
      : { code, message: code };
  const witnessed = isWitnessed === undefined || outcome === 'cancelled' ? {} : { witnessed: isWitnessed };
  return observationOf(target, address, context, { ...common, outcome, timings, error, ...witnessed });
}

/**
 * A handshake that was answered, and a reset before the system told of it: whoever turns a SYN away is said to refuse (RFC 9293 section
 * 3.10.7.3). So it connected, and was cut before a word was said.
 */
function cutAtOnce({ address, result }: Fate, target: ProbeTarget, context: ProbeContext) {
  const { attempts, elapsedMs } = result;
  const isTlsFirst = target.probe.security === 'tls';
  return observationOf(target, address, context, {
    ...timesOf(result),
    stage: isTlsFirst ? 'tls' : 'greeting',
    outcome: 'reset',
    elapsedMs,
    attempts,
    timings: { dns: target.dnsMs, connect: elapsedMs, [isTlsFirst ? 'tls' : 'greeting']: 0 },
    error: { code: 'ECONNRESET', message: 'the connection broke' },
  });
}
