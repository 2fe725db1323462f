import type { Scenario } from '../../shared/contract/contract.ts';
import type { Act, ActProgress } from '../../shared/model/act.ts';
import type { CheckEvent, CheckInput } from '../../shared/model/check.ts';
import type { Result } from '../../shared/model/problem.ts';
import type { Report } from '../../shared/model/report.ts';
import type { Language } from '../../shared/text/languages.ts';
import type { ActRequest, PreparedAct } from '../backend/acting.ts';
import type { Asked, ManyOptions } from '../backend/many.ts';
import type { Workstation } from '../computer/workstation.ts';
import type { Discovery } from '../engine/discovery.ts';

/** What the commands ask of the rest of the program. Each is loaded when it is first asked, so that `--help` loads none. */
export type Services = {
  readonly version: string;
  /**
   * One check of the real network, or with a scenario's id of the practice network. Resolves at once with what is known when the
   * signal aborts.
   */
  check(
    input: CheckInput,
    practice: string | null,
    onEvent: (event: CheckEvent) => void,
    signal: AbortSignal,
    /** Of a check of the real network that was asked for by itself, the report is kept in the history. */
    isKept?: 'unkept',
  ): Promise<Report>;
  /**
   * Checks many, in the real network; `onResult` hears of each the moment it is known. Resolves when all are done, or soon after the signal
   * aborts. Nothing is kept in the history.
   */
  checkMany(
    list: AsyncIterable<Asked>,
    options: Pick<ManyOptions, 'connections' | 'onResult'>,
    signal: AbortSignal,
  ): Promise<void>;
  /** Waits until this computer is in another network than that of a report; false when the signal aborts first. Sends nothing. */
  otherNetwork(than: Report['network'], signal: AbortSignal): Promise<boolean>;
  /** What every source of settings says, in the real network. Resolves at once with what is known when the signal aborts. */
  discover(input: CheckInput, signal: AbortSignal): Promise<Discovery>;
  /** Where a login may go, by a report; a Problem says why nowhere. */
  prepareAct(report: Report, request: ActRequest): Promise<Result<PreparedAct>>;
  /** How many logins there were refused lately, in this report and after earlier checks on this computer. */
  refusedBefore(report: Report, prepared: PreparedAct): Promise<number>;
  /** One login, or one login and one message. `report` comes back with the act in it. */
  act(
    report: Report,
    request: ActRequest,
    prepared: PreparedAct,
    way: {
      readonly password: string;
      readonly consent: string | null;
      readonly onProgress: (step: ActProgress) => void;
      readonly signal: AbortSignal;
    },
  ): Promise<{ readonly report: Report; readonly act: Act }>;
  /** The situations that the practice network can play. */
  scenarios(): Promise<readonly Scenario[]>;
  /** The computer whose mail programs are read and changed. */
  workstation(): Promise<Workstation>;
  /** The same window for a browser, on 127.0.0.1 only. `port` 0 lets the system choose. */
  serve(options: {
    readonly port: number;
    readonly practice: string | null;
    /** What the window speaks at first; null leaves it to what was chosen there before, and to the browser. */
    readonly language: Language | null;
  }): Promise<Served>;
  /** Answers an assistant over standard input and output, until it closes its end or the signal aborts. */
  serveMcp(signal: AbortSignal, choices: { readonly isMasked: boolean }): Promise<void>;
  /** Opens an address in the person's browser; false when there is none to open. */
  openBrowser(address: string): Promise<boolean>;
};

/** A running window for the browser. */
export type Served =
  | {
      readonly ok: true;
      /** With the token that lets one browser in. */
      readonly address: string;
      /** Resolves when the window ended by itself. */
      readonly ended: Promise<void>;
      close(): Promise<void>;
    }
  | { readonly ok: false; readonly reason: 'port-taken' | 'port-forbidden' };
