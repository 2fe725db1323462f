/**
 * What the package `postway` offers to programs: everything that its command line checks, without a terminal. Importing it does nothing.
 * Every call is by itself; none logs in, takes a password, or keeps a report.
 *
 * Codes, values and shapes are those of the published JSON schemas (`postway/schema/report.json`); sentences follow `language` and get better.
 * New codes may come: have a way for those that you do not know.
 */

/** The languages of the sentences. A tag such as `de-AT` finds the nearest one. Without one: `en`. */
export type Language = 'en' | 'de' | 'fr' | 'es' | 'pt-BR' | 'ja';

export type Security = 'none' | 'starttls' | 'tls';
export type Protocol = 'smtp' | 'imap' | 'pop3' | 'tcp' | 'http';
export type Stage = 'dns' | 'connect' | 'tls' | 'greeting' | 'ehlo' | 'starttls' | 'auth' | 'done';
export type Outcome =
  | 'ok'
  | 'timeout'
  | 'refused'
  | 'unreachable'
  | 'reset'
  | 'closed'
  | 'rejected'
  | 'protocol-error'
  | 'tls-error'
  | 'dns-error'
  | 'cancelled';

/** A conclusion, with the ids of the observations that prove it. */
export type Finding = {
  /** Such as `port-25-blocked`. */
  readonly code: string;
  readonly severity: 'problem' | 'warning' | 'note';
  readonly confidence: 'certain' | 'likely' | 'possible';
  readonly headline: string;
  readonly detail: string;
  readonly advice: readonly string[];
  readonly evidence: readonly string[];
};

/** A server as it is entered in a mail program. */
export type Server = {
  readonly protocol: Protocol;
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  readonly auth: 'password-cleartext' | 'password-encrypted' | 'oauth2' | 'none' | 'unknown';
  readonly username: string;
  readonly source: string;
};

export type Recommendation = {
  readonly outgoing: Server;
  readonly incoming: Server | null;
  readonly why: string;
  /** In order, the best first. */
  readonly alternatives: readonly Server[];
  /** What to change; null where the current settings were not given. */
  readonly change:
    | readonly { readonly field: 'host' | 'port' | 'security'; readonly from: string; readonly to: string }[]
    | null;
};

/** One attempt at one server over one of its addresses. Times are in milliseconds. */
export type Observation = {
  readonly id: string;
  /** `reference` and `portal`: somebody else's server, for comparison. */
  readonly role: 'outgoing' | 'incoming' | 'reference' | 'portal';
  readonly protocol: Protocol;
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  readonly address: string | null;
  readonly family: 4 | 6 | null;
  readonly outcome: Outcome;
  /** How far it came. */
  readonly stage: Stage;
  /** Since the report's `startedAt`. */
  readonly startedMs: number;
  readonly elapsedMs: number;
  readonly greeting?: string | undefined;
  readonly capabilities?: readonly string[] | undefined;
  readonly error?: { readonly code: string; readonly message: string } | undefined;
};

/** One check, self-contained: what is written as JSON here is what `postway report` and the window open. */
export type Report = {
  readonly schema: 'postway-report/1' | 'postway-report/2';
  readonly tool: { readonly name: string; readonly version: string };
  readonly language?: string | undefined;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly elapsedMs: number;
  /** It was made in the practice network, not in the real one. */
  readonly practice: boolean;
  /** It was stopped before it ended: its verdict is of what was known then. */
  readonly interrupted?: boolean | undefined;
  /** A bug of Postway's own ended it; the verdict is then `inconclusive`. */
  readonly internal?: boolean | undefined;
  readonly input: {
    readonly address?: string | undefined;
    readonly domain?: string | undefined;
    readonly server?: string | undefined;
  };
  /** What explains best why mail is not going out, or `all-clear`. */
  readonly verdict: Finding;
  /** The most important first; the verdict is the first. */
  readonly findings: readonly Finding[];
  /** Null where no setting was found that works. */
  readonly recommendation: Recommendation | null;
  readonly observations: readonly Observation[];
};

/** What a text means. */
export type Explanation = {
  readonly schema: 'postway-explanation/1';
  /** False: nobody knows the text, and nothing is guessed. */
  readonly known: boolean;
  readonly items: readonly {
    readonly program?: string | undefined;
    readonly code?: string | undefined;
    readonly matched: string;
    readonly meaning: string;
    readonly certainty: 'certain' | 'likely' | 'possible';
    /** The most probable first. */
    readonly causes: readonly string[];
    readonly server?: { readonly host: string; readonly port?: number | undefined } | undefined;
    readonly replyCode?: number | undefined;
    readonly enhancedStatus?: string | undefined;
    readonly retry: 'now' | 'later' | 'after-change' | 'never';
  }[];
  readonly bounce?:
    | {
        readonly format: string;
        readonly recipients: readonly {
          readonly address: string;
          readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
          readonly status?: string | undefined;
          readonly reason: string;
        }[];
      }
    | undefined;
};

/** Settings for one mail program: a file, or steps as text. They hold no password. */
export type ExportedSettings = {
  readonly program: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly text: string;
  /** `text` is base64 of the file's bytes. */
  readonly encoding?: 'base64' | undefined;
  /** What must be read first, and what to do at the provider: show it beside the file. */
  readonly warnings: readonly string[];
};

export type WordsOptions = { readonly language?: Language | (string & {}) | undefined };

export type CheckOptions = WordsOptions & {
  /** The server for sending, where it is known: `host` or `host:port`. */
  readonly server?: string | undefined;
  /** What the mail program uses today. */
  readonly current?:
    | { readonly host: string; readonly port: number; readonly security: Security }
    | undefined;
  /** Ports for sending. Without: 25, 26, 465, 587 and 2525, as far as they can change the verdict. */
  readonly ports?: readonly number[] | undefined;
  /** Also check IMAP and POP3. */
  readonly incoming?: boolean | undefined;
  /** False: ask no web server for published settings, only DNS. */
  readonly lookup?: boolean | undefined;
  /** False: contact nobody but the provider itself. Blocks can then not be proven. */
  readonly references?: boolean | undefined;
  /** The error text of the mail program; the report then says whether the check confirms it. */
  readonly error?: string | undefined;
  /** The person was asked, and the domain is spelt right although it looks like a slip of a well-known one. */
  readonly isDomainSure?: boolean | undefined;
  /** Upper bound for one connection attempt, in seconds: 0.5 to 120. Without: 10. */
  readonly timeoutSeconds?: number | undefined;
  /** Play this situation on this computer instead, without any network, such as `port-25-blocked`. */
  readonly practice?: string | undefined;
  /** Once it aborts, the check ends within moments and resolves to what is known, `interrupted`. */
  readonly signal?: AbortSignal | undefined;
};

export type ExportOptions = WordsOptions & {
  /** Of a program with steps: its version, its way to the settings, and the language of its menus. */
  readonly version?: string | undefined;
  readonly way?: string | undefined;
  readonly menus?: string | undefined;
};

/** What was asked for cannot be done. `message` is a sentence in the language that was asked for. */
export declare class PostwayError extends Error {
  readonly name: 'PostwayError';
  readonly code: 'bad-input' | 'not-found' | 'too-large' | 'refused' | 'unavailable' | 'internal';
  /** The argument, option or field of the report that it is about. */
  readonly field: string;
}

/**
 * Finds out from this computer why mail can or cannot be sent. A network that fails is no error: the report says so. Takes seconds. Rejects
 * with a `PostwayError` when `subject` or an option is wrong.
 *
 * @param subject a mail address, a domain, or `host[:port]`
 */
export declare function check(subject: string, options?: CheckOptions): Promise<Report>;

/**
 * A report judged anew from its observations, as JSON text or as an object. What it claims otherwise is not believed. Asks nobody. Rejects
 * with a `PostwayError` that names the field when it is no report.
 */
export declare function diagnose(report: Report | string, options?: WordsOptions): Promise<Report>;

/** What an error text, a line of a log or a whole bounced message means. Asks nobody. A text beyond 1,000,000 characters is cut. */
export declare function explain(text: string, options?: WordsOptions): Promise<Explanation>;

/**
 * The settings of a report for one mail program, device or server; `postway export --list` names them. The report is judged anew first.
 * Rejects with a `PostwayError` when there are none that work, or when the program cannot carry them.
 */
export declare function exportSettings(
  report: Report | string,
  program: string,
  options?: ExportOptions,
): Promise<ExportedSettings>;
