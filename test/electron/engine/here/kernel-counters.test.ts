import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { kernelCounters, since } from '../../../../electron/engine/here/kernel-counters.ts';
import { nodeSystem } from '../../../../electron/engine/node-system.ts';

const files: Readonly<Record<string, string>> = {
  '/proc/net/snmp': [
    'Ip: Forwarding DefaultTTL InReceives',
    'Ip: 1 64 900',
    'Icmp: InMsgs InErrors InCsumErrors InDestUnreachs OutMsgs OutDestUnreachs',
    'Icmp: 7 0 0 4 9 3',
    'Tcp: RtoAlgorithm MaxConn',
    'Tcp: 1 -1',
  ].join('\n'),
  '/proc/net/snmp6': 'Ip6InReceives   \t5\nIcmp6InDestUnreachs             \t10\nIcmp6OutDestUnreachs\t20\n',
  '/proc/net/netstat':
    'TcpExt: SyncookiesSent TCPRetransFail TCPSynRetrans\nTcpExt: 0 2 6\nIpExt: A\nIpExt: 1\n',
  '/proc/net/dev': [
    'Inter-|   Receive                                                |  Transmit',
    ' face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets',
    '    lo: 100       11    0    0    0     0          0         0      100       11',
    '  eth0:123456     200    0    0    0     0          0         0     5000       50',
    ' wlan0: 1          5    0    0    0     0          0         0        0        0',
  ].join('\n'),
};
const read = (file: string): string => {
  const text = files[file];
  if (text === undefined) throw new Error(file);
  return text;
};

test('the counters of Linux are read, both families together', () => {
  expect(kernelCounters(read)).toEqual({
    unreachableMade: 23,
    unreachableGot: 14,
    loopbackGot: 11,
    outsideGot: 205,
    synsRepeated: 6,
    repeatsFailed: 2,
  });
});

test('without IPv6 there is no file of its counters', () => {
  const without = (file: string) => (file.endsWith('snmp6') ? read('none') : read(file));
  expect(kernelCounters(without)).toMatchObject({ unreachableMade: 3, unreachableGot: 4 });
});

test.each(Object.keys(files).filter((file) => !file.endsWith('snmp6')))(
  'without %s nothing is told',
  (hidden) => {
    expect(kernelCounters((file) => (file === hidden ? read('none') : read(file)))).toBeNull();
    expect(kernelCounters((file) => (file === hidden ? 'other words' : read(file)))).toBeNull();
  },
);

test.runIf(existsSync('/proc/net/snmp'))('a refused connection over loopback is counted here', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  const before = kernelCounters();
  const dialled = await nodeSystem().dial(
    { ipAddress: '127.0.0.1', family: 4, port },
    new AbortController().signal,
  );
  const after = kernelCounters();
  expect(dialled).toEqual({ ok: false, errno: 'ECONNREFUSED' });
  if (!before || !after) throw new Error('no counters');
  expect(since(before, after).loopbackGot).toBeGreaterThanOrEqual(2);
});
