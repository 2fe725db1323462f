import { type Pool, schedule } from '../schedule.ts';
import type { Leave, Turns } from '../system.ts';

/** A question to DNS is one packet each way: so many for each connection that may be open. */
const questionsPerConnection = 2;
/** Of the connections, so many are to web servers at the most: one in so many. A web server that is stuck holds its place for seconds. */
const connectionsPerPage = 3;

/** Nothing was taken. */
const nothing: Leave = () => {};

/** The turns of checks that keep the polite limits of a pool of `connections` together; those to web servers are among them. */
export function turnsIn(pool: Pool, connections: number): Turns {
  const question = places(connections * questionsPerConnection);
  const page = places(Math.ceil(connections / connectionsPerPage));
  return {
    question: (signal) => question(signal),
    async page({ addresses, port }, signal) {
      const computer = addresses
        .map(({ ipAddress }) => ipAddress)
        .toSorted()
        .join(' ');
      const exclusive = `${computer} ${port}`;
      const leave = await page(signal, exclusive);
      const hangUp = await connection(pool, { computer, exclusive }, signal);
      return () => {
        hangUp();
        leave();
      };
    },
  };
}

/** So many at once, and of those with one key only one; the others wait in the order in which they came. */
function places(most: number): (signal: AbortSignal, key?: string) => Promise<Leave> {
  const waiting: { readonly key: string | undefined; readonly enter: () => void }[] = [];
  const taken = new Set<{ readonly key: string | undefined }>();
  const isFree = ({ key }: { readonly key: string | undefined }): boolean =>
    taken.size < most && (key === undefined || [...taken].every((other) => other.key !== key));
  const fill = (): void => {
    for (let next = waiting.findIndex(isFree); next !== -1; next = waiting.findIndex(isFree))
      waiting.splice(next, 1)[0]?.enter();
  };
  return (signal, key) =>
    new Promise((resolve) => {
      const place = { key };
      const giveUp = (): void => {
        const at = waiting.findIndex(({ enter }) => enter === take);
        if (at !== -1) waiting.splice(at, 1);
        resolve(nothing);
      };
      const take = (): void => {
        signal.removeEventListener('abort', giveUp);
        taken.add(place);
        resolve(() => {
          taken.delete(place);
          fill();
        });
      };
      if (signal.aborted) return resolve(nothing);
      signal.addEventListener('abort', giveUp, { once: true });
      waiting.push({ key, enter: take });
      fill();
    });
}

/** A place among the connections of the pool. Before all probes: what they have to try is what such pages say. */
function connection(
  pool: Pool,
  to: { readonly computer: string; readonly exclusive: string },
  signal: AbortSignal,
): Promise<Leave> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(nothing);
    signal.addEventListener('abort', () => resolve(nothing), { once: true });
    schedule(signal, () => {}, pool, 0).add({
      ...to,
      priority: 0,
      isWitness: false,
      run: () => new Promise((hangUp) => resolve(hangUp)),
      onLeft() {},
      onEnded() {},
    });
  });
}
