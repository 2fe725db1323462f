import { isIP } from 'node:net';
import type { Answer } from '../../engine/dns/dns-failure.ts';
import type { DnsQuestion, DnsRecords } from '../../engine/system.ts';
import { hostOf, type World } from './world.ts';

const noName: Answer = { outcome: 'no-name', code: 'ENOTFOUND' };
const noData: Answer = { outcome: 'no-data', code: 'ENODATA' };
const noAnswer: Answer = { outcome: 'no-answer', code: 'ETIMEOUT' };

/** What the practice network's DNS says, with the codes that c-ares would use. An IP address answers for itself, as everywhere. */
export function askZone(world: World, { name, type }: DnsQuestion): Answer {
  const asked = name.toLowerCase().replace(/\.$/, '');
  if (type === 'addresses' && isIP(asked) !== 0) return address(asked);
  if (world.dns.mood === 'silent') return noAnswer;
  if (world.dns.mood === 'lying') return type === 'addresses' ? address(world.dns.ipAddress) : noData;

  const host = hostOf(world, asked);
  const mx = world.mx[asked];
  const srv = world.srv[asked];
  const texts = world.txt[asked];
  if (type === 'addresses' && host) return address(host.ipAddress);
  if (type === 'MX' && mx) return found({ type, records: [{ exchange: mx, preference: 10 }] });
  if (type === 'TXT' && texts) return found({ type, texts });
  if (type === 'SRV' && srv) return found({ type, records: [{ ...srv, priority: 10, weight: 0 }] });
  return host || mx || srv || texts ? noData : noName;
}

function address(ipAddress: string): Answer {
  const family = isIP(ipAddress) === 6 ? 6 : 4;
  return found({ type: 'addresses', addresses: [{ ipAddress, family }] });
}

function found(records: DnsRecords): Answer {
  return { outcome: 'found', found: records };
}
