import type { FoundServer } from '../model/found-account.ts';
import {
  type IniAccount,
  maxIniAccounts,
  mechanismLogin,
  writtenAddress,
  writtenServer,
} from './found-server.ts';
import { readKeyFile } from './ini.ts';
import { plainText } from './plain-text.ts';

type Source = ReadonlyMap<string, ReadonlyMap<string, string>>;

const maxSections = 50;

/**
 * The accounts among Evolution's source files, each by its name without `.source`. An account names its identity, which names its transport;
 * passwords are in the keyring and in none of these.
 */
export function readEvolutionAccounts(files: ReadonlyMap<string, string>): readonly IniAccount[] {
  const sources = new Map([...files].map(([uid, text]) => [uid, sourceOf(text)]));
  const accounts: IniAccount[] = [];
  for (const [key, account] of sources) {
    const identityUid = account.get('mail account')?.get('identityuid');
    const identity = identityUid === undefined ? undefined : sources.get(identityUid);
    const address = writtenAddress(identity?.get('mail identity')?.get('address'));
    if (address === null || account.get('data source')?.get('enabled') === 'false') continue;
    if (accounts.length >= maxIniAccounts) break;
    const transport = sources.get(identity?.get('mail submission')?.get('transportuid') ?? '');
    const isSmtp = transport?.get('mail transport')?.get('backendname') === 'smtp';
    accounts.push({
      key,
      address,
      displayName: plainText(identity?.get('mail identity')?.get('name') ?? '', 255),
      outgoing: transport && isSmtp ? serverOf(transport, 'smtp') : null,
      incoming: incomingOf(account),
    });
  }
  return accounts;
}

function sourceOf(text: string): Source {
  return new Map(readKeyFile(text, maxSections).map(({ title, values }) => [title.toLowerCase(), values]));
}

function incomingOf(account: Source): FoundServer | null {
  const backend = account.get('mail account')?.get('backendname') ?? '';
  if (backend.startsWith('imap')) return serverOf(account, 'imap');
  return backend === 'pop' ? serverOf(account, 'pop3') : null;
}

const security: Readonly<Record<string, FoundServer['security']>> = {
  'starttls-on-standard-port': 'starttls',
  'ssl-on-alternate-port': 'tls',
};

function serverOf(source: Source, protocol: 'smtp' | 'imap' | 'pop3'): FoundServer | null {
  const login = source.get('authentication');
  const method = security[source.get('security')?.get('method') ?? ''] ?? 'none';
  const [plain, tls] = { smtp: [25, 465], imap: [143, 993], pop3: [110, 995] }[protocol] as [number, number];
  return writtenServer({
    protocol,
    host: login?.get('host'),
    port: login?.get('port'),
    usualPort: method === 'tls' ? tls : plain,
    security: method,
    auth: mechanismLogin(login?.get('method')),
    username: login?.get('user'),
  });
}
