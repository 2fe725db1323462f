import { diagnose } from '../../shared/diagnose/diagnose.ts';
import type { CheckEvent, CheckInput } from '../../shared/model/check.ts';
import type { JudgedReport, Report } from '../../shared/model/report.ts';
import { isUsable, recommend, serverFrom } from '../../shared/recommend/recommend.ts';
import { investigate } from './investigation.ts';
import { type Knowledge, knowledge } from './knowledge.ts';
import type { System } from './system.ts';

export type CheckOptions = {
  readonly system: System;
  /** Written into the report. */
  readonly version: string;
  readonly onEvent?: (event: CheckEvent) => void;
};

/**
 * One check from input to report. Never rejects for anything the network does; when `signal` aborts it ends at once with what
 * is known, marked `interrupted`.
 */
export async function check(
  input: CheckInput,
  options: CheckOptions,
  signal: AbortSignal,
): Promise<JudgedReport> {
  const { system, version } = options;
  const startedAt = new Date(system.clock.wallClock()).toISOString();
  const startedMs = system.clock.now();
  const emit = options.onEvent ?? (() => {});

  const known = knowledge();
  await investigate(input, { system, startedMs, known, onEvent: watching(known, emit) }, signal);
  return reportOf(input, known, {
    startedAt,
    version,
    elapsedMs: Math.round(system.clock.now() - startedMs),
    practice: system.isPractice,
    isInterrupted: signal.aborted,
  });

  /** Passes events on, and says when the first outgoing setting works. */
  function watching(facts: Knowledge, pass: (event: CheckEvent) => void): (event: CheckEvent) => void {
    return (event) => {
      pass(event);
      if (event.type !== 'observed' || facts.usable || !isUsable(event.observation, facts.entries)) return;
      facts.usable = serverFrom(event.observation, { discovery: facts.entries, input: summaryOf(input) });
      pass({ type: 'usable', server: facts.usable, atMs: Math.round(system.clock.now() - startedMs) });
    };
  }
}

type Frame = {
  readonly startedAt: string;
  readonly version: string;
  readonly elapsedMs: number;
  readonly practice: boolean;
  readonly isInterrupted: boolean;
};

function reportOf(input: CheckInput, known: Knowledge, frame: Frame): JudgedReport {
  const facts = {
    observations: [...known.observations],
    discovery: [...known.entries],
    input: summaryOf(input),
    ...(frame.isInterrupted ? { interrupted: true } : {}),
  };
  const recommendation = recommend(facts);
  const { verdict, findings } = diagnose({ ...facts, recommendation });
  return {
    tool: { name: 'Postway', version: frame.version },
    startedAt: frame.startedAt,
    elapsedMs: frame.elapsedMs,
    practice: frame.practice,
    ...facts,
    verdict,
    findings,
    recommendation,
  };
}

/** What the report keeps of the input: enough to read it and to recompute it. */
function summaryOf(input: CheckInput): Report['input'] {
  const { address, domain, server, serverPort, current, references } = input;
  return {
    ...(address === undefined ? {} : { address }),
    ...(domain === undefined ? {} : { domain }),
    ...(server === undefined
      ? {}
      : { server: serverPort === undefined ? server : hostAndPort(server, serverPort) }),
    ...(current === undefined ? {} : { current }),
    references,
  };
}

function hostAndPort(host: string, port: number): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
