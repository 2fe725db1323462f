import { Resolver } from 'node:dns/promises';
import { isIPv6 } from 'node:net';
import type { HostPort } from '../../../shared/model/check.ts';
import { parseHost } from '../../../shared/parse/host-name.ts';
import { errnoOf } from '../connect/errno.ts';
import { limits } from '../limits.ts';
import type { Clock, DnsQuestion } from '../system.ts';
import { within } from '../within.ts';
import { addressesIn } from './addresses-in.ts';
import { type Answer, dnsFailure, surer } from './dns-failure.ts';

/**
 * Asks DNS servers directly (c-ares): the given ones, or those the system names. Ends when the signal aborts; the caller
 * bounds the time. Never rejects.
 */
export async function askNameServers(
  question: Omit<DnsQuestion, 'resolvers'>,
  resolvers: readonly HostPort[],
  clock: Clock,
  signal: AbortSignal,
): Promise<Answer> {
  if (signal.aborted) return dnsFailure('ECANCELLED');
  const resolver = new Resolver({ timeout: limits.dnsTryMs, tries: limits.dnsTries });
  const cancel = () => resolver.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    if (resolvers.length > 0) resolver.setServers(resolvers.map(serverText));
    return await ask(resolver, question, clock, signal);
  } catch (error) {
    return dnsFailure(signal.aborted ? 'ECANCELLED' : errnoOf(error, 'EBADQUERY'));
  } finally {
    signal.removeEventListener('abort', cancel);
    resolver.cancel();
  }
}

function serverText({ host, port }: HostPort): string {
  return isIPv6(host) ? `[${host}]:${port}` : `${host}:${port}`;
}

async function ask(
  resolver: Resolver,
  { type, name, isThorough = false }: Omit<DnsQuestion, 'resolvers'>,
  clock: Clock,
  signal: AbortSignal,
): Promise<Answer> {
  switch (type) {
    case 'addresses':
      return askAddresses(resolver, name, isThorough, clock, signal);
    case 'MX': {
      const answers = await resolver.resolveMx(name);
      const records = answers.map(({ exchange, priority }) => ({
        exchange: exchange === '' ? '.' : exchange,
        preference: priority,
      }));
      const real = records.filter(({ exchange }) => isHostName(exchange));
      // RFC 7505: a single MX "." says that the domain takes no mail at all.
      const isNull = records.length === 1 && records[0]?.exchange === '.';
      if (real.length === 0 && !isNull) return { outcome: 'no-data', code: 'ENODATA' };
      return { outcome: 'found', found: { type, records: isNull ? records : real } };
    }
    case 'SRV': {
      const answers = await resolver.resolveSrv(name);
      const records = answers.map((record) => ({
        target: record.name === '' ? '.' : record.name,
        port: record.port,
        priority: record.priority,
        weight: record.weight,
      }));
      const real = records.filter(({ target }) => target === '.' || isHostName(target));
      if (real.length === 0) return { outcome: 'no-data', code: 'ENODATA' };
      return { outcome: 'found', found: { type, records: real } };
    }
  }
}

/** DNS carries any bytes in a name; what could be an option, a line or an escape elsewhere is nobody's mail server. */
function isHostName(name: string): boolean {
  const host = parseHost(name);
  return host.ok && host.value.host === name.toLowerCase();
}

/** A and AAAA side by side. Once one has found something the other gets 50 ms more (RFC 8305 section 3), or all its tries. */
async function askAddresses(
  resolver: Resolver,
  name: string,
  isThorough: boolean,
  clock: Clock,
  signal: AbortSignal,
): Promise<Answer> {
  const asked = { 6: askFamily(resolver, name, 6), 4: askFamily(resolver, name, 4) };
  const first = await Promise.race([asked[6], asked[4]]);
  const other = first.family === 6 ? asked[4] : asked[6];
  if (first.answer.outcome !== 'found') return surer((await other).answer, first.answer);
  const second = await within(other, isThorough ? limits.dnsMs : limits.otherFamilyMs, clock, signal);
  const found = [first, second].flatMap((one) => (one ? addressesIn(one.answer) : []));
  const addresses = found.toSorted((a, b) => b.family - a.family);
  return { outcome: 'found', found: { type: 'addresses', addresses } };
}

async function askFamily(
  resolver: Resolver,
  name: string,
  family: 4 | 6,
): Promise<{ readonly family: 4 | 6; readonly answer: Answer }> {
  try {
    const found = await (family === 4 ? resolver.resolve4(name) : resolver.resolve6(name));
    const addresses = found.map((ipAddress) => ({ ipAddress, family }));
    return { family, answer: { outcome: 'found', found: { type: 'addresses', addresses } } };
  } catch (error) {
    return { family, answer: dnsFailure(errnoOf(error, 'EBADQUERY')) };
  }
}
