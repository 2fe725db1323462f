import { createSocket } from 'node:dgram';
import type { DnsPlay, Place } from './spec.ts';

/**
 * Passes questions on to an honest DNS server, over UDP, and its answers back: late, or only when a client asks the same for the
 * n-th time.
 */
export function openDns({ ipAddress, port, target, delayMs, answersEvery }: Place & DnsPlay): Promise<void> {
  const socket = createSocket('udp4');
  const asked = new Map<string, number>();
  socket.on('message', (question, client) => {
    // Behind the first two bytes, the number of the question, stands what is asked.
    const key = `${client.address} ${question.toString('latin1', 2)}`;
    const times = (asked.get(key) ?? 0) + 1;
    asked.set(key, times);
    if (times % answersEvery !== 0) return;
    const upstream = createSocket('udp4');
    const limit = setTimeout(() => upstream.close(), 5000);
    upstream.once('message', (answer) => {
      clearTimeout(limit);
      upstream.close();
      setTimeout(() => socket.send(answer, client.port, client.address), delayMs);
    });
    upstream.send(question, target.port, target.ipAddress);
  });
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(port, ipAddress, resolve);
  });
}
