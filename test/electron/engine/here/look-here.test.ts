import { expect, test } from 'vitest';
import { lookHere } from '../../../../electron/engine/here/look-here.ts';
import { ownAddresses } from '../../../../electron/engine/here/own-addresses.ts';
import type { DoubtfulConnection } from '../../../../shared/model/here.ts';
import { virtualClock } from '../../../support/virtual-clock.ts';

/** What is dialled for these doubts, and what is found, where every connection is refused at once. */
async function looked(addresses: readonly string[]) {
  const clock = virtualClock();
  const dialled: string[] = [];
  const connections = addresses.map((ipAddress): DoubtfulConnection => {
    return { ipAddress, family: ipAddress.includes(':') ? 6 : 4, port: 587, isSilent: false };
  });
  const found = await clock.run(
    lookHere(
      { names: [], unanswered: [], connections, isProxyWanted: false },
      {
        clock,
        atFirst: null,
        async dial({ ipAddress }) {
          dialled.push(ipAddress);
          return { ok: false, errno: 'EPERM', isOwnWord: true };
        },
      },
      new AbortController().signal,
    ),
  );
  return { dialled, found };
}

test('a refusal at an address of this computer itself is no word of a firewall, so it is not looked into', async () => {
  const own = [...ownAddresses({ withLoopback: true })];
  expect(own).toContain('127.0.0.1');
  expect(await looked(own)).toEqual({ dialled: [], found: [] });
});

test('one at another address is, beside it', async () => {
  expect(await looked(['127.0.0.1', '192.0.2.10'])).toEqual({
    dialled: ['192.0.2.10'],
    found: [{ kind: 'way-out', address: '192.0.2.10', family: 4, port: 587, fate: 'forbidden' }],
  });
});
