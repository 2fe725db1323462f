import { say } from '../text/index.ts';
import { type PlainKey, type Said, said } from '../text/said.ts';
import type { ClientSettings, Step, StepsClient, Variant } from './client.ts';
import { isForPeople } from './for-people.ts';
import { providerOf, type SignInProvider } from './sign-in-provider.ts';
import { stepOf } from './step.ts';
import { tryStep } from './steps.ts';

/** How a program adds an account that signs in by the browser. */
export type SignIn = {
  /** To the place where an account is added, in the program's own words. */
  readonly path: readonly string[];
  /** What to choose there for each provider that it signs in with; `null` where it goes by the address that is typed. */
  readonly choices: Readonly<Partial<Record<SignInProvider, string | null>>>;
  /** Nobody confirmed with whom it signs in: what the person will see is said for both cases. */
  readonly isUnconfirmed?: true;
  /** What else has to be done once the account is added. */
  readonly note?: PlainKey;
};

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
export function signInSteps(client: StepsClient, settings: ClientSettings, { version }: Variant): Step[] {
  const provider = settings.provider?.name || said('client.provider');
  const choice = choiceIn(client, settings, version);
  const way = client.signIn?.(version);
  const program = client.shortName ?? client.name;
  const isKnownNotTo = choice === undefined && providerOf(settings) !== null && !way?.isUnconfirmed;
  // A form of a device has no place for an address that a page to sign in is found by.
  const isFormAlone = choice === undefined && !isForPeople(client);
  if (way === undefined || isKnownNotTo || isFormAlone) {
    return [
      plainStep('cannot', say('client.sign-in.cannot', { program, provider })),
      isForPeople(client)
        ? plainStep('instead', say('client.sign-in.instead', { provider }))
        : plainStep('relay', say('client.sign-in.relay')),
    ];
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
      text: `${say('client.sign-in.add', { provider })} ${place}`,
      notes: notesOf(client, way, provider),
    }),
    plainStep('sign-in', say('client.sign-in.sign-in', { provider: pageOf(settings) })),
    ...(isForPeople(client)
      ? [tryStep(settings, 'client.sign-in.try'), plainStep('old', say('client.sign-in.old'))]
      : [tryStep(settings, 'client.device.send-test')]),
  ];
}

/** What else is to be known where the account is added; most programs take an address of the same server once. */
function notesOf(client: StepsClient, { note }: SignIn, provider: string | Said): string[] {
  if (note) return [say(note)];
  return isForPeople(client)
    ? [say('client.sign-in.exists', { program: client.shortName ?? client.name, provider })]
    : [];
}

/** Whose page opens: a server's name alone says nothing of that. */
function pageOf({ provider, outgoing }: ClientSettings): string | Said {
  const name = provider?.name;
  return name && name.toLowerCase() !== outgoing.host.toLowerCase() ? name : said('client.provider');
}

function plainStep(id: 'cannot' | 'instead' | 'relay' | 'sign-in' | 'old', text: string): Step {
  return stepOf({ id, title: say(`client.sign-in.${id}.title`), path: [], text });
}
