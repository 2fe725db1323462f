import { say } from '../text/index.ts';
import type { ClientSettings, FileClient } from './client.ts';
import { ExportRefused } from './refused.ts';

/** What stands in a file for a name that nobody told, as PASSWORD does for a password. */
const unknownUser = 'USER';
const unknownSender = 'SENDER@example.org';

/**
 * The settings for a file of what only sends, where a server alone was checked: with words to be replaced for the user name, and for the
 * sender where the file needs one. Whoever has a log line or a device before them knows no mail address, and a relay's user name is seldom one.
 */
export function withNamesToFill(settings: ClientSettings, client: FileClient): ClientSettings {
  if (settings.mailAddress !== '') return settings;
  const named = withUserToFill(settings);
  if (!needsSender(client, named)) return named;
  const told = say('client.fill.sender', { address: unknownSender });
  return { ...named, mailAddress: unknownSender, first: [...(named.first ?? []), told] };
}

function withUserToFill(settings: ClientSettings): ClientSettings {
  const { outgoing, first = [] } = settings;
  if (outgoing.username !== '' || outgoing.auth === 'none') return settings;
  const told = say('client.fill.user', { user: unknownUser, host: outgoing.host });
  return { ...settings, outgoing: { ...outgoing, username: unknownUser }, first: [...first, told] };
}

/** Whether the file cannot be written without an address. Other refusals come when it is written. */
function needsSender(client: FileClient, settings: ClientSettings): boolean {
  try {
    client.render(settings);
    return false;
  } catch (error) {
    return error instanceof ExportRefused && error.field === 'mailAddress';
  }
}
