import type { Report } from '../model/report.ts';
import { sawServers } from '../model/saw-servers.ts';
import { type Said, said } from '../text/said.ts';
import { accusedOf } from './accused.ts';
import type { Compared, ComparisonCode, ComparisonJudgement, NetworkRelation, Party } from './comparison.ts';
import { differencesIn, type Pair, pairsOf, works } from './differences.ts';
import { networkRelation } from './network-relation.ts';
import { isSameSubject } from './same-subject.ts';
import { endpointsSaid, type Which } from './words.ts';

/** What is concluded, before the run-independent parts are put around it. */
type Conclusion = {
  readonly code: ComparisonCode;
  readonly severity: ComparisonJudgement['severity'];
  readonly confidence: ComparisonJudgement['confidence'];
  readonly cleared?: readonly Party[];
  readonly left?: readonly Party[];
  readonly headline: Said;
  readonly detail: readonly Said[];
  readonly advice?: readonly Said[];
  /** The pairs that prove it. */
  readonly proof?: readonly Pair[];
};

/** The two checks, and what is known of how they belong together. */
type Runs = {
  readonly older: Report;
  readonly newer: Report;
  readonly network: NetworkRelation;
  readonly pairs: readonly Pair[];
};

/**
 * Compares two checks of the same servers and concludes who may be the cause: which party is cleared, and which is left. `network`, where
 * the caller saw that it became another one, counts more than what the reports say. Pure; never throws on any two reports.
 */
export function compare(older: Report, newer: Report, network = networkRelation(older, newer)): Compared {
  const pairs = pairsOf(older, newer);
  const runs = { older, newer, network, pairs };
  const conclusion = conclude(runs);
  const isOther = network === 'other' && conclusion.code !== 'not-comparable';
  return {
    older: runOf(older),
    newer: runOf(newer),
    network,
    findings: [judgementOf(conclusion), ...(isOther ? [otherNetworkNote] : [])],
    cleared: [...(conclusion.cleared ?? [])],
    left: [...(conclusion.left ?? [])],
    differences: differencesIn(pairs),
  };
}

function runOf({ startedAt, verdict }: Report): Compared['older'] {
  return { startedAt, verdict: verdict.code, severity: verdict.severity };
}

function conclude(runs: Runs): Conclusion {
  const { older, newer, network } = runs;
  if (!isSameSubject(older, newer)) {
    return {
      code: 'not-comparable',
      headline: said('compare.not-comparable.headline'),
      severity: 'note',
      confidence: 'certain',
      detail: [said('compare.not-comparable.detail')],
    };
  }
  const blind = [older, newer].filter((one) => !isWhole(one));
  if (blind.length > 0) return nothingSeen(runs);
  if (!isFailing(older) && !isFailing(newer)) {
    return {
      code: 'both-work',
      headline: said('compare.both-work.headline'),
      severity: 'note',
      confidence: 'certain',
      detail: [said('compare.both-work.detail')],
    };
  }
  if (isFailing(older) !== isFailing(newer)) {
    return network === 'other' ? acrossNetworks(runs) : overTime(runs);
  }
  return network === 'other' ? failingInBoth(runs) : failingStill(runs);
}

/** A check that came to its end and saw the mail servers. */
function isWhole({ interrupted, internal, verdict }: Report): boolean {
  return !interrupted && !internal && sawServers(verdict.code);
}

function isFailing({ verdict }: Report): boolean {
  return verdict.severity === 'problem';
}

/** One of them could not see the servers. That the other did is worth a word: its network is not to blame. */
function nothingSeen({ older, newer, network }: Runs): Conclusion {
  const which: Which = isWhole(older) ? 'newer' : 'older';
  const isOnlyOne = isWhole(older) !== isWhole(newer);
  const blind = which === 'older' ? older : newer;
  const isNetwork = isOnlyOne && network === 'other' && !blind.interrupted && !blind.internal;
  return {
    code: 'nothing-seen',
    headline: said('compare.nothing-seen.headline'),
    severity: 'note',
    confidence: 'certain',
    ...(isNetwork ? { left: [networkOf(which)] } : {}),
    detail: [said(isOnlyOne ? 'compare.nothing-seen.detail' : 'compare.nothing-seen.detail.both', { which })],
    advice: [said('compare.advice.again')],
  };
}

/** What was found is that network's own doing, or that of the address which it gave the computer. */
function isOfNetwork({ verdict }: Report): boolean {
  const accused = accusedOf(verdict.code);
  return accused === 'network' || accused === 'reputation';
}

/** It fails in one network and works in another. */
function acrossNetworks(runs: Runs): Conclusion {
  const { older, newer, pairs } = runs;
  const which: Which = isFailing(older) ? 'older' : 'newer';
  const failing = which === 'older' ? older : newer;
  const proof = pairs.filter((pair) => !works(pair[which]) && works(pair[otherOf(which)]));
  const accused = accusedOf(failing.verdict.code);
  const values = { which, endpoints: endpointsSaid(proof.map((pair) => pair[which])) };
  if (accused === 'reputation') return addressToBlame(which, proof);
  // Without an endpoint that fared differently, something else than the network differed, such as what the program was set to.
  if (proof.length === 0 || accused === 'settings' || accused === 'computer') return onlyOverTime(runs);
  if (accused === 'network' || accused === 'on-path') {
    const isCertain = accused === 'network' && failing.verdict.confidence === 'certain';
    return {
      code: 'network-to-blame',
      severity: 'problem',
      confidence: isCertain ? 'certain' : 'likely',
      cleared: ['server'],
      left: [networkOf(which)],
      headline: said('compare.network-to-blame.headline', { which }),
      detail: [said('compare.network-to-blame.detail', values)],
      advice: [wayOut(failing), said('compare.advice.network-owner')],
      proof,
    };
  }
  return {
    code: 'server-or-network',
    severity: 'problem',
    confidence: 'possible',
    left: [networkOf(which), 'server'],
    headline: said('compare.server-or-network.headline', { which }),
    detail: [said('compare.server-or-network.detail', values)],
    advice: [said('compare.advice.back-again', { which })],
    proof,
  };
}

function addressToBlame(which: Which, proof: readonly Pair[]): Conclusion {
  return {
    code: 'address-to-blame',
    severity: 'problem',
    confidence: 'likely',
    cleared: ['settings', 'computer'],
    left: [networkOf(which)],
    headline: said('compare.address-to-blame.headline', { which }),
    detail: [said('compare.address-to-blame.detail', { which })],
    advice: [said('compare.advice.network-owner')],
    proof,
  };
}

/** It fails in both networks, and is asked whether in the same way. */
function failingInBoth({ older, newer, pairs }: Runs): Conclusion {
  const proof = pairs.filter((pair) => !works(pair.older) && !works(pair.newer));
  const accused = accusedOf(older.verdict.code);
  const bothNetworks: readonly Party[] = ['older-network', 'newer-network'];
  if (older.verdict.code !== newer.verdict.code) {
    const isOfNetworks = [older, newer].every(isOfNetwork);
    return {
      code: 'two-faults',
      headline: said(isOfNetworks ? 'compare.two-faults.headline' : 'compare.two-faults.headline.other'),
      severity: 'problem',
      confidence: 'possible',
      detail: [said(isOfNetworks ? 'compare.two-faults.detail' : 'compare.two-faults.detail.other')],
      proof,
    };
  }
  const values = { endpoints: endpointsSaid(proof.map((pair) => pair.newer)) };
  switch (accused) {
    case 'server':
    case 'reach':
      return {
        code: 'server-to-blame',
        headline: said('compare.server-to-blame.headline'),
        severity: 'problem',
        confidence: isCertain(older, newer) ? 'certain' : 'likely',
        cleared: bothNetworks,
        left: ['server'],
        detail: [said('compare.server-to-blame.detail', values)],
        advice: [said('compare.advice.server-owner')],
        proof,
      };
    case 'on-path':
    case 'computer':
      return computerToBlame(values, proof);
    case 'settings':
      return {
        code: 'settings-to-blame',
        headline: said('compare.settings-to-blame.headline'),
        severity: 'problem',
        confidence: 'likely',
        cleared: bothNetworks,
        left: ['settings'],
        detail: [said('compare.settings-to-blame.detail')],
        proof,
      };
    case 'network':
    case 'reputation':
      return {
        code: 'both-networks',
        headline: said('compare.both-networks.headline'),
        severity: 'problem',
        confidence: 'likely',
        left: [...bothNetworks, 'computer'],
        detail: [
          accused === 'reputation'
            ? said('compare.both-networks.detail.address')
            : said('compare.both-networks.detail', values),
        ],
        advice: [wayOut(newer), said('compare.advice.third-network')],
        proof,
      };
    case 'nobody':
      return {
        code: 'unchanged',
        headline: said('compare.unchanged.headline'),
        severity: 'problem',
        confidence: 'possible',
        detail: [said('compare.unchanged.detail.other')],
        proof,
      };
  }
}

function computerToBlame(values: { readonly endpoints: Said }, proof: readonly Pair[]): Conclusion {
  return {
    code: 'computer-to-blame',
    headline: said('compare.computer-to-blame.headline'),
    severity: 'problem',
    confidence: 'likely',
    cleared: ['older-network', 'newer-network'],
    left: ['computer'],
    detail: [said('compare.computer-to-blame.detail', values)],
    advice: [said('compare.advice.computer')],
    proof,
  };
}

/** It fails at one time and works at another, in one network or nobody knows in which. */
function overTime(runs: Runs): Conclusion {
  const { network } = runs;
  const conclusion = onlyOverTime(runs);
  if (network !== 'unknown') return conclusion;
  const which: Which = isFailing(runs.older) ? 'older' : 'newer';
  return { ...conclusion, detail: [...conclusion.detail, said('compare.network-unknown', { which })] };
}

function onlyOverTime({ older, pairs }: Runs): Conclusion {
  const isMended = isFailing(older);
  const which: Which = isMended ? 'older' : 'newer';
  const proof = pairs.filter((pair) => !works(pair[which]) && works(pair[otherOf(which)]));
  const detail = [said(isMended ? 'compare.mended.detail' : 'compare.broken-since.detail')];
  return isMended
    ? {
        code: 'mended',
        headline: said('compare.mended.headline'),
        severity: 'note',
        confidence: 'certain',
        detail,
        proof,
      }
    : {
        code: 'broken-since',
        headline: said('compare.broken-since.headline'),
        severity: 'problem',
        confidence: 'certain',
        detail,
        advice: [said('compare.advice.other-network')],
        proof,
      };
}

/** It fails both times in one network, or nobody knows in which. */
function failingStill({ older, newer, pairs, network }: Runs): Conclusion {
  const proof = pairs.filter((pair) => !works(pair.newer));
  const isSame = older.verdict.code === newer.verdict.code;
  return {
    code: isSame ? 'unchanged' : 'other-fault',
    headline: said(isSame ? 'compare.unchanged.headline' : 'compare.other-fault.headline'),
    severity: 'problem',
    confidence: isSame ? newer.verdict.confidence : 'possible',
    detail: [said(isSame ? 'compare.unchanged.detail' : 'compare.other-fault.detail')],
    advice: [said(network === 'same' ? 'compare.advice.other-network' : 'compare.advice.tell-network')],
    proof,
  };
}

/** What to do where the network is in the way: what works there, else another network. */
function wayOut({ recommendation }: Report): Said {
  return recommendation === null
    ? said('compare.advice.other-network')
    : said('compare.advice.setting-there', {
        host: recommendation.outgoing.host,
        port: recommendation.outgoing.port,
      });
}

function isCertain(older: Report, newer: Report): boolean {
  return older.verdict.confidence === 'certain' && newer.verdict.confidence === 'certain';
}

function networkOf(which: Which): Party {
  return which === 'older' ? 'older-network' : 'newer-network';
}

function otherOf(which: Which): Which {
  return which === 'older' ? 'newer' : 'older';
}

function judgementOf({
  code,
  severity,
  confidence,
  headline,
  detail,
  advice = [],
  proof = [],
}: Conclusion): ComparisonJudgement {
  return {
    code,
    severity,
    confidence,
    evidence: proof.flatMap(({ older, newer }) => [`older:${older.id}`, `newer:${newer.id}`]).slice(0, 500),
    words: {
      headline,
      detail: [...detail],
      advice: [...advice],
    },
  };
}

const otherNetworkNote: ComparisonJudgement = judgementOf({
  code: 'network-changed',
  severity: 'note',
  confidence: 'certain',
  headline: said('compare.network-changed.headline'),
  detail: [said('compare.network-changed.detail')],
});
