import type { KnownProvider } from './known-provider.ts';
import { providers } from './providers.ts';

type Settings = Omit<KnownProvider, 'id' | 'domains'>;

/** Who runs the mail of other people's domains: recognised by the hosts that receive mail for them. */
export type Operator = Settings & {
  /** Ends of names of its receiving hosts, each a whole domain. */
  readonly receivers: readonly string[];
};

function ofProvider(id: string, receivers: readonly string[], change: Partial<Settings> = {}): Operator {
  const provider = providers.find((known) => known.id === id);
  if (!provider) throw new Error(`no provider "${id}"`);
  const { id: _id, domains: _domains, ...settings } = provider;
  return { ...settings, ...change, receivers };
}

/** Every host with one name for all: the usual case with companies that sell mailboxes for one's own domain. */
function oneHost(name: string, host: string, receivers: readonly string[], help?: string): Operator {
  return {
    name,
    receivers,
    outgoing: { host, ports: [465, 587] },
    imap: host,
    pop3: host,
    ...(help === undefined ? {} : { help }),
  };
}

/** The operators that most domains' MX records lead to. The user name is the whole address of the domain's own. */
export const operators: readonly Operator[] = [
  ofProvider('gmail', ['google.com', 'googlemail.com', 'psmtp.com'], { name: 'Google Workspace' }),
  {
    name: 'Microsoft 365',
    receivers: ['mail.protection.outlook.com', 'mx.microsoft'],
    outgoing: { host: 'smtp.office365.com', ports: [587] },
    imap: 'outlook.office365.com',
    pop3: 'outlook.office365.com',
    secret: 'browser',
    help: 'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/pop3-and-imap4/pop3-and-imap4',
  },
  ofProvider('outlook', ['olc.protection.outlook.com']),
  ofProvider('zoho', ['mx.zoho.com', 'mx2.zoho.com', 'mx3.zoho.com'], {
    outgoing: { host: 'smtppro.zoho.com', ports: [465, 587] },
    imap: 'imappro.zoho.com',
    pop3: 'poppro.zoho.com',
  }),
  ofProvider('zoho-eu', ['mx.zoho.eu', 'mx2.zoho.eu', 'mx3.zoho.eu'], {
    outgoing: { host: 'smtppro.zoho.eu', ports: [465, 587] },
    imap: 'imappro.zoho.eu',
    pop3: 'poppro.zoho.eu',
  }),
  ofProvider('fastmail', ['messagingengine.com']),
  ofProvider('icloud', ['mail.icloud.com']),
  ofProvider('yandex', ['mx.yandex.net', 'mx.yandex.ru']),
  ofProvider('mail-ru', ['emx.mail.ru']),
  ofProvider('proton', ['protonmail.ch']),
  ofProvider('tuta', ['mail.tutanota.de', 'tutanota.de']),
  ofProvider('mailbox-org', ['mailbox.org']),
  ofProvider('runbox', ['runbox.com']),
  ofProvider('yahoo', ['yahoodns.net']),
  ofProvider('qq', ['mxbiz1.qq.com', 'mxbiz2.qq.com'], {
    name: 'Tencent Exmail',
    outgoing: { host: 'smtp.exmail.qq.com', ports: [465] },
    imap: 'imap.exmail.qq.com',
    pop3: 'pop.exmail.qq.com',
  }),
  ofProvider('infomaniak', ['infomaniak.ch', 'infomaniak.com']),
  {
    name: 'IONOS',
    receivers: [
      'ionos.de',
      'ionos.com',
      'ionos.co.uk',
      'ionos.fr',
      'ionos.es',
      'ionos.it',
      'kundenserver.de',
      '1and1.com',
    ],
    outgoing: { host: 'smtp.ionos.de', ports: [465, 587] },
    imap: 'imap.ionos.de',
    pop3: 'pop.ionos.de',
    help: 'https://www.ionos.com/help/email/',
  },
  {
    name: 'Strato',
    receivers: ['rzone.de'],
    outgoing: { host: 'smtp.strato.de', ports: [465, 587] },
    imap: 'imap.strato.de',
    pop3: 'pop3.strato.de',
    help: 'https://www.strato.de/faq/',
  },
  oneHost('OVHcloud', 'ssl0.ovh.net', ['ovh.net'], 'https://help.ovhcloud.com/'),
  oneHost('Gandi', 'mail.gandi.net', ['mail.gandi.net'], 'https://docs.gandi.net/'),
  oneHost('Hetzner', 'mail.your-server.de', ['your-server.de'], 'https://docs.hetzner.com/'),
  oneHost('Namecheap Private Email', 'mail.privateemail.com', ['privateemail.com']),
  oneHost('Rackspace Email', 'secure.emailsrvr.com', ['emailsrvr.com']),
  oneHost('Loopia', 'mailcluster.loopia.se', ['loopia.se']),
  {
    name: 'Hostinger',
    receivers: ['hostinger.com'],
    outgoing: { host: 'smtp.hostinger.com', ports: [465, 587] },
    imap: 'imap.hostinger.com',
    pop3: 'pop.hostinger.com',
  },
  {
    name: 'GoDaddy',
    receivers: ['secureserver.net'],
    outgoing: { host: 'smtpout.secureserver.net', ports: [465, 587] },
    imap: 'imap.secureserver.net',
    pop3: 'pop.secureserver.net',
  },
  {
    name: 'one.com',
    receivers: ['one.com'],
    outgoing: { host: 'send.one.com', ports: [465, 587] },
    imap: 'imap.one.com',
    pop3: 'pop.one.com',
  },
  {
    name: 'Migadu',
    receivers: ['migadu.com'],
    outgoing: { host: 'smtp.migadu.com', ports: [465, 587] },
    imap: 'imap.migadu.com',
    pop3: 'pop.migadu.com',
  },
  {
    name: 'DreamHost',
    receivers: ['dreamhost.com'],
    outgoing: { host: 'smtp.dreamhost.com', ports: [465, 587] },
    imap: 'imap.dreamhost.com',
    pop3: 'pop.dreamhost.com',
  },
];

/** The operator of a receiving host, the one with the longest matching name. */
export function operatorOf(mxHost: string): Operator | undefined {
  const host = mxHost.toLowerCase().replace(/\.$/, '');
  const lengthOf = ({ receivers }: Operator): number =>
    Math.max(
      0,
      ...receivers.filter((end) => host === end || host.endsWith(`.${end}`)).map((end) => end.length),
    );
  const [best] = operators
    .filter((operator) => lengthOf(operator) > 0)
    .toSorted((a, b) => lengthOf(b) - lengthOf(a));
  return best;
}
