import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { discover } from '../../../electron/engine/discovery.ts';
import type { DnsRecords } from '../../../electron/engine/system.ts';
import type { CheckInput } from '../../../shared/model/check.ts';
import { aCheckInput } from '../../support/builders.ts';
import { remarksIn } from '../../support/english.ts';
import { type LoopbackWeb, loopbackWeb, type Served } from '../../support/loopback-web.ts';
import { settingsFile } from './discover/settings-file.ts';

const open: LoopbackWeb[] = [];
afterEach(() => {
  for (const web of open.splice(0)) web.close();
});

type World = {
  readonly web?: Readonly<Record<string, Served>>;
  readonly zone?: Readonly<Record<string, DnsRecords>>;
  readonly hosts?: Readonly<Record<string, string>>;
};

async function found(
  address: string,
  { web = {}, zone = {}, hosts = {} }: World = {},
  change: Partial<CheckInput> = {},
) {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const served = await loopbackWeb(web, { zone, hosts });
  open.push(served);
  const input = aCheckInput({ address, domain, ...change });
  const { entries, ranking } = await discover(input, served.system, new AbortController().signal);
  const entryOf = (source: string) => entries.find((entry) => entry.source === source);
  return {
    entries,
    heard: served.heard,
    entryOf,
    remarks: entries.flatMap((entry) => remarksIn(entry)),
    provider: entries
      .map(({ provider }) => provider)
      .find((provider) => provider?.secret ?? provider?.closed),
    outgoing: ranking
      .filter(({ role }) => role === 'outgoing')
      .map(({ host, port, security, source }) => `${source} ${host}:${port}/${security}`),
    users: entries.flatMap(({ servers }) => servers.map(({ username }) => username)),
    auth: entries.flatMap(({ servers }) =>
      servers.filter(({ role }) => role === 'outgoing').map(({ auth }) => auth),
    ),
  };
}

const mx = (...hosts: string[]): DnsRecords => ({
  type: 'MX',
  records: hosts.map((exchange, index) => ({ exchange, preference: (index + 1) * 10 })),
});
const srv = (
  ...rows: readonly (readonly [target: string, port: number, priority?: number, weight?: number])[]
): DnsRecords => ({
  type: 'SRV',
  records: rows.map(([target, port, priority = 0, weight = 0]) => ({ target, port, priority, weight })),
});

describe('whose mail goes through an operator, seen by MX alone', () => {
  test.each<[string, string, string, string]>([
    ['Google Workspace', 'smtp.google.com', 'smtp.gmail.com:465', 'app-password'],
    ['Google Workspace of old', 'aspmx2.googlemail.com', 'smtp.gmail.com:465', 'app-password'],
    ['Microsoft 365', 'firma-example.mail.protection.outlook.com', 'smtp.office365.com:587', 'browser'],
    ['Microsoft 365 with DNSSEC', 'firma-example.r-v1.mx.microsoft', 'smtp.office365.com:587', 'browser'],
    ['Fastmail', 'in2-smtp.messagingengine.com', 'smtp.fastmail.com:465', 'app-password'],
    ['Zoho', 'mx2.zoho.eu', 'smtppro.zoho.eu:465', 'app-password-2fa'],
    ['Zoho Japan', 'mx.zoho.jp', 'smtppro.zoho.jp:465', 'app-password-2fa'],
    ['Strato', 'smtpin.rzone.de', 'smtp.strato.de:465', 'password'],
    ['Titan', 'mx1.titan.email', 'smtp.titan.email:465', 'password'],
    ['TransIP', 'mx.transip.email', 'smtp.transip.email:465', 'password'],
    ['Locaweb', 'mx.jk.locaweb.com.br', 'email-ssl.com.br:465', 'password'],
    ['UOL Host', 'mx.uhserver.com', 'smtp.uhserver.com:587', 'password'],
    ['Aruba', 'mx.aruba.it', 'smtps.aruba.it:465', 'password'],
    ['Alibaba', 'mxn.mxhichina.com', 'smtp.qiye.aliyun.com:465', 'password'],
    ['Purelymail', 'mailserver.purelymail.com', 'smtp.purelymail.com:465', 'password'],
    ['Spacemail', 'mx1.spacemail.com', 'mail.spacemail.com:465', 'password'],
    ['Simply', 'mx.simply.com', 'smtp.simply.com:587', 'password'],
    ['Hostpoint', 'mx2.mail.hostpoint.ch', 'asmtp.mail.hostpoint.ch:465', 'password'],
    ['Lolipop', 'mx01.lolipop.jp', 'smtp.lolipop.jp:465', 'password'],
    ['Forward Email', 'mx1.forwardemail.net', 'smtp.forwardemail.net:465', 'app-password'],
    ['Lark', 'mx1.larksuite.com', 'smtp.larksuite.com:465', 'mail-password'],
  ])('%s', async (_name, receiver, server, secret) => {
    const { outgoing, provider, users } = await found('anna@firma.example', {
      zone: { 'MX firma.example': mx(receiver) },
    });
    expect(outgoing[0]).toMatch(new RegExp(`^well-known ${server.replaceAll('.', '\\.')}/`));
    expect(provider?.secret).toBe(secret);
    expect(users).toContain('anna@firma.example');
  });

  test('iCloud with an own domain wants the iCloud address as the user name, which is not known', async () => {
    const { outgoing, provider, users } = await found('anna@firma.example', {
      zone: { 'MX firma.example': mx('mx01.mail.icloud.com') },
    });
    expect(outgoing[0]).toMatch(/^well-known smtp\.mail\.me\.com:587\//);
    expect(provider?.secret).toBe('app-password');
    expect(new Set(users)).toEqual(new Set(['']));
  });

  test.each([
    ['a filter in front', 'mx1.hc123.iphmx.com'],
    ['Proofpoint', 'mxa-0012.gslb.pphosted.com'],
    ['Mimecast', 'eu-smtp-inbound-1.mimecast.com'],
  ])('%s is nobody’s mailbox server: nothing is known by it', async (_name, receiver) => {
    const { entries } = await found('anna@firma.example', { zone: { 'MX firma.example': mx(receiver) } });
    expect(entries.find(({ source }) => source === 'well-known')?.servers).toEqual([]);
  });
});

describe('addresses of providers, with no network but DNS that knows nothing', () => {
  test.each<[string, string, string]>([
    ['anna@fastmail.fm', 'smtp.fastmail.com:465', 'anna@fastmail.fm'],
    ['anna@gmx.info', 'mail.gmx.net:465', 'anna@gmx.info'],
    ['anna+shop@gmail.com', 'smtp.gmail.com:465', 'anna+shop@gmail.com'],
    ['anna@magenta.de', 'securesmtp.t-online.de:465', 'anna@magenta.de'],
    ['anna@wanadoo.fr', 'smtp.orange.fr:465', 'anna@wanadoo.fr'],
    ['anna@neuf.fr', 'smtp.sfr.fr:465', 'anna@neuf.fr'],
    ['anna@free.fr', 'smtp.free.fr:465', 'anna'],
    ['anna@inwind.it', 'smtp.libero.it:465', 'anna@inwind.it'],
    ['anna@yahoo.co.jp', 'smtp.mail.yahoo.co.jp:465', 'anna'],
    ['anna@ocn.ne.jp', 'smtp.ocn.ne.jp:465', 'anna@ocn.ne.jp'],
    ['anna@biglobe.ne.jp', 'mail.biglobe.ne.jp:465', 'anna@biglobe.ne.jp'],
    ['anna@i.softbank.jp', 'smtp.softbank.jp:465', 'anna'],
    ['anna@mopera.net', 'mail.mopera.net:465', 'anna'],
    ['anna@zohomail.jp', 'smtp.zoho.jp:465', 'anna@zohomail.jp'],
    ['anna@fastwebnet.it', 'smtp.fastwebnet.it:587', 'anna@fastwebnet.it'],
    ['anna@alice.it', 'out.alice.it:587', 'anna@alice.it'],
    ['anna@tim.it', 'smtp.tim.it:587', 'anna@tim.it'],
    ['anna@daum.net', 'smtp.daum.net:465', 'anna@daum.net'],
  ])('%s', async (address, server, user) => {
    const { outgoing, users } = await found(address);
    expect(outgoing[0]).toMatch(new RegExp(`^well-known ${server.replaceAll('.', '\\.')}/`));
    expect(users[0]).toBe(user);
  });
});

describe('SRV', () => {
  const at = (records: Record<string, DnsRecords>) =>
    Object.fromEntries(
      Object.entries(records).map(([name, record]) => [`SRV ${name}._tcp.firma.example`, record]),
    );
  test.each<[string, Record<string, DnsRecords>, string[]]>([
    [
      'ports of its own',
      { _submissions: srv(['mail.firma.example', 10465]) },
      ['srv mail.firma.example:10465/tls'],
    ],
    [
      'two priorities',
      { _submission: srv(['b.firma.example', 587, 20], ['a.firma.example', 587, 10]) },
      ['srv a.firma.example:587/starttls', 'srv b.firma.example:587/starttls'],
    ],
    [
      'weights',
      { _submission: srv(['light.firma.example', 587, 0, 1], ['heavy.firma.example', 587, 0, 9]) },
      ['srv heavy.firma.example:587/starttls', 'srv light.firma.example:587/starttls'],
    ],
    [
      'both services alike',
      { _submission: srv(['m.firma.example', 587]), _submissions: srv(['m.firma.example', 465]) },
      ['srv m.firma.example:465/tls', 'srv m.firma.example:587/starttls'],
    ],
    [
      'implicit TLS not offered, by ".", and STARTTLS offered',
      { _submissions: srv(['.', 0]), _submission: srv(['m.firma.example', 587]) },
      ['srv m.firma.example:587/starttls'],
    ],
    ['both not offered', { _submissions: srv(['.', 0]), _submission: srv(['.', 0]) }, []],
  ])('%s', async (_name, records, wanted) => {
    const { outgoing } = await found('anna@firma.example', {
      zone: at(records),
      hosts: { 'smtp.firma.example': '192.0.2.7' },
    });
    expect(outgoing.filter((text) => text.startsWith('srv'))).toEqual(wanted);
    if (wanted.length === 0) expect(outgoing).toEqual([]);
  });
});

describe('MX of odd kinds', () => {
  test('a null MX is told, and the address is of no use for mail', async () => {
    const { remarks, entryOf } = await found('anna@firma.example', {
      zone: { 'MX firma.example': { type: 'MX', records: [{ exchange: '.', preference: 0 }] } },
    });
    expect(entryOf('mx')).toMatchObject({ outcome: 'nothing', servers: [] });
    expect(remarks.join(' ')).toMatch(/no mail/i);
  });
  test('an address in place of a name is tried as it is', async () => {
    const { entryOf } = await found('anna@firma.example', { zone: { 'MX firma.example': mx('192.0.2.7') } });
    expect(entryOf('mx')?.servers.map(({ host }) => host)).toEqual(['192.0.2.7', '192.0.2.7']);
  });
});

const own = 'https://autoconfig.firma.example/mail/config-v1.1.xml';
const file = settingsFile('smtp.firma.example 465 SSL').replaceAll('example.org', 'firma.example');
describe('autoconfig files of odd kinds', () => {
  const withAuth = (auth: string, user = '%EMAILADDRESS%') =>
    file.replace('password-cleartext', auth).replace('%EMAILADDRESS%', user);
  test.each<[string, Served, { auth?: unknown; user?: string; outgoing?: string; nothing?: boolean }]>([
    ['OAuth2 alone', withAuth('OAuth2'), { auth: ['oauth2'] }],
    ['the local part', withAuth('password-cleartext', '%EMAILLOCALPART%'), { user: 'anna+x' }],
    ['a name space', file.replace('<clientConfig', '<clientConfig xmlns="urn:not:this"'), {}],
    [
      'a prefix',
      file
        .replaceAll(/<(\/?)([a-zA-Z])/g, '<$1c:$2')
        .replace('<c:clientConfig', '<c:clientConfig xmlns:c="urn:x"')
        .replace('<?c:xml', '<?xml'),
      {},
    ],
    ['a mark at the beginning', `\ufeff${file}`, {}],
    ['blanks before the declaration', `\n  ${file}`, {}],
    [
      'UTF-16, little end first',
      (_q, r) =>
        void r.end(
          Buffer.concat([
            Buffer.of(0xff, 0xfe),
            Buffer.from(file.replace('?>', ' encoding="utf-16"?>'), 'utf16le'),
          ]),
        ),
      {},
    ],
    [
      'UTF-16, big end first',
      (_q, r) => void r.end(Buffer.concat([Buffer.of(0xfe, 0xff), Buffer.from(file, 'utf16le').swap16()])),
      {},
    ],
    ['said to be UTF-16, and is not', file.replace('?>', ' encoding="utf-16"?>'), {}],
    ['HTML', '<html><body>welcome</body></html>', { nothing: true }],
    ['a fault told with 200', '<?xml version="1.0"?><error>not found</error>', { nothing: true }],
    [
      'a form to sign in, with 200',
      '<!doctype html><form action=/login><input type=password></form>',
      { nothing: true },
    ],
    ['capital words', file.replace('<socketType>SSL', '<socketType>ssl'), {}],
  ])('%s', async (_name, served, { auth, user, nothing }) => {
    const result = await found('anna+x@firma.example', { web: { [own]: served } });
    if (nothing) {
      expect(result.entryOf('autoconfig')).toMatchObject({ outcome: 'nothing', servers: [] });
      return;
    }
    expect(result.outgoing[0]).toBe('autoconfig smtp.firma.example:465/tls');
    if (auth) expect(result.auth[0]).toEqual(auth);
    if (user) expect(result.users).toContain(user);
  });
});

describe('Autodiscover', () => {
  const at = 'https://autodiscover.firma.example/autodiscover/autodiscover.xml';
  const answer = (protocol: string) =>
    `<?xml version="1.0"?><Autodiscover><Response><Account><AccountType>email</AccountType><Action>settings</Action><Protocol><Type>SMTP</Type><Server>mail.firma.example</Server>${protocol}</Protocol></Account></Response></Autodiscover>`;
  test.each<[string, string, string]>([
    ['SSL off on 25', '<Port>25</Port><SSL>off</SSL>', '25/none'],
    [
      'SSL off and Encryption TLS',
      '<Port>587</Port><SSL>off</SSL><Encryption>TLS</Encryption>',
      '587/starttls',
    ],
    ['no port', '<SSL>on</SSL>', '587/starttls'],
    ['SSL on at 465', '<Port>465</Port><SSL>on</SSL>', '465/tls'],
    ['Encryption Auto at 465', '<Port>465</Port><Encryption>Auto</Encryption>', '465/tls'],
  ])('%s', async (_name, protocol, wanted) => {
    const { outgoing } = await found('anna@firma.example', { web: { [at]: answer(protocol) } });
    expect(outgoing).toContain(`autodiscover mail.firma.example:${wanted}`);
  });
});

describe('PACC', () => {
  const at = 'https://ua-auto-config.firma.example/.well-known/user-agent-configuration.json';
  const txt = (text: string, ...more: string[]): Record<string, DnsRecords> => ({
    'TXT _ua-auto-config.firma.example': {
      type: 'TXT',
      texts: [`v=UAAC1; a=sha256; d=${createHash('sha256').update(text, 'utf8').digest('base64')}`, ...more],
    },
  });
  test.each<[string, string, string | null]>([
    ['with a mark', `\ufeff{"protocols":{"submit":{"host":"s.firma.example"}}}`, 's.firma.example'],
    [
      'host in capitals, with a dot',
      '{"protocols":{"submit":{"host":"S.Firma.Example."}}}',
      's.firma.example',
    ],
    ['a port in the host', '{"protocols":{"submit":{"host":"s.firma.example:465"}}}', null],
    ['a list', '[]', null],
    ['a number', '5', null],
    ['a prototype', '{"__proto__":{"protocols":{"submit":{"host":"evil.example"}}}}', null],
    [
      'unknown services',
      '{"protocols":{"jmap":{"url":"https://x"},"submit":{"host":"s.firma.example","port":1}}}',
      's.firma.example',
    ],
  ])('%s', async (_name, text, host) => {
    const { outgoing } = await found('anna@firma.example', {
      web: { [at]: text },
      zone: txt(text, 'something else', 'v=UAAC1; a=sha512; d=x'),
    });
    const named = outgoing.filter((one) => one.startsWith('pacc'));
    expect(named).toEqual(host === null ? [] : [`pacc ${host}:465/tls`]);
  });
});
