import { isSameEndpoint } from '../../model/endpoint.ts';
import { mayBeOfCutLine } from '../../model/line-cut.ts';
import { isSilenceProven, mutenessOf } from '../../model/muteness.ts';
import { hasConnected, type Observation } from '../../model/observation.ts';
import type { TextKey } from '../../text/catalogue.ts';
import { cutByName } from '../cut-by-name.ts';
import { isDeafAfterwards } from '../deaf-afterwards.ts';
import { type Facts, operatorsOf, portsOf } from '../facts.ts';
import { mayBeLosses } from '../lossy-line.ts';
import { objectionOf } from '../rejections.ts';
import type { Found, Rule } from '../rule.ts';
import { failedAfterConnecting, isInTheWay, sparedFrom } from '../submission-ports.ts';
import { tlsObjectionOf } from '../tls-alerts.ts';
import { about, failureName, failurePoint, listed, portList, quoteReply, settingAdvice } from '../words.ts';

/** The ports for sending connect at the user's server and then fail, while others' work on the same ports. */
export const submissionFailing: Rule = {
  code: 'submission-failing',
  severity: 'problem',
  unless: ['this-computer', 'offline', 'captive-portal', 'tls-intercepted', 'tls-blocked', 'packet-size'],
  find(facts) {
    const { cut } = cutByName(facts);
    const failing = failedAfterConnecting(facts).filter(
      (o) =>
        !hasOwnName(o) &&
        !cut.includes(o) &&
        isSilenceProven(o, facts.all) &&
        !mayBeOfCutLine(o, facts.all) &&
        !mayBeLosses(o, facts) &&
        !isDeafAfterwards(o, facts.own),
    );
    const apart = failing.filter((o) => sparedFrom(o, facts.controls).length > 0);
    const steady = apart.filter((o) => !isUnsteady(o, facts));
    const mine = steady.length > 0 || !isInTheWay(facts, apart) ? steady : apart;
    const spared = [...new Set(mine.flatMap((o) => sparedFrom(o, facts.controls)))];
    // A reply says more than silence.
    const first = mine.find(({ outcome }) => outcome === 'rejected') ?? mine[0];
    if (!first) return atOneAddress(facts);
    const operators = operatorsOf(spared);
    return {
      confidence: steady.length > 0 && operators.length > 1 && !mine.some(mayBeLate) ? 'certain' : 'likely',
      severity: isInTheWay(facts, mine) ? 'problem' : 'warning',
      evidence: [...mine, ...spared],
      values: {
        ...about(first),
        ports: portList(portsOf(mine)),
        how: failurePoint(first),
        operators: listed(operators),
        text: quoteReply(first),
      },
      detail: [
        'submission-failing.detail',
        ...(first.outcome === 'rejected' ? (['finding.detail.said'] as const) : []),
        'submission-failing.detail.others',
      ],
      advice: [...settingAdvice(facts, []), ...suspects(mine)],
    };
  },
};

/**
 * Its silence may be the line's, which loses packets: it fell silent at different points, where a server does so at the same one each time; or
 * another port of the same address fell silent as well, and came through when it was tried again.
 */
function isUnsteady(o: Observation, { own }: Facts): boolean {
  if (o.outcome !== 'timeout') return false;
  const beside = own.filter((other) => other !== o && other.address === o.address && hasConnected(other));
  const silent = beside.filter(({ outcome }) => outcome === 'timeout');
  return (
    silent.some((other) => isSameEndpoint(other, o) && other.stage !== o.stage) ||
    silent.some((other) => beside.some((later) => later.outcome === 'ok' && isSameEndpoint(later, other)))
  );
}

/** Of a name's addresses of one family one fails after connecting, on ports where another works. */
function atOneAddress(facts: Facts): Found | null {
  const works = (o: Observation): boolean =>
    facts.good.some(
      (other) => isSameEndpoint(other, o) && other.family === o.family && other.address !== o.address,
    );
  const isTurnedAway = (o: Observation): boolean =>
    o.outcome === 'rejected' && /^5/.test(o.error?.code ?? '') && !hasOwnName(o);
  const failing = facts.submission.filter(
    (o) => hasConnected(o) && (facts.shutOf(o) !== null || isTurnedAway(o)) && works(o),
  );
  const first = failing[0];
  if (!first) return null;
  const way = facts.shutOf(first);
  const mine = failing.filter(({ address }) => address === first.address);
  return {
    confidence: mine.length > 1 ? 'certain' : 'likely',
    severity: 'warning',
    // Programs that come to that address hang, although everything works at the other.
    yields: facts.current === 'works',
    evidence: [...mine, ...facts.good],
    values: {
      ...about(first),
      ports: portList(portsOf(mine)),
      how: way ? failureName(way) : failurePoint(first),
      address: first.address ?? '',
    },
    headline: 'submission-failing.headline.address',
    detail: ['submission-failing.detail.address'],
    advice: ['submission-failing.advice.address', ...settingAdvice(facts, [])],
  };
}

/** Some servers greet after 20 s, on purpose. */
const latestGreetingMs = 20_000;

/** A plain greeting was not waited for so long as some servers pause. */
function mayBeLate(o: Observation): boolean {
  return (
    mutenessOf(o) === 'mute' &&
    o.security !== 'tls' &&
    (o.timings.greeting ?? latestGreetingMs) < latestGreetingMs
  );
}

/** Whoever answers in the server's place, on this computer as a rule, comes first; else the server itself does. */
function suspects(mine: readonly Observation[]): TextKey[] {
  const isMiddleman = mine.some((o) => o.outcome === 'rejected' && objectionOf(o) === 'middleman');
  const own: TextKey[] = ['finding.advice.scanner', 'finding.advice.vpn'];
  return isMiddleman
    ? [...own, 'finding.advice.hotspot', 'submission-failing.advice.tell']
    : ['submission-failing.advice.tell', ...own, 'finding.advice.hotspot'];
}

/** What it failed of has a finding of its own. */
function hasOwnName(o: Observation): boolean {
  if (tlsObjectionOf(o) !== null) return true;
  if (o.outcome !== 'rejected') return false;
  if (o.stage === 'starttls') return true;
  return objectionOf(o) !== 'middleman' && objectionOf(o) !== 'other';
}
