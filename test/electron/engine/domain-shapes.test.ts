import { expect, test } from 'vitest';
import { discover } from '../../../electron/engine/discovery.ts';
import type { DnsQuestion } from '../../../electron/engine/system.ts';
import { parseSubject } from '../../../shared/parse/subject.ts';
import { aCheckInput } from '../../support/builders.ts';
import { type FakePage, fakeSystem } from '../../support/fake-system.ts';
import { virtualClock } from '../../support/virtual-clock.ts';
import { settingsFile } from './discover/settings-file.ts';

/** What is known of a domain in the invented world. */
type Shape = {
  readonly mx?: string;
  readonly srv?: Readonly<Record<string, readonly [host: string, port: number]>>;
  /** Names that have an address. */
  readonly hosts?: readonly string[];
  readonly web?: Readonly<Record<string, FakePage>>;
  /** The first settings for sending that an expert would try; null when there are none. */
  readonly expert: string | null;
};

const list = 'https://autoconfig.thunderbird.net/v1.1/';
const file = (...servers: string[]): FakePage => ({ ok: true, status: 200, body: settingsFile(...servers) });
const missing: FakePage = { ok: true, status: 404, body: '' };

const shapes: Readonly<Record<string, Shape>> = {
  // Providers that most people have.
  'you@gmail.com': { expert: 'smtp.gmail.com:465/tls' },
  'you@googlemail.com': { expert: 'smtp.gmail.com:465/tls' },
  'you@outlook.com': { expert: 'smtp-mail.outlook.com:587/starttls' },
  'you@hotmail.co.uk': { expert: 'smtp-mail.outlook.com:587/starttls' },
  'you@yahoo.com': { expert: 'smtp.mail.yahoo.com:465/tls' },
  'you@icloud.com': { expert: 'smtp.mail.me.com:587/starttls' },
  'you@gmx.de': { expert: 'mail.gmx.net:465/tls' },
  'you@web.de': { expert: 'smtp.web.de:465/tls' },
  'you@t-online.de': { expert: 'securesmtp.t-online.de:465/tls' },
  'you@orange.fr': { expert: 'smtp.orange.fr:465/tls' },
  'you@seznam.cz': { expert: 'smtp.seznam.cz:465/tls' },
  'you@qq.com': { expert: 'smtp.qq.com:465/tls' },
  'you@proton.me': { mx: 'mail.protonmail.ch', expert: null },
  // A domain of one's own, its mail at one of the big ones.
  'you@at-google.example': { mx: 'aspmx.l.google.com', expert: 'smtp.gmail.com:465/tls' },
  'you@at-microsoft.example': {
    mx: 'at-microsoft-example.mail.protection.outlook.com',
    expert: 'smtp.office365.com:587/starttls',
  },
  'you@at-fastmail.example': { mx: 'in1-smtp.messagingengine.com', expert: 'smtp.fastmail.com:465/tls' },
  'you@at-zoho.example': { mx: 'mx.zoho.eu', expert: 'smtppro.zoho.eu:465/tls' },
  'you@at-yandex.example': { mx: 'mx.yandex.net', expert: 'smtp.yandex.com:465/tls' },
  'you@at-ionos.example': { mx: 'mx00.ionos.de', expert: 'smtp.ionos.de:465/tls' },
  'you@at-ovh.example': { mx: 'mx1.mail.ovh.net', expert: 'ssl0.ovh.net:465/tls' },
  'you@at-gandi.example': { mx: 'spool.mail.gandi.net', expert: 'mail.gandi.net:465/tls' },
  // Mozilla knows the company that receives the mail, and nobody else does.
  'you@listed.example': {
    mx: 'mx3.operator.co.uk',
    web: {
      [`${list}listed.example`]: missing,
      [`${list}operator.co.uk`]: file('smtp.operator.co.uk 465 SSL'),
    },
    expert: 'smtp.operator.co.uk:465/tls',
  },
  // The provider publishes its own file, in either place.
  'you@publishing.example': {
    mx: 'mx.publishing.example',
    web: {
      'https://autoconfig.publishing.example/mail/config-v1.1.xml?emailaddress=you%40publishing.example':
        file('out.publishing.example 465 SSL'),
    },
    expert: 'out.publishing.example:465/tls',
  },
  'you@well-known.co.uk': {
    web: {
      'https://well-known.co.uk/.well-known/autoconfig/mail/config-v1.1.xml': file(
        'out.hosting.example 587 STARTTLS',
      ),
    },
    expert: 'out.hosting.example:587/starttls',
  },
  // Its file is reached over plain http only: its own servers may be used, others are withheld and a guess is better.
  'you@plain-web.example': {
    hosts: ['mail.plain-web.example'],
    web: {
      'http://autoconfig.plain-web.example/mail/config-v1.1.xml': file('smtp.plain-web.example 465 SSL'),
    },
    expert: 'smtp.plain-web.example:465/tls',
  },
  'you@hijacked.example': {
    hosts: ['mail.hijacked.example'],
    web: { 'http://autoconfig.hijacked.example/mail/config-v1.1.xml': file('smtp.thief.example 465 SSL') },
    expert: 'mail.hijacked.example:587/starttls',
  },
  // DNS service records, with and without implicit TLS.
  'you@srv.example': {
    srv: { _submissions: ['smtp.srv.example', 465], _submission: ['smtp.srv.example', 587] },
    expert: 'smtp.srv.example:465/tls',
  },
  // Panels: the domain is its own mail server.
  'you@cpanel.example': {
    mx: 'cpanel.example',
    hosts: ['cpanel.example', 'mail.cpanel.example'],
    expert: 'cpanel.example:587/starttls',
  },
  'you@plesk.example': {
    mx: 'mail.plesk.example',
    hosts: ['plesk.example', 'mail.plesk.example'],
    expert: 'mail.plesk.example:587/starttls',
  },
  // A part of a university, and a name in letters of its own.
  'you@physics.university.example': {
    mx: 'mx.university.example',
    hosts: ['smtp.physics.university.example'],
    expert: 'mx.university.example:587/starttls',
  },
  'you@bücher.example': {
    hosts: ['mail.xn--bcher-kva.example'],
    expert: 'mail.xn--bcher-kva.example:587/starttls',
  },
  // A whole university publishes for its parts by DNS, and one of them for itself.
  'you@chem.uni.ac.uk': {
    mx: 'mx.uni.ac.uk',
    srv: { _submission: ['smtp.uni.ac.uk', 587] },
    hosts: ['mail.chem.uni.ac.uk'],
    expert: 'smtp.uni.ac.uk:587/starttls',
  },
  // An address as people type it.
  'You+Newsletter@GMAIL.COM': { expert: 'smtp.gmail.com:465/tls' },
  'you@Gmail.com.': { expert: 'smtp.gmail.com:465/tls' },
  // The company's own network, and one of a home.
  'you@corp.internal': { hosts: ['mail.corp.internal'], expert: 'mail.corp.internal:587/starttls' },
  'you@home.lan': { hosts: ['home.lan'], expert: 'home.lan:587/starttls' },
  // The receiving company is unknown to everybody but has a settings file, and takes mail from programs under another name.
  'you@hosted.example': {
    mx: 'mx01.hosting.co.uk',
    hosts: ['mx01.hosting.co.uk'],
    web: { 'https://autoconfig.hosting.co.uk/mail/config-v1.1.xml': file('smtp.hosting.co.uk 587 STARTTLS') },
    expert: 'smtp.hosting.co.uk:587/starttls',
  },
  // Outlook's way, and the newest of DNS against an old guess.
  'you@exchange.example': {
    mx: 'mail.exchange.example',
    hosts: ['mail.exchange.example'],
    web: {
      'https://autodiscover.exchange.example/autodiscover/autodiscover.xml': {
        ok: true,
        status: 200,
        body: `<Autodiscover><Response><Account><Protocol><Type>SMTP</Type><Server>smtp.exchange.example</Server>
          <Port>587</Port><Encryption>TLS</Encryption></Protocol></Account></Response></Autodiscover>`,
      },
    },
    expert: 'smtp.exchange.example:587/starttls',
  },
  // It says itself that nobody sends here: a guess would only knock at a web server.
  'you@no-sending.example': {
    srv: { _submission: ['.', 0], _submissions: ['.', 0] },
    hosts: ['no-sending.example', 'mail.no-sending.example'],
    expert: null,
  },
  // Hosts of companies that everybody has heard of.
  'you@at-proton.example': { mx: 'mail.protonmail.ch', expert: null },
  'you@at-strato.example': { mx: 'smtpin.rzone.de', expert: 'smtp.strato.de:465/tls' },
  'you@at-icloud.example': { mx: 'mx01.mail.icloud.com', expert: 'smtp.mail.me.com:587/starttls' },
  // No mail at all.
  'you@no-mail.example': { mx: '.', expert: null },
  'you@no-such-domain.example': { expert: null },
};

test('there are at least 30 of them', () => {
  expect(Object.keys(shapes).length).toBeGreaterThanOrEqual(30);
});

test.each(Object.entries(shapes))('%s', async (address, { mx, srv, hosts, web = {}, expert }) => {
  const subject = parseSubject(address);
  if (!subject.ok || subject.value.kind !== 'address') throw new Error(address);
  const { mailAddress, domain } = subject.value;
  const named = new Set([...(hosts ?? []), ...Object.keys(web).map((url) => new URL(url).hostname)]);

  function dns({ name, type }: DnsQuestion) {
    const service = srv?.[name.split('.')[0] ?? ''];
    if (type === 'MX' && name === domain && mx) {
      return { outcome: 'found', found: { type, records: [{ exchange: mx, preference: 10 }] } } as const;
    }
    if (type === 'SRV' && service) {
      const [target, port] = service;
      return {
        outcome: 'found',
        found: { type, records: [{ target, port, priority: 0, weight: 0 }] },
      } as const;
    }
    if (type === 'addresses' && named.has(name)) {
      const found = { type, addresses: [{ ipAddress: '192.0.2.9', family: 4 }] } as const;
      return { outcome: 'found', found } as const;
    }
    return { outcome: 'no-name', code: 'ENOTFOUND' } as const;
  }

  const system = fakeSystem({}, dns, virtualClock(), web);
  const input = aCheckInput({ address: mailAddress, domain });
  const { ranking } = await system.clock.run(discover(input, system, new AbortController().signal));
  const best = ranking.find(({ role }) => role === 'outgoing');
  expect(best ? `${best.host}:${best.port}/${best.security}` : null).toBe(expert);
});
