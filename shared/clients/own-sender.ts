import { parseMailAddress } from '../parse/mail-address.ts';
import { say } from '../text/index.ts';
import type { ClientSettings } from './client.ts';

/** Whether the server refused to send from the very address that these settings are for. */
export function isSenderRefused({
  refusedSender,
  mailAddress,
}: Pick<ClientSettings, 'refusedSender' | 'mailAddress'>): boolean {
  return mailAddress !== '' && refusedSender?.toLowerCase() === mailAddress.toLowerCase();
}

/**
 * The settings for what only sends, where the address it would send from was refused: with the address of the account that logs in, which
 * is the one that a server knows to be its owner's. What has no place for a sender hands on what programs chose.
 */
export function withOwnSender(
  settings: ClientSettings,
  { hasNoSender }: { readonly hasNoSender?: true } = {},
): ClientSettings {
  const { mailAddress, outgoing } = settings;
  if (!isSenderRefused(settings)) return settings;
  const own = parseMailAddress(outgoing.username);
  if (!own.ok || own.value.mailAddress.toLowerCase() === mailAddress.toLowerCase()) return settings;
  const { mailAddress: address } = own.value;
  const told = say(hasNoSender ? 'client.proven.own-sender.server' : 'client.proven.own-sender', { address });
  return { ...settings, mailAddress: address, first: [...(settings.first ?? []), told] };
}

/** Stands where a sender's address belongs that is not known, as PASSWORD does for a password. */
const unknownSender = 'SENDER';

/**
 * The settings for a file of what only sends: as `withOwnSender`, and where no other address of the account is known, with a word to be
 * replaced. The address that was just refused would be refused again.
 */
export function withSenderToFill(asked: ClientSettings): ClientSettings {
  const settings = withOwnSender(asked);
  const { mailAddress } = settings;
  if (!isSenderRefused(settings)) return settings;
  const address = mailAddress.replace(/^.*@/s, `${unknownSender}@`);
  const told = say('client.proven.fill-sender', { address, refused: mailAddress });
  return { ...settings, mailAddress: address, first: [...(settings.first ?? []), told] };
}
