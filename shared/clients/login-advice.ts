import type { Provider } from '../model/check.ts';
import { say } from '../text/index.ts';
import { said } from '../text/said.ts';
import type { ClientSettings, LoginFacts } from './client.ts';
import { providerName } from './words.ts';

/**
 * What a person does at the provider before the login works, a sentence or some in each: which password, where it is made, what has to be
 * switched on first, and until when it does. Empty where the account's own password is known to do, or nothing is known.
 */
export function adviceOf(settings: ClientSettings): string[] {
  return [...(settings.first ?? []), ...loginAdvice(settings)];
}

function loginAdvice({ outgoing, provider }: ClientSettings): string[] {
  if (outgoing.auth === 'none' || provider === undefined) return [];
  const isSignIn = outgoing.auth === 'oauth2';
  const name = provider.name || said('client.provider');
  return [
    ...(provider.enable ?? []).map((one) => enableAdvice(name, one)),
    ...(isSignIn ? [signInAdvice({ outgoing, provider })] : []),
    ...(isSignIn && outgoing.orPassword ? [say('client.advice.or-password')] : []),
    ...(isSignIn && !outgoing.orPassword ? [] : passwordAdvice(provider)),
    ...(provider.wantsOwnAddress ? [say('client.advice.own-address', { name })] : []),
    ...(provider.passwordUntil === undefined ? [] : untilAdvice(provider, provider.passwordUntil)),
    ...(provider.needsPlan ? [say('client.advice.plan', { name })] : []),
  ];
}

function signInAdvice(settings: Pick<ClientSettings, 'outgoing' | 'provider'>): string {
  const name = providerName(settings);
  return name === undefined ? say('client.advice.sign-in.address') : say('client.advice.sign-in', { name });
}

function passwordAdvice({ name: given, secret, secretAt, needsTwoStep }: LoginFacts): string[] {
  if (secret === undefined || secret === 'password' || secret === 'browser') return [];
  const name = given || said('client.provider');
  return [
    secretAt === undefined
      ? say(`client.advice.${secret}`, { name })
      : say(`client.advice.${secret}-at`, { name, url: secretAt }),
    ...(needsTwoStep ? [say('client.advice.two-step', { name })] : []),
    ...(secret === 'app-password' && secretAt === undefined && !needsTwoStep
      ? [say('client.advice.two-step-usual')]
      : []),
  ];
}

/** Whoever runs the organisation can do this, and nobody else. */
function untilAdvice({ name: given }: LoginFacts, day: string): string[] {
  const name = given || said('client.provider');
  return [say('client.advice.until', { name, day: { at: `${day}T12:00:00Z` } })];
}

function enableAdvice(
  name: ReturnType<typeof said> | string,
  { at, instruction }: NonNullable<Provider['enable']>[number],
): string {
  if (instruction !== undefined) {
    return at === undefined
      ? say('client.advice.enable-words', { name, instruction })
      : say('client.advice.enable-words-at', { name, instruction, url: at });
  }
  return at === undefined
    ? say('client.advice.enable', { name })
    : say('client.advice.enable-at', { name, url: at });
}
