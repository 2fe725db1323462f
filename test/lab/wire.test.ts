import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { has, needs } from '../support/needs.ts';
import { ip, openScope, type Scope } from './scope.ts';
import { goodWire, layWire, type Wire } from './wire.ts';

describe('the wire', () => {
  needs('root');
  let scope: Scope;
  let wire: Wire;
  let near: string;

  beforeAll(async () => {
    if (!has('root')) return;
    scope = openScope();
    near = scope.addNamespace('near');
    const far = scope.addNamespace('far');
    wire = await layWire(scope, { namespace: near, device: 'tun0' }, { namespace: far, device: 'tun0' });
    ip(near, ['addr add 10.0.0.1 peer 10.0.0.2 dev tun0', 'link set tun0 up']);
    ip(far, ['addr add 10.0.0.2 peer 10.0.0.1 dev tun0', 'link set tun0 up']);
    await scope.start(far, [process.execPath, '-e', echo], { ready: /ready/ });
  });
  afterAll(() => scope?.close());

  /** Sends datagrams of a size to an echo on the other side; how many came back, and the median round trip in ms. */
  async function echoed(count: number, bytes: number): Promise<{ returned: number; medianMs: number }> {
    const child = await scope.start(near, [process.execPath, '-e', sender, `${count}`, `${bytes}`]);
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    await new Promise((resolve) => child.once('close', resolve));
    return JSON.parse(text) as { returned: number; medianMs: number };
  }

  test('takes the time it is told, there and back', async () => {
    await wire.set({ ...goodWire, roundTripMs: 80 });

    const { returned, medianMs } = await echoed(50, 100);

    expect(returned).toBe(50);
    expect(medianMs).toBeGreaterThanOrEqual(80);
    expect(medianMs).toBeLessThan(90);
  });

  test('carries thousands of packets a second without losing one', async () => {
    await wire.set({ ...goodWire, roundTripMs: 20 });

    expect((await echoed(4000, 100)).returned).toBe(4000);
  });

  test('loses the share it is told, each way', async () => {
    await wire.set({ ...goodWire, roundTripMs: 1, lossPercent: 10 });

    const { returned } = await echoed(4000, 100);

    expect(returned / 4000).toBeGreaterThan(0.78);
    expect(returned / 4000).toBeLessThan(0.84);
  });

  test('holds packets up by a share of the jitter, and loses none for it', async () => {
    await wire.set({ ...goodWire, roundTripMs: 20, jitterMs: 100 });

    const { returned, medianMs } = await echoed(50, 100);

    expect(returned).toBe(50);
    expect(medianMs).toBeGreaterThan(60);
    expect(medianMs).toBeLessThan(250);
  });

  test('is dead for the time it is told, again and again', async () => {
    await wire.set({ ...goodWire, roundTripMs: 1, outage: { everyMs: 100, forMs: 50 } });

    const { returned } = await echoed(4000, 100);

    expect(returned / 4000).toBeGreaterThan(0.35);
    expect(returned / 4000).toBeLessThan(0.65);
  });

  test('swallows packets that are larger than it is told, and lets smaller ones pass', async () => {
    await wire.set({ ...goodWire, mtu: 1000 });

    expect((await echoed(10, 500)).returned).toBe(10);
    expect((await echoed(10, 1200)).returned).toBe(0);
  });
});

const echo = `
  const socket = require('node:dgram').createSocket({ type: 'udp4', recvBufferSize: 4194304 });
  socket.on('message', (bytes, from) => socket.send(bytes, from.port, from.address));
  socket.bind(7, () => console.log('ready'));
`;

const sender = `
  const [count, bytes] = process.argv.slice(1).map(Number);
  const socket = require('node:dgram').createSocket({ type: 'udp4', recvBufferSize: 4194304 });
  const took = [];
  let sent = 0;
  const end = () => {
    took.sort((a, b) => a - b);
    console.log(JSON.stringify({ returned: took.length, medianMs: took[took.length >> 1] ?? null }));
    socket.close();
  };
  socket.on('message', (back) => {
    took.push(performance.now() - back.readDoubleLE(0));
    if (took.length === count) { clearTimeout(last); end(); }
  });
  let last;
  const pump = () => {
    for (let i = 0; i < 10 && sent < count; i++, sent++) {
      const packet = Buffer.alloc(bytes);
      packet.writeDoubleLE(performance.now());
      socket.send(packet, 7, '10.0.0.2');
    }
    if (sent < count) setTimeout(pump, 1); else last = setTimeout(end, 600);
  };
  socket.bind(0, pump);
`;
