import type { Server } from '../model/check.ts';
import { say } from '../text/index.ts';
import type { ClientSettings, Step } from './client.ts';
import { adviceOf } from './login-advice.ts';
import { prefaceOf } from './preface.ts';
import { type QrCode, qrCode, qrLabel } from './qr-code.ts';
import { ExportRefused } from './refused.ts';
import { thunderbirdAndroidQr } from './thunderbird-android-qr.ts';
import {
  addressWords,
  anyProgram,
  changedWords,
  changeLines,
  passwordWords,
  providerHeading,
  receivingWords,
  userWords,
} from './words.ts';

/** A value under its label; `field` is what a refusal would call it. */
export type PageRow = { readonly label: string; readonly field: string; readonly value: string };

export type PageList = { readonly heading: string; readonly lines: readonly string[] };

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

/** One page of settings to print or to send: what stands on it, however it is drawn. */
export type Page = {
  readonly title: string;
  /** What must be read first. */
  readonly warnings: readonly string[];
  /** What is to be done at the provider, and what changes in the program: read before the values. */
  readonly first: readonly PageList[];
  readonly sections: readonly {
    readonly id: 'person' | 'outgoing' | 'incoming';
    readonly heading: string | null;
    readonly rows: readonly PageRow[];
    /** What is to be known about these values. */
    readonly note: string | null;
  }[];
  /** The way to the settings, in the program that was chosen or in any. */
  readonly way: { readonly heading: string; readonly steps: readonly PageStep[] };
  /** The code that Thunderbird for Android scans, where these settings can be said in one. */
  readonly code: { readonly drawing: QrCode; readonly label: string; readonly caption: string } | null;
  readonly notesHeading: string;
  readonly notes: readonly string[];
};

/** The page for these settings, with everything on it in the order in which it is read. */
export function pageOf(settings: ClientSettings): Page {
  const { outgoing, incoming } = settings;
  return {
    title: say('client.text.title', { address: addressWords(settings) }),
    warnings: prefaceOf(settings),
    first: firstOf(settings),
    sections: [
      { id: 'person', heading: null, rows: person(settings), note: null },
      {
        id: 'outgoing',
        heading: say('client.text.outgoing'),
        rows: serverRows(outgoing, settings),
        note: null,
      },
      ...(incoming === null
        ? []
        : [
            {
              id: 'incoming' as const,
              heading: say('client.text.incoming', { protocol: incoming.protocol.toUpperCase() }),
              rows: serverRows(incoming, settings),
              note: receivingWords(settings),
            },
          ]),
    ],
    way: wayOf(settings),
    code: codeOf(settings),
    notesHeading: say('client.text.notes'),
    notes: [say('client.text.note-change-only'), say('client.text.note-password')],
  };
}

function firstOf(settings: ClientSettings): PageList[] {
  const advice = adviceOf(settings);
  return [
    ...(advice.length > 0 ? [{ heading: providerHeading(settings), lines: advice }] : []),
    ...(settings.change === null
      ? []
      : [{ heading: say('client.text.change'), lines: changeLines(settings.change) }]),
  ];
}

function wayOf(settings: ClientSettings): Page['way'] {
  const { walkthrough } = settings;
  if (walkthrough === undefined) {
    const plain = (title: string): PageStep => ({ title, where: null, sentences: [], fields: [] });
    return { heading: say('client.any-program.title'), steps: anyProgram(settings).map(plain) };
  }
  const heading = say('client.page.way', { program: walkthrough.program });
  return { heading, steps: walkthrough.steps.map(stepOnPaper) };
}

function stepOnPaper({ title, path, text, notes, fields }: Step): PageStep {
  return {
    title,
    where: path.length > 0 ? say('client.steps.where', { path: path.join(' › ') }) : null,
    sentences: [text, ...notes].filter((sentence) => sentence !== ''),
    fields: fields.map(({ label, value, isChanged, was, note }) => ({
      label: label.replace(/\s?:$/, ''),
      value,
      mark: isChanged ? changedWords(was) : null,
      note: note ?? null,
    })),
  };
}

function codeOf(settings: ClientSettings): Page['code'] {
  try {
    const text = thunderbirdAndroidQr.code(settings);
    return {
      drawing: qrCode('displayName', text),
      label: qrLabel('Thunderbird for Android'),
      caption: say('client.page.code'),
    };
  } catch (error) {
    // The page is worth printing without the code.
    if (error instanceof ExportRefused) return null;
    throw error;
  }
}

function person({ displayName, mailAddress }: ClientSettings): PageRow[] {
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
    row(say('client.field.security'), 'security', say(`client.security-words.${security}`)),
    ...(auth === 'none' ? [] : [row(say('client.field.username'), 'username', userWords(server))]),
    row(say('client.field.login'), 'auth', passwordWords(server, settings)),
  ];
}
