import type { TextKey } from './catalogue.ts';

/** A moment in time, ISO 8601 in UTC. What part of it is shown, and how, is the message's business. */
export type Moment = { readonly at: string };

/**
 * What a sentence may be filled with: plain data that survives JSON and knows no language. A number stays as it is (a port), unless the
 * message asks for `{count, number}` or a plural; a list becomes "a, b and c" in the reader's language.
 */
export type Plain = string | number | Said | Choice | readonly Plain[];

/** A list of which one is meant: "a, b or c". */
export type Choice = { readonly anyOf: readonly Plain[] };

/** Anything a message may ask for: a moment goes only into `{when, date}` and `{when, time}`. */
export type Value = Plain | Moment;

/** Something to be said to a person, in no language yet: a message's key, and the values it needs. */
export type Said = {
  readonly key: TextKey;
  readonly values?: Readonly<Record<string, Value>>;
};

/** The values that messages need: what each of several needs, when a key is one of several. */
export type ValuesOf<K extends TextKey> = Intersection<
  K extends keyof MessageValues ? MessageValues[K] : Readonly<Record<string, Value>>
>;
type Intersection<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer I) => void
  ? I
  : never;

/** A message that takes no values. */
export type PlainKey = {
  [K in TextKey]: K extends keyof MessageValues ? (keyof MessageValues[K] extends never ? K : never) : K;
}[TextKey];

/** No second argument for a message without values, and exactly its values for any other. */
export type Rest<K extends TextKey> = keyof ValuesOf<K> extends never ? [] : [values: ValuesOf<K>];

/** Says something: `said('finding.port', { port: 25 })`. A key or value that the English catalogue does not know is no TypeScript. */
export function said<K extends TextKey>(key: K, ...rest: Rest<K>): Said {
  const values = rest[0] as Said['values'];
  return values ? { key, values } : { key };
}
