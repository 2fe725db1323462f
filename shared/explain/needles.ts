/**
 * Which alternatives of a pattern can match a text at all. An explanation tries some four hundred patterns, of which nearly none matches, and
 * to compile one takes longer than to look for a word: so each alternative is known by words of which a text that it matches has at least one.
 */
type Alternative = { readonly source: string; readonly needles: Needles };

/** In capitals; null where no word is sure to be there. */
type Needles = readonly string[] | null;

const mostNeedles = 40;
/** How many shorter forms of one pattern are kept. */
const mostKept = 50;

const known = new WeakMap<
  RegExp,
  { readonly alternatives: readonly Alternative[]; readonly kept: Map<string, RegExp> }
>();
let last = { text: '', capitals: '' };

/** The pattern without the alternatives that cannot match the text: it finds there the same as the whole. Null when it finds nothing. */
export function neededOf(pattern: RegExp, text: string): RegExp | null {
  const { alternatives, kept } = known.get(pattern) ?? readOnce(pattern);
  // As a pattern that counts no case compares letters (ECMA-262, Canonicalize).
  if (last.text !== text) last = { text, capitals: text.toUpperCase() };
  const { capitals } = last;
  const possible = alternatives.filter(
    ({ needles }) => needles === null || needles.some((needle) => capitals.includes(needle)),
  );
  if (possible.length === 0) return null;
  if (possible.length === alternatives.length) return pattern;
  const source = possible.map((one) => one.source).join('|');
  const shorter = kept.get(source) ?? new RegExp(source, pattern.flags);
  if (kept.size >= mostKept) kept.clear();
  kept.set(source, shorter);
  return shorter;
}

function readOnce(pattern: RegExp) {
  const read = { alternatives: alternativesOf(pattern), kept: new Map<string, RegExp>() };
  known.set(pattern, read);
  return read;
}

function alternativesOf({ source, flags }: RegExp): readonly Alternative[] {
  // Other rules for case and escapes.
  if (/[uvy]/.test(flags)) return [{ source, needles: null }];
  const reader = new PatternReader(source);
  const alternatives = reader.alternatives();
  // Groups are counted: they stay where they are.
  return reader.hasGroups
    ? [{ source, needles: together(alternatives.map(({ needles }) => needles)) }]
    : alternatives;
}

/** One of the words of any of them. */
function together(all: readonly Needles[]): Needles {
  const words = all.flatMap((needles) => needles ?? []);
  return all.includes(null) || words.length > mostNeedles ? null : words;
}

/** Of two sets of words, each of which is sure to have one in the text, the more telling. */
function better(one: Needles, other: Needles): Needles {
  return shortest(other) > shortest(one) ? other : one;
}

function shortest(needles: Needles): number {
  return needles === null ? 0 : Math.min(...needles.map(({ length }) => length));
}

const letters = /[^\\^$.*+?()[\]{}|]+(?![*+?{])/y;

/** Reads a pattern from left to right (ECMA-262 section 22.2.1, without the `u` and `v` flags). */
class PatternReader {
  hasGroups = false;
  private readonly source: string;
  private at = 0;

  constructor(source: string) {
    this.source = source;
  }

  /** Up to the end, or to the bracket that closes the group. */
  alternatives(): Alternative[] {
    const found: Alternative[] = [];
    for (;;) {
      const start = this.at;
      const needles = this.alternative();
      found.push({ source: this.source.slice(start, this.at), needles });
      if (this.source[this.at] !== '|') return found;
      this.at += 1;
    }
  }

  private alternative(): Needles {
    let best: Needles = null;
    let run = '';
    const end = (): void => {
      if (run !== '') best = better(best, [run.toUpperCase()]);
      run = '';
    };
    for (;;) {
      const word = this.word();
      run += word;
      const sign = this.source[this.at];
      if (sign === undefined || sign === '|' || sign === ')') break;
      if (word !== '') continue;
      const term = this.term();
      const least = this.leastTimes();
      if (typeof term === 'string' && least !== 0) run += term;
      if (typeof term === 'string' && least === null) continue;
      end();
      if (typeof term !== 'string' && least !== 0) best = better(best, term);
    }
    end();
    return best;
  }

  /** Letters that stand for themselves, up to one that has a quantifier. */
  private word(): string {
    letters.lastIndex = this.at;
    const word = letters.exec(this.source)?.[0] ?? '';
    this.at += word.length;
    return word;
  }

  /** A letter as a text, anything else as the words of which it is sure to have one. */
  private term(): string | Needles {
    const sign = this.source[this.at] ?? '';
    this.at += 1;
    if (sign === '(') return this.group();
    if (sign === '[') return this.skipClass();
    if (sign === '\\') return this.escaped();
    return '.^$'.includes(sign) ? null : sign;
  }

  private group(): Needles {
    const opening = /^\?(?:[:=!]|<[=!])?/.exec(this.source.slice(this.at, this.at + 3))?.[0] ?? '';
    this.hasGroups ||= opening === '' || opening === '?';
    this.at += opening.length;
    const inside = this.alternatives();
    this.at += 1;
    return opening === '' || opening === '?:' ? together(inside.map(({ needles }) => needles)) : null;
  }

  private skipClass(): null {
    while (this.at < this.source.length && this.source[this.at] !== ']')
      this.at += this.source[this.at] === '\\' ? 2 : 1;
    this.at += 1;
    return null;
  }

  /** A sign that stands for itself; what stands for others, for a place or a number ends the word. */
  private escaped(): string | null {
    const sign = this.source[this.at] ?? '';
    const length = { u: 5, x: 3, c: 2 }[sign] ?? 1;
    this.at += length;
    return /\w/.test(sign) ? null : sign;
  }

  /** How often the term before has to be there; null without a quantifier. */
  private leastTimes(): number | null {
    if (!'?*+{'.includes(this.source[this.at] ?? ' ')) return null;
    const quantifier = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/.exec(this.source.slice(this.at, this.at + 14));
    if (!quantifier) return null;
    this.at += quantifier[0].length;
    return quantifier[1] === undefined ? Number(quantifier[0].startsWith('+')) : Number(quantifier[1]);
  }
}
