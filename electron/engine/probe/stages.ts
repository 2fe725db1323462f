import type { Stage, Timings } from '../../../shared/model/observation.ts';
import { over } from '../aborting.ts';
import type { System } from '../system.ts';
import type { Timeouts } from '../timeouts.ts';
import { tellOfMuteness } from './muteness.ts';

type Options = {
  readonly system: System;
  readonly timeouts: Pick<Timeouts, 'suspicionMs'>;
  readonly onStage: (stage: Stage) => void;
  /** Called at most once a stage, when nothing has been heard in it for suspiciously long; see `Patience.suspicionMs`. */
  readonly onMute?: (stage: Stage) => void;
};

/** The stages that one dialogue goes through, how long each has taken in ms, and the suspicion that nothing more will be heard in it. */
export class Stages {
  readonly timings: Timings = {};
  current: Stage = 'connect';
  /** When the stage began, by the system's clock. */
  sinceMs: number;

  readonly #options: Options;
  readonly #heard: () => number;
  readonly #signal: AbortSignal;
  /** Ends with the stage. */
  #suspicion = new AbortController();

  /** `heard` tells how many times something arrived. */
  constructor(options: Options, heard: () => number, signal: AbortSignal) {
    this.#options = options;
    this.#heard = heard;
    this.#signal = signal;
    this.sinceMs = options.system.clock.now();
  }

  /** The dialogue has entered a stage; the time until the next one counts for it. */
  enter(stage: Stage): void {
    const now = this.#options.system.clock.now();
    const { current: before } = this;
    if (before !== 'connect' && before !== 'done') {
      this.timings[before] = (this.timings[before] ?? 0) + now - this.sinceMs;
    }
    this.sinceMs = now;
    if (stage === before) return;
    this.current = stage;
    this.#options.onStage(stage);
    this.#suspect(stage);
  }

  /** Nothing more is suspected. */
  end(): void {
    this.#suspicion.abort(over);
  }

  #suspect(stage: Stage): void {
    this.#suspicion.abort(over);
    const { onMute, timeouts, system } = this.#options;
    if (!onMute || !timeouts.suspicionMs || stage === 'done' || this.#signal.aborted) return;
    this.#suspicion = new AbortController();
    void tellOfMuteness({
      clock: system.clock,
      suspicionMs: timeouts.suspicionMs,
      heard: this.#heard,
      tell: () => onMute(stage),
      signal: this.#suspicion.signal,
    });
  }
}
