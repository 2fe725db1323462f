import type { Provider, Secret, Server } from '../model/check.ts';
import type { Security } from '../model/endpoint.ts';
import type { Change } from '../model/finding.ts';
import type { PlainKey, Said } from '../text/said.ts';
import type { Dialog } from './dialog.ts';
import type { Elsewhere } from './elsewhere.ts';
import type { Language } from './language.ts';
import type { CommentStyle } from './preface.ts';
import type { ReceivingPlace } from './receiving-step.ts';
import type { SenderPlace } from './sender-step.ts';
import type { SignIn, SignInOtherwise } from './sign-in.ts';

/** What the provider of the outgoing server wants of a login, and where a person does that first. */
export type LoginFacts = Pick<
  Provider,
  | 'name'
  | 'secret'
  | 'secretAt'
  | 'needsTwoStep'
  | 'needsPlan'
  | 'wantsOwnAddress'
  | 'passwordUntil'
  | 'enable'
>;

/** A recommendation plus the person's name and address, ready for an exporter. Never a password. */
export type ClientSettings = {
  readonly outgoing: Server;
  readonly incoming: Server | null;
  readonly mailAddress: string;
  readonly displayName: string;
  /** What differs from the settings in use today; `null` when those are not known. */
  readonly change: readonly Change[] | null;
  /** What the provider wants in place of the account's own password; absent where that is not known. */
  readonly secret?: Secret | undefined;
  /** Absent where nothing unusual is known of its logins. */
  readonly provider?: LoginFacts | undefined;
  /** From the practice network, whose servers do not exist. */
  readonly isPractice?: boolean | undefined;
  /** What is wrong with these settings, in sentences; every export begins with them. */
  readonly warnings?: readonly string[] | undefined;
  /** Other ways of sending that the same check saw to be safe; absent where none was looked for. */
  readonly alternatives?: readonly Server[] | undefined;
  /** What has to be done before these settings work, as a try of them proved, in sentences. */
  readonly first?: readonly string[] | undefined;
  /** Programs refuse to connect whatever is set in them, until that is done. */
  readonly mustWait?: boolean | undefined;
  /** The host that was found for receiving too, and shows a certificate for another name there. */
  readonly misnamedIncoming?: string | undefined;
  /** They are the settings in use, and wait for something else: there is nothing to type, whatever a program shows. */
  readonly isForComparing?: boolean | undefined;
  /** What they wait for lies on this computer or in its network alone. */
  readonly isNearby?: boolean | undefined;
  /** The server refused the password that was tried: what a program keeps may be the same one. */
  readonly isPasswordRefused?: boolean | undefined;
  /** The name with which sending was seen to log in is another than was known, and receiving may go by the other one as it is set up. */
  readonly isNameNew?: boolean | undefined;
  /** The recommended port is a way around one that this network closes: what holds in others. */
  readonly elsewhere?: Elsewhere | undefined;
  /** The ways to log in that the server was seen to offer, by their names in capitals. */
  readonly logins?: readonly string[] | undefined;
  /** The sender's address that the server refused, where the account has another. */
  readonly refusedSender?: string | undefined;
  /** One program's way to them, for a page that a person takes along. */
  readonly walkthrough?:
    | {
        readonly program: string;
        readonly steps: readonly Step[];
        /** A device or a server: it receives nothing, and has no account to keep. */
        readonly isSendingOnly: boolean;
      }
    | undefined;
};

/** A value at the place where it is typed, under the label that the program shows. */
export type StepField = {
  readonly label: string;
  readonly value: string;
  /** `choice`: picked from a list or ticked, so there is nothing to copy. */
  readonly control: 'text' | 'choice' | 'check-box';
  /** Differs from what is set today. */
  readonly isChanged: boolean;
  /** What stands there today, in the program's words; present only where that changes. */
  readonly was?: string;
  readonly note?: string;
};

/** One step on the way through the mail program. */
export type Step = {
  readonly id: string;
  readonly title: string;
  /** What to click, in order, in the program's own words. */
  readonly path: readonly string[];
  readonly text: string;
  /** Cautions: words or arrangements that are not confirmed, or not known in the person's language. */
  readonly notes: readonly string[];
  /** The windows of this step, in the order in which they come up. */
  readonly dialogs: readonly Dialog[];
  /** What is set in these windows, in order: derived from them by `stepOf`. */
  readonly fields: readonly StepField[];
  /** Labels that are drawn in English, and what is known of them in the person's language; `note` is the one that says so beside the drawing. */
  readonly glossary?: { readonly own: ReadonlyMap<string, string>; readonly note: string | null };
};

/** Where a client is offered: what most people use first, then the rest; devices; then servers, websites and programs, whoever runs a domain. */
export type ClientGroup = 'popular' | 'people' | 'devices' | 'machines' | 'developers' | 'administrators';

export type Platform = 'windows' | 'macos' | 'linux' | 'ios' | 'android' | 'web';

/** How a program calls the three kinds of encryption. */
export type SecurityWords = Readonly<Record<Security, string>>;

/** How a program calls the kinds of login; `null` where it cannot do that, or offers no choice. */
export type LoginWords = Readonly<Record<'password' | 'encrypted' | 'oauth2' | 'none', string | null>> & {
  /** Where a password by LOGIN has a word of its own. */
  readonly login?: string;
  /** The login by a Windows account. */
  readonly ntlm?: string;
};

export type ProgramWords = { readonly security: SecurityWords; readonly login: LoginWords };

/** A version or another way in, by its id. */
export type Option = { readonly id: string; readonly name: string | Said };

/** Which copy of the program a person has in front of them, and by which of its ways they go. */
export type Variant = { readonly language: Language; readonly version: string; readonly way: string };

/** What an entry's labels, paths or grammar were taken from: documentation, source, or the program itself. */
export type ClientSource = {
  readonly name: string;
  readonly url?: string;
  /** When the entry was last held against it: a month or a day, ISO 8601. */
  readonly checked: string;
};

/**
 * Where what is set connects from, when that is not here: from everybody's network (`published`), from a company's computers, from a server
 * of whoever runs it, or perhaps from another network than this one: because it is carried about (`carried`), or runs there (`perhaps-here`). A
 * mail program of a person's that says nothing is taken for the former, a server or a program of one's own for the latter.
 */
export type SendsFrom = 'here' | 'published' | 'cloud' | 'server' | 'carried' | 'perhaps-here';

export type StepsClient = {
  readonly kind: 'steps';
  readonly id: string;
  /** A product's name as its maker writes it, or words for it. */
  readonly name: string | Said;
  /** What a sentence calls it, where the name has more than a sentence can take. */
  readonly shortName?: string | Said;
  readonly group: ClientGroup;
  readonly source: ClientSource;
  readonly sendsFrom?: SendsFrom;
  /** It sends, but has no place for a whole address to send from. */
  readonly hasNoSender?: true;
  readonly platforms: readonly Platform[];
  /** Versions whose words or windows differ, the newest first. */
  readonly versions: readonly Option[];
  /** Languages of which some of its words are known. English is the first. */
  readonly languages: readonly Language[];
  /** Its ways to the same settings, the one that always works first; those that these settings fit and this version has. */
  readonly ways: (settings: ClientSettings, version: string) => readonly Option[];
  readonly words: (variant: Pick<Variant, 'language' | 'version'>) => ProgramWords;
  /** Ids of the file clients that it can load. */
  readonly imports: readonly string[];
  /** What it cannot do. */
  readonly limits: readonly PlainKey[];
  /** How an account is added that signs in by the browser (OAuth2); absent where the program cannot do that. */
  readonly signIn?: (version: string, language?: Language) => SignIn;
  /** Why there is nothing to type where the account is the program's or the device's own; undefined where it is not. */
  readonly ownAccount?: (settings: ClientSettings) => PlainKey | undefined;
  /** What it can do itself where it has no such way by SMTP: another kind of account, or a sign-in that takes a client ID of one's own. */
  readonly signInOtherwise?: SignInOtherwise;
  /** Where the address stands that its messages come from; absent where that is not known. */
  readonly senderAt?: (settings: ClientSettings, variant: Variant) => SenderPlace;
  /** Where its server for receiving stands; absent where that is not known, or in one of its windows for sending. */
  readonly receivingAt?: (settings: ClientSettings, variant: Variant) => ReceivingPlace;
  /** The server for receiving stands beside the one for sending: that it stays is said with it. */
  readonly hasReceivingBeside?: true;
  /** Its steps say where messages wait that could not be sent. */
  readonly knowsOutbox?: true;
  readonly steps: (settings: ClientSettings, variant: Variant) => readonly Step[];
};

/** `file`: a program loads it as it is. `text`: a person reads it, or puts it into a file of their own. */
export type FileClient = {
  readonly kind: 'file' | 'text';
  readonly id: string;
  /** A product's name as its maker writes it, or words for it. */
  readonly name: string | Said;
  readonly group: ClientGroup;
  readonly source: ClientSource;
  readonly sendsFrom?: SendsFrom;
  readonly fileName: string;
  readonly mediaType: string;
  /** What `render` returns is base64 of the file's bytes, for files that are no text. */
  readonly encoding?: 'base64';
  readonly comments: CommentStyle;
  /** It sends, but has no place for a whole address to send from. */
  readonly hasNoSender?: true;
  /** What should be known before the file is used at all. */
  readonly warning?: PlainKey;
  /** It can say that the program signs in by the browser (OAuth2). */
  readonly canSignIn?: true;
  /** It sets up an account, whose address is the sender. */
  readonly addsAccount?: true;
  /** What to do with the file, and what the program will say. */
  readonly note: PlainKey;
  readonly render: (settings: ClientSettings) => string;
  /** For files that are a picture of a code to scan: what the code says, so that a window or a terminal can draw it. */
  readonly code?: (settings: ClientSettings) => string;
};

/** A code to scan that holds the password, readable for everybody: made on request, shown, and never a file. */
export type CodeClient = {
  readonly kind: 'code';
  readonly id: string;
  /** A product's name as its maker writes it, or words for it. */
  readonly name: string | Said;
  readonly group: ClientGroup;
  readonly source: ClientSource;
  readonly warning?: PlainKey;
  /** It sets up an account, whose address is the sender. */
  readonly addsAccount: true;
  readonly note: PlainKey;
  readonly code: (settings: ClientSettings, password: string) => string;
};

export type Client = StepsClient | FileClient | CodeClient;
