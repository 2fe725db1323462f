import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { nodeSystem } from '../../electron/engine/node-system.ts';
import type { DnsQuestion, DnsRecords, System } from '../../electron/engine/system.ts';
import { webExchange } from '../../electron/engine/web/exchange.ts';
import { authorities } from './servers.ts';

/** How one URL (without its query) is served: a document, a status, a redirect, or anything that a listener does. */
export type Served = string | number | { readonly to: string } | RequestListener;

export type LoopbackWeb = {
  /** The real system, whose names are at home on 127.0.0.1 as far as `web` and `hosts` have them, and whose web is this one. */
  readonly system: System;
  /** Every request that arrived: method, URL with query, and body. */
  readonly heard: readonly { readonly method: string; readonly url: string; readonly body: string }[];
  close(): void;
};

type Options = {
  /** DNS besides the hosts of the web: `MX example.org` and the like. */
  readonly zone?: Readonly<Record<string, DnsRecords>>;
  /** Addresses of names that have no web server. Public ones: nothing is connected to. */
  readonly hosts?: Readonly<Record<string, string>>;
};

/**
 * Real web servers on loopback, one for https (with a trusted certificate for all names) and one for http, that play all the hosts in
 * `web`. The names have public addresses, as the engine sees them; the connections go to loopback. Close it in the end.
 */
export async function loopbackWeb(
  web: Readonly<Record<string, Served>>,
  { zone = {}, hosts = {} }: Options = {},
): Promise<LoopbackWeb> {
  const heard: { method: string; url: string; body: string }[] = [];
  const names = [...new Set(Object.keys(web).map((url) => new URL(url).hostname))];
  const listener =
    (scheme: 'https' | 'http'): RequestListener =>
    (request, response) => {
      const host = (request.headers.host ?? '').replace(/:\d+$/, '');
      const url = `${scheme}://${host}${request.url}`;
      void bodyOf(request).then((body) => {
        heard.push({ method: request.method ?? '', url, body });
        serve(web[url.replace(/\?.*$/, '')] ?? web[url] ?? 404, request, response);
      });
    };
  const made = authorities.issue({ names: names.length > 0 ? names : ['nobody.example'] });
  const secure = createSecureServer({ cert: made.chain, key: made.key }, listener('https'));
  const plain = createServer(listener('http'));
  const servers = [secure, plain];
  await Promise.all(
    servers.map((server) => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))),
  );
  const portOf = (server: (typeof servers)[number]) => (server.address() as AddressInfo).port;
  const exchange = webExchange(authorities.root);
  const at = (ipAddress: string): DnsRecords => ({
    type: 'addresses',
    addresses: [{ ipAddress, family: 4 }],
  });

  return {
    heard,
    system: {
      ...nodeSystem(),
      language: 'en',
      async resolve({ type, name }: DnsQuestion) {
        const known =
          type === 'addresses'
            ? (hosts[name] ?? (names.includes(name) ? '192.0.2.80' : undefined))
            : zone[`${type} ${name}`];
        if (known === undefined) return { outcome: 'no-name', code: 'ENOTFOUND', elapsedMs: 0 };
        return { outcome: 'found', found: typeof known === 'string' ? at(known) : known, elapsedMs: 0 };
      },
      fetch(request, signal) {
        const url = new URL(request.url);
        url.port = String(portOf(url.protocol === 'https:' ? secure : plain));
        const addresses = [{ ipAddress: '127.0.0.1', family: 4 }] as const;
        return exchange({ ...request, url: url.href, addresses }, signal);
      },
    },
    close() {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

function serve(what: Served, request: IncomingMessage, response: ServerResponse): void {
  if (typeof what === 'function') what(request, response);
  else if (typeof what === 'number') response.writeHead(what).end();
  else if (typeof what === 'string') response.setHeader('Content-Type', 'text/xml').end(what);
  else response.writeHead(302, { Location: what.to }).end();
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
