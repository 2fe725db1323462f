import { limits } from '../limits.ts';
import type { Clock } from '../system.ts';
import { within } from '../within.ts';
import { addressesIn } from './addresses-in.ts';
import { type Answer, surer } from './dns-failure.ts';
import { askNameServers } from './name-server.ts';
import { systemLookup } from './system-lookup.ts';

/**
 * The system's lookup cannot be cancelled and takes 10 s and more where DNS is dead. glibc reads this at its first lookup. DNS is asked
 * directly beside it, with more patience, so nothing is lost; a person's own setting stays.
 */
process.env.RES_OPTIONS ??= 'timeout:1 attempts:1';

/**
 * Addresses of a name as mail programs on this computer see them (getaddrinfo: hosts file, local names, the order of RFC
 * 6724). DNS is asked directly beside it, because getaddrinfo cannot be cancelled, may hang for half a minute when one family's
 * answer is lost, and says ENOTFOUND for everything on some systems. Never rejects; the caller bounds the time.
 */
export async function lookUpHere(
  name: string,
  isThorough: boolean,
  clock: Clock,
  signal: AbortSignal,
): Promise<Answer> {
  const enough = new AbortController();
  const stop = () => enough.abort();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const system = systemLookup();
    let noteBegun = (): void => {};
    const begun = new Promise<void>((resolve) => {
      noteBegun = resolve;
    });
    const found = system.find(name, noteBegun);
    const said = askNameServers({ type: 'addresses', name, isThorough }, [], clock, enough.signal);
    // How long the system's lookup is waited for counts from when it could begin.
    const direct = Promise.race([begun, found]).then(() => said);
    return await (isThorough ? thoroughly : together)(found, direct, clock, signal);
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

/**
 * The one answer of two ways of asking: what the system's own lookup finds wins; when it is late or finds nothing, what DNS
 * says directly decides.
 */
export async function together(
  system: Promise<Answer>,
  direct: Promise<Answer>,
  clock: Clock,
  signal: AbortSignal,
): Promise<Answer> {
  const first = await Promise.race([
    system.then((answer) => ({ answer, isSystem: true })),
    direct.then((answer) => ({ answer, isSystem: false })),
  ]);
  if (first.isSystem)
    return first.answer.outcome === 'found' ? first.answer : surer(await direct, first.answer);
  const found = await within(system, patienceMs[first.answer.outcome], clock, signal);
  return found?.outcome === 'found' ? found : first.answer;
}

/**
 * The addresses that either way finds, of both families: when the system's own lookup finds one family only, what DNS says directly is
 * waited for, because the other family's answer may have been lost.
 */
export async function thoroughly(
  system: Promise<Answer>,
  direct: Promise<Answer>,
  clock: Clock,
  signal: AbortSignal,
): Promise<Answer> {
  const wholeOfSystem = system.then((answer) =>
    isOfBothFamilies(answer) ? answer : new Promise<never>(() => {}),
  );
  const first = await Promise.race([wholeOfSystem, direct.then(() => null)]);
  if (first !== null) return first;
  const [said, own] = [await direct, await together(system, direct, clock, signal)];
  const seen = addressesIn(own).map(({ ipAddress }) => ipAddress);
  const more = addressesIn(said).filter(({ ipAddress }) => !seen.includes(ipAddress));
  const addresses = [...addressesIn(own), ...more];
  if (own.outcome !== 'found' && more.length === 0) return own;
  const unheard = unheardOf(own, said);
  const isMissing = !addresses.some(({ family }) => family === unheard);
  return {
    outcome: 'found',
    found: { type: 'addresses', addresses },
    ...(unheard && isMissing && { unheard }),
  };
}

/** The family of which neither answer says anything; what DNS says directly settles what the system's own lookup leaves open. */
function unheardOf(own: Answer, said: Answer): 4 | 6 | undefined {
  if (said.outcome === 'found') return said.unheard;
  const isSaid = said.outcome === 'no-name' || said.outcome === 'no-data';
  return own.outcome === 'found' && !isSaid ? own.unheard : undefined;
}

function isOfBothFamilies(answer: Answer): boolean {
  return new Set(addressesIn(answer).map(({ family }) => family)).size === 2;
}

/** How long the system's own lookup is waited for once DNS has said this. */
const patienceMs: Readonly<Record<Answer['outcome'], number>> = {
  found: limits.systemLookupGraceMs,
  'no-name': limits.systemLookupLastWordMs,
  'no-data': limits.systemLookupLastWordMs,
  'no-answer': limits.dnsMs,
  cancelled: 0,
};
