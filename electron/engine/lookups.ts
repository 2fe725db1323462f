import type { PlannedProbe } from '../../shared/model/check.ts';
import type { Observation } from '../../shared/model/observation.ts';
import type { NoteLookUp } from '../../shared/plan/moves.ts';
import { addressesIn } from './dns/addresses-in.ts';
import type { Ledger } from './ledger.ts';
import type { DnsAnswer, System } from './system.ts';

const letters = 'bcdfghjklmnpqrstvwxz';

/**
 * A name below a real top-level domain that nobody has registered: resolvers that invent answers invent one for it. The dot at its
 * end keeps this computer's search domains out, of which one may have a wildcard.
 */
export function madeUpName(system: System): string {
  const word = Array.from({ length: 18 }, () => letters[Math.floor(system.random() * letters.length)]).join(
    '',
  );
  return `${word}.com.`;
}

/** Adds what DNS said of a host to the ledger, as a probe with an observation of its own. Throws when the host was not looked up. */
export function noteLookUp(
  ledger: Ledger,
  { key, probe, isUnheard = false }: NoteLookUp,
  found: DnsAnswer | undefined,
): void {
  if (!found) throw new Error('a name is noted that was not looked up');
  const answer: DnsAnswer = isUnheard
    ? { outcome: 'no-answer', code: 'ETIMEOUT', elapsedMs: found.elapsedMs }
    : found;
  const { append, state, elapsedMs } = ledger;
  const probeId = ledger.nextProbeId();
  const atMs = state().lookups.get(probe.host)?.atMs ?? elapsedMs();
  append({ type: 'probe-planned', probe: { id: probeId, ...probe }, key });
  const observation = lookupObservation(probe, answer, ledger.nextObservationId(), atMs);
  append({ type: 'observed', probeId, observation });
  append({ type: 'probe-ended', probeId });
}

/** A lookup as an observation: `ok` with the first address, or `dns-error` with what DNS said (RFC 8020, RFC 2308). */
function lookupObservation(
  probe: Omit<PlannedProbe, 'id'>,
  answer: DnsAnswer,
  id: string,
  nowMs: number,
): Observation {
  const { role, protocol, port, security, control, operator, operatorSize } = probe;
  const host = probe.host.replace(/\.$/, '');
  const [first] = addressesIn(answer);
  const elapsedMs = Math.round(answer.elapsedMs);
  return {
    id,
    role,
    protocol,
    host,
    port,
    security,
    address: first?.ipAddress ?? null,
    family: first?.family ?? null,
    startedMs: Math.max(0, nowMs - elapsedMs),
    elapsedMs,
    timings: { dns: elapsedMs },
    ...(control ? { control } : {}),
    ...(operator ? { operator } : {}),
    ...(operatorSize ? { operatorSize } : {}),
    ...fate(answer, first !== undefined),
  };
}

function fate(answer: DnsAnswer, isFound: boolean): Pick<Observation, 'outcome' | 'stage' | 'error'> {
  if (isFound) return { outcome: 'ok', stage: 'done' };
  switch (answer.outcome) {
    case 'cancelled':
      return {
        outcome: 'cancelled',
        stage: 'dns',
        error: { code: 'cancelled', message: 'the lookup was cancelled' },
      };
    case 'no-name':
      return {
        outcome: 'dns-error',
        stage: 'dns',
        error: { code: 'no-name', message: 'the name does not exist' },
      };
    case 'no-answer':
      return {
        outcome: 'dns-error',
        stage: 'dns',
        error: { code: 'no-dns-answer', message: 'no DNS server answered' },
      };
    case 'found':
    case 'no-data':
      return {
        outcome: 'dns-error',
        stage: 'dns',
        error: { code: 'no-data', message: 'the name has no address' },
      };
  }
}
