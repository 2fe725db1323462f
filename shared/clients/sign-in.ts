import type { TextKey } from '../text/catalogue.ts';
import { say } from '../text/index.ts';
import { type PlainKey, type Said, said } from '../text/said.ts';
import type { ClientSettings, Step, StepsClient, Variant } from './client.ts';
import { isForPeople } from './for-people.ts';
import { plainSecurity } from './security-control.ts';
import { providerOf, type SignInProvider } from './sign-in-provider.ts';
import { stepOf } from './step.ts';
import { tryStep } from './steps.ts';
import { withPassword } from './way-in.ts';
import { providerName } from './words.ts';

/** Said of a program that keeps a server where it has it already: what that one has to be set to. */
const existing = 'client.thunderbird.sign-in-exists';

/** How a program adds an account that signs in by the browser. */
export type SignIn = {
  /** To the place where an account is added, in the program's own words. */
  readonly path: readonly string[];
  /** What to choose there for each provider that it signs in with; `null` where it goes by the address that is typed. */
  readonly choices: Readonly<Partial<Record<SignInProvider, string | null>>>;
  /** Nobody confirmed with whom it signs in: what the person will see is said for both cases. */
  readonly isUnconfirmed?: true;
  /** Its way is in the program's own words in each of its languages. */
  readonly isTranslated?: true;
  /** What else has to be done once the account is added. */
  readonly note?: PlainKey | typeof existing;
  /** The way around an account that it does not let go of. */
  readonly onlyAccount?: PlainKey;
};

/** A sentence about what a program can do itself, by its key. */
export type SignInOtherwise = Extract<TextKey, `client.sign-in.own.${string}`>;

/** What the program's list is called where it has these settings' provider; `null`: goes by the address; undefined: not there. */
function choiceIn({ signIn }: StepsClient, settings: ClientSettings, version: string) {
  const provider = providerOf(settings);
  return provider === null ? undefined : signIn?.(version).choices[provider];
}

/** Whether this version of a program can sign in by the browser where these settings want it. */
export function canSignIn(
  client: StepsClient,
  settings: ClientSettings,
  { version }: Pick<Variant, 'version'>,
): boolean {
  return choiceIn(client, settings, version) !== undefined;
}

/**
 * The whole way where a sign-in by the browser (OAuth2) is wanted: the account once more, and the provider's own page. Servers, ports and
 * passwords of the account that exists cannot do it, so none is named. Nothing is deleted: the old account may hold the only copy of its mail.
 */
export function signInSteps(client: StepsClient, settings: ClientSettings, variant: Variant): Step[] {
  const { version, language } = variant;
  const provider = settings.provider?.name || said('client.provider.first');
  const choice = choiceIn(client, settings, version);
  const way = client.signIn?.(version, language);
  const program = client.shortName ?? client.name;
  const isKnownNotTo = choice === undefined && providerOf(settings) !== null && !way?.isUnconfirmed;
  // A form of a device has no place for an address that a page to sign in is found by.
  const isFormAlone = choice === undefined && !isForPeople(client);
  if (way === undefined || isKnownNotTo || isFormAlone) {
    return [refusalStep(client, provider), otherWayStep(client, settings, provider)];
  }
  const place =
    choice === undefined
      ? say('client.sign-in.perhaps', { program })
      : choice === null
        ? say('client.sign-in.by-address', { program })
        : say('client.sign-in.choose', { choice });
  return [
    stepOf({
      id: 'add',
      title: say('client.sign-in.add.title'),
      path: way.path,
      text: `${say(addKey(settings), { provider, ...sendingValues(settings) })} ${place}`,
      notes: [...keptWay(client, settings, variant), ...notesOf(client, way, provider, settings)],
    }),
    plainStep(
      'sign-in',
      say('client.sign-in.sign-in', { provider: providerName(settings) ?? said('client.provider') }),
    ),
    ...(isForPeople(client)
      ? [tryStep(settings, 'client.sign-in.try'), plainStep('old', say('client.sign-in.old'))]
      : [tryStep(settings, 'client.device.send-test')]),
  ];
}

/** That a password is no way there; that there is none in this program is said only where nobody knows of one. */
function refusalStep(client: StepsClient, provider: string | Said): Step {
  const program = client.shortName ?? client.name;
  const own = client.signInOtherwise;
  if (isForPeople(client) && own === undefined) {
    return plainStep('cannot', say('client.sign-in.cannot', { program, provider }));
  }
  const text = say.together([
    say('client.sign-in.password', { program, provider }),
    ...(own === undefined ? [] : [say(own, { program })]),
  ]);
  return stepOf({ id: 'cannot', title: say('client.sign-in.password.title'), path: [], text });
}

/** What sends instead: another program of the person's, or a relay for what sends by itself. */
function otherWayStep(client: StepsClient, settings: ClientSettings, provider: string | Said): Step {
  if (isForPeople(client)) {
    const isKnown = providerOf(settings) !== null;
    return plainStep(
      'instead',
      isKnown ? say('client.sign-in.instead', { provider }) : say('client.sign-in.instead.address'),
    );
  }
  const isDevice = client.group === 'devices' && client.signInOtherwise === undefined;
  return plainStep('relay', say(isDevice ? 'client.sign-in.relay.device' : 'client.sign-in.relay'));
}

/** The way to the outgoing server of an account that stays, where one may. */
function keptWay(client: StepsClient, settings: ClientSettings, variant: Variant): string[] {
  if (addKey(settings) === 'client.sign-in.add') return [];
  const path = client
    .steps(withPassword(settings), variant)
    .filter(({ id }) => id === 'open' || id === 'account' || id === 'short-open')
    .flatMap((step) => step.path);
  return path.length === 0 ? [] : [say('client.sign-in.kept-way', { path: path.join(' › ') })];
}

/** An account with an app password works as it is, once it sends to the right port. */
function addKey({ secret }: ClientSettings) {
  return secret === 'app-password' ? 'client.sign-in.add.or-password' : 'client.sign-in.add';
}

/** What an account that stays has to send with. */
function sendingValues({ outgoing: { port, security } }: ClientSettings) {
  return { port, security: plainSecurity()[security] };
}

/** What else is to be known where the account is added; most programs take an address of the same server once. */
function notesOf(
  client: StepsClient,
  { note, onlyAccount }: SignIn,
  provider: string | Said,
  settings: ClientSettings,
): string[] {
  if (note === existing) return [say(note, sendingValues(settings))];
  if (note) return [say(note)];
  return isForPeople(client)
    ? [
        say('client.sign-in.exists', { program: client.shortName ?? client.name, provider }),
        say('client.again.outbox'),
        ...(onlyAccount ? [say(onlyAccount)] : []),
      ]
    : [];
}

function plainStep(id: 'cannot' | 'instead' | 'relay' | 'sign-in' | 'old', text: string): Step {
  return stepOf({ id, title: say(`client.sign-in.${id}.title`), path: [], text });
}
