import { createSocket } from 'node:dgram';
import type { DnsPlay, Place } from './spec.ts';

/**
 * Passes questions on to an honest DNS server, over UDP, and its answers back: `delayMs` after a client first asked that, as one does
 * that has to ask elsewhere first, or only when a client asks the same for the n-th time.
 */
export function openDns({ ipAddress, port, target, delayMs, answersEvery }: Place & DnsPlay): Promise<void> {
  const socket = createSocket('udp4');
  const asked = new Map<string, { times: number; readonly firstMs: number }>();
  socket.on('message', (question, client) => {
    // Behind the first two bytes, the number of the question, stands what is asked.
    const key = `${client.address} ${question.toString('latin1', 2)}`;
    const entry = asked.get(key) ?? { times: 0, firstMs: performance.now() };
    entry.times += 1;
    asked.set(key, entry);
    if (entry.times % answersEvery !== 0) return;
    const upstream = createSocket('udp4');
    const limit = setTimeout(() => upstream.close(), 5000);
    upstream.once('message', (answer) => {
      clearTimeout(limit);
      upstream.close();
      const dueMs = entry.firstMs + delayMs - performance.now();
      setTimeout(() => socket.send(answer, client.port, client.address), Math.max(0, dueMs));
    });
    upstream.send(question, target.port, target.ipAddress);
  });
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(port, ipAddress, resolve);
  });
}
