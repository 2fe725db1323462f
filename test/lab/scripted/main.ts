import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { openDns } from './dns.ts';
import { meddle, proxy } from './pass-on.ts';
import { serveSmtp } from './smtp.ts';
import type { Listener, Place } from './spec.ts';
import { webServer } from './web.ts';

/** Runs inside the internet's namespace: opens every listener of the list named on the command line, then says so. */
async function main(listPath: string): Promise<void> {
  const listeners = JSON.parse(readFileSync(listPath, 'utf8')) as Listener[];
  await Promise.all(listeners.map(open));
  process.stdout.write('ready\n');
  // The lab holds the other end of our input; when it is gone, so are we.
  process.stdin.resume().on('end', () => process.exit(0));
}

function open(listener: Listener): Promise<void> {
  return listener.kind === 'dns' ? openDns(listener) : listen(serverFor(listener), listener);
}

function serverFor(listener: Exclude<Listener, { readonly kind: 'dns' }>): Server {
  switch (listener.kind) {
    case 'smtp':
      return createServer((socket) => serveSmtp(socket, listener));
    case 'web':
      return webServer(listener);
    case 'proxy':
      return createServer((socket) => proxy(socket, listener));
    case 'antivirus':
    case 'masking':
    case 'deleting':
      return createServer((socket) => meddle(socket, listener));
    case 'silent':
      return createServer((socket) => socket.on('error', () => socket.destroy()).resume());
  }
}

function listen(server: Server, { ipAddress, port }: Place): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, ipAddress, resolve);
  });
}

const [listPath] = process.argv.slice(2);
if (listPath === undefined) throw new Error('name the list of listeners');
await main(listPath);
