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

/** Hosts named for what they do below one domain: `smtp.`, `imap.` and, where there is one, `pop.`. */
function named(
  name: string,
  domain: string,
  receivers: readonly string[],
  change: Partial<Settings> = {},
): Operator {
  return {
    name,
    receivers,
    outgoing: { host: `smtp.${domain}`, ports: [465, 587] },
    imap: `imap.${domain}`,
    ...change,
  };
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

/** Each country's customers have servers of their own. */
function ionos(country: string, receivers: readonly string[]): Operator {
  return {
    name: 'IONOS',
    receivers,
    outgoing: { host: `smtp.ionos.${country}`, ports: [465, 587] },
    imap: `imap.ionos.${country}`,
    pop3: `pop.ionos.${country}`,
    hosts: [`ionos.${country}`, ...(country === 'de' ? ['1und1.de', 'kundenserver.de'] : [])],
    secret: 'app-password-2fa',
    help: 'https://www.ionos.com/help/email/',
  };
}

/** Domains of one's own have other servers than zoho.com's mailboxes, in each of Zoho's regions. */
function zoho(region: string): Operator {
  const receivers = ['mx', 'mx2', 'mx3'].map((name) => `${name}.zoho.${region}`);
  return ofProvider('zoho', receivers, {
    outgoing: { host: `smtppro.zoho.${region}`, ports: [465, 587] },
    imap: `imappro.zoho.${region}`,
    pop3: `poppro.zoho.${region}`,
    secretAt: `https://accounts.zoho.${region}/`,
  });
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
    hosts: ['office365.com', 'outlook.office.com'],
    secret: 'browser',
    passwordUntil: '2026-12-31',
    help: 'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/pop3-and-imap4/pop3-and-imap4',
  },
  ofProvider('outlook', ['olc.protection.outlook.com']),
  ...(['com', 'eu', 'in', 'com.au', 'jp'] as const).map(zoho),
  ofProvider('fastmail', ['messagingengine.com']),
  ofProvider('icloud', ['mail.icloud.com'], { login: 'own-address' }),
  ofProvider('yandex', ['mx.yandex.net', 'mx.yandex.ru']),
  ofProvider('mail-ru', ['emx.mail.ru']),
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
  ionos('de', ['ionos.de', 'kundenserver.de']),
  ionos('com', ['ionos.com', '1and1.com']),
  ...['co.uk', 'fr', 'es', 'it'].map((country) => ionos(country, [`ionos.${country}`])),
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
  named('Hostinger', 'hostinger.com', ['hostinger.com'], { pop3: 'pop.hostinger.com' }),
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
  named('Migadu', 'migadu.com', ['migadu.com'], { pop3: 'pop.migadu.com' }),
  named('DreamHost', 'dreamhost.com', ['dreamhost.com'], { pop3: 'pop.dreamhost.com' }),
  // Mozilla's list has these servers; their receiving hosts are in the zones of many domains (2024 to 2026), as all of those below.
  named('websupport', 'websupport.sk', ['websupport.sk'], { pop3: 'pop.websupport.sk' }),
  named('DonDominio', 'dondominio.com', ['dondominio.com'], { pop3: 'pop3.dondominio.com' }),
  named('Titan', 'titan.email', ['titan.email']),
  named('TransIP', 'transip.email', ['mx.transip.email'], { pop3: 'pop3.transip.email' }),
  named('Purelymail', 'purelymail.com', ['mailserver.purelymail.com']),
  named('UOL Host', 'uhserver.com', ['mx.uhserver.com'], {
    outgoing: { host: 'smtp.uhserver.com', ports: [587] },
  }),
  named('Simply.com', 'simply.com', ['mx.simply.com'], {
    outgoing: { host: 'smtp.simply.com', ports: [587] },
  }),
  named('Lolipop', 'lolipop.jp', ['mx01.lolipop.jp'], {
    outgoing: { host: 'smtp.lolipop.jp', ports: [465] },
  }),
  named('Lark', 'larksuite.com', ['larksuite.com'], { secret: 'mail-password' }),
  named('Alibaba Mail', 'qiye.aliyun.com', ['mxhichina.com', 'qiye.aliyun.com'], {
    outgoing: { host: 'smtp.qiye.aliyun.com', ports: [465] },
  }),
  named('Hostpoint', 'mail.hostpoint.ch', ['mail.hostpoint.ch'], {
    outgoing: { host: 'asmtp.mail.hostpoint.ch', ports: [465, 587] },
  }),
  {
    name: 'Aruba',
    receivers: ['mx.aruba.it'],
    outgoing: { host: 'smtps.aruba.it', ports: [465] },
    imap: 'imaps.aruba.it',
    pop3: 'pop3s.aruba.it',
  },
  {
    name: 'Locaweb',
    receivers: ['locaweb.com.br'],
    outgoing: { host: 'email-ssl.com.br', ports: [465, 587] },
    imap: 'email-ssl.com.br',
  },
  {
    name: 'Spacemail',
    receivers: ['spacemail.com'],
    outgoing: { host: 'mail.spacemail.com', ports: [465, 587] },
    imap: 'mail.spacemail.com',
  },
  ofProvider('forward-email', ['mx1.forwardemail.net', 'mx2.forwardemail.net']),
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
