import { expect, test } from 'vitest';
import { reportIn } from '../../shared/diagnose/worded.ts';
import { judge } from '../../shared/judge/judge.ts';
import type { Fact } from '../../shared/ledger/facts.ts';
import { step } from '../../shared/ledger/state.ts';
import { decide } from '../../shared/plan/decide.ts';
import type { Move } from '../../shared/plan/moves.ts';
import { english } from '../support/english.ts';
import { expectSameWhenMasked } from '../support/masked-again.ts';
import { concludedFrom, evidenceOf, type Recorded, recordedChecks, start } from './ledger-file.ts';

const recorded = recordedChecks();

/** What a move adds to the ledger first. */
function mark(move: Move): string {
  switch (move.do) {
    case 'ask-sources':
      return 'sources-asked';
    case 'hurry-sources':
      return 'sources-hurried';
    case 'look-at-network':
      return 'network-look-begun';
    case 'look-here':
      return `here-look-begun ${move.about}`;
    case 'stop':
      return 'stopped';
    case 'end':
      return 'over';
    case 'look-up':
      return `look-up-begun ${move.host}`;
    case 'probe':
    case 'note-look-up':
      return `probe-planned ${move.key}`;
    case 'tell-usable':
      return `usable ${move.server.host}:${move.server.port}`;
    case 'open-tier':
      return `tier-opened ${move.tier} ${move.role ?? ''}`;
    case 'wait-until':
      return `waiting ${move.atMs}`;
    case 'begin-anew':
      return `begun-anew ${move.isAskedAnew}`;
  }
}

/** The same of a fact; null where the world made it. */
function markOf(fact: Fact): string | null {
  switch (fact.type) {
    case 'sources-asked':
    case 'sources-hurried':
    case 'network-look-begun':
    case 'stopped':
    case 'over':
      return fact.type;
    case 'here-look-begun':
      return `${fact.type} ${fact.about}`;
    case 'look-up-begun':
      return `${fact.type} ${fact.host}`;
    case 'probe-planned':
      return `${fact.type} ${fact.key}`;
    case 'usable':
      return `${fact.type} ${fact.server.host}:${fact.server.port}`;
    case 'tier-opened':
      return `${fact.type} ${fact.tier} ${fact.role ?? ''}`;
    case 'waiting':
      return `${fact.type} ${fact.untilMs}`;
    case 'begun-anew':
      return `${fact.type} ${fact.isAskedAnew}`;
    default:
      return null;
  }
}

/** Noted when something else became known, and decided upon with it. */
const ofTheLine: readonly (Fact['type'] | undefined)[] = ['packet-lost', 'line-was-dead'];

/** Where deciding anew leads elsewhere than the check went; empty where it goes the same way. */
function differences({ facts, ...from }: Recorded): string[] {
  let state = start(from);
  let due = decide(state).map(mark);
  for (const [index, fact] of facts.entries()) {
    const made = markOf(fact);
    if (made !== null && made !== due.shift()) return [`fact ${index}: ${made} was not decided`];
    state = step(state, fact);
    const isLast = fact.type !== 'stage-entered' && !ofTheLine.includes(facts[index + 1]?.type);
    if (due.length === 0 && isLast) due = decide(state).map(mark);
  }
  return due;
}

test.each(recorded)('$name is decided again as it was', (one) => {
  expect(differences(one)).toEqual([]);
});

test.each(recorded)('$name is judged again as it was, and put into words', (one) => {
  const state = one.facts.reduce(step, start(one));
  expect(concludedFrom(state)).toEqual(one.concluded);
  expect(state.isOver).toBe(true);
  const evidence = evidenceOf(state);
  const frame = { tool: { name: 'Postway', version: '0' }, startedAt: '', elapsedMs: 0, practice: false };
  const report = reportIn({ ...frame, ...evidence, ...judge(evidence) }, english);
  expect(report.findings.filter(({ headline }) => headline.trim() === '')).toEqual([]);
  expectSameWhenMasked(evidence);
});
