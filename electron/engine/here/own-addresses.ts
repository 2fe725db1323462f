import { networkInterfaces } from 'node:os';

/** The IP addresses of this computer; without those of loopback, which the practice network and programs of one's own use on purpose. */
export function ownAddresses({ withLoopback = false } = {}): ReadonlySet<string> {
  const all = Object.values(networkInterfaces()).flatMap((one) => one ?? []);
  return new Set(all.filter(({ internal }) => withLoopback || !internal).map(({ address }) => address));
}
