import type { Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { nodeSystem } from '../../../electron/engine/node-system.ts';
import { dnsServer } from '../../support/dns-server.ts';
import { nothingMoreThan, underWay, until } from '../../support/handles.ts';
import { type Loopback, loopback } from '../../support/loopback.ts';
import { aProbe, probing } from '../../support/probing.ts';

// Mail protocols: faults-on-sockets.test.ts. Here is what a check does besides: the web, the connectivity check, DNS.

const system = nodeSystem();
const servers: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const atHome = [{ ipAddress: '127.0.0.1', family: 4 }] as const;
const header = 'HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 100\r\n';

/** How far an exchange comes before the server says no more. */
const moments: Readonly<Record<string, (socket: Socket) => void>> = {
  'while nothing is answered': () => {},
  'in the middle of the header': (socket) => socket.write(header),
  'in the middle of the body': (socket) => socket.write(`${header}\r\n<half`),
};

async function stalling(say: (socket: Socket) => void): Promise<{ server: Loopback; asked: Promise<void> }> {
  let wasAsked = () => {};
  const asked = new Promise<void>((resolve) => {
    wasAsked = resolve;
  });
  const server = await loopback((socket) => {
    socket.once('data', () => {
      say(socket);
      setImmediate(wasAsked);
    });
  });
  servers.push(server);
  return { server, asked };
}

test.each(Object.entries(moments))(
  'a page: an abort %s ends it at once, and nothing is left',
  async (_when, say) => {
    const { server, asked } = await stalling(say);
    const before = underWay();
    const stop = new AbortController();
    const url = `http://autoconfig.example.org:${server.port}/`;

    const fetching = system.fetch({ url, addresses: atHome }, stop.signal);
    await asked;
    expect(server.open()).toBe(1);
    stop.abort();

    expect(await fetching).toMatchObject({ ok: false, kind: 'aborted' });
    await until(() => server.open() === 0, 'the server still has a connection');
    await nothingMoreThan(before);
  },
);

test('a page over https: an abort while TLS hangs ends it at once, and nothing is left', async () => {
  const { server, asked } = await stalling(() => {});
  const before = underWay();
  const stop = new AbortController();
  const url = `https://autoconfig.example.org:${server.port}/`;

  const fetching = system.fetch({ url, addresses: atHome }, stop.signal);
  await asked;
  stop.abort();

  expect(await fetching).toMatchObject({ ok: false, kind: 'aborted' });
  await until(() => server.open() === 0, 'the server still has a connection');
  await nothingMoreThan(before);
});

test.each(Object.entries(moments))(
  'the connectivity check: an abort %s leaves nothing',
  async (_when, say) => {
    const { server, asked } = await stalling(say);
    const before = underWay();
    const stop = new AbortController();
    const portal = aProbe({ role: 'portal', protocol: 'http', security: 'none', port: server.port });

    const probed = probing(system, portal, { addresses: atHome, signal: stop.signal });
    await asked;
    stop.abort();

    expect((await probed).observations).toMatchObject([{ outcome: 'cancelled' }]);
    await until(() => server.open() === 0, 'the server still has a connection');
    await nothingMoreThan(before);
  },
);

test.each(['addresses', 'MX', 'SRV'] as const)(
  'DNS, %s: an abort ends it at once, and nothing is left',
  async (type) => {
    let wasAsked = () => {};
    const asked = new Promise<void>((resolve) => {
      wasAsked = resolve;
    });
    const server = await dnsServer(() => {
      wasAsked();
      return { isSilent: true };
    });
    servers.push(server);
    const before = underWay();
    const stop = new AbortController();

    const resolving = system.resolve(
      { name: 'mail.example.org', type, resolvers: [server.address] },
      stop.signal,
    );
    await asked;
    stop.abort();

    expect(await resolving).toMatchObject({ outcome: 'cancelled' });
    await nothingMoreThan(before);
  },
);
