import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connectivityCheck } from '../../../shared/model/references.ts';
import type { ServerCertificate } from '../certificates.ts';
import { type LoopbackServer, onLoopback } from './loopback.ts';

export type WebBehaviour = {
  /** `success`: answers the connectivity check as it should be. `portal`: sends everyone to its own sign-in page. */
  readonly answer: 'success' | 'portal';
  /** Present for HTTPS. */
  readonly certificate?: ServerCertificate;
};

/** Where the practice network's portal sends everyone. */
const portalPage = 'http://portal.practice.example/sign-in';

/** The web as far as the connectivity check looks at it. Rejects when it cannot listen. */
export function startWebServer({ answer, certificate }: WebBehaviour): Promise<LoopbackServer> {
  const listener = answer === 'portal' ? portal : success;
  if (certificate === undefined) return onLoopback(createServer(listener));
  return onLoopback(createSecureServer({ cert: certificate.chain, key: certificate.key }, listener));
}

const success: RequestListener = (request, response) => {
  const isKnown = request.url === connectivityCheck.path;
  response.writeHead(isKnown ? connectivityCheck.status : 404, {
    'content-type': 'text/plain',
    connection: 'close',
  });
  response.end(isKnown ? `${connectivityCheck.body}\n` : 'There is no such page in the practice network.\n');
};

const portal: RequestListener = (_request, response) => {
  response.writeHead(302, { location: portalPage, 'content-type': 'text/html', connection: 'close' });
  response.end('<!doctype html><title>Sign in</title><p>Please sign in to use this network.</p>\n');
};
