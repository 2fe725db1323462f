import { getDomain } from 'tldts';
import type { CheckInput } from '../../shared/model/check.ts';
import { builtInReferences, type Reference } from '../../shared/model/references.ts';

/**
 * The controls of this check: the built-in ones, or the ones the person named instead. Of a named one only what the person
 * said is known, so its operator is the registrable domain (public suffix list), or the address itself.
 */
export function referencesFor(input: CheckInput): readonly Reference[] {
  if (input.customReferences.length === 0) return builtInReferences;
  const unnamed = builtInReferences.filter((reference) => reference.kind === 'well-known-address');
  const named = input.customReferences.map(
    ({ host, port }): Reference => ({
      host,
      ports: [port],
      operator: getDomain(host) ?? host,
      size: 'large',
      kind: 'mail',
    }),
  );
  return [...named, ...unnamed];
}
