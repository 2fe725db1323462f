import type { PlainKey } from '../text/said.ts';
import type { ClientSettings } from './client.ts';

/** Providers whose page to sign in mail programs know. */
export type SignInProvider = 'google' | 'microsoft-365' | 'outlook.com' | 'yahoo' | 'aol';

const hosts: readonly (readonly [RegExp, SignInProvider])[] = [
  [/(^|\.)(gmail|googlemail|google)\.com$/, 'google'],
  [/(^|\.)office365\.com$|(^|\.)office\.com$/, 'microsoft-365'],
  [/(^|\.)(outlook|hotmail|live)\.com$/, 'outlook.com'],
  [/(^|\.)yahoo\.(com|co\.jp)$|(^|\.)yahoodns\.net$/, 'yahoo'],
  [/(^|\.)aol\.com$/, 'aol'],
];

/** Whether the server is iCloud's, whose account an Apple device has as its own. */
export function isIcloud({ outgoing }: Pick<ClientSettings, 'outgoing'>): boolean {
  return /(^|\.)(mail\.me|icloud)\.com$/i.test(outgoing.host);
}

/** Whose sign-in a server belongs to; `null` for those that no mail program knows by itself. */
export function providerOf({ outgoing }: Pick<ClientSettings, 'outgoing'>): SignInProvider | null {
  const host = outgoing.host.toLowerCase();
  return hosts.find(([pattern]) => pattern.test(host))?.[1] ?? null;
}

/** Who has written the page to sign in, under the name that stands on it; `null` where that is not known. */
export function signInOwner(settings: Pick<ClientSettings, 'outgoing'>): string | null {
  const provider = providerOf(settings);
  return provider === null ? null : owners[provider];
}

const owners: Readonly<Record<SignInProvider, string>> = {
  google: 'Google',
  'microsoft-365': 'Microsoft',
  'outlook.com': 'Microsoft',
  yahoo: 'Yahoo',
  aol: 'AOL',
};

/** Outlook's accounts at the providers that it signs in with: Microsoft's computers send by what the page gave them, and no server is set. */
export function signedInByCloud(settings: ClientSettings): PlainKey | undefined {
  const provider = settings.outgoing.auth === 'oauth2' ? providerOf(settings) : null;
  return provider === null || provider === 'aol' ? undefined : 'client.own.outlook';
}
