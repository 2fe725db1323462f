import type { Server } from '../model/check.ts';
import { say } from '../text/index.ts';
import type { PlainKey } from '../text/said.ts';
import type { ClientSettings, Step } from './client.ts';
import { adviceOf } from './login-advice.ts';
import { prefaceOf } from './preface.ts';
import { type QrCode, qrCode, qrLabel } from './qr-code.ts';
import { ExportRefused } from './refused.ts';
import { fieldsToRead, onPaper } from './step.ts';
import { thunderbirdAndroidQr } from './thunderbird-android-qr.ts';
import {
  accountNote,
  addressWords,
  anyProgram,
  changedWords,
  changeLines,
  changeOf,
  isSignInOnly,
  passwordWords,
  providerHeading,
  receivingWords,
  userWords,
} from './words.ts';

/** A value under its label; `field` is what a refusal would call it. */
export type PageRow = { readonly label: string; readonly field: string; readonly value: string };

type PageList = { readonly heading: string; readonly lines: readonly string[] };

/** One step as it stands on paper: where it is, what to do, and the values in the order in which they are set. */
export type PageStep = {
  readonly title: string;
  readonly where: string | null;
  readonly sentences: readonly string[];
  readonly fields: readonly PageField[];
};

export type PageField = {
  readonly label: string;
  readonly value: string;
  /** That it changes, and from what. */
  readonly mark: string | null;
  readonly note: string | null;
};

export type PageTable = {
  readonly kind: 'table';
  readonly id: 'person' | 'outgoing' | 'incoming';
  readonly heading: string | null;
  readonly rows: readonly PageRow[];
  /** What is to be known about these values. */
  readonly note: string | null;
};

/** What stands on a page, from top to bottom. */
export type PagePart =
  | ({ readonly kind: 'paragraphs' } & PageList)
  | PageTable
  /** The way to the settings, in the program that was chosen or in any. */
  | { readonly kind: 'steps'; readonly heading: string; readonly steps: readonly PageStep[] }
  /** The code that Thunderbird for Android scans. */
  | { readonly kind: 'code'; readonly drawing: QrCode; readonly label: string; readonly caption: string }
  | ({ readonly kind: 'points' } & PageList);

/** One page of settings to print or to send: what stands on it, however it is drawn. */
export type Page = {
  readonly title: string;
  /** What must be read first. */
  readonly warnings: readonly string[];
  readonly parts: readonly PagePart[];
};

/**
 * The page for these settings, with everything on it in the order in which it is read. Whoever has one program's steps follows them, and the values
 * below are for looking up; whoever has none begins with the values.
 */
export function pageOf(settings: ClientSettings): Page {
  const { walkthrough } = settings;
  const head = {
    title: say('client.text.title', { address: addressWords(settings) }),
    warnings: prefaceOf(settings),
  };
  if (walkthrough === undefined) {
    return {
      ...head,
      parts: [
        ...firstOf(settings),
        ...valuesOf(settings),
        wayOf(settings),
        ...codeOf(settings),
        notesOf(accountNote(settings), 'client.text.note-password'),
      ],
    };
  }
  // An account that signs in by the provider's page has no values.
  const hasValues = !isSignInOnly(settings) || walkthrough.steps.every(({ id }) => id !== 'add');
  const isOwn = walkthrough.steps.some(({ id }) => id === 'own');
  if (!hasValues || isOwn) {
    return { ...head, parts: [wayOf(settings), notesOf('client.text.note-password')] };
  }
  return {
    ...head,
    parts: [
      ...firstOf(settings),
      wayOf(settings),
      ...valuesOf(settings),
      walkthrough.isSendingOnly
        ? notesOf('client.text.note-password')
        : notesOf(accountNote(settings), 'client.text.note-password'),
    ],
  };
}

function notesOf(...notes: readonly PlainKey[]): PagePart {
  return { kind: 'points', heading: say('client.text.notes'), lines: notes.map((note) => say(note)) };
}

function valuesOf(settings: ClientSettings): PageTable[] {
  const { outgoing, incoming, walkthrough } = settings;
  const person: PageTable = {
    kind: 'table',
    id: 'person',
    heading: null,
    rows: personRows(settings),
    note: null,
  };
  const sending: PageTable = {
    kind: 'table',
    id: 'outgoing',
    heading: say(walkthrough === undefined ? 'client.text.outgoing' : 'client.page.outgoing'),
    rows: serverRows(outgoing, settings),
    note: null,
  };
  if (incoming === null || walkthrough?.isSendingOnly)
    return inTurn(person, sending, walkthrough !== undefined);
  const receiving: PageTable = {
    kind: 'table',
    id: 'incoming',
    heading: say(walkthrough === undefined ? 'client.text.incoming' : 'client.page.incoming', {
      protocol: incoming.protocol.toUpperCase(),
    }),
    rows: serverRows(incoming, settings),
    note: receivingWords(settings),
  };
  return [...inTurn(person, sending, walkthrough !== undefined), receiving];
}

/** Behind the steps, a heading comes before anything else. */
function inTurn(person: PageTable, sending: PageTable, isBehindSteps: boolean): PageTable[] {
  return isBehindSteps ? [{ ...sending, rows: [...person.rows, ...sending.rows] }] : [person, sending];
}

/** What is to be done at the provider, and what changes in the program: read before all else. */
function firstOf(settings: ClientSettings): PagePart[] {
  // The first of one program's steps is that already.
  const isInSteps = settings.walkthrough?.steps.some(({ id }) => id === 'provider');
  const advice = isInSteps ? [] : adviceOf(settings);
  const change = changeOf(settings);
  const kind = 'paragraphs';
  return [
    ...(advice.length > 0 ? [{ kind, heading: providerHeading(settings), lines: advice } as const] : []),
    ...(change === null
      ? []
      : [{ kind, heading: say('client.text.change'), lines: changeLines(change, settings) } as const]),
  ];
}

function wayOf(settings: ClientSettings): PagePart {
  const kind = 'steps';
  const { walkthrough } = settings;
  if (walkthrough === undefined) {
    const plain = (title: string): PageStep => ({ title, where: null, sentences: [], fields: [] });
    return { kind, heading: say('client.any-program.title'), steps: anyProgram(settings).map(plain) };
  }
  const heading = say('client.page.way', { program: walkthrough.program });
  return { kind, heading, steps: onPaper(walkthrough.steps).map(stepOnPaper) };
}

function stepOnPaper(step: Step): PageStep {
  const { title, path, text, notes } = step;
  return {
    title,
    where: path.length > 0 ? say('client.steps.where', { path: path.join(' › ') }) : null,
    sentences: [text, ...notes].filter((sentence) => sentence !== ''),
    fields: fieldsToRead(step).map(({ label, value, isChanged, was, note }) => ({
      label: label.replace(/\s?:$/, ''),
      value,
      mark: isChanged ? changedWords(was) : null,
      note: note ?? null,
    })),
  };
}

function codeOf(settings: ClientSettings): PagePart[] {
  try {
    const text = thunderbirdAndroidQr.code(settings);
    return [
      {
        kind: 'code',
        drawing: qrCode('displayName', text),
        label: qrLabel('Thunderbird for Android'),
        caption: say('client.page.code'),
      },
    ];
  } catch (error) {
    // The page is worth printing without the code.
    if (error instanceof ExportRefused) return [];
    throw error;
  }
}

function personRows({ displayName, mailAddress }: ClientSettings): PageRow[] {
  const rows: PageRow[] = [
    { label: say('client.field.name'), field: 'displayName', value: displayName },
    { label: say('client.field.address'), field: 'mailAddress', value: mailAddress },
  ];
  return rows.filter(({ value }) => value !== '');
}

function serverRows(server: Server, settings: ClientSettings): PageRow[] {
  const { protocol, host, port, security, auth } = server;
  const role = protocol === 'smtp' ? 'outgoing' : 'incoming';
  const row = (label: string, field: string, value: string): PageRow => ({
    label,
    field: `${role}.${field}`,
    value,
  });
  return [
    row(say('client.field.server'), 'host', host),
    row(say('client.field.port'), 'port', String(port)),
    row(say('client.field.security'), 'security', securityWords(security, settings)),
    ...(auth === 'none' ? [] : [row(say('client.field.username'), 'username', userWords(server, settings))]),
    row(say('client.field.login'), 'auth', passwordWords(server, settings)),
  ];
}

/** Where no program was chosen, what others call it as well; steps have their program's own word. */
function securityWords(security: Server['security'], { walkthrough }: ClientSettings): string {
  return say(walkthrough === undefined ? `client.security-words.${security}` : `client.security.${security}`);
}
