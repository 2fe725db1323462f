import { isIP } from 'node:net';
import { limits } from '../limits.ts';
import type { Clock, DnsAnswer, DnsQuestion, DnsRecords } from '../system.ts';
import { within } from '../within.ts';
import { type Answer, dnsFailure } from './dns-failure.ts';
import { askNameServers } from './name-server.ts';
import { lookUpHere } from './this-computer.ts';

/**
 * One question to DNS, answered within `limits.dnsMs` with no more than `limits.dnsRecords` of each kind, the preferred ones. An IP address
 * is its own answer. Never rejects.
 */
export async function resolve(question: DnsQuestion, clock: Clock, signal: AbortSignal): Promise<DnsAnswer> {
  const startedMs = clock.now();
  const answer = await answerTo(question, clock, signal);
  const bounded = answer.outcome === 'found' ? { ...answer, found: preferred(answer.found) } : answer;
  return { ...bounded, elapsedMs: clock.now() - startedMs };
}

/** Everything that is done with an answer is done with each of its records, and thousands of them fit into one. */
function preferred(found: DnsRecords): DnsRecords {
  const most = limits.dnsRecords;
  switch (found.type) {
    case 'addresses': {
      const ofFamily = (family: 4 | 6) =>
        found.addresses.filter((one) => one.family === family).slice(0, most);
      const kept = new Set([...ofFamily(4), ...ofFamily(6)]);
      return { ...found, addresses: found.addresses.filter((one) => kept.has(one)) };
    }
    case 'MX':
      return { ...found, records: best(found.records, ({ preference }) => preference) };
    case 'SRV':
      return { ...found, records: best(found.records, ({ priority }) => priority) };
    case 'TXT':
      return { ...found, texts: found.texts.slice(0, most) };
  }
}

/** In the order they came, unless there are too many. */
function best<R>(records: readonly R[], rank: (record: R) => number): readonly R[] {
  if (records.length <= limits.dnsRecords) return records;
  return records.toSorted((one, other) => rank(one) - rank(other)).slice(0, limits.dnsRecords);
}

async function answerTo(question: DnsQuestion, clock: Clock, signal: AbortSignal): Promise<Answer> {
  const { name, type, resolvers, isThorough = false } = question;
  if (name === '') return dnsFailure('ENOTFOUND'); // the root has neither addresses nor mail servers
  const family = isIP(name);
  if (type === 'addresses' && (family === 4 || family === 6)) {
    return { outcome: 'found', found: { type, addresses: [{ ipAddress: name, family }] } };
  }
  const inTime = new AbortController();
  const stop = () => inTime.abort();
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  const asked =
    type === 'addresses' && resolvers.length === 0
      ? lookUpHere(name, isThorough, clock, inTime.signal)
      : askNameServers({ name, type, isThorough }, resolvers, clock, inTime.signal);
  try {
    const answer = await within(asked, limits.dnsMs, clock, signal);
    if (signal.aborted) return dnsFailure('ECANCELLED');
    return answer ?? dnsFailure('ETIMEOUT');
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}
