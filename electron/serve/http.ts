import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { noKeyPath, windowPolicy } from '../../shared/contract/browser-window.ts';
import type { WindowChoices } from '../../shared/contract/contract.ts';
import type { PlainKey } from '../../shared/text/said.ts';
import { type Admission, isOpeningPath } from './admission.ts';
import type { Connections } from './connections.ts';
import { openingPage } from './opening-page.ts';
import { type PlainPage, plainPage } from './plain-page.ts';
import type { StaticFile } from './static-files.ts';

/** What a wrong token costs, in milliseconds. */
const wrongTokenMs = 1000;
/** Wrong tokens being made to wait at once; more are turned away. With the wait, at most so many guesses a second. */
const maxWaiting = 8;

const alwaysSent = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

type Options = {
  readonly admission: Admission;
  readonly files: ReadonlyMap<string, StaticFile>;
  readonly connections: Connections;
  readonly choices: () => Promise<WindowChoices>;
  /** Ends waits when the server closes. */
  readonly closing: AbortSignal;
};

/**
 * Answers page loads: the opening address, and the window's files for the browser that was let in, which are no secret. Whoever asks
 * under another name, from another page or without the cookie gets a 403. Nothing is readable across origins: no answer carries a CORS
 * header.
 */
export function answerHttp({ admission, files, connections, choices, closing }: Options) {
  let waiting = 0;

  const wrongToken = async (request: IncomingMessage, response: ServerResponse) => {
    if (waiting >= maxWaiting) return words(request, response, 429, 'closed');
    waiting += 1;
    try {
      await sleep(wrongTokenMs, undefined, { signal: closing });
    } catch {
      response.destroy(); // the server closes
      return;
    } finally {
      waiting -= 1;
    }
    words(request, response, 403, 'closed');
  };

  const open = async (request: IncomingMessage, response: ServerResponse, path: string) => {
    // Only a page load uses the token up; tools that look at a link first send HEAD.
    if (request.method !== 'GET') return text(response, 405, 'Method not allowed', { Allow: 'GET' });
    switch (admission.redeem(path)) {
      case 'fresh':
        connections.wasUsed(request.socket);
        return page(request, response, 200, openingPage(admission.key, await choices()), {
          'Set-Cookie': admission.cookie,
        });
      case 'used':
        // Both secrets: the browser that was let in, and its person has the address.
        if (admission.hasCookie(request))
          return page(request, response, 200, openingPage(admission.key, await choices()));
        return words(request, response, 403, 'used');
      case 'wrong':
        return wrongToken(request, response);
    }
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '').replace(/\?.*$/s, '');
    const origin = admission.originOf(request);
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    if (!admission.isForUs(request)) return text(response, 403, 'This name is not served here');
    if (origin === 'foreign' || (origin === 'none' && !isReading)) {
      return text(response, 403, 'Other pages are not answered');
    }
    if (!isReading) return text(response, 405, 'Method not allowed', { Allow: 'GET, HEAD' });
    if (isOpeningPath(path)) return open(request, response, path);
    if (!admission.hasCookie(request)) return words(request, response, 403, 'closed');
    connections.wasUsed(request.socket);
    if (path === noKeyPath) return words(request, response, 200, 'no-key');
    const file = files.get(path);
    if (!file) return text(response, 404, 'Not found');
    sendFile(request, response, file);
  };
}

function sendFile(request: IncomingMessage, response: ServerResponse, file: StaticFile): void {
  const isPage = file.contentType.startsWith('text/html');
  const keep = file.isImmutable ? 'private, max-age=31536000, immutable' : 'no-cache';
  response.writeHead(200, {
    ...alwaysSent,
    'Content-Type': file.contentType,
    'Content-Length': file.body.length,
    'Cache-Control': isPage ? 'no-store' : keep,
    ...(isPage && { 'Content-Security-Policy': windowPolicy(connectTo(request)) }),
  });
  response.end(request.method === 'HEAD' ? undefined : file.body);
}

/** The host has passed `isForUs`. The socket is named although 'self' should cover it: not every browser's 'self' means ws: too. */
function connectTo({ headers }: IncomingMessage): string {
  return `'self' ws://${headers.host ?? ''}`;
}

/** A page of words alone. */
function words(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  name: 'closed' | 'used' | 'no-key',
): void {
  const key = (part: 'headline' | 'detail'): PlainKey => `serve.${name}.${part}`;
  page(request, response, status, plainPage({ headline: key('headline'), detail: key('detail') }));
}

function page(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  { html, contentSecurityPolicy }: PlainPage,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    ...alwaysSent,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': contentSecurityPolicy,
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : html);
}

/** A few words for programs; people who browse never see them. */
function text(
  response: ServerResponse,
  status: number,
  words: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    ...alwaysSent,
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(words === '' ? undefined : `${words}\n`);
}
