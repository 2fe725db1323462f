import type { WebProxy } from '../../../shared/model/here.ts';
import { parseProxySetting } from '../../../shared/parse/proxy-setting.ts';
import { addressesIn } from '../dns/addresses-in.ts';
import type { Answer } from '../dns/dns-failure.ts';
import { limits } from '../limits.ts';
import type { Address, Clock, DialResult } from '../system.ts';

export type ProxyTools = {
  readonly clock: Clock;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly find: (name: string) => Promise<Answer>;
  readonly dial: (to: Address, signal: AbortSignal) => Promise<DialResult>;
};

/** As programs read them, the surest first. */
const variables = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY', 'http_proxy', 'HTTP_PROXY'];

/**
 * The web proxy that programs on this computer are told to use by its environment, and whether it takes connections. It is told nothing.
 * None where none is set. Never rejects.
 */
export async function webProxy(
  { clock, environment, find, dial }: ProxyTools,
  signal: AbortSignal,
): Promise<WebProxy[]> {
  for (const variable of variables) {
    const setting = parseProxySetting(environment[variable] ?? '');
    if (setting === null) continue;
    const over = new AbortController();
    const ends = AbortSignal.any([signal, over.signal]);
    const late = clock.sleep(limits.here.proxyMs, ends).then(() => over.abort());
    const reached = find(setting.host).then((found) =>
      isReached(addressesIn(found), setting.port, dial, ends),
    );
    const isAnswering = await Promise.race([reached, late.then(() => false)]);
    over.abort();
    return [{ kind: 'web-proxy', variable, ...setting, isAnswering }];
  }
  return [];
}

async function isReached(
  addresses: readonly Omit<Address, 'port'>[],
  port: number,
  dial: ProxyTools['dial'],
  signal: AbortSignal,
): Promise<boolean> {
  const tries = addresses.slice(0, 4).map(async (address) => {
    const dialled = await dial({ ...address, port }, signal);
    if (!dialled.ok) throw new Error(dialled.errno);
    dialled.connection.destroy();
    return true;
  });
  return Promise.any(tries).catch(() => false);
}
