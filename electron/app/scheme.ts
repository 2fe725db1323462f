import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { protocol } from 'electron';
import { windowPolicy } from '../../shared/contract/browser-window.ts';
import { pageOrigin } from './page-address.ts';

/** The page and the files that the build puts beside it, in one folder, under plain names. */
const servedPath = /^\/(?:index\.html|assets\/[\w-][\w.-]*)$/;

/** Kinds of file that the build makes; anything else is not served. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const headers: Readonly<Record<string, string>> = {
  'content-security-policy': windowPolicy("'none'"),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** Pages that are being printed, by their path. They hold settings, so they are in memory and only for that long. */
const printedPages = new Map<string, string>();
/** A page to print styles itself and loads nothing at all. */
const printedHeaders = {
  ...headers,
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'content-type': 'text/html; charset=utf-8',
};

/** Serves a page of ours under an address that nobody can guess, until it is withdrawn. */
export function offerPage(html: string): { readonly address: string; readonly withdraw: () => void } {
  const path = `/print/${randomUUID()}.html`;
  printedPages.set(path, html);
  return { address: `${pageOrigin}${path}`, withdraw: () => printedPages.delete(path) };
}

/** Makes `app:` a scheme with an origin of its own, as secure as https. Electron wants this before it is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
}

/** Serves the window's files from `folder`; everything else is answered with 404. */
export function serveScheme(folder: string): void {
  protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url);
    const printed = host === 'postway' && request.method === 'GET' ? printedPages.get(pathname) : undefined;
    if (printed !== undefined) return new Response(printed, { headers: printedHeaders });
    const mediaType = mediaTypes[extname(pathname)];
    if (request.method !== 'GET' || host !== 'postway' || !servedPath.test(pathname) || !mediaType) {
      return new Response('not found', { status: 404, headers });
    }
    try {
      const file = await readFile(join(folder, pathname));
      return new Response(file, { headers: { ...headers, 'content-type': mediaType } });
    } catch {
      // A name of the right form with no file behind it. Which file is missing is for the page to notice.
      return new Response('not found', { status: 404, headers });
    }
  });
}
