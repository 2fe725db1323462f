import { hasConnected, type Role } from '../../shared/model/observation.ts';
import type { IpAddress, Knowledge } from './knowledge.ts';
import type { Names } from './names.ts';
import type { DnsAnswer } from './system.ts';

/** Called with a host's addresses, at once when they are known. */
type Then = (addresses: readonly IpAddress[], answer: DnsAnswer) => void;

/** Where the hosts of one check are. */
export type HostLookups = {
  /** Looks a host up once. */
  lookUp(host: string, then: Then, role?: Role): void;
  /** Looks those up once more whose known addresses lead nowhere from this computer. */
  lookAgain(): void;
  /** Questions that are not answered yet. */
  underWay(): number;
};

type Circumstances = {
  /** As long as discovery goes on. */
  readonly names: Names;
  /** As long as the check goes on: what a source said in its last moment is followed up after the sources were stopped. */
  readonly lateNames: Names;
  readonly known: Knowledge;
  readonly isOver: () => boolean;
  /** Something became known. */
  readonly onNews: () => void;
};

/** Looks the hosts of one check up, each once, and notes in `known` what was found. Nothing is noted or called once it is over. */
export function hostLookups({ names, lateNames, known, isOver, onNews }: Circumstances): HostLookups {
  const lookedUpAgain = new Set<string>();
  let underWay = 0;

  function ask(asked: Promise<DnsAnswer>, then: (answer: DnsAnswer) => void): void {
    underWay += 1;
    void asked.then((answer) => {
      underWay -= 1;
      if (isOver()) return;
      then(answer);
      onNews();
    });
  }

  return {
    underWay: () => underWay,
    /**
     * Of controls both families' addresses are wanted: where a packet of DNS was lost, some would be compared over one family and some
     * over the other.
     */
    lookUp(host, then, role) {
      const lookup = known.lookupOf(host);
      if (lookup) {
        then(lookup.addresses, lookup.answer);
        return;
      }
      const isCompared = role === 'reference' || role === 'portal';
      const from = (of: Names) => (isCompared ? of.allAddresses(host) : of.addresses(host));
      const asked = from(names).then((answer) => (answer.outcome === 'cancelled' ? from(lateNames) : answer));
      ask(asked, (answer) => {
        const { addresses } = known.addLookup(host, answer);
        then(addresses, answer);
      });
    },
    /**
     * Of a name with addresses of both kinds one answer of DNS may be lost, and the kind that is left may be of no use on this computer.
     * Where it got nobody anywhere, such a host is looked up once more, thoroughly.
     */
    lookAgain() {
      const own = known.observations.filter(({ role }) => role === 'outgoing' || role === 'incoming');
      for (const host of new Set(own.map((o) => o.host))) {
        const family = known.onlyFamilyOf(host);
        const isUseful = known.observations.some(
          (o) => hasConnected(o) && (o.host === host || o.family === family),
        );
        if (family === undefined || isUseful || lookedUpAgain.has(host)) continue;
        lookedUpAgain.add(host);
        ask(lateNames.allAddresses(host), (answer) => known.addLateAddresses(host, answer));
      }
    },
  };
}
