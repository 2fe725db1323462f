import { say } from '../text/index.ts';
import { type PlainKey, said } from '../text/said.ts';
import type { ClientSettings, Step, StepsClient, Variant } from './client.ts';
import { stepOf } from './step.ts';
import { tryStep } from './steps.ts';

/** Providers whose page to sign in mail programs know. */
export type SignInProvider = 'google' | 'microsoft-365' | 'outlook.com' | 'yahoo' | 'aol';

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

const hosts: readonly (readonly [RegExp, SignInProvider])[] = [
  [/(^|\.)(gmail|googlemail|google)\.com$/, 'google'],
  [/(^|\.)office365\.com$|(^|\.)office\.com$/, 'microsoft-365'],
  [/(^|\.)(outlook|hotmail|live)\.com$/, 'outlook.com'],
  [/(^|\.)yahoo\.(com|co\.jp)$|(^|\.)yahoodns\.net$/, 'yahoo'],
  [/(^|\.)aol\.com$/, 'aol'],
];

/** Whose sign-in a server belongs to; `null` for those that no mail program knows by itself. */
function providerOf({ outgoing }: ClientSettings): SignInProvider | null {
  const host = outgoing.host.toLowerCase();
  return hosts.find(([pattern]) => pattern.test(host))?.[1] ?? null;
}

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
  const program = client.name;
  const isKnownNotTo = choice === undefined && providerOf(settings) !== null && !way?.isUnconfirmed;
  if (way === undefined || isKnownNotTo) {
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
      notes: way.note ? [say(way.note)] : [],
    }),
    plainStep('sign-in', say('client.sign-in.sign-in', { provider })),
    ...(isForPeople(client)
      ? [tryStep(settings, 'client.sign-in.try'), plainStep('old', say('client.sign-in.old'))]
      : [tryStep(settings, 'client.device.send-test')]),
  ];
}

/** A scanner or a server's web page is not exchanged for a mail program. */
function isForPeople({ group }: StepsClient): boolean {
  return group === 'popular' || group === 'people';
}

function plainStep(id: 'cannot' | 'instead' | 'relay' | 'sign-in' | 'old', text: string): Step {
  return stepOf({ id, title: say(`client.sign-in.${id}.title`), path: [], text });
}
