import type { FoundServer } from '../model/found-account.ts';
import { type IniAccount, mechanismLogin, writtenAddress, writtenServer } from './found-server.ts';
import { readKeyFile } from './ini.ts';
import { plainText } from './plain-text.ts';

type Values = ReadonlyMap<string, string>;

/** The account of one `geary.ini`, whose folder names it; null for a text that describes none. */
export function readGearyAccount(key: string, text: string): IniAccount | null {
  const sections = new Map(readKeyFile(text, 20).map(({ title, values }) => [title, values]));
  const [sender = ''] = (sections.get('Account')?.get('sender_mailboxes') ?? '').split(';');
  const [, name = '', bare = sender] = /^(.*)<([^<>]*)>\s*$/.exec(sender) ?? [];
  const address = writtenAddress(bare.trim());
  const [incoming, outgoing] = [sections.get('Incoming'), sections.get('Outgoing')];
  if (address === null) return null;
  return {
    key,
    address,
    displayName: plainText(name.trim().replace(/^"(.*)"$/, '$1'), 255),
    outgoing: outgoing ? outgoingOf(outgoing, incoming) : null,
    incoming: incoming ? serverOf(incoming, 'imap', incoming.get('login'), 'password-cleartext') : null,
  };
}

function outgoingOf(outgoing: Values, incoming: Values | undefined): FoundServer | null {
  const credentials = outgoing.get('credentials') ?? 'use-incoming';
  const auth = credentials === 'none' ? 'none' : mechanismLogin(undefined);
  const user = credentials === 'custom' ? outgoing.get('login') : incoming?.get('login');
  return serverOf(outgoing, 'smtp', user, auth);
}

const security: Readonly<Record<string, FoundServer['security']>> = {
  'start-tls': 'starttls',
  transport: 'tls',
};

function serverOf(
  values: Values,
  protocol: 'smtp' | 'imap',
  username: string | undefined,
  auth: FoundServer['auth'],
): FoundServer | null {
  const method = security[values.get('transport_security') ?? ''] ?? 'none';
  const usual = { smtp: { none: 25, starttls: 587, tls: 465 }, imap: { none: 143, starttls: 143, tls: 993 } };
  return writtenServer({
    protocol,
    host: values.get('host'),
    port: values.get('port'),
    usualPort: usual[protocol][method],
    security: method,
    auth,
    username,
  });
}
