import { expect, test } from 'vitest';
import type { Answer } from '../../../../electron/engine/dns/dns-failure.ts';
import { ledElsewhere } from '../../../../electron/engine/here/led-elsewhere.ts';

const found = (...ipAddresses: string[]): Answer => ({
  outcome: 'found',
  found: { type: 'addresses', addresses: ipAddresses.map((ipAddress) => ({ ipAddress, family: 4 })) },
});
const noName: Answer = { outcome: 'no-name', code: 'ENOTFOUND' };
const silence: Answer = { outcome: 'no-answer', code: 'ETIMEOUT' };
const host = 'mail.example.org';

type Computer = {
  readonly used?: readonly string[];
  /** What the system's lookup finds, without and with the dot at the end. */
  readonly system?: Answer;
  readonly whole?: Answer;
  readonly dns: Answer;
  readonly hostsFile?: readonly string[];
  readonly own?: readonly string[];
};

async function facts({
  used = ['10.9.9.9'],
  system = found(...used),
  whole = system,
  dns,
  ...rest
}: Computer) {
  return ledElsewhere(
    { host, addresses: used },
    {
      find: async (name) => (name.endsWith('.') ? whole : system),
      ask: async () => dns,
      inHostsFile: async () => rest.hostsFile ?? [],
      own: () => new Set(rest.own),
    },
  );
}

test('the hosts file leads elsewhere than DNS', async () => {
  expect(await facts({ used: ['192.0.2.66'], dns: found('192.0.2.9'), hostsFile: ['192.0.2.66'] })).toEqual([
    { kind: 'hosts-file', host, addresses: ['192.0.2.66'], inDns: ['192.0.2.9'] },
  ]);
});

test('a hosts file that says the same, or says it of another address, leads nobody astray', async () => {
  expect(await facts({ used: ['192.0.2.9'], dns: found('192.0.2.9'), hostsFile: ['192.0.2.9'] })).toEqual([]);
  expect(await facts({ dns: found('192.0.2.9'), hostsFile: ['192.0.2.66'] })).toEqual([]);
});

test('a search domain catches the name, as the dot at its end shows', async () => {
  expect(await facts({ whole: found('192.0.2.9'), dns: found('192.0.2.9') })).toEqual([
    { kind: 'search-list', host, addresses: ['10.9.9.9'], inDns: ['192.0.2.9'] },
  ]);
});

test('a company whose own lookup differs from the name servers’ has its reasons', async () => {
  expect(await facts({ dns: found('192.0.2.9') })).toEqual([]);
});

test('an answer that is another one each time is nobody’s fault', async () => {
  const changing = { used: ['192.0.2.1'], system: found('192.0.2.2'), whole: found('192.0.2.3') };
  expect(await facts({ ...changing, dns: found('192.0.2.4') })).toEqual([]);
});

test('where DNS is silent nothing is compared', async () => {
  expect(await facts({ dns: silence, hostsFile: ['10.9.9.9'], whole: noName })).toEqual([]);
});

test('a name that DNS does not have is told with nothing in DNS', async () => {
  expect(await facts({ dns: noName, hostsFile: ['10.9.9.9'] })).toMatchObject([
    { kind: 'hosts-file', inDns: [] },
  ]);
  expect(await facts({ dns: noName, whole: noName })).toMatchObject([{ kind: 'search-list', inDns: [] }]);
});

test('an address of this computer is told', async () => {
  expect(await facts({ dns: found('10.9.9.9'), own: ['10.9.9.9'] })).toEqual([
    { kind: 'own-address', host, address: '10.9.9.9' },
  ]);
});
