import { say } from '../../shared/text/index.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { unbroken } from '../ui/unbroken.ts';
import { AsList } from './as-list.tsx';
import { type Lane, type LaneState, mainHostOf } from './lanes.ts';
import { type Marked, type Row, receivingRow, rowsOf } from './rows.ts';
import { kindWords, laneWords, markWords, moreWords } from './words.ts';

const stations: readonly {
  readonly id: 'computer' | 'network' | 'internet' | 'server';
  readonly icon: IconName;
}[] = [
  { id: 'computer', icon: 'computer' },
  { id: 'network', icon: 'network' },
  { id: 'internet', icon: 'internet' },
  { id: 'server', icon: 'server' },
];

type PictureProps = {
  readonly lanes: readonly Lane[];
  readonly marked: Marked;
  /** The check still runs. */
  readonly isMoving: boolean;
};

/** The way from this computer to the mail server, one line a port, with the same in words for screen readers. */
export function Picture({ lanes, marked, isMoving }: PictureProps) {
  const outgoing = lanes.filter(({ role }) => role === 'outgoing');
  const incoming = lanes.filter(({ role }) => role === 'incoming');
  const rows = rowsOf(outgoing, marked, isMoving);
  const receiving = receivingRow(lanes);
  const host = mainHostOf(outgoing);
  return (
    <figure className="picture">
      {lanes.length > 0 && <AsList rows={receiving ? [...rows, receiving] : rows} />}
      <div aria-hidden="true" className="picture-drawing">
        <div className="stations">
          <span />
          <ol className="stations-line">
            {stations.map(({ id, icon }) => (
              <li key={id} className="station">
                <span className="station-icon">
                  <Icon name={icon} size={22} />
                </span>
                <span className="station-name">{unbroken(say(`wizard.station.${id}`))}</span>
              </li>
            ))}
          </ol>
        </div>
        <div className="lanes">
          {rows.map((row) => (
            <LaneRow key={row.key} row={row} mainHost={host} />
          ))}
        </div>
        {receiving && (
          <div className="lanes lanes-small">
            <LaneRow row={receiving} mainHost={mainHostOf(incoming)} />
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
const signs: Partial<Record<LaneState, IconName>> = { works: 'good', doubtful: 'warn', stuck: 'bad' };

function LaneRow({ row, mainHost }: { readonly row: Row; readonly mainHost: string | null }) {
  const { lane, ports, marks } = row;
  const sign = signs[lane.state];
  const traveller = travellerOf(lane);
  const isElsewhere = mainHost !== null && lane.host !== mainHost;
  const more = isElsewhere ? lane.host : moreWords(lane);
  const mark = markWords(marks);
  return (
    <div className={`lane lane-${lane.isAside ? 'aside' : lane.state}`}>
      <span className="lane-name">
        <span className="lane-port">
          {lane.role === 'incoming' ? say('wizard.picture.receiving') : say('wizard.lane.ports', { ports })}
        </span>
        {mark ? (
          <span className="lane-mark">{mark}</span>
        ) : (
          <span className="lane-kind">{kindWords(row)}</span>
        )}
      </span>
      <span className={`track ends-${lane.place}`}>
        <span className="track-rest" />
        <span className="track-done" />
        {traveller && <span className={`track-traveller way-dot is-${traveller}`} />}
        {sign && (
          <span className="track-mark way-mark">
            <Icon name={sign} size={13} />
          </span>
        )}
      </span>
      <span className={`lane-words ${lane.isAside ? '' : tones[lane.state]}`}>
        {laneWords(lane)}
        {lane.isNamed && !isElsewhere && <span className="lane-more">{lane.host}</span>}
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
