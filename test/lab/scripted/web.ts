import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Server } from 'node:net';
import type { WebPlay } from './spec.ts';

/** A web server that gives the same answer to everybody. */
export function webServer({ status, body, location, files }: WebPlay): Server {
  const answer: RequestListener = (_request, response) => {
    response.writeHead(status, {
      'content-type': 'text/html',
      ...(location === undefined ? {} : { location }),
    });
    response.end(body);
  };
  if (!files) return createServer(answer);
  return createTlsServer({ cert: readFileSync(files.certFile), key: readFileSync(files.keyFile) }, answer);
}
