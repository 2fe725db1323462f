import type { Instead } from '../model/check.ts';

/** A mail service whose addresses no mail program can send from by SMTP, and what its people use instead. */
export type ClosedService = {
  readonly id: string;
  readonly name: string;
  /** The part after the @ of its own addresses. */
  readonly domains: readonly string[];
  /** Ends of names of the hosts that receive mail for other people's domains at this service, each a whole domain. */
  readonly receivers: readonly string[];
  readonly instead: Instead;
  /** The one host that does take mail from programs, on some plans; it is checked like any other. */
  readonly submission?: string;
  readonly help: string;
};

/** Mailbox services first, then whoever only passes mail on. Facts are from their own help pages (2024 to 2026). */
export const closedServices: readonly ClosedService[] = [
  {
    id: 'proton',
    name: 'Proton Mail',
    domains: ['proton.me', 'protonmail.com', 'protonmail.ch', 'pm.me'],
    receivers: ['protonmail.ch', 'protonmail.com', 'proton.me'],
    instead: 'bridge',
    submission: 'smtp.protonmail.ch',
    help: 'https://proton.me/mail/bridge',
  },
  {
    id: 'tuta',
    name: 'Tuta',
    domains: ['tuta.com', 'tuta.io', 'tutanota.com', 'tutanota.de', 'tutamail.com', 'keemail.me'],
    receivers: ['tutanota.de', 'tutanota.com', 'tutao.de', 'tuta.com'],
    instead: 'own-app',
    help: 'https://tuta.com/support',
  },
  {
    id: 'hey',
    name: 'HEY',
    domains: ['hey.com'],
    receivers: ['hey.com'],
    instead: 'own-app',
    help: 'https://help.hey.com/',
  },
  {
    id: 'atomic-mail',
    name: 'Atomic Mail',
    domains: ['atomicmail.io'],
    receivers: ['atomicmail.io'],
    instead: 'own-app',
    help: 'https://atomicmail.io/support',
  },
  {
    id: 'criptext',
    name: 'Criptext',
    domains: ['criptext.com'],
    receivers: [],
    instead: 'own-app',
    help: 'https://criptext.com/',
  },
  {
    id: 'onmail',
    name: 'OnMail',
    domains: ['onmail.com'],
    receivers: [],
    instead: 'own-app',
    help: 'https://onmail.com/',
  },
  {
    id: 'duckduckgo',
    name: 'DuckDuckGo Email Protection',
    domains: ['duck.com'],
    receivers: ['duck.com'],
    instead: 'alias',
    help: 'https://duckduckgo.com/duckduckgo-help-pages/email-protection/',
  },
  {
    id: 'simplelogin',
    name: 'SimpleLogin',
    domains: [
      'simplelogin.com',
      'simplelogin.co',
      'simplelogin.fr',
      'aleeas.com',
      'slmail.me',
      'slmails.com',
      'silomails.com',
      '8alias.com',
      '8shield.net',
      'dralias.com',
      'passmail.net',
      'passmail.com',
      'passinbox.com',
      'passfwd.com',
    ],
    receivers: ['simplelogin.co', 'simplelogin.io'],
    instead: 'alias',
    help: 'https://simplelogin.io/docs/',
  },
  {
    id: 'addy',
    name: 'addy.io',
    domains: ['anonaddy.com', 'anonaddy.me', 'addy.io', 'addymail.com'],
    receivers: ['anonaddy.me', 'anonaddy.com', 'addy.io'],
    instead: 'alias',
    help: 'https://addy.io/help/',
  },
  {
    id: 'firefox-relay',
    name: 'Firefox Relay',
    domains: ['mozmail.com', 'relay.firefox.com'],
    receivers: [],
    instead: 'alias',
    help: 'https://support.mozilla.org/products/relay',
  },
  {
    id: 'hide-my-email',
    name: 'Apple Hide My Email',
    domains: ['privaterelay.appleid.com'],
    receivers: [],
    instead: 'alias',
    help: 'https://support.apple.com/guide/icloud/mm1a876f7e8f/icloud',
  },
  {
    id: '33mail',
    name: '33Mail',
    domains: ['33mail.com'],
    receivers: ['33mail.com'],
    instead: 'alias',
    help: 'https://www.33mail.com/faq',
  },
  {
    id: 'erine',
    name: 'erine.email',
    domains: ['erine.email'],
    receivers: ['erine.email'],
    instead: 'alias',
    help: 'https://erine.email/',
  },
  {
    id: 'trashmail',
    name: 'TrashMail',
    domains: [
      '0box.eu',
      'contbay.com',
      'damnthespam.com',
      'kurzepost.de',
      'mailgano.com',
      'mobiletrashmail.com',
      'my10minutemail.com',
      'objectmail.com',
      'proxymail.eu',
      'rcpt.at',
      'trash-mail.at',
      'trashmail.at',
      'trashmail.com',
      'trashmail.es',
      'trashmail.fr',
      'trashmail.io',
      'trashmail.me',
      'trashmail.net',
      'trashmail.se',
      'wegwerfmail.de',
      'wegwerfmail.net',
      'wegwerfmail.org',
    ],
    receivers: ['trashmail.com'],
    instead: 'alias',
    help: 'https://trashmail.com/?cmd=features&lang=en',
  },
  {
    id: 'burner-mail',
    name: 'Burner Mail',
    domains: ['burnermail.io'],
    receivers: ['burnermail.io'],
    instead: 'alias',
    help: 'https://burnermail.io/',
  },
  {
    id: 'spamgourmet',
    name: 'Spamgourmet',
    domains: ['spamgourmet.com'],
    receivers: ['spamgourmet.com'],
    instead: 'alias',
    help: 'https://www.spamgourmet.com/',
  },
  {
    id: 'cloudflare',
    name: 'Cloudflare Email Routing',
    domains: [],
    receivers: ['mx.cloudflare.net'],
    instead: 'forwarding',
    help: 'https://developers.cloudflare.com/email-routing/',
  },
  {
    id: 'namecheap-forwarding',
    name: 'Namecheap email forwarding',
    domains: [],
    receivers: ['registrar-servers.com'],
    instead: 'forwarding',
    help: 'https://www.namecheap.com/support/knowledgebase/',
  },
  {
    id: 'porkbun-forwarding',
    name: 'Porkbun email forwarding',
    domains: [],
    receivers: ['fwd1.porkbun.com', 'fwd2.porkbun.com'],
    instead: 'forwarding',
    help: 'https://kb.porkbun.com/',
  },
  {
    id: 'name-com-forwarding',
    name: 'Name.com email forwarding',
    domains: [],
    receivers: ['mx1.name.com', 'mx2.name.com', 'mx3.name.com', 'mx4.name.com'],
    instead: 'forwarding',
    help: 'https://www.name.com/support',
  },
  {
    id: 'spaceship-forwarding',
    name: 'Spaceship email forwarding',
    domains: [],
    receivers: ['efwd.spaceship.net'],
    instead: 'forwarding',
    help: 'https://www.spaceship.com/knowledgebase/',
  },
  {
    id: 'google-domains-forwarding',
    name: 'Google email forwarding',
    domains: [],
    receivers: ['gmr-smtp-in.l.google.com'],
    instead: 'forwarding',
    help: 'https://support.google.com/mail/answer/22370',
  },
  {
    id: 'improvmx',
    name: 'ImprovMX',
    domains: [],
    receivers: ['improvmx.com'],
    instead: 'forwarding',
    submission: 'smtp.improvmx.com',
    help: 'https://improvmx.com/guides/',
  },
  {
    id: 'mailinator',
    name: 'Mailinator',
    domains: ['mailinator.com'],
    receivers: ['mailinator.com'],
    instead: 'receive-only',
    help: 'https://www.mailinator.com/docs/',
  },
  {
    id: 'yopmail',
    name: 'YOPmail',
    domains: ['yopmail.com', 'yopmail.fr', 'yopmail.net'],
    receivers: ['yopmail.com'],
    instead: 'receive-only',
    help: 'https://yopmail.com/en/faq',
  },
  {
    id: 'guerrilla-mail',
    name: 'Guerrilla Mail',
    domains: [
      'guerrillamail.com',
      'guerrillamail.net',
      'guerrillamail.org',
      'guerrillamail.biz',
      'guerrillamail.de',
      'guerrillamail.info',
      'guerrillamailblock.com',
      'sharklasers.com',
      'grr.la',
      'pokemail.net',
      'spam4.me',
    ],
    receivers: ['guerrillamail.com'],
    instead: 'receive-only',
    help: 'https://www.guerrillamail.com/about',
  },
  {
    id: 'maildrop',
    name: 'Maildrop',
    domains: ['maildrop.cc'],
    receivers: ['maildrop.cc'],
    instead: 'receive-only',
    help: 'https://maildrop.cc/',
  },
  {
    id: 'mailnesia',
    name: 'Mailnesia',
    domains: ['mailnesia.com'],
    receivers: ['mailnesia.com'],
    instead: 'receive-only',
    help: 'https://mailnesia.com/',
  },
  {
    id: 'dispostable',
    name: 'Dispostable',
    domains: ['dispostable.com'],
    receivers: ['dispostable.com'],
    instead: 'receive-only',
    help: 'https://www.dispostable.com/',
  },
  {
    id: 'mailcatch',
    name: 'MailCatch',
    domains: ['mailcatch.com'],
    receivers: ['mailcatch.com'],
    instead: 'receive-only',
    help: 'https://mailcatch.com/',
  },
  {
    id: 'tempmail-plus',
    name: 'TempMail.Plus',
    domains: ['mailto.plus', 'fexpost.com', 'fexbox.org', 'fextemp.com', 'any.pink', 'merepost.com'],
    receivers: [],
    instead: 'receive-only',
    help: 'https://tempmail.plus/',
  },
  {
    id: 'getnada',
    name: 'Nada',
    domains: ['getnada.com'],
    receivers: ['getnada.com'],
    instead: 'receive-only',
    help: 'https://getnada.com/',
  },
];

const byDomain = new Map(
  closedServices.flatMap((service) => service.domains.map((domain) => [domain, service])),
);

/** The service of a mail domain that no mail program can send from. Names below such a domain count: some give each person one. */
export function closedServiceOfDomain(domain: string): ClosedService | undefined {
  const labels = domain.toLowerCase().replace(/\.$/, '').split('.');
  for (let start = 0; start < labels.length - 1; start += 1) {
    const service = byDomain.get(labels.slice(start).join('.'));
    if (service) return service;
  }
  return undefined;
}

/** The service whose host receives mail for a domain of somebody's own (an MX record's name). */
export function closedServiceOfReceiver(mxHost: string): ClosedService | undefined {
  return closedServices.find(({ receivers }) => receivers.some((end) => isBelow(mxHost, end)));
}

/** The service to which a host belongs that a person names as outgoing server; undefined for the host that does take mail. */
export function closedServiceOfServer(host: string): ClosedService | undefined {
  const service = closedServiceOfReceiver(host) ?? closedServiceOfDomain(host);
  return service && service.submission !== undefined && isBelow(host, service.submission)
    ? undefined
    : service;
}

function isBelow(host: string, end: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  return name === end || name.endsWith(`.${end}`);
}
