import type { Server } from '../model/check.ts';
import type { Change } from '../model/finding.ts';
import type { TextKey } from '../text/index.ts';

/** A recommendation plus the person's name and address, ready for an exporter. Never a password. */
export type ClientSettings = {
  readonly outgoing: Server;
  readonly incoming: Server | null;
  readonly mailAddress: string;
  readonly displayName: string;
  /** What differs from the settings in use today; `null` when those are not known. */
  readonly change: readonly Change[] | null;
};

/** A value at the place where it is typed, under the label that the program shows. */
export type StepField = {
  readonly label: string;
  readonly value: string;
  /** `choice`: picked from a list or ticked, so there is nothing to copy. */
  readonly control: 'text' | 'choice' | 'check-box';
  /** Differs from what is set today. */
  readonly isChanged: boolean;
  readonly note?: string;
};

/** One step in one window of the mail program. */
export type Step = {
  readonly id: string;
  readonly title: string;
  /** What to click, in order, in the program's own words. */
  readonly path: readonly string[];
  readonly text: string;
  readonly fields: readonly StepField[];
};

/** Where a client is offered: what most people use first, then the rest; then servers, websites and programs, whoever runs a domain. */
export type ClientGroup = 'popular' | 'people' | 'machines' | 'developers' | 'administrators';

export type StepsClient = {
  readonly kind: 'steps';
  readonly id: string;
  readonly name: string;
  readonly group: ClientGroup;
  readonly steps: (settings: ClientSettings) => readonly Step[];
};

/** `file`: a program loads it as it is. `text`: a person reads it, or puts it into a file of their own. */
export type FileClient = {
  readonly kind: 'file' | 'text';
  readonly id: string;
  readonly name: string;
  readonly group: ClientGroup;
  readonly fileName: string;
  readonly mediaType: string;
  /** What `render` returns is base64 of the file's bytes, for files that are no text. */
  readonly encoding?: 'base64';
  /** What should be known before the file is used at all. */
  readonly warning?: TextKey;
  /** What to do with the file, and what the program will say. */
  readonly note: TextKey;
  readonly render: (settings: ClientSettings) => string;
  /** For files that are a picture of a code to scan: what the code says, so that a window or a terminal can draw it. */
  readonly code?: (settings: ClientSettings) => string;
};

/** A code to scan that holds the password, readable for everybody: made on request, shown, and never a file. */
export type CodeClient = {
  readonly kind: 'code';
  readonly id: string;
  readonly name: string;
  readonly group: ClientGroup;
  readonly warning?: TextKey;
  readonly note: TextKey;
  readonly code: (settings: ClientSettings, password: string) => string;
};

export type Client = StepsClient | FileClient | CodeClient;

/** Thrown by an exporter that cannot carry a value; caught in `clients/index.ts` and told as a Problem. */
export class ExportRefused extends Error {
  readonly field: string;
  constructor(field: string, reason: string) {
    super(reason);
    this.name = 'ExportRefused';
    this.field = field;
  }
}
