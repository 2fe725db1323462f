import { isIP } from 'node:net';
import { limits } from '../limits.ts';
import type { Clock, DnsAnswer, DnsQuestion } from '../system.ts';
import { within } from '../within.ts';
import { type Answer, dnsFailure } from './dns-failure.ts';
import { askNameServers } from './name-server.ts';
import { lookUpHere } from './this-computer.ts';

/** One question to DNS, answered within `limits.dnsMs`. An IP address is its own answer. Never rejects. */
export async function resolve(question: DnsQuestion, clock: Clock, signal: AbortSignal): Promise<DnsAnswer> {
  const startedMs = clock.now();
  const answer = await answerTo(question, clock, signal);
  return { ...answer, elapsedMs: clock.now() - startedMs };
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
