import type { TextKey } from '../text/catalogue.ts';
import { type Said, said, type ValuesOf } from '../text/said.ts';

/** Thrown by an exporter that cannot carry a value; caught where exports begin, and told as a Problem. */
export class ExportRefused extends Error {
  readonly field: string;
  readonly words: Said;
  constructor(field: string, words: Said) {
    super(words.key);
    this.name = 'ExportRefused';
    this.field = field;
    this.words = words;
  }
}

type Reason = Extract<TextKey, `client.refuse.${string}`>;
type Others<K extends Reason> = Omit<ValuesOf<K>, 'field'>;

/** A refusal to throw; its message names the field as a person calls it. */
export function refused<K extends Reason>(
  field: string,
  reason: K,
  ...[others]: keyof Others<K> extends never ? [] : [others: Others<K>]
): ExportRefused {
  return new ExportRefused(field, { key: reason, values: { field: fieldName(field), ...others } });
}

const fieldNames = {
  mailAddress: 'client.refused.mail-address',
  displayName: 'client.refused.display-name',
  password: 'client.refused.password',
  incoming: 'client.refused.incoming.host',
  'incoming.protocol': 'client.refused.incoming.host',
  'incoming.host': 'client.refused.incoming.host',
  'incoming.port': 'client.refused.incoming.port',
  'incoming.security': 'client.refused.incoming.security',
  'incoming.username': 'client.refused.incoming.username',
  'incoming.auth': 'client.refused.incoming.auth',
  'outgoing.host': 'client.refused.outgoing.host',
  'outgoing.port': 'client.refused.outgoing.port',
  'outgoing.security': 'client.refused.outgoing.security',
  'outgoing.username': 'client.refused.outgoing.username',
  'outgoing.auth': 'client.refused.outgoing.auth',
} as const;

/** How a person calls a field; one without a name of its own keeps it. */
function fieldName(field: string): Said | string {
  return Object.hasOwn(fieldNames, field) ? said(fieldNames[field as keyof typeof fieldNames]) : field;
}
