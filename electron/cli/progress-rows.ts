import { type Attempt, Attempts } from '../../shared/ledger/attempts.ts';
import type { CheckEvent } from '../../shared/model/check.ts';
import type { ErrorCode } from '../../shared/model/error-code.ts';
import { type Observation, Stage } from '../../shared/model/observation.ts';
import { say } from '../../shared/text/index.ts';

/** One line of the live display. */
export type ProgressRow = {
  readonly name: string;
  readonly host: string;
  readonly words: string;
  readonly state: 'waiting' | 'running' | 'good' | 'doubtful' | 'bad';
  /** Since its first probe began; null while none has. */
  readonly elapsedMs: number | null;
};

/** Follows the events of one check; nothing here knows about terminals or clocks. */
export class ProgressRows {
  readonly #attempts = new Attempts();

  apply(event: CheckEvent): void {
    this.#attempts.apply(event);
  }

  /** One row for each outgoing port, one for incoming mail, one for the controls; `nowMs` since the check began. */
  rows(nowMs: number): readonly ProgressRow[] {
    const attempts = this.#attempts.soFar();
    const outgoing = attempts.filter(({ role }) => role === 'outgoing');
    const ports = [...new Set(outgoing.map(({ port }) => port))];
    const incoming = attempts.filter(({ role }) => role === 'incoming');
    const controls = attempts.filter(({ role }) => role === 'reference' || role === 'portal');
    return [
      ...ports.map((port) =>
        leadRow(
          say('cli.progress.port', { port }),
          outgoing.filter((attempt) => attempt.port === port),
          nowMs,
        ),
      ),
      ...(incoming.length > 0 ? [leadRow(say('cli.progress.incoming'), incoming, nowMs)] : []),
      ...(controls.length > 0 ? [controlsRow(controls, nowMs)] : []),
    ];
  }
}

/** Several hosts may be tried on one port: shown is the one that works, else the one that is on its way, else the one that came farthest. */
function leadRow(name: string, attempts: readonly Attempt[], nowMs: number): ProgressRow {
  const lead = attempts.reduce((best, one) => (promise(one) > promise(best) ? one : best));
  const { host, isSilent, startedMs } = lead;
  const stage = stageOf(lead);
  const seen = bestOf(lead);
  const since = startedMs === null ? null : Math.max(0, nowMs - startedMs);
  if (seen) {
    const { words, state } = inWords(seen);
    return { name, host, words, state, elapsedMs: seen.elapsedMs };
  }
  if (stage === null) {
    return { name, host, words: say('cli.stage.waiting'), state: 'waiting', elapsedMs: since };
  }
  const words = say(isSilent ? 'cli.stage.silent' : `cli.stage.${stage}`);
  return { name, host, words, state: isSilent ? 'doubtful' : 'running', elapsedMs: since };
}

function controlsRow(controls: readonly Attempt[], nowMs: number): ProgressRow {
  const best = controls.map(bestOf);
  const answered = best.filter((seen) => seen !== undefined).length;
  const started = controls.flatMap(({ startedMs }) => (startedMs === null ? [] : [startedMs]));
  const isDone = answered === controls.length;
  const ends = best.map((seen) => (seen ? seen.startedMs + seen.elapsedMs : nowMs));
  return {
    name: say('cli.progress.controls'),
    host: '',
    words: say('cli.progress.controls-done', { done: answered, total: controls.length }),
    state: isDone ? 'good' : 'running',
    elapsedMs: started.length === 0 ? null : Math.max(0, Math.max(...ends) - Math.min(...started)),
  };
}

/** The best of what was seen, one observation for each IP address: one that works, else the newest. */
function bestOf({ observations }: Attempt): Observation | undefined {
  return observations.find(({ outcome }) => outcome === 'ok') ?? observations.at(-1);
}

function stageOf({ entered }: Attempt): Stage | null {
  return entered.at(-1) ?? null;
}

function promise(attempt: Attempt): number {
  const seen = bestOf(attempt);
  const stage = stageOf(attempt);
  const depth = (reached: Stage) => Stage.options.indexOf(reached);
  if (seen?.outcome === 'ok') return seen.tls?.trusted === false ? 200 : 300;
  if (seen) return depth(seen.stage);
  return stage === null ? -1 : 100 + depth(stage);
}

/** How an attempt ended, in a few words. */
export function inWords(seen: Observation): Pick<ProgressRow, 'words' | 'state'> {
  const { outcome, stage, tls } = seen;
  if (seen.control === 'made-up-name') {
    if (outcome === 'ok') return { words: say('cli.outcome.made-up-found'), state: 'bad' };
    if (isDenied(seen)) return { words: say('cli.outcome.made-up-missing'), state: 'good' };
  }
  if (outcome === 'ok') {
    return tls?.trusted === false
      ? { words: say('cli.outcome.ok-untrusted'), state: 'doubtful' }
      : { words: say('cli.outcome.ok'), state: 'good' };
  }
  if (outcome === 'timeout' && stage !== 'connect') return { words: say('cli.outcome.silent'), state: 'bad' };
  return { words: say(`cli.outcome.${outcome}`), state: 'bad' };
}

/** That there is no such name, which is another thing than no answer about it. */
function isDenied({ outcome, error }: Observation): boolean {
  return outcome === 'dns-error' && error?.code !== ('no-dns-answer' satisfies ErrorCode);
}
