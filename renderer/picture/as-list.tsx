import { say } from '../../shared/text/index.ts';
import type { Lane } from './lanes.ts';
import { laneWords, moreWords } from './words.ts';

/** The picture in words, one line a lane, for people who do not see it. */
export function AsList({ lanes }: { readonly lanes: readonly Lane[] }) {
  return (
    <ul className="for-screen-readers" aria-label={say('wizard.picture.list')}>
      {lanes.map((lane) => (
        <li key={lane.key}>{laneSentence(lane)}</li>
      ))}
    </ul>
  );
}

function laneSentence(lane: Lane): string {
  const name = say(`wizard.lane.name.${lane.role}`, {
    port: lane.port,
    protocol: lane.protocol.toUpperCase(),
  });
  const more = moreWords(lane);
  const words = laneWords(lane);
  return say('wizard.lane.sentence', { name, host: lane.host, words: more ? `${words}, ${more}` : words });
}
