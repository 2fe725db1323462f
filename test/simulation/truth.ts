import type { Finding, FindingCode } from '../../shared/model/finding.ts';
import type { Report } from '../../shared/model/report.ts';
import { domain } from './internet.ts';
import { fateAtSite, fateOnTheWay, mailPorts, mannerAtSite, mannerOnTheWay } from './policy.ts';
import type { Network, Site, Situation } from './situation.ts';

/** The problem that each network makes. */
const blame: Readonly<Record<Network, FindingCode | null>> = {
  open: null,
  '25 dropped': 'port-25-blocked',
  '25 refused': 'port-25-blocked',
  '25 prohibited': 'port-25-blocked',
  'submission dropped': 'submission-blocked',
  'submission refused': 'submission-blocked',
  'mail dropped': 'mail-ports-blocked',
  'mail refused': 'mail-ports-blocked',
  'allow list': 'mail-allow-list',
  'IPv6 dropped': 'ipv6-unreachable',
  'strangers dropped': null,
  offline: 'offline',
  'submission mute': 'submission-blocked',
  'submission cut': 'submission-blocked',
  'mail mute': 'mail-ports-blocked',
  '25 mute': 'port-25-blocked',
  'TLS cut': 'tls-blocked',
  'IPv6 mute': 'ipv6-unreachable',
};

/** What each provider does wrong by itself. */
const fault: Readonly<Partial<Record<Site, FindingCode>>> = {
  'mute on 587': 'submission-failing',
  'mute for sending': 'submission-failing',
  'cuts sending': 'submission-failing',
  'turns away at EHLO': 'submission-failing',
  'says no to STARTTLS': 'starttls-refused',
  'IPv4 mute': 'submission-failing',
  'IPv6 mute': 'submission-failing',
};

/** Sites that are out of reach by themselves, or may be for some people. */
const dead: readonly Site[] = [
  'off',
  'all refused',
  'IPv4 dead',
  'IPv6 dead',
  'IPv4 mute',
  'IPv6 mute',
  'bans the busy',
];

/** Problems that may be told here without saying anything false. */
function trueProblems({ network, site, isClockWrong }: Situation): ReadonlySet<FindingCode> {
  const ofTheNetwork = blame[network];
  const ofTheSite = fault[site];
  return new Set<FindingCode>([
    'inconclusive',
    ...(ofTheNetwork ? [ofTheNetwork] : []),
    ...(ofTheSite ? [ofTheSite] : []),
    // The less of two things that are so, where receiving was not tried over the same family, or what came of that proves nothing.
    ...(network.startsWith('mail ') ? (['submission-blocked'] as const) : []),
    ...(dead.includes(site) ? (['server-down', 'ipv6-unreachable'] as const) : []),
    ...(isClockWrong ? (['clock-wrong', 'certificate-expired'] as const) : []),
    // Closed by the provider itself, which is true beside whatever the network does.
    ...(['only 465', 'refuses 25', 'drops 25', 'bans the busy'].includes(site)
      ? (['port-closed'] as const)
      : []),
  ]);
}

/** Whether somebody in this situation can send by a port of the provider's mail server, over any family. */
export function isOpen(situation: Situation, port: number): boolean {
  const families = situation.hasIpv6 && situation.siteHasIpv6 ? ([4, 6] as const) : ([4] as const);
  return families.some(
    (family) =>
      fateOnTheWay(situation, { port, family }, 'own') === 'passes' &&
      fateAtSite(situation, { port, family }, mailPorts) === 'passes' &&
      mannerOnTheWay(situation, { port, family }) === 'well' &&
      mannerAtSite(situation, { port, family }) === 'well',
  );
}

/** Every provider here has IPv4, whatever DNS lost. */
function isOfIpv6Only({ words }: Finding): boolean {
  return words?.headline.key === 'ipv6-unreachable.headline.only';
}

/** Whether what is said beside the verdict, as a warning or a note, is so here. */
function isTrueBeside(situation: Situation, { code, evidence }: Finding, report: Report): boolean {
  const { network, site, hasIpv6, moves, line } = situation;
  switch (code) {
    case 'port-closed':
      if (site === 'bans the busy') return true;
      return report.observations
        .filter((o) => evidence.includes(o.id) && o.role === 'outgoing' && o.timings.connect === undefined)
        .every(({ host, port, family }) => host === domain || isShutAtSite(situation, port, family ?? 4));
    case 'ipv6-unreachable':
      return (
        network.startsWith('IPv6') ||
        network.includes('mute') ||
        ['IPv6 dead', 'IPv6 mute', 'bans the busy'].includes(site) ||
        (!hasIpv6 && situation.siteHasIpv6) ||
        moves.some((move) => move.kind === 'lost' && move.family === 6)
      );
    case 'network-changed':
      return moves.some(({ atMs }) => atMs <= report.elapsedMs);
    case 'slow-greeting':
      return situation.greetingMs > 3_000 || line.lossPercent > 0 || line.gaps.length > 0;
    case 'all-clear':
    case 'auth-not-offered':
    case 'dns-slow':
      return true;
    default:
      return trueProblems(situation).has(code);
  }
}

function isShutAtSite(situation: Situation, port: number, family: 4 | 6): boolean {
  return fateAtSite(situation, { port, family }, mailPorts) !== 'passes';
}

/** What is closed over IPv6 alone, by a network that is mute there, as far as it was tried; the finding says over which. */
function isOfMuteIpv6({ network }: Situation, { code, words }: Finding): boolean {
  return network === 'IPv6 mute' && blocks.includes(code) && words?.headline.values?.over === 'IPv6';
}

const blocks: readonly FindingCode[] = ['mail-ports-blocked', 'submission-blocked', 'port-25-blocked'];

/** A server that turns callers away looks like a network that keeps a list; that is said with this reservation. */
function isHedged({ site }: Situation, { code, confidence }: Finding): boolean {
  return site === 'bans the busy' && code === 'mail-allow-list' && confidence === 'possible';
}

/** What is said that is false, in plain words; empty when all of it is true, on whatever line. */
export function falsehoods(situation: Situation, report: Report): string[] {
  const allowed = trueProblems(situation);
  const server = report.recommendation?.outgoing;
  return [
    ...report.findings
      .filter((one) => one.severity === 'problem' && !allowed.has(one.code))
      .filter((one) => !isHedged(situation, one) && !isOfMuteIpv6(situation, one))
      .map(({ code, confidence }) => `${code} (${confidence}) is false`),
    ...report.findings
      .filter((one) => one.severity !== 'problem' && !isTrueBeside(situation, one, report))
      .map(({ code, severity }) => `the ${severity} ${code} is false`),
    ...(report.findings.some(isOfIpv6Only) ? ['the provider has IPv4'] : []),
    ...(server && !isOpen(situation, server.port) ? [`port ${server.port} is recommended and closed`] : []),
  ];
}

/** What should have been found as well where packets are not lost: the cause, and the best setting there is. */
export function omissions(situation: Situation, report: Report): string[] {
  if (situation.isClockWrong || dead.includes(situation.site)) return [];
  const wanted = verdictsOf(situation);
  const best = [[587, 465], [2525, 26], [25]].find((ports) => ports.some((port) => isOpen(situation, port)));
  const port = report.recommendation?.outgoing.port;
  const isBest = best === undefined ? port === undefined : port !== undefined && best.includes(port);
  return [
    ...(wanted.includes(report.verdict.code) ? [] : [`${report.verdict.code} is not ${wanted.join(' or ')}`]),
    ...(isBest ? [] : [`recommends ${port ?? 'nothing'}, not ${best?.join(' or ') ?? 'nothing'}`]),
  ];
}

/** Verdicts that say that sending works. */
const working: readonly FindingCode[] = ['all-clear', 'slow-greeting', 'ipv6-unreachable'];

/** Where neither of the ports for sending is left, sending does not work, whatever other port is a way around that. */
function verdictsOf(situation: Situation): readonly FindingCode[] {
  const isLeft = [587, 465].some((port) => isOpen(situation, port));
  return verdictsWhereLeft(situation).filter((code) => isLeft || !working.includes(code));
}

function verdictsWhereLeft({ network, site, publishes }: Situation): readonly FindingCode[] {
  const ofTheNetwork = blame[network];
  // Nothing answers at a name that was only guessed, so that it need not be a mail server at all.
  if (
    site === 'only 465' &&
    publishes === 'nothing' &&
    ['submission refused', 'allow list'].includes(network)
  )
    return [ofTheNetwork ?? 'all-clear', 'inconclusive'];
  const ofTheSite = fault[site];
  // Either is in the way by itself, and one may keep the other from being seen.
  const overIpv6 = network === 'IPv6 mute' ? blocks : [];
  if (ofTheSite && ofTheNetwork)
    return [ofTheNetwork, ofTheSite, 'all-clear', 'mail-ports-blocked', ...overIpv6];
  if (network === 'IPv6 mute') return ['ipv6-unreachable', 'all-clear', 'slow-greeting', ...overIpv6];
  // With another port at work, what fails is a warning.
  if (ofTheSite) return [ofTheSite, 'all-clear', 'slow-greeting'];
  if (ofTheNetwork !== null && ofTheNetwork !== 'ipv6-unreachable') return [ofTheNetwork];
  const good: FindingCode[] = ['all-clear', 'ipv6-unreachable', 'slow-greeting'];
  // A port that fails with nobody to compare it with is told as such.
  return network === 'strangers dropped' && site !== 'well' ? [...good, 'inconclusive'] : good;
}
