import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { createSecureContext, type SecureContext, TLSSocket } from 'node:tls';
import type { Files } from './spec.ts';

const contexts = new Map<string, SecureContext>();

/** Begins TLS on a connection as its server. */
export function encrypt(socket: Socket, { certFile, keyFile }: Files): TLSSocket {
  let secureContext = contexts.get(certFile);
  if (!secureContext) {
    secureContext = createSecureContext({ cert: readFileSync(certFile), key: readFileSync(keyFile) });
    contexts.set(certFile, secureContext);
  }
  const encrypted = new TLSSocket(socket, { isServer: true, secureContext });
  encrypted.on('error', () => socket.destroy());
  return encrypted;
}
