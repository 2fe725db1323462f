import { createServer, type Server } from 'node:http';
import type { WebPlay } from './spec.ts';

/** A web server that gives the same answer to everybody. */
export function webServer({ status, body, location }: WebPlay): Server {
  return createServer((_request, response) => {
    response.writeHead(status, {
      'content-type': 'text/html',
      ...(location === undefined ? {} : { location }),
    });
    response.end(body);
  });
}
