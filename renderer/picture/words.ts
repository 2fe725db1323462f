import type { ErrorCode } from '../../shared/model/error-code.ts';
import type { Outcome, Stage } from '../../shared/model/observation.ts';
import { say } from '../../shared/text/index.ts';
import type { PlainKey } from '../../shared/text/said.ts';
import type { Controls, Ending, Lane } from './lanes.ts';

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
      return say('wizard.lane.stopped');
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
export function moreWords({ state, place, doubt, isAside, ended }: Lane): string {
  if (state === 'works') return say('wizard.lane.works-more');
  if (state === 'doubtful' && doubt) return say(`wizard.lane.doubtful.${doubt}`);
  if (isAside) return say('wizard.lane.aside');
  if (state !== 'stuck' || place === 'way') return '';
  return ended?.stage === 'connect' && place === 'network'
    ? say('wizard.place.network.stopped')
    : say(`wizard.place.${place}`);
}

/** The comparison with other providers in one line; null when there is none. */
export function controlWords(controls: Controls, isRunning: boolean): string | null {
  if (controls.planned === 0) return null;
  const { planned, finished, answered } = controls;
  return isRunning
    ? say('wizard.controls.running', { finished, planned })
    : say('wizard.controls.finished', { finished, answered });
}
