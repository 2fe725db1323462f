import { fail, ok, type Result } from '../model/problem.ts';
import { say } from '../text/index.ts';
import { said } from '../text/said.ts';
import type { Client, ClientSettings, Option, Step, StepsClient, Variant } from './client.ts';
import { asSeenBy } from './elsewhere.ts';
import { isForPeople, receives } from './for-people.ts';
import { type Language, languageNames } from './language.ts';
import { adviceOf } from './login-advice.ts';
import { misnamedReceiving } from './misnamed-receiving.ts';
import { wantsWindowsLogin } from './offered.ts';
import { withOwnSender } from './own-sender.ts';
import { withReceiving } from './receiving-step.ts';
import { refused } from './refused.ts';
import { senderSteps } from './sender-step.ts';
import { canSignIn, signInSteps } from './sign-in.ts';
import { stepOf } from './step.ts';
import { tryUnasked } from './steps.ts';
import { withPassword } from './way-in.ts';
import { addressWords, providerHeading } from './words.ts';

/** What a person said about their copy of a program; what is not said, or does not exist for it, is chosen for them. */
export type Wanted = { readonly [Field in keyof Variant]?: string | undefined };

/** The languages that can be chosen for a program: those that some of its words are known of, and "another one". */
export function languagesOf({ languages }: Pick<StepsClient, 'languages'>): readonly Language[] {
  return [...languages, 'other'];
}

/**
 * The nearest variant to what is wanted: the newest version, English and the way that always works, unless something that exists was
 * asked for. `de-AT` finds `de`.
 */
export function nearestVariant(client: StepsClient, settings: ClientSettings, wanted: Wanted): Variant {
  const version = idIn(client.versions, wanted.version) ?? client.versions[0]?.id ?? '';
  const ways = client.ways(settings, version);
  return {
    version,
    language: languageIn(languagesOf(client), wanted.language) ?? 'en',
    way: idIn(ways, wanted.way) ?? ways[0]?.id ?? '',
  };
}

/** As `nearestVariant`, for those who name exactly what they want: what does not exist is a Problem that names what does. */
export function exactVariant(client: StepsClient, settings: ClientSettings, wanted: Wanted): Result<Variant> {
  const nearest = nearestVariant(client, settings, wanted);
  const offered: readonly [keyof Variant, readonly Option[]][] = [
    ['language', languagesOf(client).map((id) => ({ id, name: languageNames[id] }))],
    ['version', client.versions],
    ['way', client.ways(settings, nearest.version)],
  ];
  for (const [field, options] of offered) {
    const found = wanted[field];
    const isKnown = field === 'language' ? languageAsked(client, found) : idIn(options, found);
    if (found === undefined || isKnown !== undefined) continue;
    const known = options.map(({ id, name }) => said('client.variant.one', { id, name }));
    return fail(
      field,
      options.length === 0
        ? said('client.variant.none', { program: client.name })
        : said('client.variant.unknown', { program: client.name, found, known }),
    );
  }
  const language = languageAsked(client, wanted.language);
  return ok(language === undefined ? nearest : { ...nearest, language });
}

/** A language that exists and of which nothing is known for this program is "another one": there are steps for that too. */
function languageAsked(client: StepsClient, wanted: string | undefined): Language | undefined {
  return languageIn(languagesOf(client), wanted) ?? (isLanguage(wanted) ? 'other' : undefined);
}

function isLanguage(tag: string | undefined): boolean {
  if (tag === undefined || !/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag)) return false;
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  return names.of(tag) !== undefined;
}

/**
 * A program's steps in one variant. What is to be done at the provider comes first. Where the server wants a sign-in by the browser and no
 * password does, the steps are that and nothing else. The first says when they are in English because nothing is known of the language, and
 * when the program may not be able to log in as the server wants it; a step says when its words are known in English alone.
 */
export function stepsOf(client: StepsClient, asked: ClientSettings, variant: Variant): readonly Step[] {
  const isUnknown = variant.language === 'other';
  const known: Variant = { ...variant, language: isUnknown ? 'en' : variant.language };
  const notes = isUnknown ? [say('client.language.unknown', { program: ownName(client) })] : [];
  const signsIn = canSignIn(client, asked, known);
  const used = signsIn ? asked : withPassword(asked);
  const seen = asSeenBy(client, sendsAlone(client) ? withOwnSender(used, client) : used);
  const { settings } = seen;
  refuseInClear(client, settings);
  const isEnglish = variant.language === 'en' && languageIn(client.languages, say.language) === undefined;
  const inWords = (steps: readonly Step[]) => (isEnglish ? englishNoted(steps, settings) : steps);
  const own = client.ownAccount?.(settings);
  if (own !== undefined) {
    const step = stepOf({ id: 'own', title: say('client.own.title'), path: [], text: say(own) });
    return noted([step, tryUnasked(settings, 'client.step.send.plain')], notes);
  }
  if (settings.outgoing.auth === 'oauth2') {
    const before = providerStep(settings, settings.first ?? []);
    const steps = [...before, ...signInSteps(client, settings, known)];
    // How an account is added is known in English alone in most programs, whatever is known of the rest.
    const isTranslated = client.signIn?.(known.version).isTranslated && variant.language !== 'en';
    const isForeign = languageIn(['en'], say.language) === undefined && !isTranslated;
    return noted(isForeign ? englishNoted(steps, settings) : steps, notes);
  }
  const isUnable =
    settings.outgoing.auth === 'password-encrypted' && client.words(known).login.encrypted === null;
  const hasNoNtlm = wantsWindowsLogin(settings) && client.words(known).login.ntlm === undefined;
  const all = withReceiving(client, client.steps(settings, known), settings, known);
  const steps = all
    .map((step) => whenDone(client, step, settings))
    .map((step) => (step.id === 'receiving' ? { ...step, notes: [...step.notes, say(keepKind)] } : step));
  const usual = noted(steps, [
    ...sameNotes(settings),
    ...(settings.secret !== undefined && isForPeople(client) ? [say('client.step.secret-receiving')] : []),
    ...receivingNotes(client, settings, steps),
  ]);
  const before = [...providerStep(settings, adviceOf(settings)), ...senderSteps(client, settings, known)];
  return noted(inWords([...before, ...usual]), [
    ...notes,
    ...seen.notes,
    ...(isUnable ? [say('client.cannot.encrypted')] : []),
    ...networkNotes(client, settings),
    ...(hasNoNtlm ? [say('client.cannot.windows-login')] : []),
  ]);
}

/** A server that asks for no login knows its customers by the network that they are in. */
function networkNotes(client: StepsClient, { outgoing: { auth } }: ClientSettings): string[] {
  if (auth !== 'none') return [];
  if (client.sendsFrom === 'cloud') return [say('client.no-login.cloud')];
  return isForPeople(client) ? [say('client.no-login.network')] : [];
}

/** A name that "your" can stand before: words for it would say "this". */
function ownName({ name, shortName }: StepsClient): StepsClient['name'] {
  return typeof shortName === 'string' ? shortName : name;
}

const finishing: ReadonlySet<string> = new Set(['finish', 'short-finish']);

/** The proof, where it has to wait as well; else what was written before is to be sent too. */
function whenDone(client: StepsClient, step: Step, { isForComparing }: ClientSettings): Step {
  if (!isForComparing) {
    return mayHaveOutbox(client, step)
      ? { ...step, notes: [...step.notes, say('client.step.outbox')] }
      : step;
  }
  if (step.id === 'send') return { ...step, text: say('client.step.send.waiting') };
  // The last click of a window tests the login, or saves what nobody is to type.
  return finishing.has(step.id)
    ? {
        ...step,
        title: say('client.step.compared.title'),
        path: [],
        fields: [],
        dialogs: [],
        text: say('client.step.compared'),
      }
    : step;
}

/** A page in a browser keeps nothing that waits; a program whose folder for it is known says so itself. */
function mayHaveOutbox(client: StepsClient, { id }: Step): boolean {
  const isLast = id === 'send' || finishing.has(id);
  return (
    isLast && isForPeople(client) && !client.knowsOutbox && client.platforms.every((one) => one !== 'web')
  );
}

/** What sends from somebody else's computers would have a password cross the whole internet. */
function refuseInClear({ sendsFrom }: StepsClient, { outgoing: { security, auth } }: ClientSettings): void {
  if (sendsFrom === 'cloud' && security === 'none' && auth !== 'none') {
    throw refused('outgoing.security', 'client.refuse.cloud-plain');
  }
}

/** What is left to do where the settings in use today are right. Where they are held up, that is said with what has to be done first. */
function sameNotes({ change, mustWait, first, isPasswordRefused, isForComparing }: ClientSettings): string[] {
  if (isForComparing) return [say('client.step.comparing')];
  if (change?.length !== 0 || mustWait || first !== undefined) return [];
  return [say(isPasswordRefused ? 'client.step.same-password' : 'client.step.same')];
}

/** Which accounts stay as they are where the name of their server changes. */
const keepKind = 'client.text.keep-pop3-kind';

/**
 * That receiving has the same fault, where the other name has to be set for it too and no step of its own is for that. A device or a server
 * receives nothing.
 */
function receivingNotes(client: StepsClient, settings: ClientSettings, steps: readonly Step[]): string[] {
  const misnamed = misnamedReceiving(settings);
  if (!misnamed || !receives(client) || steps.some(({ id }) => id === 'receiving')) return [];
  const sentence = say('client.step.receiving-too', misnamed);
  return [...(steps.some(({ text }) => text.includes(sentence)) ? [] : [sentence]), say(keepKind)];
}

/** Whether it sends with an address of its own to fill in, and is nobody's mailbox. */
export function sendsAlone({ group }: Pick<Client, 'group'>): boolean {
  return group === 'devices' || group === 'machines' || group === 'developers';
}

/** Where a program's words are known in English alone: says so once, at the first step that has any of them. */
function englishNoted(steps: readonly Step[], settings: ClientSettings): readonly Step[] {
  const first = steps.find(({ path }) => path.some((click) => click !== addressWords(settings)));
  const own = languageIn(Object.keys(languageNames) as Language[], say.language) ?? 'other';
  const note = say('client.language.path', { language: say(`client.language.name.${own}`) });
  return steps.map((step) => (step === first ? { ...step, notes: [...step.notes, note] } : step));
}

/** What is to be done at the provider comes before anything in the program. */
function providerStep(settings: ClientSettings, advice: readonly string[]): readonly Step[] {
  if (advice.length === 0) return [];
  return [stepOf({ id: 'provider', title: providerHeading(settings), path: [], text: say.together(advice) })];
}

/** Steps of which the first begins with what has to be known about them all. */
function noted(steps: readonly Step[], notes: readonly string[]): readonly Step[] {
  return steps.map((step, index) => (index === 0 ? { ...step, notes: [...notes, ...step.notes] } : step));
}

function idIn(options: readonly Option[], wanted: string | undefined): string | undefined {
  return options.find(({ id }) => id.toLowerCase() === wanted?.toLowerCase())?.id;
}

/** The language itself, then the same language of another country. */
function languageIn(languages: readonly Language[], wanted: string | undefined): Language | undefined {
  if (wanted === undefined) return undefined;
  const asked = wanted.toLowerCase();
  const [family] = asked.split('-');
  return (
    languages.find((one) => one.toLowerCase() === asked) ??
    languages.find((one) => one.toLowerCase().split('-')[0] === family)
  );
}
