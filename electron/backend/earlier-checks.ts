import type { CurrentSettings } from '../../shared/model/check.ts';
import { encryptionSigns } from '../../shared/model/encryption-signs.ts';
import { endpointKey } from '../../shared/model/endpoint.ts';
import type { Observation } from '../../shared/model/observation.ts';
import type { JudgedReport } from '../../shared/model/report.ts';
import { isSafe } from '../../shared/model/usable.ts';
import type { History } from './history.ts';

/** So many settings of earlier checks are told; the report's schema has the same bound. */
const mostSettings = 20;

/** What earlier checks know of the servers of this one. Never rejects. */
export type SeenEarlier = (report: Pick<JudgedReport, 'observations'>) => Promise<CurrentSettings[]>;

/**
 * The settings for sending that kept checks saw to be encrypted with a right certificate, of servers that the new check met without
 * encryption: whoever deletes the offer today did not do so yesterday. The newest check comes first. Where nothing is without encryption,
 * no file is read.
 */
export function seenEarlier(history: Pick<History, 'reports'>): SeenEarlier {
  return async ({ observations }) => {
    const bare = [...new Set(observations.filter(isBare).map(({ host }) => host))];
    if (bare.length === 0) return [];
    const isAbout = (settings: CurrentSettings): boolean =>
      bare.some((host) =>
        encryptionSigns(host, { observations, discovery: [], input: { earlier: [settings] } }).some(
          ({ kind }) => kind === 'earlier',
        ),
      );
    const safe = (await history.reports()).flatMap((kept) => kept.observations.filter(isSafeForSending));
    const distinct = new Map(safe.map((o) => [endpointKey(o), o]));
    return [...distinct.values()]
      .map(({ host, port, security }) => ({ host, port, security }))
      .filter(isAbout)
      .slice(0, mostSettings);
  };
}

/** A server of the person's that was spoken to without encryption, or did not offer it. */
function isBare({ role, security, outcome, error }: Observation): boolean {
  if (role !== 'outgoing' && role !== 'incoming') return false;
  return (security === 'none' && outcome === 'ok') || error?.code === 'starttls-not-offered';
}

function isSafeForSending(o: Observation): boolean {
  return o.role === 'outgoing' && isSafe(o);
}
