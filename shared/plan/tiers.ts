import { sourcesLeft } from '../ledger/known.ts';
import type { State } from '../ledger/state.ts';
import { isGraceOver } from './moments.ts';
import type { Move } from './moves.ts';
import { isEverybodyMute } from './muteness.ts';
import { type Tier, tierOf } from './own-servers.ts';

/** Lower tiers are opened when those above have nothing to probe; see `Tier`. */
export function openTierWithoutHosts(s: State): readonly Move[] {
  const hasHost = (tier: Tier): boolean =>
    s.candidates.some(
      (c) => tierOf(c, s.input) <= tier && (s.lookups.get(c.host)?.addresses.length ?? 1) > 0,
    );
  const isSecondDue = s.openTier === 1 && (isGraceOver(s) || sourcesLeft(s) === 0) && !hasHost(1);
  const isThirdDue = s.openTier === 2 && s.sources?.nearbyLeft === 0 && s.lookingUp.size === 0 && !hasHost(2);
  return isSecondDue || isThirdDue ? openNextTier(s) : [];
}

export function openNextTier({ openTier }: State): readonly Move[] {
  return [{ do: 'open-tier', tier: openTier === 1 ? 2 : 3 }];
}

/** No server for receiving was tried so far, and one of a lower tier could be. */
export function isReceivingUnknown(s: State): boolean {
  if (!s.input.incoming || isEverybodyMute(s.standing)) return false;
  if ([...s.probes.values()].some(({ probe }) => probe.role === 'incoming')) return false;
  const tier = Math.max(s.openTier, s.incomingTier);
  return s.candidates.some(
    (c) =>
      c.role === 'incoming' &&
      tierOf(c, s.input) > tier &&
      (s.lookups.get(c.host)?.addresses.length ?? 1) > 0,
  );
}

export function openNextReceivingTier({ openTier, incomingTier }: State): readonly Move[] {
  return [{ do: 'open-tier', tier: Math.max(openTier, incomingTier) === 1 ? 2 : 3, role: 'incoming' }];
}
