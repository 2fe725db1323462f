import { type Accused, accusedOf } from '../diagnose/accused.ts';
import type { Report } from '../model/report.ts';
import { sawServers } from '../model/saw-servers.ts';
import type { Said } from '../text/said.ts';
import type { ComparisonCode, ComparisonJudgement, NetworkRelation, Party } from './comparison.ts';
import { isWell, type Pair, pairsOf } from './differences.ts';
import { isSameSubject } from './same-subject.ts';
import type { Which } from './words.ts';

/** What two checks together say, before the parts that do not depend on the rule are put around it. */
export type Conclusion = Pick<ComparisonJudgement, 'severity' | 'confidence'> & {
  readonly cleared?: readonly Party[];
  readonly left?: readonly Party[];
  readonly headline: Said;
  readonly detail: readonly Said[];
  readonly advice?: readonly Said[];
  /** The pairs that prove it. */
  readonly proof?: readonly Pair[];
};

/** A row of the table in `rules.ts`. */
export type Rule = {
  readonly code: ComparisonCode;
  /** Asked only where no row above it applies. */
  readonly applies: (runs: Runs) => boolean;
  readonly conclude: (runs: Runs) => Conclusion;
};

/** Two checks, and what the rules ask of them. */
export type Runs = {
  readonly older: Report;
  readonly newer: Report;
  readonly isSameSubject: boolean;
  /** The networks are known to be two. */
  readonly areTwoNetworks: boolean;
  readonly network: NetworkRelation;
  /** Those that did not come to their end, or never saw the mail servers. */
  readonly blind: readonly Which[];
  /** Those that found what keeps mail from going out. */
  readonly failing: readonly Which[];
  /** The one that fails, or the older where both do or neither. */
  readonly which: Which;
  /** Whom its verdict points at. */
  readonly accused: Accused;
  readonly pairs: readonly Pair[];
  /** Endpoints that failed in every check that fails, and worked in the other. */
  readonly fared: readonly Pair[];
};

/** Reads from two reports what the rules ask. */
export function runsOf(older: Report, newer: Report, network: NetworkRelation): Runs {
  const reports = { older, newer };
  const pairs = pairsOf(older, newer);
  const failing = both.filter((one) => isFailing(reports[one]));
  const which = failing[0] ?? 'older';
  return {
    older,
    newer,
    isSameSubject: isSameSubject(older, newer),
    areTwoNetworks: network === 'other',
    network,
    blind: both.filter((one) => !isWhole(reports[one])),
    failing,
    which,
    accused: accusedOf(reports[which].verdict.code),
    pairs,
    fared: pairs.filter((pair) => both.every((one) => isWell(pair[one]) !== failing.includes(one))),
  };
}

const both: readonly Which[] = ['older', 'newer'];

/** Its verdict is a problem. Where it is only that nothing could be concluded of one port, and mail goes out by another, nothing is kept. */
function isFailing({ verdict, recommendation }: Report): boolean {
  const isWayFound = recommendation !== null && recommendation.outgoing.security !== 'none';
  return verdict.severity === 'problem' && !(verdict.code === 'inconclusive' && isWayFound);
}

/** A check that came to its end and saw the mail servers. */
function isWhole({ interrupted, internal, verdict }: Report): boolean {
  return !interrupted && !internal && sawServers(verdict.code);
}

/** It fails in one network and works in another. */
export function isAcross({ failing, areTwoNetworks }: Runs): boolean {
  return failing.length === 1 && areTwoNetworks;
}

/** Without an endpoint that fared differently, something else than the network differed, such as what the program was set to. */
export function hasProofAcross(runs: Runs): boolean {
  return isAcross(runs) && runs.fared.length > 0;
}

/** Both verdicts are of one kind. */
export function isSameFault({ older, newer }: Runs): boolean {
  return older.verdict.code === newer.verdict.code;
}

/** What was found is that network's own doing, or that of the address which it gave the computer. */
export function isOfNetwork(accused: Accused): boolean {
  return accused === 'network' || accused === 'reputation';
}

/** Nothing about its verdict is in doubt. */
export function isCertain({ verdict }: Report): boolean {
  return verdict.confidence === 'certain';
}
