import { notOffered } from '../../model/claims.ts';
import type { Observation } from '../../model/observation.ts';
import { hasConnected } from '../../model/observation.ts';
import { hadNoRoom } from '../../model/own-lack.ts';
import { saidByOthers } from '../../model/said-by-others.ts';
import type { TextKey } from '../../text/catalogue.ts';
import { type Facts, hostsOf, portsOf } from '../facts.ts';
import { hasDnsAnswered, unansweredLookups } from '../names.ts';
import { closedSubmissionPort } from '../one-port.ts';
import { objectionOf, turnedAway } from '../rejections.ts';
import type { Found, Rule } from '../rule.ts';
import { about, listed, portList, quote, settingAdvice } from '../words.ts';

/** Something fails and nothing is proven: what is known, what is not, and what to try next. */
export const inconclusive: Rule = {
  code: 'inconclusive',
  severity: 'problem',
  unless: 'any problem',
  find(facts) {
    if (facts.current === 'works' && facts.good.length > 0) return null;
    return facts.good.length > 0 ? unexplainedPort(facts) : nothingWorks(facts);
  },
};

/** Sending works on some port; one that many programs use fails, and whose doing that is stays open. */
function unexplainedPort(facts: Facts): Found | null {
  const current = facts.evidence.input.current;
  const { connected, failed: proven, unsure } = facts.view(facts.submission);
  // Without controls nobody else may have answered meanwhile, and no silence is proven.
  const failed = facts.hasControls ? proven : [...proven, ...unsure.filter((o) => o.outcome === 'timeout')];
  // Controls are usually reached over one family only; where the server fails over that one too, the port is its own affair.
  const isShutBothWays = (o: Observation): boolean =>
    ([4, 6] as const).every((family) =>
      failed.some((other) => other.host === o.host && other.port === o.port && other.family === family),
    );
  const open = (o: Observation): boolean =>
    facts.controls.some(
      (control) =>
        control.port === o.port &&
        (control.family === o.family || isShutBothWays(o)) &&
        hasConnected(control),
    );
  const shut = (o: Observation): boolean =>
    facts.controls.some((control) => control.port === o.port && facts.failureOf(control) !== null);
  // Without a connection to anybody over this family the family is the matter, not the port, which connects over the other.
  const isOfDeadFamily = (o: Observation): boolean =>
    facts.all.every((other) => other.family !== o.family || !hasConnected(other)) &&
    connected.some((other) => other.host === o.host && other.port === o.port);
  const closed = closedSubmissionPort(facts);
  const unexplained = failed.filter((o) => {
    if (o.port === closed?.port) return false;
    if (open(o) || isOfDeadFamily(o) || (current && current.port !== o.port)) return false;
    if (o.port === 25) return facts.good.every((g) => g.port !== 25);
    return o.port === 587 && shut(o) && facts.good.every((g) => g.port !== 587);
  });
  const first = unexplained[0];
  if (!first) return null;
  const controls = facts.controls.filter((o) => portsOf(unexplained).includes(o.port));
  return {
    confidence: 'possible',
    evidence: [...unexplained, ...controls, ...facts.good.slice(0, 1)],
    values: { ...about(first), ports: portList(portsOf(unexplained)) },
    headline: 'inconclusive.headline.port',
    detail: [
      'inconclusive.detail.port',
      facts.hasControls ? 'inconclusive.detail.too-little' : 'inconclusive.detail.no-controls',
    ],
    advice: [
      ...settingAdvice(facts, []),
      ...(facts.hasControls ? [] : (['inconclusive.advice.controls'] as const)),
      'finding.advice.hotspot',
    ],
  };
}

/** Programs of this computer that stand between a mail program and its server. */
const programsHere: readonly TextKey[] = ['finding.advice.scanner', 'finding.advice.vpn'];

/** Of a check that was stopped: what had not been asked is nothing that was found. */
const stoppedDetail = 'inconclusive.detail.connected.stopped';
const roomAdvice: readonly TextKey[] = ['inconclusive.advice.room'];

function openDetail(facts: Facts): TextKey {
  return facts.hasControls ? 'inconclusive.detail' : 'inconclusive.detail.no-controls';
}

/** The domain says in DNS that it offers no sending, and nobody named a server: no network changes that, so none is suspected. */
function sendingNotOffered({ evidence, submission, portal }: Facts): Found {
  return {
    confidence: 'possible',
    evidence: [...submission, ...portal],
    values: { domain: quote(evidence.input.domain) },
    headline: 'inconclusive.headline.no-server',
    detail: ['inconclusive.detail.not-offered'],
    advice: ['inconclusive.advice.not-offered'],
  };
}

function nothingWorks(facts: Facts): Found {
  const { failed, connected } = facts.view(facts.submission);
  const answered = facts.all.filter(hasConnected);
  const rejected = turnedAway(facts)[0];
  const seen = [...connected, ...failed, ...facts.submission];
  const host = hostsOf(facts, seen)[0];
  const isMiddleman = rejected !== undefined && objectionOf(rejected) === 'middleman';
  const known: TextKey[] = [];
  const isStopped = facts.evidence.interrupted === true;
  if (connected.length > 0) known.push(isStopped ? stoppedDetail : 'inconclusive.detail.connected');
  if (rejected) known.push('inconclusive.detail.rejected');
  if (failed.length > 0) known.push('inconclusive.detail.failed');
  const isNameless = known.length === 0 && isUnheardName(facts, host) && hasDnsAnswered(facts);
  if (isNameless) known.push('inconclusive.detail.name');
  const isRoomless = facts.all.some(hadNoRoom);
  if (isRoomless) known.push('inconclusive.detail.room');
  const isSilent = !isRoomless && answered.length === 0 && facts.all.some((o) => o.stage === 'connect');
  const isUnknown = host === undefined || seen.every((o) => facts.servers.isBareDomain(o.host));
  if (isUnknown && !facts.evidence.interrupted && notOffered(facts.evidence.discovery).has('smtp')) {
    return sendingNotOffered(facts);
  }
  return {
    confidence: 'possible',
    evidence: [...seen, ...facts.controls, ...facts.portal],
    values: {
      host: quote(host ?? facts.evidence.input.domain),
      open: portList(portsOf(connected)),
      failed: portList(portsOf(failed)),
      list: listed(hostsOf(facts, facts.submission)),
      text: quote(rejected && saidByOthers(rejected)),
    },
    headline: isRoomless
      ? 'inconclusive.headline.room'
      : headlineOf(facts, { isSilent, isNameless, isUnknown }),
    detail: [
      ...(isSilent ? (['inconclusive.detail.silent'] as const) : known),
      ...(isStopped ? [] : ([openDetail(facts)] as const)),
    ],
    advice: isStopped
      ? [...settingAdvice(facts, []), ...(isRoomless ? roomAdvice : []), 'inconclusive.advice.to-the-end']
      : [
          ...settingAdvice(facts, []),
          ...(isRoomless ? roomAdvice : []),
          ...(isNameless ? (['inconclusive.advice.name-server', 'inconclusive.advice.domain'] as const) : []),
          ...(isUnknown && !isNameless ? (['inconclusive.advice.server'] as const) : []),
          ...(facts.hasControls ? [] : (['inconclusive.advice.controls'] as const)),
          ...(isMiddleman ? programsHere : []),
          'finding.advice.hotspot',
          ...(!isMiddleman && connected.length > 0 ? programsHere : []),
          'inconclusive.advice.again',
        ],
  };
}

/** Nobody ever said where this host is; one that was looked up once in vain and then tried is none of these. */
function isUnheardName(facts: Facts, host: string | undefined): boolean {
  return (
    unansweredLookups(facts).some((o) => o.host === host) &&
    !facts.own.some((o) => o.host === host && o.address !== null)
  );
}

type Lack = { readonly isSilent: boolean; readonly isNameless: boolean; readonly isUnknown: boolean };

function headlineOf(facts: Facts, { isSilent, isNameless, isUnknown }: Lack): TextKey {
  if (facts.evidence.interrupted) return 'inconclusive.headline.stopped';
  if (isSilent) return 'inconclusive.headline.silent';
  if (isNameless) return 'inconclusive.headline.name';
  return isUnknown ? 'inconclusive.headline.no-server' : 'inconclusive.headline';
}
