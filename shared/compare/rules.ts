import { accusedOf } from '../diagnose/accused.ts';
import type { Report } from '../model/report.ts';
import { type Said, said } from '../text/said.ts';
import type { Party } from './comparison.ts';
import { type Pair, works } from './differences.ts';
import {
  type Conclusion,
  hasProofAcross,
  isAcross,
  isCertain,
  isOfNetwork,
  isSameFault,
  type Rule,
  type Runs,
} from './rule.ts';
import { isSameCheck } from './same-check.ts';
import { endpointsSaid, type Which } from './words.ts';

const bothNetworks: readonly Party[] = ['older-network', 'newer-network'];
const note = { severity: 'note', confidence: 'certain' } as const;
const problem = { severity: 'problem' } as const;

/** What two checks together say: the first row that applies. */
export const rules: readonly Rule[] = [
  {
    code: 'not-comparable',
    applies: (runs) => !runs.isSameSubject,
    conclude: ({ older, newer }) => ({
      ...note,
      headline: said('compare.not-comparable.headline'),
      detail: [
        said(
          older.practice === newer.practice
            ? 'compare.not-comparable.detail'
            : 'compare.not-comparable.practice',
        ),
      ],
    }),
  },
  {
    code: 'not-comparable',
    applies: ({ older, newer }) => isSameCheck(older, newer),
    conclude: () => ({
      ...note,
      headline: said('compare.same-check.headline'),
      detail: [said('compare.same-check.detail')],
    }),
  },
  { code: 'nothing-seen', applies: ({ blind }) => blind.length > 0, conclude: nothingSeen },
  {
    code: 'both-work',
    applies: ({ failing }) => failing.length === 0,
    conclude: () => ({
      ...note,
      headline: said('compare.both-work.headline'),
      detail: [said('compare.both-work.detail')],
    }),
  },

  // It fails in one network and works in another.
  {
    code: 'address-to-blame',
    applies: (runs) => isAcross(runs) && runs.accused === 'reputation',
    conclude: ({ which, fared }) => ({
      ...problem,
      confidence: 'likely',
      cleared: ['settings', 'computer'],
      left: [networkOf(which)],
      headline: said('compare.address-to-blame.headline', { which }),
      detail: [said('compare.address-to-blame.detail', { which })],
      advice: [said('compare.advice.network-owner')],
      proof: fared,
    }),
  },
  {
    code: 'network-to-blame',
    applies: (runs) => hasProofAcross(runs) && (runs.accused === 'network' || runs.accused === 'on-path'),
    conclude: networkToBlame,
  },
  {
    code: 'server-or-network',
    // What a program was set to, or this computer, is not cleared by another network.
    applies: (runs) => hasProofAcross(runs) && runs.accused !== 'settings' && runs.accused !== 'computer',
    conclude: ({ which, fared }) => ({
      ...problem,
      confidence: 'possible',
      left: [networkOf(which), 'server'],
      headline: said('compare.server-or-network.headline', { which }),
      detail: [said('compare.server-or-network.detail', { endpoints: endpointsIn(fared, which) })],
      advice: [said('compare.advice.back-again', { which })],
      proof: fared,
    }),
  },

  // It fails at one time and works at another, in one network or nobody knows in which.
  {
    code: 'mended',
    applies: ({ failing }) => failing.length === 1 && failing.includes('older'),
    conclude: (runs) => ({
      ...note,
      headline: said('compare.mended.headline'),
      detail: [said('compare.mended.detail'), ...networkDoubt(runs)],
      proof: runs.fared,
    }),
  },
  {
    code: 'broken-since',
    applies: ({ failing }) => failing.length === 1,
    conclude: (runs) => ({
      ...problem,
      confidence: 'certain',
      headline: said('compare.broken-since.headline'),
      detail: [said('compare.broken-since.detail'), ...networkDoubt(runs)],
      advice: [said('compare.advice.other-network')],
      proof: runs.fared,
    }),
  },

  // It fails in two networks.
  {
    code: 'two-faults',
    applies: (runs) => runs.areTwoNetworks && !isSameFault(runs),
    conclude: ({ older, newer, fared }) => {
      const isOfNetworks = [older, newer].every(({ verdict }) => isOfNetwork(accusedOf(verdict.code)));
      return {
        ...problem,
        confidence: 'possible',
        headline: said(isOfNetworks ? 'compare.two-faults.headline' : 'compare.two-faults.headline.other'),
        detail: [said(isOfNetworks ? 'compare.two-faults.detail' : 'compare.two-faults.detail.other')],
        proof: fared,
      };
    },
  },
  {
    code: 'server-to-blame',
    applies: ({ areTwoNetworks, accused }) => areTwoNetworks && (accused === 'server' || accused === 'reach'),
    conclude: serverToBlame,
  },
  {
    code: 'computer-to-blame',
    applies: ({ areTwoNetworks, accused }) =>
      areTwoNetworks && (accused === 'on-path' || accused === 'computer'),
    conclude: ({ fared }) => ({
      ...problem,
      confidence: 'likely',
      cleared: bothNetworks,
      left: ['computer'],
      headline: said('compare.computer-to-blame.headline'),
      detail: [said('compare.computer-to-blame.detail', { endpoints: endpointsIn(fared, 'newer') })],
      advice: [said('compare.advice.computer')],
      proof: fared,
    }),
  },
  {
    code: 'settings-to-blame',
    applies: ({ areTwoNetworks, accused }) => areTwoNetworks && accused === 'settings',
    conclude: ({ fared }) => ({
      ...problem,
      confidence: 'likely',
      cleared: bothNetworks,
      left: ['settings'],
      headline: said('compare.settings-to-blame.headline'),
      detail: [said('compare.settings-to-blame.detail')],
      proof: fared,
    }),
  },
  {
    code: 'both-networks',
    applies: ({ areTwoNetworks, accused }) => areTwoNetworks && isOfNetwork(accused),
    conclude: ({ newer, accused, fared }) => ({
      ...problem,
      confidence: 'likely',
      left: [...bothNetworks, 'computer'],
      headline: said('compare.both-networks.headline'),
      detail: [
        accused === 'reputation'
          ? said('compare.both-networks.detail.address')
          : said('compare.both-networks.detail', { endpoints: endpointsIn(fared, 'newer') }),
      ],
      advice: [wayOut(newer), said('compare.advice.third-network')],
      proof: fared,
    }),
  },
  {
    code: 'unchanged',
    applies: ({ areTwoNetworks }) => areTwoNetworks,
    conclude: ({ fared }) => ({
      ...problem,
      confidence: 'possible',
      headline: said('compare.unchanged.headline'),
      detail: [said('compare.unchanged.detail.other')],
      proof: fared,
    }),
  },

  // It fails both times in one network, or nobody knows in which.
  {
    code: 'unchanged',
    applies: isSameFault,
    conclude: (runs) => ({
      ...problem,
      confidence: runs.newer.verdict.confidence,
      headline: said('compare.unchanged.headline'),
      detail: [said('compare.unchanged.detail')],
      ...failingStill(runs),
    }),
  },
  {
    code: 'other-fault',
    applies: () => true,
    conclude: (runs) => ({
      ...problem,
      confidence: 'possible',
      headline: said('compare.other-fault.headline'),
      detail: [said('compare.other-fault.detail')],
      ...failingStill(runs),
    }),
  },
];

/** One of them could not see the servers. That the other did is worth a word: its network is not to blame. */
function nothingSeen({ older, newer, blind: [which = 'newer', other], areTwoNetworks }: Runs): Conclusion {
  const { interrupted, internal, verdict } = which === 'older' ? older : newer;
  const isNetwork = other === undefined && areTwoNetworks && !interrupted && !internal;
  const blindOnes = other === undefined ? which : 'both';
  return {
    ...note,
    ...(isNetwork && { left: [networkOf(which)] }),
    headline: said('compare.nothing-seen.headline', { which: blindOnes }),
    detail: [
      said(other === undefined ? 'compare.nothing-seen.detail' : 'compare.nothing-seen.detail.both', {
        which,
      }),
    ],
    advice: [
      other === undefined && verdict.code === 'captive-portal'
        ? said('compare.advice.sign-in')
        : said('compare.advice.again', { which: blindOnes }),
    ],
  };
}

function serverToBlame({ older, newer, fared }: Runs): Conclusion {
  const isSure = [older, newer].every(isCertain);
  return {
    ...problem,
    confidence: isSure ? 'certain' : 'likely',
    cleared: bothNetworks,
    left: ['server'],
    headline: said(isSure ? 'compare.server-to-blame.headline' : 'compare.server-to-blame.headline.likely'),
    detail: [said('compare.server-to-blame.detail', { endpoints: endpointsIn(fared, 'newer') })],
    advice: [said('compare.advice.server-owner')],
    proof: fared,
  };
}

function networkToBlame({ older, newer, which, accused, fared }: Runs): Conclusion {
  const failing = which === 'older' ? older : newer;
  const isSure = accused === 'network' && isCertain(failing);
  const isList = failing.verdict.code === 'mail-allow-list';
  const headline = isSure ? 'compare.network-to-blame.headline' : 'compare.network-to-blame.headline.likely';
  return {
    ...problem,
    confidence: isSure ? 'certain' : 'likely',
    cleared: ['server'],
    left: [networkOf(which)],
    headline: said(headline, { which }),
    detail: [said('compare.network-to-blame.detail', { which, endpoints: endpointsIn(fared, which) })],
    advice: [
      ...listInRouter(failing, fared),
      settingThere(failing, isList ? 'compare.advice.or-there' : undefined) ??
        said('compare.advice.use-other', { which }),
      ...(isList ? [] : [said('compare.advice.network-owner')]),
    ],
    proof: fared,
  };
}

/** What a router's list wants of whoever may change it, who is at home the reader; in a company it is somebody to ask. */
function listInRouter({ verdict }: Report, fared: readonly Pair[]): Said[] {
  const host = fared[0]?.newer.host;
  if (verdict.code !== 'mail-allow-list' || host === undefined) return [];
  return [said('compare.advice.list', { host }), said('compare.advice.company', { host })];
}

function failingStill({ pairs, network }: Runs): Pick<Conclusion, 'advice' | 'proof'> {
  return {
    advice: [said(network === 'same' ? 'compare.advice.other-network' : 'compare.advice.tell-network')],
    proof: pairs.filter(({ newer }) => !works(newer)),
  };
}

/** A network that nobody knows is named, since it may be what changed. */
function networkDoubt({ network, which }: Runs): Said[] {
  return network === 'unknown' ? [said('compare.network-unknown', { which })] : [];
}

/** What to do where each network is in the way: what works there, else yet another network. */
function wayOut(report: Report): Said {
  return settingThere(report) ?? said('compare.advice.other-network');
}

/** What works in the network of a check that found something else failing. */
function settingThere(
  { recommendation }: Report,
  words: 'compare.advice.setting-there' | 'compare.advice.or-there' = 'compare.advice.setting-there',
): Said | null {
  if (recommendation === null) return null;
  const { host, port } = recommendation.outgoing;
  return said(words, { host, port });
}

function endpointsIn(pairs: readonly Pair[], which: Which): Said {
  return endpointsSaid(pairs.map((pair) => pair[which]));
}

function networkOf(which: Which): Party {
  return which === 'older' ? 'older-network' : 'newer-network';
}
