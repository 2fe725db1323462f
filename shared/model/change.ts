import type { CurrentSettings, Server } from './check.ts';
import type { Change } from './finding.ts';
import { plainName } from './plain-name.ts';

/**
 * What to change in the mail program, field by field in the order of its dialog: from today's settings to the recommended ones.
 * Empty when they are the same; null when today's are not known.
 */
export function changeFrom(
  current: CurrentSettings | undefined,
  recommended: Pick<Server, 'host' | 'port' | 'security'>,
): Change[] | null {
  if (!current) return null;
  const fields: readonly (readonly [Change['field'], string, string])[] = [
    ['host', current.host, recommended.host],
    ['port', String(current.port), String(recommended.port)],
    ['security', current.security, recommended.security],
  ];
  return fields
    .filter(([field, from, to]) => (field === 'host' ? plainName(from) !== plainName(to) : from !== to))
    .map(([field, from, to]) => ({ field, from, to }));
}
