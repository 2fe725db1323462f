import { domainToUnicode } from 'node:url';
import type { NamedServer } from '../../../shared/model/check.ts';
import { plainText } from '../../../shared/parse/plain-text.ts';
import { type Said, said, type Value } from '../../../shared/text/said.ts';
import { addressesIn } from '../dns/addresses-in.ts';
import type { Names } from '../names.ts';
import { isPrivateAddress } from '../web/private-address.ts';

/** Bounds of the report's schema; a value is a name or a word of a file, in UTF-16 units. */
const maxRemarks = 20;
const maxValueChars = 300;

/** A server as it is shown: with the readable form of its name beside the one that is dialled, where the two differ (RFC 5890). */
export function withReadableName(server: NamedServer): NamedServer {
  const readable = domainToUnicode(server.host);
  return readable === '' || readable === server.host
    ? server
    : { ...server, readableHost: plainText(readable, 255) };
}

/** Whether a name leads nowhere but into a private network or to this computer. A name without an address does not. */
export async function leadsInside(host: string, names: Names): Promise<boolean> {
  const addresses = addressesIn(await names.addresses(host));
  return addresses.length > 0 && addresses.every(({ ipAddress }) => isPrivateAddress(ipAddress));
}

/** What a person should be told about servers that a source named: which are withheld and why, and which names may deceive. */
export function serverRemarks(servers: readonly NamedServer[]): Said[] {
  return [
    ...servers.flatMap(({ withheld, host }) =>
      withheld ? said(`discovery.withheld.${withheld}`, { host }) : [],
    ),
    ...servers.flatMap(({ host, readableHost }) => {
      return readableHost !== undefined && isMixed(readableHost)
        ? said('discovery.mixed-script', { host, shown: readableHost })
        : [];
    }),
  ];
}

/** Remarks as a report keeps them: each once, what strangers wrote cut to its bounds; nothing when there are none. */
export function keptRemarks(remarks: readonly Said[]): { readonly remarks?: Said[] } {
  if (remarks.length === 0) return {};
  const distinct = new Map(remarks.map(bounded).map((remark) => [JSON.stringify(remark), remark]));
  return { remarks: [...distinct.values()].slice(0, maxRemarks) };
}

function bounded({ key, values = {} }: Said): Said {
  const cut = (value: Value): Value => (typeof value === 'string' ? plainText(value, maxValueChars) : value);
  return {
    key,
    values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, cut(value)])),
  };
}

/** Labels that mix Latin letters with those of scripts that have look-alikes of them. */
function isMixed(readableHost: string): boolean {
  return readableHost
    .split('.')
    .some(
      (label) =>
        /\p{Script=Latin}/u.test(label) &&
        /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(label),
    );
}
