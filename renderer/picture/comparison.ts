import type { Attempt } from '../../shared/ledger/attempts.ts';
import { hasConnected, type Observation } from '../../shared/model/observation.ts';
import { type Said, said } from '../../shared/text/said.ts';
import type { Lane } from './lanes.ts';

/** What became of the same port at other operators. */
type Compared = 'closed' | 'open' | 'divided' | 'alike' | 'unlike' | 'mixed';

type Group = {
  readonly compared: Compared;
  readonly ports: readonly number[];
  readonly closed: readonly string[];
  readonly open: readonly string[];
};

/** How far the comparison with other operators has come while it runs; null when there is none. */
export function comparisonUnderWay(attempts: readonly Attempt[]): Said | null {
  const asked = mailControls(attempts);
  if (asked.length === 0) return null;
  const finished = asked.filter(({ observations }) => observations.length > 0).length;
  return said('wizard.controls.running', { finished, planned: asked.length });
}

/**
 * What the comparison shows about the ports that do not work here, a sentence for each outcome: "port 25 is closed to google.com and
 * gmx.net too". What works here needs no comparison.
 */
export function comparisonShown(attempts: readonly Attempt[], lanes: readonly Lane[]): readonly Said[] {
  const controls = mailControls(attempts).flatMap(({ observations }) => observations);
  const broken = lanes.filter(
    ({ role, state, isAside }) => role === 'outgoing' && state === 'stuck' && !isAside,
  );
  const groups = new Map<string, Group>();
  for (const lane of broken) {
    const group = compared(
      lane,
      controls.filter(({ port }) => port === lane.port),
    );
    if (group === null) continue;
    // Whoever answered first.
    const key = [group.compared, ...[...group.closed].sort(), '|', ...[...group.open].sort()].join(' ');
    const rival = groups.get(key);
    groups.set(key, rival ? { ...rival, ports: [...new Set([...rival.ports, lane.port])] } : group);
  }
  return [...groups.values()].map(sentence);
}

function sentence({ compared: what, ports, closed, open }: Group): Said {
  const values = { count: ports.length, ports };
  switch (what) {
    case 'closed':
      return said('wizard.controls.closed', { ...values, operators: closed });
    case 'alike':
      return said('wizard.controls.alike', { ...values, operators: closed });
    case 'open':
      return said('wizard.controls.open', { ...values, operators: open });
    case 'unlike':
      return said('wizard.controls.unlike', { ...values, operators: open });
    case 'divided':
    case 'mixed':
      return said(`wizard.controls.${what}`, { ...values, open, closed });
  }
}

function mailControls(attempts: readonly Attempt[]): readonly Attempt[] {
  return attempts.filter(
    ({ role, protocol, control }) =>
      role === 'reference' && protocol === 'smtp' && (control === undefined || control === 'mail'),
  );
}

/** A lane that got no connection is held against who else got none there; one that got further, against who ended just so. */
function compared({ ended, port }: Lane, controls: readonly Observation[]): Group | null {
  const isUnconnected = ended?.stage === 'connect';
  const isAlike = (seen: Observation) =>
    isUnconnected
      ? seen.stage === 'connect' && seen.outcome !== 'ok' && !hasConnected(seen)
      : seen.outcome === ended?.outcome && seen.stage === ended.stage;
  // Who was never asked to encrypt says nothing about encryption that fails.
  const isOfEncryption = ended?.stage === 'starttls' || ended?.stage === 'tls';
  const telling = controls.filter(({ security }) => !isOfEncryption || security !== 'none');
  const operators = new Set(
    telling.flatMap(({ operator, outcome }) =>
      operator === undefined || outcome === 'cancelled' ? [] : [operator],
    ),
  );
  const of = (operator: string) => telling.filter((seen) => seen.operator === operator);
  const open = [...operators].filter((operator) =>
    of(operator).some((seen) => (isUnconnected ? hasConnected(seen) : seen.outcome === 'ok')),
  );
  const closed = [...operators].filter((operator) => !open.includes(operator) && of(operator).every(isAlike));
  if (open.length + closed.length === 0) return null;
  const [all, none, some] = isUnconnected
    ? (['closed', 'open', 'divided'] as const)
    : (['alike', 'unlike', 'mixed'] as const);
  const what = open.length === 0 ? all : closed.length === 0 ? none : some;
  return { compared: what, ports: [port], closed, open };
}
