import type { Server } from '../model/check.ts';
import { Security } from '../model/endpoint.ts';
import type { Change } from '../model/finding.ts';
import { loginKind } from '../model/login-kind.ts';
import { readableAddress } from '../parse/readable-domain.ts';
import { say } from '../text/index.ts';
import { type PlainKey, type Said, said } from '../text/said.ts';
import type { ClientSettings } from './client.ts';
import { misnamedReceiving } from './misnamed-receiving.ts';
import { isSenderRefused } from './own-sender.ts';

/** A name that is the same in all languages, or the words for it. */
export function nameWords(name: string | Said): string {
  return typeof name === 'string' ? name : say(name);
}

/** The person's mail address as people write it, or words that stand for it when only a server was checked. */
export function addressWords({ mailAddress }: Pick<ClientSettings, 'mailAddress'>): string {
  return mailAddress === '' ? say('client.address-unknown') : readableAddress(mailAddress);
}

/** The user name to type, or words that stand for it when it is not known. */
export function userWords(
  { username }: Pick<Server, 'username'>,
  { provider }: Pick<ClientSettings, 'provider'> = {},
): string {
  if (username !== '') return username;
  return provider?.wantsOwnAddress
    ? say('client.user-own', { name: provider.name || said('client.provider') })
    : say('client.user-unknown');
}

/** What to type where a program asks for the password. */
export function passwordWords(
  server: Pick<Server, 'auth' | 'orPassword'>,
  { secret }: Pick<ClientSettings, 'secret'>,
): string {
  return say(`client.login.${loginKind(server, secret)}`);
}

/** What to do when sending is tried and the program asks; nothing where the server wants no login. */
export function sendingWords({ outgoing, secret }: Pick<ClientSettings, 'outgoing' | 'secret'>): string {
  const kind = loginKind(outgoing, secret);
  switch (kind) {
    case 'none':
      return '';
    case 'oauth2-or-password':
    case 'oauth2-or-app-password':
      return say('client.sending.either');
    case 'password-cleartext':
    case 'password-encrypted':
    case 'unknown':
      return say('client.sending.password');
    default:
      return say(`client.sending.${kind}`);
  }
}

/** A label and the colon after it, as the reader's language sets it; a label that has a colon of its own keeps it. */
export function withColon(label: string): string {
  return /[:：]$/.test(label) ? label : say('labelled', { label, text: '' }).trimEnd();
}

/** What marks a value that differs from today's, and what stands there today where that is known. */
export function changedWords(was?: string): string {
  return was === undefined ? say('client.changed') : say('client.changed-from', { was });
}

/**
 * What is to be changed for sending, a line for each field; that nothing is, where nothing is, and what it is then that the sending waits for.
 */
export function changeLines(
  change: readonly Change[],
  { isPasswordRefused, first }: Pick<ClientSettings, 'isPasswordRefused' | 'first'>,
): string[] {
  if (change.length === 0) {
    if (isPasswordRefused) return [say('client.text.only-password')];
    return [say(first === undefined ? 'client.text.nothing-to-change' : 'client.text.nothing-but-first')];
  }
  return change.map(({ field, from, to }) =>
    say('client.text.change-line', {
      field: say(`client.change-field.${field}`),
      from: changeWord(field, from),
      to: changeWord(field, to),
    }),
  );
}

/** What to do with the values for receiving, which most people must not touch. */
export function receivingWords(
  settings: Pick<ClientSettings, 'incoming' | 'misnamedIncoming' | 'secret'>,
): string {
  const misnamed = misnamedReceiving(settings);
  const keep = settings.secret === undefined ? 'client.text.keep-receiving' : 'client.text.keep-but-password';
  return say.together(
    misnamed
      ? [say('client.text.change-receiving', misnamed), say('client.text.keep-pop3-kind')]
      : [say(keep), say('client.text.keep-pop3')],
  );
}

/** What stands over what is to be done at the provider, or wherever it is that these settings are held up. */
export function providerHeading({
  provider,
  mustWait,
  outgoing,
}: Pick<ClientSettings, 'provider' | 'mustWait' | 'outgoing'>): string {
  if (mustWait) return say('client.step.before.title');
  const name = providerName({ provider, outgoing });
  return name === undefined
    ? say('client.step.provider.title-yours')
    : say('client.step.provider.title', { provider: name });
}

/** What the provider is called, where that is known: the name of its server is no place to go to, and nothing to choose in a list. */
export function providerName({
  provider,
  outgoing,
}: Pick<ClientSettings, 'provider' | 'outgoing'>): string | undefined {
  const name = provider?.name;
  return name && name.toLowerCase() !== outgoing.host.toLowerCase() ? name : undefined;
}

/** Whether no password does, so that the way is to add the account once more and to sign in by the browser. */
export function isSignInOnly({ outgoing }: Pick<ClientSettings, 'outgoing'>): boolean {
  return outgoing.auth === 'oauth2' && !outgoing.orPassword;
}

/** What becomes of the account that exists: it is changed, or kept beside the one that is added. */
export function accountNote(settings: ClientSettings): PlainKey {
  return isSignInOnly(settings) ? 'client.sign-in.old-note' : 'client.text.note-change-only';
}

/** What is to be changed, where that is said: nothing in the account that exists, where another is added. */
export function changeOf(settings: ClientSettings): ClientSettings['change'] {
  return settings.change?.length === 0 && isSignInOnly(settings) ? null : settings.change;
}

/** The way to the settings in a program that is not known. */
export function anyProgram(settings: ClientSettings): string[] {
  if (isSignInOnly(settings)) {
    return [
      say('client.any-program.add', { provider: providerName(settings) ?? said('client.provider') }),
      say('client.any-program.sign-in'),
      say('client.sign-in.try'),
    ];
  }
  return [
    say('client.any-program.open'),
    say('client.any-program.type'),
    say('client.any-program.login'),
    ...(isSenderRefused(settings)
      ? [say('client.any-program.sender', { refused: settings.mailAddress })]
      : []),
    say('client.any-program.send'),
  ];
}

/** A changed value as a person reads it: `starttls` becomes STARTTLS, hosts and ports stay as they are. */
export function changeWord(field: Change['field'], value: string): string {
  const security = Security.safeParse(value);
  return field === 'security' && security.success ? say(`client.security.${security.data}`) : value;
}
