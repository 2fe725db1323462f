import type { ErrorCode } from '../../shared/model/error-code.ts';
import type { Outcome, Stage } from '../../shared/model/observation.ts';
import { say } from '../../shared/text/index.ts';
import type { PlainKey } from '../../shared/text/said.ts';
import type { Lane } from './lanes.ts';
import type { Ending } from './place.ts';
import type { Mark, Row } from './rows.ts';

/** How a lane stands, in a few words: "Encrypted", "No answer". */
export function laneWords(lane: Lane): string {
  switch (lane.state) {
    case 'waiting':
      return say('wizard.lane.waiting');
    case 'moving':
      return say(`wizard.lane.moving.${lane.milestone}`);
    case 'silent':
      return say('wizard.lane.silent');
    case 'works':
      return say('wizard.lane.works');
    case 'doubtful':
      return say('wizard.lane.doubtful');
    case 'stuck':
      return lane.ended ? endWords(lane.ended) : say('wizard.lane.stopped');
    case 'stopped':
      return say(lane.ended ? 'wizard.lane.not-needed' : 'wizard.lane.stopped');
  }
}

/** How an attempt ended, in a few words. */
export function endWords({ outcome, stage, error }: Ending): string {
  const byCode = error && endsByCode[error.code];
  return say(byCode ?? endsByStage[`${outcome}/${stage}`] ?? `wizard.outcome.${outcome}`);
}

const endsByCode: Partial<Record<string, PlainKey>> = {
  'starttls-masked': 'wizard.outcome.masked',
  'no-dns-answer': 'wizard.outcome.no-dns',
} satisfies Partial<Record<ErrorCode, PlainKey>>;

const endsByStage: Partial<Record<`${Outcome}/${Stage}`, PlainKey>> = {
  'timeout/connect': 'wizard.outcome.timeout.connect',
  'timeout/greeting': 'wizard.outcome.timeout.greeting',
  'rejected/greeting': 'wizard.outcome.rejected.greeting',
  'rejected/starttls': 'wizard.outcome.rejected.starttls',
};

/** What stands beside the state: what a lane that answers offers or lacks, where a broken one ends. Empty when there is nothing to add. */
export function moreWords({ state, place, doubt, certificate, isAside, ended }: Lane): string {
  if (state === 'works') return say('wizard.lane.works-more');
  if (state === 'doubtful' && certificate) return say(`wizard.lane.certificate.${certificate}`);
  if (state === 'doubtful' && doubt && doubt !== 'certificate') return say(`wizard.lane.doubtful.${doubt}`);
  if (isAside) return say('wizard.lane.aside');
  if (state !== 'stuck' || place === 'way' || ended?.outcome === 'dns-error') return '';
  // "Turned away by the server" has said where.
  if (place === 'server' && ended?.outcome === 'rejected' && ended.stage === 'greeting') return '';
  return ended?.stage === 'connect' && place === 'network'
    ? say('wizard.place.network.stopped')
    : say(`wizard.place.${place}`);
}

/** What stands below a row's ports: what the one port is for; empty where several ports share the row. */
export function kindWords({ lane, ports }: Row): string {
  const { role, protocol, port } = lane;
  if (role === 'incoming') {
    return say('wizard.picture.receiving-port', { protocol: protocol.toUpperCase(), port });
  }
  if (ports.length > 1) return '';
  return say(`wizard.lane.kind.${port === 587 || port === 465 || port === 25 ? port : 'other'}`);
}

/** What a row is to the person: "Your program uses this", "Use this"; empty without a mark. */
export function markWords(marks: readonly Mark[]): string {
  if (marks.includes('mine') && marks.includes('use')) return say('wizard.lane.mark.mine-use');
  const [mark] = marks;
  return mark === undefined ? '' : say(`wizard.lane.mark.${mark}`);
}
