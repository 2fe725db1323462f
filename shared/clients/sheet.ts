import { say } from '../text/index.ts';
import type { PlainKey } from '../text/said.ts';
import { againStep } from './again-step.ts';
import type {
  ClientGroup,
  ClientSettings,
  ClientSource,
  Platform,
  ProgramWords,
  SendsFrom,
  Step,
  StepsClient,
} from './client.ts';
import { deviceStep } from './device-step.ts';
import type { Dialog } from './dialog.ts';
import { isForPeople } from './for-people.ts';
import { plainSecurity } from './security-control.ts';
import { fieldControls, type SheetField } from './sheet-field.ts';
import type { SignIn, SignInOtherwise } from './sign-in.ts';
import {
  cloudStep,
  englishOnly,
  openStep,
  serverStep,
  sketchOf,
  tryStep,
  tryTyped,
  tryUnasked,
} from './steps.ts';
import { addressWords } from './words.ts';

/** What else is to be known of a form: always, or as far as it is true of these settings. */
export type SheetNote = PlainKey | ((settings: ClientSettings) => readonly string[]);

/** A form for sending, as data: of a scanner, a camera, a web page of a server, a program whose labels are known in English alone. */
export type Sheet = {
  readonly id: string;
  readonly name: StepsClient['name'];
  readonly shortName?: NonNullable<StepsClient['shortName']>;
  readonly group: ClientGroup;
  readonly source: ClientSource;
  readonly platforms: readonly Platform[];
  /** The way to the form; `@` stands for the person's address. */
  readonly path: readonly string[];
  readonly open: PlainKey;
  readonly text: PlainKey;
  readonly title: string;
  readonly frame?: Dialog['frame'];
  readonly fields: readonly SheetField[];
  /** Label of the button that keeps the settings. */
  readonly save?: string;
  /** Who says that way and labels are so: the maker's own pages; others who did it, where no page of the maker's was found; or nobody. */
  readonly confirmedBy: 'maker' | 'others' | 'nobody';
  readonly notes?: readonly SheetNote[];
  readonly sendsFrom?: SendsFrom;
  /** Its maker's computers connect. */
  readonly cloud?: PlainKey;
  /** A device that may be too old for today's encryption, and sends by itself. */
  readonly isDevice?: true;
  /** It stores: nobody is sent to a NAS from here. */
  readonly isNas?: true;
  /** It knows neither login nor encryption: a server that wants either can only be reached through a relay. */
  readonly isPlainOnly?: true;
  readonly send?: PlainKey;
  /** Perhaps no servers of an account can be changed in it: then the account is added again, with those for receiving too. */
  readonly mayHaveToAdd?: true;
  /** How an account is added that signs in by the browser. */
  readonly signIn?: SignIn;
  /** What it can do itself where that is no way. */
  readonly signInOtherwise?: SignInOtherwise;
};

/** The steps of a form: where it is, what is typed into it, the proof, and what else a device may want. */
export function sheetClient(sheet: Sheet): StepsClient {
  const { id, name, shortName, group, source, platforms, signIn, fields } = sheet;
  const sendsFrom = sheet.sendsFrom ?? (sheet.cloud === undefined ? undefined : 'cloud');
  return {
    ...englishOnly,
    kind: 'steps',
    id,
    name,
    ...(shortName !== undefined && { shortName }),
    ...(fields.every(({ is }) => is !== 'sender') && { hasNoSender: true as const }),
    group,
    source,
    ...(sendsFrom && { sendsFrom }),
    platforms,
    ...(isForPeople(sheet) && { hasReceivingBeside: true as const }),
    words: () => wordsOf(sheet),
    imports: [],
    limits: ['client.limit.no-file'],
    ...(signIn && { signIn: () => signIn }),
    ...(sheet.signInOtherwise && { signInOtherwise: sheet.signInOtherwise }),
    steps: (settings) => stepsOf(sheet, settings),
  };
}

function stepsOf(sheet: Sheet, settings: ClientSettings): Step[] {
  const { outgoing } = settings;
  const hasPassword = sheet.fields.some(({ is }) => is === 'password');
  const isThroughRelay =
    sheet.isPlainOnly === true && (outgoing.auth !== 'none' || outgoing.security !== 'none');
  // An account alone is no place to look for.
  const way = sheet.path.every((click) => click === '@') ? [] : sheet.path;
  const path = way.map((click) => (click === '@' ? addressWords(settings) : click));
  const dialog = sketchOf({
    title: sheet.title,
    groups: [
      {
        controls: fieldControls(sheet.fields, settings, isThroughRelay),
      },
    ],
    ...(sheet.frame && { frame: sheet.frame }),
    ...(sheet.save !== undefined && { save: sheet.save }),
  });
  const isPlain = outgoing.security === 'none';
  const notes = [
    ...(sheet.isDevice && !isPlain && isListUnsure(sheet) ? [say('client.device.words')] : []),
    ...(sheet.notes ?? []).flatMap((note) => (typeof note === 'string' ? [say(note)] : note(settings))),
    ...(isThroughRelay
      ? [say('client.device.through-relay', { host: outgoing.host, port: outgoing.port })]
      : []),
  ];
  return [
    ...(sheet.cloud ? [cloudStep(sheet.cloud)] : []),
    openStep(
      path,
      sheet.open,
      confirmation[sheet.confirmedBy].map((key) => say(key)),
    ),
    serverStep([], settings.isForComparing ? 'client.step.compare-form' : sheet.text, dialog, notes),
    ...(sheet.mayHaveToAdd ? [againStep(sheet, settings)] : []),
    // What goes to a relay needs no login, and who has typed the password is not asked for it.
    (isThroughRelay ? tryUnasked : hasPassword ? tryTyped : tryStep)(
      settings,
      sheet.send ?? (sheet.isDevice ? 'client.device.send' : 'client.step.send.text'),
    ),
    ...(sheet.isDevice && !settings.isForComparing
      ? [deviceStep(sheet, isThroughRelay ? undefined : settings)]
      : []),
  ];
}

/** Devices of one maker have lists of different words; which stand in this one only its maker could say. */
function isListUnsure({ confirmedBy, fields }: Sheet): boolean {
  return confirmedBy !== 'maker' && fields.some(({ is }) => is === 'security');
}

const confirmation: Readonly<Record<Sheet['confirmedBy'], readonly PlainKey[]>> = {
  maker: [],
  others: ['client.sheet.by-others'],
  nobody: ['client.sheet.by-nobody'],
};

function wordsOf({ fields }: Sheet): ProgramWords {
  const security = fields.find((field) => field.is === 'security');
  const login = fields.find((field) => field.is === 'login');
  return {
    security: security?.words ?? plainSecurity(),
    login: login?.words ?? { password: null, encrypted: null, oauth2: null, none: null },
  };
}
