import * as z from 'zod/mini';
import { ActKind, ActProgress, Unwatched } from '../model/act.ts';
import { CheckEvent, CurrentSettings, Provider, Secret, Server } from '../model/check.ts';
import { PortNumber } from '../model/endpoint.ts';
import { Change, FindingCode } from '../model/finding.ts';
import { FoundAccount, Unread } from '../model/found-account.ts';
import type { Problem } from '../model/problem.ts';
import { Report } from '../model/report.ts';
import { Said } from '../model/said.ts';
import { languages } from '../text/languages.ts';
import { maxMessageBytes } from './channel.ts';

type Schema = z.ZodMiniType;
export type Call<A extends Schema = Schema, R extends Schema = Schema> = {
  readonly kind: 'call';
  readonly argument: A;
  readonly result: R;
};
export type Stream<A extends Schema = Schema, E extends Schema = Schema, R extends Schema = Schema> = {
  readonly kind: 'stream';
  readonly argument: A;
  readonly event: E;
  readonly result: R;
};

function call<A extends Schema, R extends Schema>(argument: A, result: R): Call<A, R> {
  return { kind: 'call', argument, result };
}

function stream<A extends Schema, E extends Schema, R extends Schema>(
  argument: A,
  event: E,
  result: R,
): Stream<A, E, R> {
  return { kind: 'stream', argument, event, result };
}

export const Nothing = z.object({});
const moment = z.string().check(z.maxLength(40));
/** What follows from two checks, and when they were made. */
const Together = z.object({ older: moment, newer: moment, headline: z.string().check(z.maxLength(1000)) });
export const CheckId = z.object({ checkId: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)) });

/** What a person typed: raw texts, so that the backend answers with the field and the remedy when one is wrong. */
export const CheckRequest = z.object({
  /** An address, a domain, or host[:port]. */
  subject: z.string().check(z.maxLength(400)),
  /** The person was asked and said that the domain is spelt right. */
  isDomainSure: z.optional(z.boolean()),
  server: z.optional(z.string().check(z.maxLength(300))),
  current: z.optional(CurrentSettings),
  ports: z.optional(z.array(PortNumber).check(z.maxLength(20))),
  incoming: z.optional(z.boolean()),
  lookup: z.optional(z.boolean()),
  references: z.optional(z.boolean()),
  /** What the mail program says, as it was pasted. It is explained, and not kept. */
  error: z.optional(z.string().check(z.maxLength(20_000))),
  /** Run in the practice network, in this scenario. */
  practice: z.optional(z.string().check(z.maxLength(60))),
});
export type CheckRequest = Readonly<z.infer<typeof CheckRequest>>;

export const Scenario = z.object({
  id: z.string(),
  /** What it is about, in a word or two; several share it. */
  group: z.string(),
  /** Short name, as a button would say it. */
  name: z.string(),
  /** One sentence: what has gone wrong in this network. */
  story: z.string(),
  /** The address to check there. */
  address: z.string(),
  /** What the mail program of the story uses today. */
  current: z.optional(CurrentSettings),
});
export type Scenario = Readonly<z.infer<typeof Scenario>>;

export const ExportedFile = z.object({
  fileName: z.string().check(z.maxLength(255)),
  mediaType: z.string().check(z.maxLength(100)),
  text: z.string().check(z.maxLength(maxMessageBytes)),
  /** The text is base64 of the file's bytes. */
  encoding: z.optional(z.literal('base64')),
});
export type ExportedFile = Readonly<z.infer<typeof ExportedFile>>;

const AccountId = FoundAccount.shape.id;
const file = z.string().check(z.maxLength(5000));
const words = z.string().check(z.maxLength(1000));

/** What would be changed in Thunderbird, in its own words; nothing has been yet. */
export const ChangePreview = z.object({
  previewId: z.string().check(z.maxLength(60)),
  /** Empty when all is right already. `name`: the preference. */
  changes: z.array(z.object({ label: words, from: words, to: words, name: words })).check(z.maxLength(10)),
  /** Other addresses that send through the same entry. */
  alsoUsedBy: z.array(z.string().check(z.maxLength(320))).check(z.maxLength(200)),
  /** Thunderbird has to be closed first. */
  isOpen: z.boolean(),
  /** What is dangerous about the change, for a question of its own; null where nothing is. */
  danger: z.nullable(Said),
  file,
  /** An earlier change can be taken back. */
  canUndo: z.boolean(),
});
export type ChangePreview = Readonly<z.infer<typeof ChangePreview>>;
/** A mail program, and which copy of it, by the ids of `shared/clients`. */
const ProgramChoice = z.object({ id: words, language: words, version: words, way: words });

/** The settings that a page is made of, and the program whose steps stand on it; as for mail programs, never a password. */
export const PageSettings = z.object({
  outgoing: Server,
  incoming: z.nullable(Server),
  mailAddress: z.string().check(z.maxLength(320)),
  displayName: z.string().check(z.maxLength(255)),
  change: z.optional(z.nullable(z.array(Change))),
  secret: z.optional(Secret),
  provider: z.optional(Provider),
  program: z.optional(ProgramChoice),
  isPractice: z.optional(z.boolean()),
  warnings: z.optional(z.array(z.string().check(z.maxLength(8000))).check(z.maxLength(20))),
  first: z.optional(z.array(z.string().check(z.maxLength(8000))).check(z.maxLength(20))),
  mustWait: z.optional(z.boolean()),
  misnamedIncoming: z.optional(z.string().check(z.maxLength(255))),
  isNearby: z.optional(z.boolean()),
  isForComparing: z.optional(z.boolean()),
  isPasswordRefused: z.optional(z.boolean()),
  isNameNew: z.optional(z.boolean()),
  refusedSender: z.optional(z.string().check(z.maxLength(320))),
  logins: z.optional(z.array(words).check(z.maxLength(50))),
  alternatives: z.optional(z.array(Server).check(z.maxLength(20))),
  elsewhere: z.optional(z.object({ closed: PortNumber, server: z.nullable(Server) })),
});

/** Longer is no password that somebody types. */
const maxPasswordBytes = 1000;

/** A login or a test message that the person asks for. The password is for this once, and nothing that comes back holds it. */
export const ActOrder = z.object({
  ...CheckId.shape,
  kind: ActKind,
  /** Whose account it is, and the sender. */
  address: words,
  /** Absent: what the check found, else the whole address. */
  user: z.optional(words),
  /** Absent: the sender. */
  to: z.optional(words),
  /** In UTF-8. Bytes, since a string cannot be overwritten when it has been passed on. */
  password: z.instanceof(Uint8Array).check(z.refine(({ length }) => length <= maxPasswordBytes)),
  /** The fingerprint of a certificate with a problem that the person agreed to. */
  consent: z.optional(words),
  /** The person wants their mailbox to be looked into, to see whether the message arrives. */
  isWatched: z.boolean(),
});
export type ActOrder = Readonly<z.infer<typeof ActOrder>>;

const ActId = z.object({ actId: CheckId.shape.checkId });

/** The networks that a computer is in, as a report has them. */
export const Network = Report.shape.network;

const HistoryId = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/));

/** A check that was kept, as a list shows it. */
export const KeptCheck = z.object({
  /** The moment of its beginning and something unguessable: `20261128t063725z-5f0c2a`. The later is the greater. */
  id: HistoryId,
  /** ISO 8601 UTC. */
  startedAt: z.string().check(z.maxLength(40)),
  /** The address, domain or server that was checked. */
  subject: words,
  verdict: FindingCode,
  headline: z.string().check(z.maxLength(2000)),
  /** Whether a setting that works was found. */
  works: z.boolean(),
});
export type KeptCheck = Readonly<z.infer<typeof KeptCheck>>;

/** What a person chose for the window, for its next start. `textSize`: in percent of the usual one. */
export const WindowChoices = z.object({
  language: z.optional(z.enum(languages)),
  textSize: z.optional(z.int().check(z.minimum(50), z.maximum(300))),
});
export type WindowChoices = Readonly<z.infer<typeof WindowChoices>>;

/** Everything the window may ask. Both ends parse with these schemas. */
export const contract = {
  'app.describe': call(
    Nothing,
    z.object({
      version: z.string(),
      platform: z.string(),
      isDesktop: z.boolean(),
      practice: z.nullable(z.string()),
    }),
  ),
  /** Whatever is said from now on is said in this language. */
  'language.choose': call(z.object({ language: z.enum(languages) }), Nothing),
  /** Keeps a choice for the next start of the window. */
  'window.keep': call(WindowChoices, Nothing),
  'practice.list': call(Nothing, z.object({ scenarios: z.array(Scenario) })),
  /**
   * What an error text means, the most telling thing in it. `meaning` is absent where nobody knows. `uses`: the setting for sending that the
   * text shows to be in use. `about`: the way to the server, or the password that it refuses. `masked`: the text without what is private.
   */
  'explain.text': call(
    z.object({ text: z.string().check(z.maxLength(20_000)) }),
    z.object({
      code: z.optional(words),
      meaning: z.optional(words),
      causes: z.array(words).check(z.maxLength(10)),
      uses: z.optional(CurrentSettings),
      about: z.optional(z.enum(['way', 'password'])),
      /** A check can see whether one of the causes is so. */
      isSeen: z.optional(z.boolean()),
      /** What to do, where none can. */
      advice: z.optional(z.array(words).check(z.maxLength(10))),
      masked: z.string().check(z.maxLength(30_000)),
    }),
  ),
  'check.start': call(CheckRequest, CheckId),
  /** From the first event on, so that a reload resumes. Dropping the stream does not cancel the check. */
  'check.watch': stream(CheckId, CheckEvent, Report),
  'check.cancel': call(CheckId, Nothing),
  /** Where a login after that check would go. Nothing is sent. */
  'act.plan': call(
    CheckId,
    z.object({
      host: words,
      port: PortNumber,
      user: words,
      /** The server for receiving whose mailbox can be looked into, or why none can. */
      mailbox: z.union([z.object({ host: words }), Unwatched]),
      /** A certificate with a problem, which takes the person's word. */
      certificate: z.nullable(z.object({ fingerprint: words, subject: words, issuer: words })),
      /** The act that was started last for that check, and how many have ended. */
      last: z.nullable(z.object({ ...ActId.shape, isRunning: z.boolean() })),
      ended: z.int(),
    }),
  ),
  /** Logs in once, and sends one message. It goes on when the window is closed. */
  'act.start': call(ActOrder, ActId),
  /** From the first event on; resolves to the check's report with what was done. */
  'act.watch': stream(ActId, z.object({ step: ActProgress }), Report),
  'act.cancel': call(ActId, Nothing),
  /** Judges a saved report anew. `difference`: what it claimed otherwise, in a sentence. */
  'report.reopen': call(
    Report,
    z.object({ report: Report, difference: z.nullable(z.string().check(z.maxLength(1000))) }),
  ),
  /** Puts a report that this window holds into the words of the language that is chosen now. */
  'report.reword': call(Report, Report),
  /** Offers to save in the desktop app; `saved: false` means that the person changed their mind. */
  'file.save': call(ExportedFile, z.object({ saved: z.boolean() })),
  /** What mail programs on this computer use today. Asked only when the person wants it; reads, and changes nothing. */
  'computer.find': call(
    Nothing,
    z.object({
      accounts: z.array(FoundAccount).check(z.maxLength(200)),
      unread: z.array(Unread).check(z.maxLength(200)),
      /** Where it was looked. */
      places: z.array(z.string().check(z.maxLength(1000))).check(z.maxLength(200)),
    }),
  ),
  /** What the result of that check would change in that account of Thunderbird's. Changes nothing. */
  'computer.preview': call(z.object({ accountId: AccountId, ...CheckId.shape }), ChangePreview),
  /** Makes the change that was looked at, and no other. `allowPlain`: the person was told of its danger and wants it all the same. */
  'computer.apply': call(
    z.object({ previewId: ChangePreview.shape.previewId, allowPlain: z.optional(z.boolean()) }),
    z.object({ backup: file }),
  ),
  /** Takes the last change in that account's profile back. `isWhole`: byte for byte. */
  'computer.undo': call(z.object({ accountId: AccountId }), z.object({ isWhole: z.boolean() })),
  /** The checks made on this computer that were kept, the newest first, and whether more will be. */
  'history.list': call(
    Nothing,
    z.object({ checks: z.array(KeptCheck).check(z.maxLength(100)), isKept: z.boolean() }),
  ),
  /** One of them, judged anew. */
  'history.open': call(z.object({ id: HistoryId }), z.object({ report: Report })),
  /** Deletes one, or with `all` every one. */
  'history.forget': call(z.object({ id: HistoryId }), z.object({ forgotten: z.int() })),
  /** Whether checks are kept from now on. */
  'history.set': call(z.object({ isKept: z.boolean() }), Nothing),
  /**
   * Resolves when this computer is in another network than `than` (where that is not known: than now). Sends nothing. `here`: still in
   * that network, as far as can be seen. `away`: in none.
   */
  'network.other': stream(
    z.object({ than: Network }),
    z.object({ where: z.enum(['here', 'away']) }),
    Nothing,
  ),
  /** The same as `file.save` for the page of settings as a PDF. The backend makes the page: no markup comes from the window. */
  'page.save': call(PageSettings, z.object({ saved: z.boolean() })),
  /** The same for a report: with its verdict, every attempt with its time, and what follows from it and another check. */
  'report.save': call(
    z.object({ report: Report, together: z.nullable(Together) }),
    z.object({ saved: z.boolean() }),
  ),
} as const;
export type Contract = typeof contract;
export type CallName = keyof Contract;

export type Argument<N extends CallName> = z.infer<Contract[N]['argument']>;
export type ResultOf<N extends CallName> = z.infer<Contract[N]['result']>;
export type EventOf<N extends CallName> =
  Contract[N] extends Stream<Schema, infer E, Schema> ? z.infer<E> : never;

/** What the window calls; derived from the table. A failure rejects with a `CallFailed`. */
export type Caller = {
  readonly [N in CallName]: Contract[N] extends Stream
    ? (
        argument: Argument<N>,
        onEvent: (event: EventOf<N>) => void,
        signal?: AbortSignal,
      ) => Promise<ResultOf<N>>
    : (argument: Argument<N>, signal?: AbortSignal) => Promise<ResultOf<N>>;
};

/** What the backend implements; a forgotten one does not compile. An expected failure is returned as a Problem. */
export type Handlers = {
  readonly [N in CallName]: Contract[N] extends Stream
    ? (
        argument: Argument<N>,
        emit: (event: EventOf<N>) => void,
        signal: AbortSignal,
      ) => Promise<{ ok: true; value: ResultOf<N> } | { ok: false; problem: Problem }>
    : (
        argument: Argument<N>,
        signal: AbortSignal,
      ) => Promise<{ ok: true; value: ResultOf<N> } | { ok: false; problem: Problem }>;
};

/** Thrown in the window only: carries the backend's Problem to the screen that shows it. */
export class CallFailed extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message.key);
    this.name = 'CallFailed';
    this.problem = problem;
  }
}
