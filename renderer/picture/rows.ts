import { isAt, type Lane, type Spot } from './lanes.ts';

/** `mine`: the mail program uses it now. `best`: the best setting known so far. `use`: the setting to use. */
export type Mark = 'mine' | 'best' | 'use';

/** Where the picture's marks belong. */
export type Marked = Readonly<Partial<Record<Mark, Spot | null | undefined>>>;

/** One line of the picture: a lane, or several that came to the same. */
export type Row = {
  readonly key: string;
  readonly lane: Lane;
  readonly ports: readonly number[];
  readonly marks: readonly Mark[];
};

/** The spots that have a mark. */
export function spotsOf(marked: Marked): readonly Spot[] {
  return Object.values(marked).filter((spot) => spot != null);
}

/** Ports that are tried first and watched one by one. */
const watched = new Set([587, 465, 25]);

/**
 * The lanes for sending, those that came to the same as one row. What has a mark stands alone. While lanes still move, the usual ports stand
 * alone too, and the others share one row until they have ended, so that no row comes and goes.
 */
export function rowsOf(lanes: readonly Lane[], marked: Marked, isMoving: boolean): readonly Row[] {
  const rows: Row[] = [];
  const staysAlone = ({ marks, ports }: Pick<Row, 'marks' | 'ports'>) =>
    marks.length > 0 || (isMoving && ports.some((port) => watched.has(port)));
  for (const lane of lanes) {
    const row: Row = { key: lane.key, lane, ports: [lane.port], marks: marksOf(lane, marked) };
    const at = staysAlone(row)
      ? -1
      : rows.findIndex(
          (other) =>
            !staysAlone(other) &&
            (isSame(other.lane, lane) || (isMoving && !hasEnded(other.lane) && !hasEnded(lane))),
        );
    const same = rows[at];
    if (!same) rows.push(row);
    else if (!same.ports.includes(lane.port)) {
      rows[at] = { ...same, lane: ahead(same.lane, lane), ports: [...same.ports, lane.port] };
    }
  }
  return rows;
}

function marksOf(lane: Lane, marked: Marked): readonly Mark[] {
  return (['mine', 'best', 'use'] as const).filter((mark) => {
    const spot = marked[mark];
    return spot != null && isAt(lane, spot);
  });
}

const course: readonly Lane['state'][] = ['waiting', 'silent', 'moving'];

function hasEnded({ state }: Lane): boolean {
  return !course.includes(state);
}

/** The one of two that has come farther. */
function ahead(one: Lane, other: Lane): Lane {
  return course.indexOf(other.state) > course.indexOf(one.state) ? other : one;
}

/** Whether nothing that the picture shows differs but the port. */
function isSame(a: Lane, b: Lane): boolean {
  return (
    a.host === b.host &&
    a.state === b.state &&
    a.place === b.place &&
    a.doubt === b.doubt &&
    a.certificate === b.certificate &&
    a.isAside === b.isAside &&
    (a.state !== 'moving' || a.milestone === b.milestone) &&
    a.ended?.outcome === b.ended?.outcome &&
    a.ended?.stage === b.ended?.stage &&
    a.ended?.error?.code === b.ended?.error?.code
  );
}

/** How receiving stands, in one row: the lane that came best; null where none was tried. */
export function receivingRow(lanes: readonly Lane[]): Row | null {
  const order: readonly Lane['state'][] = [
    'works',
    'doubtful',
    'moving',
    'silent',
    'waiting',
    'stuck',
    'stopped',
  ];
  const incoming = lanes.filter(({ role }) => role === 'incoming');
  const best = [...incoming].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))[0];
  if (!best) return null;
  return { key: 'receiving', lane: best, ports: [best.port], marks: [] };
}
