import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer, isIPv6, type Server } from 'node:net';
import type { HostPort } from '../../shared/model/check.ts';

export type RecordType = 'A' | 'AAAA' | 'MX' | 'SRV' | 'TXT';

/** What the server knows of a name: records, an error code of RFC 1035 section 4.1.1, or nothing to say at all. */
export type Reply =
  | { readonly records: readonly Buffer[] }
  | { readonly rcode: number }
  | { readonly isSilent: true };

export type DnsServer = {
  readonly address: HostPort;
  /** Every question, as `type name`. */
  readonly asked: readonly string[];
  close(): Promise<void>;
};

const types: Readonly<Record<number, RecordType>> = { 1: 'A', 28: 'AAAA', 15: 'MX', 16: 'TXT', 33: 'SRV' };

/** The most that is said over UDP; what is longer is cut there, and asked for again over TCP (RFC 1035 section 4.2, RFC 6891). */
const mostUdpBytes = 1232;

/** A real DNS server on 127.0.0.1 (RFC 1035 section 4): `reply` says what it knows, at once or later. */
export async function dnsServer(
  reply: (type: RecordType, name: string) => Reply | Promise<Reply>,
): Promise<DnsServer> {
  const asked: string[] = [];
  const answerTo = async (query: Buffer, mostBytes: number): Promise<Buffer | null> => {
    const { name, end } = readName(query);
    const type = types[query.readUInt16BE(end)] ?? 'A';
    asked.push(`${type} ${name}`);
    const known = await reply(type, name);
    if ('isSilent' in known) return null;
    const records = 'records' in known ? known.records : [];
    const header = Buffer.alloc(12);
    query.copy(header, 0, 0, 2);
    header.writeUInt16BE(0x8180 | ('rcode' in known ? known.rcode : 0), 2);
    header.writeUInt16BE(1, 4);
    header.writeUInt16BE(records.length, 6);
    const question = query.subarray(12, end + 4);
    const length = records.reduce((sum, data) => sum + 12 + data.length, header.length + question.length);
    if (length > mostBytes) {
      header.writeUInt16BE(0x8380, 2); // truncated
      header.writeUInt16BE(0, 6);
      return Buffer.concat([header, question]);
    }
    const answers = records.map((data) => answerRecord(query.readUInt16BE(end), data));
    return Buffer.concat([header, question, ...answers]);
  };
  const overTcp = createServer((connection) => {
    connection.on('error', () => undefined);
    connection.on('data', async (framed) => {
      const answer = await answerTo(framed.subarray(2), 65_535);
      if (answer) connection.write(Buffer.concat([numbers(answer.length), answer]));
    });
  });
  const { socket, port } = await onOnePort(overTcp);
  socket.on('message', async (query, from) => {
    const answer = await answerTo(query, mostUdpBytes);
    if (answer) socket.send(answer, from.port, from.address);
  });
  return {
    address: { host: '127.0.0.1', port },
    asked,
    async close() {
      overTcp.close();
      socket.close();
      await once(socket, 'close');
    },
  };
}

/** Has the server listen, and a socket for UDP beside it on the same port. One that is taken there already is left for another. */
async function onOnePort(server: Server): Promise<{ readonly socket: Socket; readonly port: number }> {
  for (;;) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const socket = createSocket('udp4');
    try {
      socket.bind(port, '127.0.0.1');
      await once(socket, 'listening');
      return { socket, port };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      socket.close();
      server.close();
      await once(server, 'close');
    }
  }
}

export const address = (text: string): Buffer =>
  isIPv6(text) ? sixBytes(text) : Buffer.from(text.split('.').map(Number));
export const mx = (preference: number, exchange: string): Buffer =>
  Buffer.concat([numbers(preference), wireName(exchange)]);
export const srv = (priority: number, weight: number, port: number, target: string): Buffer =>
  Buffer.concat([numbers(priority, weight, port), wireName(target)]);

/** One text in pieces of at most 255 bytes: RFC 1035 section 3.3.14. */
export const txt = (...pieces: readonly string[]): Buffer =>
  Buffer.concat(pieces.map((piece) => Buffer.concat([Buffer.of(piece.length), Buffer.from(piece)])));

/** Only the form `2001:db8::10` is needed: groups, one `::`, groups. */
function sixBytes(text: string): Buffer {
  const [head = '', tail = ''] = text.split('::');
  const groups = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const [before, after] = [groups(head), groups(tail)];
  return numbers(...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after);
}

function numbers(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value, index * 2);
  return bytes;
}

function wireName(name: string): Buffer {
  const labels = name.split('.').filter((label) => label !== '');
  return Buffer.concat([
    ...labels.map((label) => Buffer.concat([Buffer.of(label.length), Buffer.from(label)])),
    Buffer.of(0),
  ]);
}

function readName(query: Buffer): { readonly name: string; readonly end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.'), end: at + 1 };
}

/** Name (a pointer to the question), type, class IN, time to live, length, data. */
function answerRecord(type: number, data: Buffer): Buffer {
  return Buffer.concat([numbers(0xc00c, type, 1, 0, 60, data.length), data]);
}
