import type { CheckInput, CurrentSettings } from '../model/check.ts';
import { conventionalSecurity } from '../model/endpoint.ts';
import type { Say } from '../text/words.ts';
import { calledBy } from './called.ts';
import { explain } from './explain.ts';

/** What a text brings into a check: what it makes us suspect, and the setting that it shows to be in use. */
export type Brought = Pick<CheckInput, 'suspicion' | 'current'>;

/** So much of a message stands for all of it, where it has no number. */
const longestName = 100;

/** Ports that mail programs send on; a server with any other is not what is set as outgoing. */
const outgoingPorts: readonly number[] = [25, 26, 465, 587, 2525];

/** What the words of a mail program bring into a check. A text that nobody knows brings that it is not known. */
export function broughtBy(text: string, say: Say): Brought {
  const { items } = explain(text, say);
  const [first] = items;
  const server = items.find((item) => item.server?.port !== undefined)?.server;
  const current =
    server?.port !== undefined && outgoingPorts.includes(server.port)
      ? settingOf(server.host, server.port, text)
      : undefined;
  return {
    suspicion: {
      matched: first ? calledBy(first, longestName) : '',
      ...(first?.program !== undefined && { program: first.program.split(',')[0] ?? first.program }),
      causes: [...(first?.causes ?? [])],
    },
    ...(current && { current }),
  };
}

/** Outlook says `Secure(SSL): No` in its own language; where nothing is said, the port's usual encryption is meant. */
function settingOf(host: string, port: number, text: string): CurrentSettings {
  const said = /\bsecure ?\(ssl\) ?[:：] ?(\S{1,10})/i.exec(text)?.[1] ?? '';
  if (/^(?:no|nein|non|não|nee|nie|нет|いいえ|否)/i.test(said)) return { host, port, security: 'none' };
  return { host, port, security: conventionalSecurity(port) };
}
