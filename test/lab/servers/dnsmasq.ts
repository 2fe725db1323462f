import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scope } from '../scope.ts';

/** What one DNS server of the lab knows. */
export type Zone = {
  readonly addresses: readonly { readonly name: string; readonly ipAddress: string }[];
  readonly mx: readonly { readonly domain: string; readonly exchange: string }[];
  readonly srv: readonly { readonly name: string; readonly target: string; readonly port: number }[];
  /** Answered for every name that is not known; otherwise such a name does not exist (NXDOMAIN). */
  readonly everyOtherName?: string;
};

/** Starts a dnsmasq that serves a zone at an address. */
export async function startDns(
  scope: Scope,
  namespace: string,
  ipAddress: string,
  zone: Zone,
): Promise<void> {
  const folder = join(scope.folder, `dns-${ipAddress}`);
  mkdirSync(folder, { recursive: true });
  const hosts = join(folder, 'hosts');
  const config = join(folder, 'dnsmasq.conf');
  writeFileSync(hosts, zone.addresses.map(({ name, ipAddress }) => `${ipAddress} ${name}\n`).join(''));
  writeFileSync(
    config,
    [
      'no-resolv',
      'no-hosts',
      'keep-in-foreground',
      'log-facility=-',
      'bind-interfaces',
      'user=root',
      `pid-file=${folder}/pid`,
      `listen-address=${ipAddress}`,
      `addn-hosts=${hosts}`,
      `address=/#/${zone.everyOtherName ?? ''}`,
      ...zone.mx.map(({ domain, exchange }) => `mx-host=${domain},${exchange},10`),
      ...zone.srv.map(({ name, target, port }) => `srv-host=${name},${target},${port},0,1`),
      '',
    ].join('\n'),
  );
  await scope.start(namespace, ['dnsmasq', `--conf-file=${config}`], { ready: /read .*hosts/ });
}
