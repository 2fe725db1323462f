import { say } from '../../shared/text/index.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { AsList } from './as-list.tsx';
import { type Lane, type LaneState, mainHostOf } from './lanes.ts';
import { laneWords, moreWords } from './words.ts';

const stations: readonly {
  readonly id: 'computer' | 'network' | 'internet' | 'server';
  readonly icon: IconName;
}[] = [
  { id: 'computer', icon: 'computer' },
  { id: 'network', icon: 'network' },
  { id: 'internet', icon: 'internet' },
  { id: 'server', icon: 'server' },
];

/** The way from this computer to the mail server, one lane a port, with the same in words for screen readers. */
export function Picture({ lanes }: { readonly lanes: readonly Lane[] }) {
  const outgoing = lanes.filter(({ role }) => role === 'outgoing');
  const incoming = lanes.filter(({ role }) => role === 'incoming');
  const host = mainHostOf(outgoing);
  return (
    <figure className="picture">
      {lanes.length > 0 && <AsList lanes={lanes} />}
      <div aria-hidden="true" className="picture-drawing">
        <div className="stations">
          <span />
          <ol className="stations-line">
            {stations.map(({ id, icon }) => (
              <li key={id} className="station">
                <span className="station-icon">
                  <Icon name={icon} size={22} />
                </span>
                <span className="station-name">{say(`wizard.station.${id}`)}</span>
              </li>
            ))}
          </ol>
        </div>
        <div className="lanes">
          {outgoing.map((lane) => (
            <LaneRow key={lane.key} lane={lane} mainHost={host} />
          ))}
        </div>
        {incoming.length > 0 && (
          <div className="lanes lanes-small">
            <p className="lanes-title">{say('wizard.picture.incoming')}</p>
            {incoming.map((lane) => (
              <LaneRow key={lane.key} lane={lane} mainHost={null} />
            ))}
          </div>
        )}
      </div>
    </figure>
  );
}

const tones: Record<LaneState, string> = {
  waiting: '',
  moving: '',
  silent: 'tone-warn',
  works: 'tone-good',
  doubtful: 'tone-warn',
  stuck: 'tone-bad',
  stopped: '',
};
const marks: Partial<Record<LaneState, IconName>> = { works: 'good', doubtful: 'warn', stuck: 'bad' };

function LaneRow({ lane, mainHost }: { readonly lane: Lane; readonly mainHost: string | null }) {
  const mark = marks[lane.state];
  const traveller = travellerOf(lane);
  const isElsewhere = mainHost !== null && lane.host !== mainHost;
  const more = isElsewhere ? lane.host : moreWords(lane);
  return (
    <div className={`lane lane-${lane.isAside ? 'aside' : lane.state}`}>
      <span className="lane-port">
        {lane.role === 'incoming' && <span className="lane-protocol">{lane.protocol.toUpperCase()} </span>}
        {lane.port}
      </span>
      <span className={`track ends-${lane.place}`}>
        <span className="track-rest" />
        <span className="track-done" />
        {traveller && <span className={`track-traveller is-${traveller}`} />}
        {mark && (
          <span className="track-mark">
            <Icon name={mark} size={13} />
          </span>
        )}
      </span>
      <span className={`lane-words ${lane.isAside ? '' : tones[lane.state]}`}>
        {laneWords(lane)}
        {more && <span className="lane-more">{more}</span>}
      </span>
    </div>
  );
}

/** What moves on a lane that has not ended: a dot on its way, or one that beats where an answer is awaited. */
function travellerOf({ state, place }: Lane): 'travelling' | 'at-server' | 'unanswered' | null {
  if (state === 'silent') return 'unanswered';
  if (state !== 'moving') return null;
  return place === 'server' ? 'at-server' : 'travelling';
}
