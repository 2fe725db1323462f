import { expect, test } from 'vitest';
import { isInOtherNetwork, type Whereabouts } from '../../../electron/backend/other-network.ts';
import type { Family } from '../../../shared/model/family.ts';
import type { Report } from '../../../shared/model/report.ts';

type Addresses = { readonly ipv4?: string; readonly ipv6?: string };

/** A computer whose own addresses are these, look by look; the last stay. Nothing waits for real. */
async function watched(looks: readonly Addresses[], than: Report['network'], abortAfter = 50) {
  const controller = new AbortController();
  const told: Whereabouts[] = [];
  let look = 0;
  const now = (): Addresses => looks[Math.min(look, looks.length - 1)] ?? {};
  const system = {
    ownAddress: async (family: Family) => (family === 4 ? now().ipv4 : now().ipv6) ?? null,
    clock: {
      now: () => look * 500,
      wallClock: () => look * 500,
      sleep: async () => {
        look += 1;
        if (look >= abortAfter) controller.abort();
      },
    },
  };
  const isOther = await isInOtherNetwork(system, than, (where) => told.push(where), controller.signal);
  return { isOther, told, looks: look };
}

// Addresses that no interface has are a network of one (IPv4) or the first half (IPv6).
const home = { ipv4: '198.51.100.7', ipv6: '2001:db8:1::7' };
const homeNetwork = { ipv4: '198.51.100.7/32', ipv6: '2001:db8:1::/64' };

test('a change is told once it has been seen three times, whatever was there in between', async () => {
  const { isOther, told } = await watched([home, {}, { ipv4: '203.0.113.9' }], homeNetwork);
  expect(isOther).toBe(true);
  expect(told).toEqual(['here', 'away']);
});

test('the network that the check was made in counts, and not the one in which the wait begins', async () => {
  const { isOther, looks } = await watched([{ ipv4: '203.0.113.9' }], homeNetwork);
  expect(isOther).toBe(true);
  expect(looks).toBe(2);
});

test('where the check does not say its network, the first that is seen is left', async () => {
  expect((await watched([home], undefined)).isOther).toBe(false);
  expect((await watched([{}, home, home, { ipv4: '203.0.113.9' }], undefined)).isOther).toBe(true);
  expect((await watched([home, { ipv4: '203.0.113.9' }], {})).isOther).toBe(true);
});

test.each<[string, readonly Addresses[]]>([
  ['nothing changes', [home]],
  ['the network goes and comes back', [home, {}, {}, home]],
  ['a family goes and comes back', [home, { ipv4: home.ipv4 }, { ipv6: home.ipv6 }, home]],
  ['a privacy address is made anew', [home, { ...home, ipv6: '2001:db8:1::ffff:1' }]],
  ['another one flashes by', [home, { ipv4: '203.0.113.9' }, { ipv4: '203.0.113.9' }, home]],
])('%s: it is no other network', async (_what, looks) => {
  const { isOther, told } = await watched(looks, homeNetwork);
  expect(isOther).toBe(false);
  expect(told[0]).toBe('here');
});

test('a line with other address families is another one when the first was seen to go', async () => {
  const onlyIpv4 = { ipv4: '198.51.100.7/32' };
  const phone = { ipv6: '2001:db8:2::1' };
  expect((await watched([{ ipv4: home.ipv4 }, {}, phone], onlyIpv4)).isOther).toBe(true);
  expect((await watched([phone], onlyIpv4)).isOther).toBe(false);
});

test('an abort ends it at once', async () => {
  expect(await watched([home], homeNetwork, 1)).toMatchObject({ isOther: false, looks: 1 });
});
