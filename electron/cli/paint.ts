import { styleText } from 'node:util';
import type { Output, Shell } from './shell.ts';

/** Colours and weights, or plain text where they are not wanted. */
export type Paint = {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly doubtful: (text: string) => string;
};

/** As it is. */
export const plain: Paint = {
  bold: same,
  dim: same,
  good: same,
  bad: same,
  doubtful: same,
};

const coloured: Paint = {
  bold: (text) => styleText('bold', text, { validateStream: false }),
  dim: (text) => styleText('dim', text, { validateStream: false }),
  good: (text) => styleText('green', text, { validateStream: false }),
  bad: (text) => styleText('red', text, { validateStream: false }),
  doubtful: (text) => styleText('yellow', text, { validateStream: false }),
};

/**
 * Colours only on a terminal that has them and whose owner did not switch them off (`--no-color`, `NO_COLOR`, `TERM=dumb`);
 * `FORCE_COLOR` asks for them anywhere. no-color.org: any value but the empty one counts.
 */
export function paintFor(
  output: Output,
  { environment }: Pick<Shell, 'environment'>,
  isColourOff: boolean,
): Paint {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  if (isColourOff || isSet(NO_COLOR) || FORCE_COLOR === '0') return plain;
  if (FORCE_COLOR !== undefined) return coloured;
  return output.isTerminal && TERM !== 'dumb' ? coloured : plain;
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}

function same(text: string): string {
  return text;
}
