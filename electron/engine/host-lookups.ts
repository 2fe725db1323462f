import { hasConnected, type Role } from '../../shared/model/observation.ts';
import type { BugTrap } from './bug-trap.ts';
import type { RoundTrips } from './connect/round-trips.ts';
import type { IpAddress, Knowledge } from './knowledge.ts';
import type { Names } from './names.ts';
import type { DnsAnswer } from './system.ts';

/** Called with a host's addresses, at once when they are known. */
type Then = (addresses: readonly IpAddress[], answer: DnsAnswer) => void;

/** Where the hosts of one check are. */
export type HostLookups = {
  /** Looks a host up once. */
  lookUp(host: string, then: Then, role?: Role): void;
  /** Looks those up again whose known addresses lead nowhere from this computer. */
  lookAgain(): void;
  /** Questions that are not answered yet. */
  underWay(): number;
};

type Circumstances = {
  /** As long as discovery goes on. */
  readonly names: () => Names;
  /**
   * Questions anew, as long as the check goes on: what a source said in its last moment is followed up after the sources were stopped.
   */
  readonly askAnew: () => Names;
  readonly known: Knowledge;
  readonly trap: BugTrap;
  /** What DNS takes is a hint how far away everything is. */
  readonly line: Pick<RoundTrips, 'hasLost' | 'noteLookup'>;
  readonly isOver: () => boolean;
  /** Something became known. */
  readonly onNews: () => void;
};

/** How often a host is looked up again whose known addresses lead nowhere; the second time only where packets get lost. */
const looksAgain = { steady: 1, lossy: 2 };

/** Looks the hosts of one check up and notes in `known` what was found. Nothing is noted or called once it is over. */
export function hostLookups({
  names,
  askAnew,
  known,
  trap,
  line,
  isOver,
  onNews,
}: Circumstances): HostLookups {
  const lookedUpAgain = new Map<string, 'under way' | number>();
  let underWay = 0;

  function ask(asked: Promise<DnsAnswer>, then: (answer: DnsAnswer) => void): void {
    underWay += 1;
    const answered = asked.then((answer) => {
      underWay -= 1;
      if (isOver()) return;
      if (isOfDns(answer)) line.noteLookup(answer.elapsedMs);
      then(answer);
      onNews();
    });
    trap.watch(answered);
  }

  return {
    underWay: () => underWay,
    /**
     * Where DNS speaks of other names and is silent about this one, it is asked once more: the packets may have been lost. Of controls
     * both families' addresses are wanted: else some would be compared over one family and some over the other.
     */
    lookUp(host, then, role) {
      const lookup = known.lookupOf(host);
      if (lookup) {
        then(lookup.addresses, lookup.answer);
        return;
      }
      const isCompared = role === 'reference' || role === 'portal';
      const from = (of: Names) => (isCompared ? of.allAddresses(host) : of.addresses(host));
      const isWorthAnother = ({ outcome }: DnsAnswer): boolean =>
        outcome === 'cancelled' || (outcome === 'no-answer' && known.hasDnsAnswered());
      const asked = from(names()).then((answer) => (isWorthAnother(answer) ? from(askAnew()) : answer));
      ask(asked, (answer) => {
        const { addresses } = known.addLookup(host, answer);
        then(addresses, answer);
      });
    },
    /**
     * Of a name with addresses of both kinds one answer of DNS may be lost, and the kind that is left may be of no use on this computer.
     * Where it got nobody anywhere, such a host is looked up again, thoroughly.
     */
    lookAgain() {
      const own = known.standing().filter(({ role }) => role === 'outgoing' || role === 'incoming');
      for (const host of new Set(own.map((o) => o.host))) {
        const family = known.onlyFamilyOf(host);
        const isUseful = known
          .standing()
          .some((o) => hasConnected(o) && (o.host === host || o.family === family));
        const looks = lookedUpAgain.get(host) ?? 0;
        if (family === undefined || isUseful || looks === 'under way') continue;
        if (looks >= looksAgain[line.hasLost() ? 'lossy' : 'steady']) continue;
        lookedUpAgain.set(host, 'under way');
        ask(askAnew().allAddresses(host), (answer) => {
          lookedUpAgain.set(host, looks + 1);
          known.addLateAddresses(host, answer);
        });
      }
    },
  };
}

/** Not an address by number, which is its own answer, and no silence. */
function isOfDns({ outcome, elapsedMs }: DnsAnswer): boolean {
  return elapsedMs > 0 && (outcome === 'found' || outcome === 'no-name' || outcome === 'no-data');
}
