import type { FoundServer } from '../model/found-account.ts';
import {
  type IniAccount,
  maxIniAccounts,
  mechanismLogin,
  writtenAddress,
  writtenServer,
} from './found-server.ts';
import { type IniSection, readKeyFile } from './ini.ts';
import { plainText } from './plain-text.ts';

const maxSections = 300;

/**
 * KMail's addresses (`emailidentities`) with the server that each sends through (`mailtransports`), the default one where an address names
 * none. How it receives is kept elsewhere. A setting that is not written has its default: port 25, no encryption.
 */
export function readKmailAccounts(files: {
  readonly transports: string;
  readonly identities: string;
}): readonly IniAccount[] {
  const sections = readKeyFile(files.transports, maxSections);
  const usual = sections.find(({ title }) => title === 'General')?.values.get('default-transport');
  const transports = new Map(sections.flatMap((section) => transportOf(section)));
  const identities = readKeyFile(files.identities, maxSections).filter(({ title }) =>
    /^Identity #\d+$/.test(title),
  );
  return identities
    .flatMap(({ title, values }): IniAccount[] => {
      const address = writtenAddress(values.get('email address'));
      if (address === null) return [];
      const transport = transports.get(values.get('transport') || (usual ?? ''));
      return [
        {
          key: title,
          address,
          displayName: plainText(values.get('name') ?? '', 255),
          outgoing: transport ?? null,
          incoming: null,
        },
      ];
    })
    .slice(0, maxIniAccounts);
}

/** In this file "TLS" means STARTTLS and "SSL" encryption from the start. */
const security: Readonly<Record<string, FoundServer['security']>> = { TLS: 'starttls', SSL: 'tls' };

function transportOf({ title, values }: IniSection): [string, FoundServer | null][] {
  const number = /^Transport (\d+)$/.exec(title)?.[1];
  const identifier = values.get('identifier') ?? 'SMTP';
  if (number === undefined || identifier !== 'SMTP') return [];
  const isEncrypted = security[values.get('encryption') ?? ''] ?? 'none';
  const server = writtenServer({
    protocol: 'smtp',
    host: values.get('host'),
    port: values.get('port'),
    usualPort: isEncrypted === 'tls' ? 465 : 25,
    security: isEncrypted,
    auth: values.get('auth') === 'true' ? mechanismLogin(values.get('authtype')) : 'none',
    username: values.get('user'),
  });
  return [[number, server]];
}
