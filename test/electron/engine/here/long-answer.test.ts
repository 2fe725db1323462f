import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { longAnswer } from '../../../../electron/engine/here/long-answer.ts';
import { nodeSystem } from '../../../../electron/engine/node-system.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** TC, in the third octet of a header: RFC 1035 section 4.1.1. */
const isCut = 0x02;

/** A name server on loopback that answers every question over UDP with these flags, and over TCP as said. */
async function nameServer(flags: number, overTcp: 'answers' | 'silent' | 'refuses'): Promise<string> {
  const udp = createSocket('udp4');
  udp.on('message', (query, { port, address }) => {
    const answer = Buffer.from(query);
    answer[2] = 0x80 | flags;
    udp.send(answer, port, address);
  });
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
  closing.push(() => udp.close());
  const { port } = udp.address();
  if (overTcp === 'refuses') return `127.0.0.1:${port}`;
  const tcp = createServer((socket) => {
    closing.push(() => socket.destroy());
    socket.on('error', () => undefined);
    if (overTcp === 'answers') socket.on('data', (query) => socket.write(query));
  });
  await new Promise<void>((resolve) => tcp.listen(port, '127.0.0.1', resolve));
  closing.push(() => tcp.close());
  return `127.0.0.1:${port}`;
}

async function asked(host: string, ...servers: string[]) {
  const { clock, dial } = nodeSystem();
  return longAnswer(host, { clock, dial, servers: () => servers }, new AbortController().signal);
}

test.each(['silent', 'refuses'] as const)('an answer too long for a packet, and TCP %s', async (overTcp) => {
  const server = await nameServer(isCut, overTcp);
  const fate = overTcp === 'refuses' ? 'refused' : 'silent';
  expect(await asked('mail.example.org', server)).toEqual([
    { kind: 'long-answer', host: 'mail.example.org', server: '127.0.0.1', overTcp: fate },
  ]);
});

test('a long answer that comes over TCP, and a short one, are nothing to speak of', async () => {
  expect(await asked('mail.example.org', await nameServer(isCut, 'answers'))).toEqual([]);
  expect(await asked('mail.example.org', await nameServer(0, 'refuses'))).toEqual([]);
});

test('the second name server is asked where the first says nothing; what is no name or no server is not asked', async () => {
  const dead = createSocket('udp4');
  await new Promise<void>((resolve) => dead.bind(0, '127.0.0.1', resolve));
  closing.push(() => dead.close());
  const server = await nameServer(isCut, 'refuses');
  expect(await asked('mail.example.org', `127.0.0.1:${dead.address().port}`, server)).toHaveLength(1);
  expect(await asked('a..b', server)).toEqual([]);
  expect(await asked('mail.example.org', 'nonsense')).toEqual([]);
});
