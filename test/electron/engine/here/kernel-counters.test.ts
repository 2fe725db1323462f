import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { kernelCounters, since } from '../../../../electron/engine/here/kernel-counters.ts';
import { nodeSystem } from '../../../../electron/engine/node-system.ts';

const files: Readonly<Record<string, string>> = {
  '/proc/net/snmp': [
    'Ip: Forwarding DefaultTTL InReceives InHdrErrors InAddrErrors ForwDatagrams InUnknownProtos InDiscards InDelivers OutRequests ReasmReqds ReasmOKs FragOKs FragCreates OutTransmits',
    'Ip: 1 64 900 1 2 30 3 4 800 700 20 10 1 3 725',
    'Icmp: InMsgs InErrors InCsumErrors InDestUnreachs OutMsgs OutDestUnreachs',
    'Icmp: 7 0 0 4 9 3',
    'Tcp: RtoAlgorithm MaxConn',
    'Tcp: 1 -1',
  ].join('\n'),
  '/proc/net/snmp6':
    'Ip6InReceives   \t50\nIp6InDelivers\t40\nIp6OutForwDatagrams\t3\nIp6OutRequests\t90\nIp6OutTransmits\t88\nIcmp6InDestUnreachs             \t10\nIcmp6OutDestUnreachs\t20\n',
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
    // 700 + 30 passed on + 2 more by fragments − 725, and over IPv6 90 + 3 passed on − 88
    lostOnLeaving: 12,
    // 900 − 1 − 2 − 30 − 3 − 4 − 800, the 20 fragments that made 10 packets, and over IPv6 50 − 40 − 3
    lostOnArrival: 57,
  });
});

test('without IPv6 there is no file of its counters', () => {
  const without = (file: string) => (file.endsWith('snmp6') ? read('none') : read(file));
  expect(kernelCounters(without)).toMatchObject({ unreachableMade: 3, unreachableGot: 4, lostOnArrival: 50 });
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

test('where what leaves is not counted, as by older kernels, nothing of it is missed', () => {
  const older = (file: string) =>
    read(file)
      .replace(/ OutTransmits/, '')
      .replace(/ 725/, '')
      .replace(/Ip6OutTransmits.*/, '');
  expect(kernelCounters(older)).toMatchObject({ lostOnLeaving: 0, lostOnArrival: 57 });
});
