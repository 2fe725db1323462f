import './act-picture.css';
import { say } from '../../shared/text/index.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import type { Leg, LegId, LegState } from './act-legs.ts';

/** What stands at the end of each part of the way. */
const stations = {
  submission: { icon: 'server', name: 'submission' },
  relay: { icon: 'server', name: 'receiving' },
  delivery: { icon: 'mail', name: 'mailbox' },
} as const satisfies Record<LegId, { readonly icon: IconName; readonly name: string }>;
const marks: Partial<Record<LegState, IconName>> = { works: 'good', doubtful: 'warn', stuck: 'bad' };

/** The way of a login or a message, from this computer to the mailbox, drawn and in words. */
export function ActPicture({ legs }: { readonly legs: readonly Leg[] }) {
  return (
    <figure className="act-way" aria-label={say('sending.way')}>
      <ol className="act-legs">
        <li className="station act-begin">
          <span className="station-icon" aria-hidden="true">
            <Icon name="computer" size={22} />
          </span>
          <span className="station-name">{say('sending.station.computer')}</span>
        </li>
        {legs.map(({ id, state, words }) => {
          const { icon, name } = stations[id];
          const mark = marks[state];
          return (
            <li key={id} className={`act-leg act-leg-${state}`}>
              <span className="act-track" aria-hidden="true">
                {mark && (
                  <span className="way-mark">
                    <Icon name={mark} size={13} />
                  </span>
                )}
                {state === 'moving' && <span className="way-dot" />}
              </span>
              <span className="act-words">
                <span className="for-screen-readers">{say(`sending.leg.${id}`)}: </span>
                {say(words)}
              </span>
              <span className="station" aria-hidden="true">
                <span className="station-icon">
                  <Icon name={icon} size={22} />
                </span>
                <span className="station-name">{say(`sending.station.${name}`)}</span>
              </span>
            </li>
          );
        })}
      </ol>
    </figure>
  );
}
