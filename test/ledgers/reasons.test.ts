import { expect, test } from 'vitest';
import type { Fact } from '../../shared/ledger/facts.ts';
import { isBusy, muteEndpoints } from '../../shared/ledger/known.ts';
import { type State, step } from '../../shared/ledger/state.ts';
import { comparisons } from '../../shared/plan/controls.ts';
import { circumstances, standstill } from '../../shared/plan/decide.ts';
import { doubtsOf } from '../../shared/plan/doubts.ts';
import { beside, followUps, knownFrom, retry } from '../../shared/plan/follow-ups.ts';
import { isDnsSuspicious } from '../../shared/plan/moments.ts';
import { type Proposal, proposalKey } from '../../shared/plan/own-servers.ts';
import { controlState, surroundings } from '../../shared/plan/proposals.ts';
import { recordedChecks, start } from './ledger-file.ts';

/** The first row that proposes this probe when that much is known, or null where none does. */
function whyProbed(state: State, key: string): string | null {
  const isIt = (proposal: Proposal): boolean => proposalKey(proposal) === key;
  const known = knownFrom(state.standing, surroundings({ state, mute: muteEndpoints(state) }));
  const strangers = controlState(state, isDnsSuspicious(state));
  const row =
    comparisons.find((one) => one.asks(strangers, doubtsOf(strangers)).some(isIt)) ??
    [retry, ...followUps].find((one) => known.own.some((o) => one.asks(o, known).some(isIt))) ??
    [beside].find((one) => one.asks(known).some(isIt));
  return row?.why ?? null;
}

/** What a check itself adds to its ledger as it performs its moves. */
const ofACheck: readonly Fact['type'][] = ['probe-planned', 'look-up-begun', 'usable', 'waiting'];

/** The row that decides when that much is known. */
function whyDecided(state: State): string {
  const first = circumstances.find(({ holds }) => holds(state));
  if (first) return first.why;
  if (isBusy(state)) return 'no host that was found so far has an address';
  return standstill.find(({ holds }) => holds(state))?.why ?? expect.unreachable();
}

type Planned = Extract<Fact, { type: 'probe-planned' }>;

/** `decided`: what was known when it was decided; since then more may have been planned in the same breath. */
function planned({ probe, family, key }: Planned, state: State, decided: State): string {
  const { role, host, port, security, control } = probe;
  if (control === 'made-up-name') return 'a made-up name: does DNS answer for any name?';
  if (key.startsWith('unresolvable ')) return `${host}: its name leads nowhere, which is noted`;
  const isOwn = role === 'outgoing' || role === 'incoming';
  const why =
    whyProbed(decided, key) ?? whyProbed(state, key) ?? (isOwn ? 'it is the user’s, or may be' : null);
  const over = family ? ` over IPv${family}` : '';
  return `${role} ${host}:${port} ${security}${over}: ${why ?? expect.unreachable(`${key} has no reason`)}`;
}

/** What a check did, and why; null where something happened to it instead. */
function reason(fact: Fact, state: State, decided: State): string | null {
  switch (fact.type) {
    case 'probe-planned':
      return planned(fact, state, decided);
    case 'sources-asked':
    case 'sources-hurried':
    case 'network-look-begun':
    case 'here-look-begun':
    case 'stopped':
    case 'begun-anew':
    case 'over':
      return `${fact.type}: ${whyDecided(state)}`;
    case 'tier-opened':
      return `${fact.type} ${fact.tier}${fact.role ? ` ${fact.role}` : ''}: ${whyDecided(state)}`;
    default:
      return null;
  }
}

test.each(recordedChecks())('$name can be explained, move by move', async ({ name, facts, ...from }) => {
  let state = start(from);
  let decided = state;
  const lines: string[] = [];
  for (const fact of facts) {
    const told = reason(fact, state, decided);
    if (told !== null) lines.push(`${String(Math.round(fact.atMs)).padStart(6)} ms  ${told}`);
    state = step(state, fact);
    if (!ofACheck.includes(fact.type)) decided = state;
  }
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`reasons/${name}.txt`);
});
