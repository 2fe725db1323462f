import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

let isBegun = false;

/**
 * Has Node's own list of authorities parsed by another thread. Node does that once for the whole process, at the first TLS settings
 * without a list of their own, and nothing else runs for the 40 ms it takes: an answer that arrives meanwhile is seen late, and its round
 * trip measured too long. Whoever needs the list before it is ready waits for it as ever. Does nothing the second time, nor where this
 * thread would only be kept from its own work.
 */
export function parseAuthoritiesAhead(): void {
  if (isBegun || availableParallelism() < 2) return;
  isBegun = true;
  const parser = new Worker("require('node:tls').createSecureContext()", { eval: true });
  parser.on('error', () => {}); // it is parsed here then, when it is needed
  parser.unref();
}
