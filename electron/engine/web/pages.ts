import { parseHost } from '../../../shared/parse/host-name.ts';
import { placeOf } from '../../../shared/parse/ip-range.ts';
import { limits } from '../limits.ts';
import type { Names } from '../names.ts';
import type { System, WebReply } from '../system.ts';
import { within } from '../within.ts';
import { type OwnTime, ownTime } from './own-time.ts';
import { isPrivateAddress } from './private-address.ts';

/** Why a redirect was not followed. */
export type RefusedRedirect =
  | 'loop'
  | 'to-http'
  | 'to-scheme'
  | 'to-port'
  | 'to-private-address'
  | 'to-nowhere';

export type Page = (
  | {
      readonly outcome: 'answered';
      readonly status: number;
      readonly body: string;
      /** Where the answer came from in the end. */
      readonly url: string;
      /** Every step was https with a verified certificate. */
      readonly isAuthenticated: boolean;
      /** It came from an address of the person's own network or computer. */
      readonly isPrivate: boolean;
    }
  | { readonly outcome: 'no-name' | 'no-answer' | 'cancelled' }
  | { readonly outcome: 'redirect-refused'; readonly refused: RefusedRedirect; readonly url: string }
  | {
      readonly outcome: 'failed';
      readonly kind: Exclude<WebReply, { ok: true }>['kind'];
      readonly code: string;
    }
) & { readonly elapsedMs: number };

type Untimed<T> = T extends unknown ? Omit<T, 'elapsedMs'> : never;
type Answer = Untimed<Page>;

type Start = { readonly url: string; readonly body: string | undefined; readonly redirects: number };

/** Asks for pages on behalf of discovery. Never rejects; every answer within `limits.pageMs`. */
export type Pages = {
  /** The language that the person reads: ISO 639, in lower case. */
  readonly language: string;
  /** GET, or with a body POST. `redirects`: how often this question was sent on already, by what earlier pages say. */
  read(url: string, body?: string, redirects?: number): Promise<Page>;
};

/**
 * Pages of the web, with redirects followed under our own rules: at most `limits.redirects`, only to https (or from http to http), only
 * to the usual port of that scheme, never to a private address; the first may be one of
 * the person's own network, where companies publish settings, but never this computer's or nobody's. Names are looked up once and exactly those
 * addresses connected to, so a name cannot change its meaning in between.
 */
export function pages(system: System, names: Names, signal: AbortSignal): Pages {
  return {
    language: system.language ?? 'en',
    async read(url, body, redirects = 0) {
      const stop = new AbortController();
      const time = ownTime(system.clock);
      const following = follow({ url, body, redirects }, time, AbortSignal.any([signal, stop.signal]));
      let page: Answer | null = null;
      // Whoever waited for a turn meanwhile has as much time left.
      while (page === null && time.ms() < limits.pageMs && !signal.aborted)
        page = await within(following, limits.pageMs - time.ms(), system.clock, signal);
      stop.abort();
      const answer = page ?? { outcome: signal.aborted ? ('cancelled' as const) : ('no-answer' as const) };
      return { ...answer, elapsedMs: Math.round(time.ms()) };
    },
  };

  async function follow({ body, ...start }: Start, time: OwnTime, ends: AbortSignal): Promise<Answer> {
    let url = new URL(start.url);
    let isAuthenticated = true;
    for (let redirects = start.redirects; ; redirects += 1) {
      const answer = await names.addresses(url.hostname);
      if (ends.aborted || answer.outcome === 'cancelled') return { outcome: 'cancelled' };
      if (answer.outcome === 'no-answer') return { outcome: 'no-answer' };
      if (answer.outcome !== 'found' || answer.found.type !== 'addresses') return { outcome: 'no-name' };
      const { addresses } = answer.found;
      const isPrivate = addresses.some(({ ipAddress }) => isPrivateAddress(ipAddress));
      const isNowhere = addresses.some(({ ipAddress }) => placeOf(ipAddress) === 'nowhere');
      if (isNowhere || (redirects > 0 && isPrivate)) return refusal('to-private-address', url);

      isAuthenticated &&= url.protocol === 'https:';
      const request = { url: url.href, addresses, ...(body === undefined ? {} : { body }) };
      const leave = await time.waiting(system.turns?.page({ addresses, port: portOf(url) }, ends));
      const reply = await system.fetch(request, ends).finally(leave);
      if (!reply.ok) return unanswered(reply);
      const { status, location } = reply;
      if (!isRedirect(status) || location === undefined) {
        return { outcome: 'answered', status, body: reply.body, url: url.href, isAuthenticated, isPrivate };
      }
      const next = redirectTarget(location, url);
      if (typeof next === 'string') return refusal(next, url);
      if (redirects === limits.redirects) return refusal('loop', url);
      url = next;
    }
  }
}

function portOf({ port, protocol }: URL): number {
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}

/** Where a redirect leads, or why it is not followed. */
export function redirectTarget(location: string, from: URL): URL | RefusedRedirect {
  if (!URL.canParse(location, from.href)) return 'to-nowhere';
  const next = new URL(location, from.href);
  if (next.protocol !== 'https:' && next.protocol !== 'http:') return 'to-scheme';
  if (from.protocol === 'https:' && next.protocol === 'http:') return 'to-http';
  if (next.port !== '') return 'to-port';
  const host = parseHost(next.hostname);
  if (!host.ok || next.username !== '' || next.password !== '') return 'to-nowhere';
  if (host.value.kind !== 'name' && isPrivateAddress(host.value.host)) return 'to-private-address';
  next.hash = '';
  return next;
}

/** 300 and 304 name nothing to follow. */
function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

function refusal(refused: RefusedRedirect, url: URL): Answer {
  return { outcome: 'redirect-refused', refused, url: url.href };
}

function unanswered({ kind, code }: Exclude<WebReply, { ok: true }>): Answer {
  if (kind === 'aborted') return { outcome: 'cancelled' };
  return code === 'ETIMEDOUT' ? { outcome: 'no-answer' } : { outcome: 'failed', kind, code };
}
