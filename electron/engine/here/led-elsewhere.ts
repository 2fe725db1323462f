import type { HereDoubts, HereFact } from '../../../shared/model/here.ts';
import { addressesIn } from '../dns/addresses-in.ts';
import type { Answer } from '../dns/dns-failure.ts';

export type NameTools = {
  /** The system's own lookup, as every program has it. */
  readonly find: (name: string) => Promise<Answer>;
  /** The name servers themselves, with the name as it stands. */
  readonly ask: (name: string) => Promise<Answer>;
  readonly inHostsFile: (name: string) => Promise<readonly string[]>;
  /** The addresses of this computer. */
  readonly own: () => ReadonlySet<string>;
};

/**
 * Whether this computer leads a name elsewhere than DNS does: by its hosts file, or by a search domain that it puts behind the name,
 * which a dot at the end keeps away (resolver(5)). What differs for another reason (a company's inner directory, an answer that changes
 * from one time to the next) is not told. Never rejects.
 */
export async function ledElsewhere(
  { host, addresses }: HereDoubts['names'][number],
  { find, ask, inHostsFile, own }: NameTools,
): Promise<HereFact[]> {
  const here = addresses.filter((address) => own().has(address));
  const ownAddress: HereFact[] = here.slice(0, 1).map((address) => ({ kind: 'own-address', host, address }));
  const listed = await inHostsFile(host);
  const isListed = listed.some((address) => addresses.includes(address));
  const said = await ask(host);
  const inDns = ipAddressesIn(said);
  if (inDns.some((address) => addresses.includes(address))) return ownAddress;
  // Only who answers says that a name is not there.
  if (said.outcome === 'no-answer' || said.outcome === 'cancelled') return ownAddress;
  const fact = { host, addresses: addresses.slice(0, 20), inDns: inDns.slice(0, 20) };
  if (isListed) return [{ kind: 'hosts-file', ...fact }, ...ownAddress];
  const [asTyped, whole] = (await Promise.all([find(host), find(`${host}.`)])).map(ipAddressesIn);
  const isSteady = asTyped?.some((address) => addresses.includes(address)) ?? false;
  const isWholeElsewhere = inDns.length === 0 || whole?.some((address) => inDns.includes(address)) === true;
  const isSame = whole?.some((address) => addresses.includes(address)) ?? false;
  if (isSteady && !isSame && isWholeElsewhere) return [{ kind: 'search-list', ...fact }, ...ownAddress];
  return ownAddress;
}

function ipAddressesIn(answer: Answer): string[] {
  return addressesIn(answer).map(({ ipAddress }) => ipAddress);
}
