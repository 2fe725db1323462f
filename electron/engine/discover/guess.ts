import type { DiscoveryEntry } from '../../../shared/model/check.ts';
import type { Role } from '../../../shared/model/observation.ts';
import type { DiscoverySource } from './source.ts';
import { outcomeOf } from './source.ts';

/** Names that providers usually give their servers, and what they are usually for. */
const usualNames: readonly (readonly [prefix: string, roles: readonly Role[]])[] = [
  ['mail.', ['outgoing', 'incoming']],
  ['smtp.', ['outgoing']],
  ['imap.', ['incoming']],
  ['', ['outgoing', 'incoming']],
];

/** The usual names below the domain, and the domain itself, as far as DNS knows them. */
export const guess: DiscoverySource = async ({ input, names }, found) => {
  const { domain } = input;
  if (domain === undefined || input.server !== undefined) return;
  await Promise.all(
    usualNames.map(async ([prefix, roles]) => {
      const host = `${prefix}${domain}`;
      const answer = await names.addresses(host);
      const servers =
        answer.outcome === 'found' ? roles.flatMap((role) => usualServer(host, role, input.incoming)) : [];
      found({
        source: 'guess',
        asked: host,
        outcome: outcomeOf(answer),
        elapsedMs: answer.elapsedMs,
        servers,
      });
    }),
  );
};

function usualServer(host: string, role: Role, isIncomingWanted: boolean): DiscoveryEntry['servers'] {
  if (role === 'outgoing') return [{ protocol: 'smtp', host, port: 587, security: 'starttls', role }];
  return isIncomingWanted ? [{ protocol: 'imap', host, port: 993, security: 'tls', role }] : [];
}
