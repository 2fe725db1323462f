import { expect, test } from 'vitest';
import { ownNetwork } from '../../../electron/backend/own-network.ts';

const interfaces = [
  { address: '127.0.0.1', cidr: '127.0.0.1/8' },
  { address: '192.168.1.23', cidr: '192.168.1.23/24' },
  { address: '10.8.0.2', cidr: '10.8.0.2/32' },
  { address: 'fe80::1%eth0', cidr: 'fe80::1%eth0/64' },
];
const from = (ipv4: string | null, ipv6: string | null) =>
  ownNetwork({ ownAddress: async (family) => (family === 4 ? ipv4 : ipv6) }, interfaces);

test.each([
  ['192.168.1.23', null, { ipv4: '192.168.1.0/24' }],
  ['10.8.0.2', '2001:db8:1:2:aaaa:bbbb:cccc:dddd', { ipv4: '10.8.0.2/32', ipv6: '2001:db8:1:2::/64' }],
  ['192.0.2.1', null, { ipv4: '192.0.2.1/32' }],
  [null, 'fe80::1%eth0', { ipv6: 'fe80::/64' }],
  [null, null, {}],
])('from %s and %s: %j', async (ipv4, ipv6, expected) => {
  expect(await from(ipv4, ipv6)).toEqual(expected);
});

test('of an IPv6 address, the half that names the computer is left out', async () => {
  expect(JSON.stringify(await from(null, '2001:db8::dead:beef'))).not.toContain('beef');
});
