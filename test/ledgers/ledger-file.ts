import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { referencesFor } from '../../electron/engine/references.ts';
import { judge } from '../../shared/judge/judge.ts';
import { Fact } from '../../shared/ledger/facts.ts';
import { initialState, type State, step } from '../../shared/ledger/state.ts';
import { CheckInput } from '../../shared/model/check.ts';
import { endpointKey } from '../../shared/model/endpoint.ts';
import { summaryOf } from '../../shared/model/input-summary.ts';

const Conclusion = z.object({
  verdict: z.string(),
  findings: z.array(z.string()),
  /** The recommended settings for sending. */
  outgoing: z.nullable(z.string()),
});
export type Conclusion = z.infer<typeof Conclusion>;

const Head = z.object({ input: CheckInput, madeUpName: z.string(), concluded: Conclusion });

/** One recorded check. */
export type Recorded = z.infer<typeof Head> & { readonly name: string; readonly facts: readonly Fact[] };

const folder = fileURLToPath(new URL('recorded/', import.meta.url));

export function recordedChecks(): readonly Recorded[] {
  return readdirSync(folder).map((file) => {
    const [head = '', ...facts] = readFileSync(`${folder}${file}`, 'utf8').trim().split('\n');
    return {
      name: file.replace('.jsonl', ''),
      ...z.strictObject(Head.shape).parse(JSON.parse(head)),
      facts: facts.map((line) => Fact.parse(JSON.parse(line))),
    };
  });
}

export function keep(name: string, input: CheckInput, madeUpName: string, facts: readonly Fact[]): void {
  const kept = telling(facts);
  const concluded = concludedFrom(kept.reduce(step, start({ input, madeUpName })));
  const lines = [{ input, madeUpName, concluded }, ...kept].map((line) => JSON.stringify(line));
  writeFileSync(`${folder}${name}.jsonl`, `${lines.join('\n')}\n`);
}

/**
 * The stages that a dialogue goes through are for the eye; only its beginning changes what is known, and the first word of a server that was mute.
 */
function telling(facts: readonly Fact[]): Fact[] {
  const mute = new Set<string>();
  return facts.filter((fact) => {
    if (fact.type === 'server-mute') mute.add(fact.probeId);
    return fact.type !== 'stage-entered' || fact.stage === 'connect' || mute.delete(fact.probeId);
  });
}

export function start({ input, madeUpName }: Pick<Recorded, 'input' | 'madeUpName'>): State {
  return initialState(input, referencesFor(input), madeUpName);
}

/** What is to be concluded from all that is known. */
export function evidenceOf({ input, observations, entries, disturbances, here, isInterrupted }: State) {
  return {
    observations: [...observations],
    discovery: [...entries],
    input: summaryOf(input),
    disturbances: [...disturbances],
    here: [...here],
    ...(isInterrupted && { interrupted: true }),
  };
}

export function concludedFrom(state: State): Conclusion {
  const { verdict, findings, recommendation } = judge(evidenceOf(state));
  return {
    verdict: verdict.code,
    findings: findings.map(({ code }) => code),
    outgoing: recommendation && endpointKey(recommendation.outgoing),
  };
}
