import type { CheckEvent } from '../model/check.ts';
import type { Fact } from './facts.ts';

/** What the surfaces hear of a fact; null where it is for the engine alone. */
export function eventOf(fact: Fact): CheckEvent | null {
  switch (fact.type) {
    case 'source-answered':
      return { type: 'discovered', entry: fact.entry };
    case 'probe-planned':
      return { type: 'planned', probes: [fact.probe] };
    case 'stage-entered':
      return { type: 'progress', probeId: fact.probeId, stage: fact.stage, atMs: fact.atMs };
    case 'endpoint-silent':
      return { type: 'progress', probeId: fact.probeId, stage: 'connect', atMs: fact.atMs, silent: true };
    case 'server-mute':
      return { type: 'progress', probeId: fact.probeId, stage: fact.stage, atMs: fact.atMs, silent: true };
    case 'observed':
      return { type: 'observed', probeId: fact.probeId, observation: fact.observation };
    case 'usable':
      return { type: 'usable', server: fact.server, atMs: fact.atMs };
    default:
      return null;
  }
}
