import { say } from '../../shared/text/index.ts';
import type { Row } from './rows.ts';
import { laneWords, markWords, moreWords } from './words.ts';

/** The picture in words, one line a row, for people who do not see it. */
export function AsList({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <ul className="for-screen-readers" aria-label={say('wizard.picture.list')}>
      {rows.map((row) => (
        <li key={row.key}>
          <span>{rowSentence(row)}</span> <span>{markWords(row.marks)}</span>
        </li>
      ))}
    </ul>
  );
}

function rowSentence({ lane, ports }: Row): string {
  const name =
    lane.role === 'outgoing'
      ? say('wizard.lane.name.outgoing', { count: ports.length, ports })
      : say('wizard.lane.name.incoming', { port: lane.port, protocol: lane.protocol.toUpperCase() });
  const values = { name, host: lane.host, words: laneWords(lane) };
  const more = moreWords(lane);
  return more ? say('wizard.lane.sentence-more', { ...values, more }) : say('wizard.lane.sentence', values);
}
