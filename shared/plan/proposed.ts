import type { IpAddress } from '../ledger/facts.ts';
import type { State } from '../ledger/state.ts';
import { askMadeUpName, distinct, lookUp, noteLookUp } from './look-ups.ts';
import { isDnsSuspicious } from './moments.ts';
import type { Move } from './moves.ts';
import { type Proposal, proposalKey } from './own-servers.ts';
import { proposalsFor } from './proposals.ts';
import { inTurn } from './turns.ts';

/**
 * What the planners propose (the user's own servers, controls at strangers, follow-ups: `proposals.ts`), the most urgent first, because a
 * free slot is taken at once.
 */
export function probeWhatIsProposed(s: State): Move[] {
  const { proposals: all, wantsMadeUpName } = proposalsFor(s, isDnsSuspicious(s));
  const { proposals, waits } = inTurn(all, s);
  const moves = proposals.flatMap((proposal): Move[] => {
    const { host, role, sameComputerAs, family } = proposal;
    const addresses = s.lookups.get(host)?.addresses;
    if (!addresses) return lookUp(s, host, role === 'reference' || role === 'portal');
    if (addressesFor(s, proposal).length > 0) return [{ do: 'probe', key: proposalKey(proposal), proposal }];
    if (sameComputerAs !== undefined || family !== undefined || proposal.address !== undefined) return [];
    const { asking: _asking, ...probe } = proposal;
    return noteLookUp(s, `unresolvable ${host}`, probe);
  });
  return [
    ...distinct(moves),
    ...waits,
    ...(wantsMadeUpName || s.lookups.has(s.madeUpName) ? askMadeUpName(s) : []),
  ];
}

/** The addresses that a proposal may be tried at. */
export function addressesFor(
  { lookups }: State,
  { host, sameComputerAs, family, address: only }: Proposal,
): readonly IpAddress[] {
  const addresses = lookups.get(host)?.addresses ?? [];
  const computer = new Set(lookups.get(sameComputerAs ?? host)?.addresses.map(({ ipAddress }) => ipAddress));
  return addresses.filter(
    (address) =>
      computer.has(address.ipAddress) &&
      (family === undefined || address.family === family) &&
      (only === undefined || address.ipAddress === only),
  );
}
