import type { FoundServer } from '../model/found-account.ts';
import { type IniAccount, maxIniAccounts, writtenAddress, writtenServer } from './found-server.ts';
import { type IniSection, readIni } from './ini.ts';
import { plainText } from './plain-text.ts';

const maxSections = 300;

/** The accounts of Claws Mail's `accountrc`. Without a port of its own an account takes 25, or 465 where it is encrypted from the start. */
export function readClawsAccounts(text: string): readonly IniAccount[] {
  return readIni(text, maxSections)
    .filter(({ title }) => /^Account: \d+$/.test(title))
    .flatMap((section): IniAccount[] => {
      const { title, values } = section;
      const address = writtenAddress(values.get('address'));
      if (address === null) return [];
      return [
        {
          key: title,
          address,
          displayName: plainText(values.get('name') ?? '', 255),
          outgoing: outgoingOf(section),
          incoming: incomingOf(section),
        },
      ];
    })
    .slice(0, maxIniAccounts);
}

const security: Readonly<Record<string, FoundServer['security']>> = { '1': 'tls', '2': 'starttls' };

function outgoingOf({ values }: IniSection): FoundServer | null {
  const method = security[values.get('ssl_smtp') ?? ''] ?? 'none';
  const isPortSet = values.get('set_smtpport') === '1';
  return writtenServer({
    protocol: 'smtp',
    host: values.get('smtp_server'),
    port: isPortSet ? values.get('smtp_port') : undefined,
    usualPort: method === 'tls' ? 465 : 25,
    security: method,
    auth: values.get('use_smtp_auth') === '1' ? 'password-cleartext' : 'none',
    username: values.get('smtp_user_id') || values.get('user_id'),
  });
}

/** `protocol`: 0 is POP3, 3 is IMAP; the others fetch no mail over the network. */
function incomingOf({ values }: IniSection): FoundServer | null {
  const protocol = { '0': 'pop3', '3': 'imap' }[values.get('protocol') ?? ''] as 'pop3' | 'imap' | undefined;
  if (protocol === undefined) return null;
  const short = protocol === 'imap' ? 'imap' : 'pop';
  const method = security[values.get(`ssl_${short}`) ?? ''] ?? 'none';
  const [plain, tls] = protocol === 'imap' ? [143, 993] : [110, 995];
  const isPortSet = values.get(`set_${short}port`) === '1';
  return writtenServer({
    protocol,
    host: values.get('receive_server'),
    port: isPortSet ? values.get(`${short}_port`) : undefined,
    usualPort: method === 'tls' ? tls : plain,
    security: method,
    auth: 'password-cleartext',
    username: values.get('user_id'),
  });
}
