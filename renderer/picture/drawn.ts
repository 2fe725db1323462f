import { say } from '../../shared/text/index.ts';
import { type Lane, mainHostOf } from './lanes.ts';
import type { Place } from './place.ts';
import { laneWords, moreWords } from './words.ts';

/** What a picture to hand on is made of, in pixels; drawn as SVG or on a canvas. */
export type Shape =
  | {
      readonly kind: 'line';
      readonly points: readonly (readonly [x: number, y: number])[];
      readonly colour: string;
      readonly width: number;
      readonly isDotted?: boolean;
    }
  | {
      readonly kind: 'disc';
      readonly x: number;
      readonly y: number;
      readonly r: number;
      readonly colour: string;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly text: string;
      readonly colour: string;
      readonly isBold?: boolean;
      readonly anchor?: 'start' | 'middle';
    };

export type Drawn = { readonly width: number; readonly height: number; readonly shapes: readonly Shape[] };

/** Black on white whatever the window's colours are, since it goes into somebody else's document; 4.5:1 and more. */
const ink = {
  text: '#17202e',
  quiet: '#505c6d',
  line: '#b4bdc9',
  good: '#17713f',
  warn: '#8a5200',
  bad: '#b3261e',
};
const size = { width: 960, head: 112, row: 46, foot: 20, trackX: 150, trackWidth: 480, wordsX: 664 };
const fractions: Readonly<Record<Place, number>> = { computer: 0, network: 1 / 3, way: 0.5, server: 1 };
const stations = ['computer', 'network', 'internet', 'server'] as const;
/** What fits into the column at the side. */
const mostChars = 40;

/** The picture of a finished check with its title: the stations, and one lane a port. */
export function drawnPicture(lanes: readonly Lane[], title: string, note: string | null): Drawn {
  const { width, head, row, foot, trackX, trackWidth } = size;
  const hostFor = (wanted: Lane['role']) => mainHostOf(lanes.filter(({ role }) => role === wanted));
  const hosts = { outgoing: hostFor('outgoing'), incoming: hostFor('incoming') };
  const height = head + lanes.length * row + foot;
  const names = stations.map((station, index): Shape => {
    const x = trackX + (trackWidth * index) / 3;
    return {
      kind: 'text',
      x,
      y: 92,
      size: 14,
      text: say(`wizard.station.${station}`),
      colour: ink.text,
      anchor: 'middle',
    };
  });
  const stops = stations.map((_, index): Shape => {
    const x = trackX + (trackWidth * index) / 3;
    return {
      kind: 'line',
      points: [
        [x, 104],
        [x, height - foot],
      ],
      colour: '#d8dee7',
      width: 1,
    };
  });
  return {
    width,
    height,
    shapes: [
      { kind: 'text', x: 24, y: 36, size: 18, text: short(title, 90), colour: ink.text, isBold: true },
      ...(note === null
        ? []
        : [
            {
              kind: 'text',
              x: 24,
              y: 60,
              size: 14,
              text: short(note, 110),
              colour: ink.warn,
              isBold: true,
            } as const,
          ]),
      ...names,
      ...stops,
      ...lanes.flatMap((lane, index) => laneShapes(lane, head + index * row + row / 2, hosts[lane.role])),
    ],
  };
}

function laneShapes(lane: Lane, y: number, mainHost: string | null): Shape[] {
  const { trackX, trackWidth, wordsX } = size;
  const end = trackX + trackWidth * fractions[lane.place];
  const colour = lane.isAside ? ink.quiet : colourOf(lane);
  const isElsewhere = mainHost !== null && lane.host !== mainHost;
  const isNamed = isElsewhere || (lane.isNamed && lane.state === 'works');
  const more = isNamed ? lane.host : moreWords(lane);
  const name = lane.role === 'incoming' ? `${lane.protocol.toUpperCase()} ${lane.port}` : String(lane.port);
  return [
    { kind: 'text', x: 24, y: y + 6, size: 16, text: name, colour: ink.text, isBold: true },
    {
      kind: 'line',
      points: [
        [trackX, y],
        [trackX + trackWidth, y],
      ],
      colour: ink.line,
      width: 2,
      isDotted: true,
    },
    {
      kind: 'line',
      points: [
        [trackX, y],
        [end, y],
      ],
      colour,
      width: 3,
    },
    { kind: 'disc', x: end, y, r: 10, colour },
    ...markOf(lane, end, y),
    {
      kind: 'text',
      x: wordsX,
      y: more === '' ? y + 5 : y - 2,
      size: 14,
      text: short(laneWords(lane), mostChars),
      colour,
      isBold: !lane.isAside,
    },
    ...(more === ''
      ? []
      : [
          {
            kind: 'text',
            x: wordsX,
            y: y + 16,
            size: 13,
            text: short(more, mostChars),
            colour: ink.quiet,
          } as const,
        ]),
  ];
}

/** A tick, a cross or a stroke: what the colour says, for whoever does not see colours. */
function markOf({ state, isAside }: Lane, x: number, y: number): Shape[] {
  const stroke = (points: readonly (readonly [number, number])[]): Shape => ({
    kind: 'line',
    points: points.map(([dx, dy]) => [x + dx, y + dy]),
    colour: '#ffffff',
    width: 2.5,
  });
  if (isAside) return [];
  if (state === 'works')
    return [
      stroke([
        [-5, 0],
        [-1.5, 4],
        [5, -4],
      ]),
    ];
  if (state === 'stuck')
    return [
      stroke([
        [-4, -4],
        [4, 4],
      ]),
      stroke([
        [4, -4],
        [-4, 4],
      ]),
    ];
  return state === 'doubtful'
    ? [
        stroke([
          [0, -5],
          [0, 1],
        ]),
        stroke([
          [0, 4],
          [0, 5],
        ]),
      ]
    : [];
}

function colourOf({ state }: Lane): string {
  if (state === 'works') return ink.good;
  if (state === 'stuck') return ink.bad;
  return state === 'doubtful' ? ink.warn : ink.quiet;
}

/** Names may be as long as names can be: a picture has room for their beginning. */
function short(text: string, most: number): string {
  const plain = text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ');
  const characters = [...plain];
  return characters.length <= most ? plain : `${characters.slice(0, most - 1).join('')}…`;
}
