import { Resolver } from 'node:dns/promises';
import { isIPv6 } from 'node:net';
import type { HostPort } from '../../../shared/model/check.ts';
import type { Family } from '../../../shared/model/family.ts';
import { parseHost } from '../../../shared/parse/host-name.ts';
import { errnoOf } from '../connect/errno.ts';
import { limits } from '../limits.ts';
import type { Clock, DnsQuestion } from '../system.ts';
import { within } from '../within.ts';
import { addressesIn } from './addresses-in.ts';
import { type Answer, dnsFailure, ofBothFamilies } from './dns-failure.ts';

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
  const opened: Resolver[] = [];
  const open = (): Resolver => {
    const resolver = new Resolver({ timeout: limits.dnsMs, tries: 1 });
    const servers = resolvers.length > 0 ? resolvers.map(serverText) : resolver.getServers();
    // Each time another one is asked first: where one is dead, the next has not to wait until it is given up.
    const first = servers.length === 0 ? 0 : opened.length % servers.length;
    opened.push(resolver);
    resolver.setServers([...servers.slice(first), ...servers.slice(0, first)]);
    return resolver;
  };
  const over = new AbortController();
  const cancel = () => {
    over.abort();
    for (const resolver of opened) resolver.cancel();
  };
  signal.addEventListener('abort', cancel, { once: true });
  const put: Put = (once) => insistently(() => once(open()), clock, over.signal);
  try {
    return await ask(put, question, clock, signal);
  } catch (error) {
    return dnsFailure(signal.aborted ? 'ECANCELLED' : errnoOf(error, 'EBADQUERY'));
  } finally {
    signal.removeEventListener('abort', cancel);
    cancel();
  }
}

/** Puts one question until it is answered, each time on a resolver of its own. */
type Put = <T>(once: (resolver: Resolver) => Promise<T>) => Promise<T>;

/** Nobody has answered: c-ares says "connection refused" also where our own kernel knew no way to the server. */
const unanswered: ReadonlySet<string> = new Set(['ETIMEOUT', 'ECONNREFUSED']);

/**
 * Puts a question now and again at `limits.dnsRepeatsMs`, with the earlier ones still open, until one is answered, be it with an error;
 * rejects with that, or when all of them went without an answer.
 */
async function insistently<T>(once: () => Promise<T>, clock: Clock, signal: AbortSignal): Promise<T> {
  const answered = new AbortController();
  const until = AbortSignal.any([signal, answered.signal]);
  const questions = [0, ...limits.dnsRepeatsMs].map(async (atMs) => {
    if (atMs > 0) await clock.sleep(atMs, until);
    until.throwIfAborted();
    try {
      const found = await once();
      return () => found;
    } catch (error) {
      if (unanswered.has(errnoOf(error, ''))) throw error;
      return () => {
        throw error;
      };
    }
  });
  try {
    const answer = await Promise.any(questions);
    return answer();
  } catch (error) {
    throw error instanceof AggregateError ? error.errors.at(-1) : error;
  } finally {
    answered.abort();
  }
}

function serverText({ host, port }: HostPort): string {
  return isIPv6(host) ? `[${host}]:${port}` : `${host}:${port}`;
}

async function ask(
  put: Put,
  { type, name, isThorough = false }: Omit<DnsQuestion, 'resolvers'>,
  clock: Clock,
  signal: AbortSignal,
): Promise<Answer> {
  switch (type) {
    case 'addresses':
      return askAddresses(put, name, isThorough, clock, signal);
    case 'MX': {
      const answers = await put((resolver) => resolver.resolveMx(name));
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
      const answers = await put((resolver) => resolver.resolveSrv(name));
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
    case 'TXT': {
      const answers = await put((resolver) => resolver.resolveTxt(name));
      return { outcome: 'found', found: { type, texts: answers.map((pieces) => pieces.join('')) } };
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
  put: Put,
  name: string,
  isThorough: boolean,
  clock: Clock,
  signal: AbortSignal,
): Promise<Answer> {
  const asked = { 6: askFamily(put, name, 6), 4: askFamily(put, name, 4) };
  const first = await Promise.race([asked[6], asked[4]]);
  const other = first.family === 6 ? asked[4] : asked[6];
  if (first.answer.outcome !== 'found') {
    const { answer } = await other;
    if (answer.outcome !== 'found') return ofBothFamilies(answer, first.answer);
    return isSilence(first.answer) ? { ...answer, unheard: first.family } : answer;
  }
  const second = await within(other, isThorough ? limits.dnsMs : limits.otherFamilyMs, clock, signal);
  const found = [first, second].flatMap((one) => (one ? addressesIn(one.answer) : []));
  const addresses = found.toSorted((a, b) => b.family - a.family);
  const isUnheard = second === null || isSilence(second.answer);
  return {
    outcome: 'found',
    found: { type: 'addresses', addresses },
    ...(isUnheard && { unheard: first.family === 6 ? 4 : 6 }),
  };
}

function isSilence({ outcome }: Answer): boolean {
  return outcome === 'no-answer' || outcome === 'cancelled';
}

async function askFamily(
  put: Put,
  name: string,
  family: Family,
): Promise<{ readonly family: Family; readonly answer: Answer }> {
  try {
    const found = await put((resolver) => (family === 4 ? resolver.resolve4(name) : resolver.resolve6(name)));
    const addresses = found.map((ipAddress) => ({ ipAddress, family }));
    return { family, answer: { outcome: 'found', found: { type: 'addresses', addresses } } };
  } catch (error) {
    return { family, answer: dnsFailure(errnoOf(error, 'EBADQUERY')) };
  }
}
