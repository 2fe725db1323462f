import type { Server } from '../model/check.ts';
import { say } from '../text/index.ts';
import type { ClientSettings } from './client.ts';
import { prefaceOf } from './preface.ts';
import { type QrCode, qrCode, qrLabel } from './qr-code.ts';
import { ExportRefused } from './refused.ts';
import { thunderbirdAndroidQr } from './thunderbird-android-qr.ts';
import { addressWords, passwordWords, userWords } from './words.ts';

/** A value under its label; `field` is what a refusal would call it. */
export type PageRow = { readonly label: string; readonly field: string; readonly value: string };

/** One page of settings to print or to send: what stands on it, however it is drawn. */
export type Page = {
  readonly title: string;
  /** What must be read first. */
  readonly warnings: readonly string[];
  readonly sections: readonly {
    readonly id: 'person' | 'outgoing' | 'incoming';
    readonly heading: string | null;
    readonly rows: readonly PageRow[];
  }[];
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
    sections: [
      { id: 'person', heading: null, rows: person(settings) },
      { id: 'outgoing', heading: say('client.text.outgoing'), rows: serverRows(outgoing, settings) },
      ...(incoming === null
        ? []
        : [
            {
              id: 'incoming' as const,
              heading: say('client.text.incoming', { protocol: incoming.protocol.toUpperCase() }),
              rows: serverRows(incoming, settings),
            },
          ]),
    ],
    code: codeOf(settings),
    notesHeading: say('client.text.notes'),
    notes: [
      say('client.text.note-order'),
      say('client.text.note-change-only'),
      say('client.text.note-password'),
    ],
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
