import { createSocket } from 'node:dgram';
import { getServers } from 'node:dns';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import type { LongAnswer } from '../../../shared/model/here.ts';
import { parseHostPort } from '../../../shared/parse/host-port.ts';
import { limits } from '../limits.ts';
import type { Address, Clock, DialResult } from '../system.ts';

export type LongAnswerTools = {
  readonly clock: Clock;
  readonly dial: (to: Address, signal: AbortSignal) => Promise<DialResult>;
  /** The name servers of this computer, as Node writes them. */
  readonly servers?: () => readonly string[];
};

/** More of them would only be more of the same. */
const serversAsked = 2;
const dnsPort = 53;

/**
 * Whether a name server has an answer about this name that is too long for a short packet (it sets TC, RFC 1035 section 4.1.1, in a packet of
 * 512 octets at most), and does not get it through over TCP either (RFC 7766). None where it does, or says nothing at all. Never rejects.
 */
export async function longAnswer(
  host: string,
  { clock, dial, servers = getServers }: LongAnswerTools,
  signal: AbortSignal,
): Promise<LongAnswer[]> {
  const query = addressQuery(host);
  for (const written of servers().slice(0, serversAsked)) {
    const at = addressOf(written);
    if (query === null || at === null) continue;
    const over = new AbortController();
    const ends = AbortSignal.any([signal, over.signal]);
    const late = clock.sleep(limits.here.longAnswerMs, ends).then(() => over.abort());
    const isCut = await isCutShort(at, query, ends);
    const overTcp = isCut ? await answeredOverTcp(at, query, dial, ends) : null;
    over.abort();
    await late;
    if (signal.aborted) return [];
    if (overTcp === 'silent' || overTcp === 'refused')
      return [{ kind: 'long-answer', host, server: at.ipAddress, overTcp }];
  }
  return [];
}

/** Null for what is no address. */
function addressOf(server: string): Address | null {
  const parsed = parseHostPort(isIP(server) === 6 ? `[${server}]` : server);
  if (!parsed.ok) return null;
  const { host: ipAddress, port = dnsPort } = parsed.value;
  const family = isIP(ipAddress);
  return family === 4 || family === 6 ? { ipAddress, family, port } : null;
}

/** A question for the IPv4 addresses of a name, without EDNS; null for what is no name. RFC 1035 section 4.1. */
function addressQuery(host: string): Buffer | null {
  const labels = host.replace(/\.$/, '').split('.');
  if (labels.some((label) => label === '' || label.length > 63) || host.length > 253) return null;
  const header = Buffer.from([0x50, 0x57, 0x01, 0x00, 0, 1, 0, 0, 0, 0, 0, 0]); // recursion desired, one question
  const name = labels.flatMap((label) => [Buffer.from([label.length]), Buffer.from(label, 'latin1')]);
  return Buffer.concat([header, ...name, Buffer.from([0, 0, 1, 0, 1])]);
}

/** Whether an answer to this very question came, and was marked as cut short. */
function isCutShort(
  { ipAddress, family, port }: Address,
  query: Buffer,
  signal: AbortSignal,
): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket(family === 4 ? 'udp4' : 'udp6');
    const end = (isCut: boolean): void => {
      signal.removeEventListener('abort', stop);
      socket.removeAllListeners('message');
      socket.close();
      resolve(isCut);
    };
    const stop = (): void => end(false);
    signal.addEventListener('abort', stop, { once: true });
    socket.once('error', stop);
    socket.once('message', (answer) => end(isAnswerTo(query, answer) && (answer[2] ?? 0) % 4 >= 2));
    if (signal.aborted) return stop();
    socket.connect(port, ipAddress, () => socket.send(query));
  });
}

function isAnswerTo(query: Buffer, answer: Buffer): boolean {
  return answer.length >= 12 && answer[0] === query[0] && answer[1] === query[1] && (answer[2] ?? 0) >= 0x80;
}

/** `silent`: neither a refusal nor a word came in time. */
async function answeredOverTcp(
  at: Address,
  query: Buffer,
  dial: LongAnswerTools['dial'],
  signal: AbortSignal,
): Promise<'answered' | 'silent' | 'refused' | 'unknown'> {
  const dialled = await dial(at, signal);
  if (!dialled.ok) {
    if (dialled.errno === 'ECONNREFUSED') return 'refused';
    return signal.aborted || dialled.errno === 'ETIMEDOUT' ? 'silent' : 'unknown';
  }
  const { connection } = dialled;
  try {
    return (await isAnyHeard(connection, query, signal)) ? 'answered' : 'silent';
  } finally {
    connection.destroy();
  }
}

/** Whether anything comes back. A connection that is cut says as little as silence. */
function isAnyHeard(connection: Duplex, query: Buffer, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const stop = (): void => resolve(false);
    signal.addEventListener('abort', stop, { once: true });
    connection
      .once('data', () => resolve(true))
      .once('error', stop)
      .once('close', stop);
    connection.write(Buffer.concat([Buffer.from([query.length >> 8, query.length & 0xff]), query]));
    if (signal.aborted) stop();
  });
}
