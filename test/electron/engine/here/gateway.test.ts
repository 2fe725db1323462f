import { expect, test } from 'vitest';
import { gateway } from '../../../../electron/engine/here/gateway.ts';

const head = 'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n';
const route = (name: string, part: string, router: string, metric: number, mask: string, flags = '0003') =>
  `${name}\t${part}\t${router}\t${flags}\t0\t0\t${metric}\t${mask}\t0\t0\t0\n`;
const wifi = route('wlan0', '00000000', '0101A8C0', 600, '00000000');
const cable = route('eth0', '00000000', '0102A8C0', 100, '00000000');
const near = route('wlan0', '0001A8C0', '00000000', 600, '00FFFFFF', '0001');
const vpn =
  route('tun0', '00000000', '0100080A', 0, '00000080') + route('tun0', '00000080', '0100080A', 0, '00000080');
const of = (...routes: string[]) => gateway(() => head + routes.join(''));

test('another router is another way, and so is a VPN that comes before it', () => {
  expect(of(wifi, near)).not.toBeNull();
  expect(of(near, wifi)).toBe(of(wifi));
  expect(of(route('wlan0', '00000000', 'FE01A8C0', 600, '00000000'))).not.toBe(of(wifi));
  expect(of(wifi, vpn)).not.toBe(of(wifi));
});

test('only the preferred way counts, and what is down does not', () => {
  expect(of(wifi, cable)).toBe(of(cable));
  expect(of(cable, wifi)).toBe(of(cable));
  expect(of(wifi, route('eth0', '00000000', '0102A8C0', 100, '00000000', '0002'))).toBe(of(wifi));
});

test('nothing is known without a way, or without such a file', () => {
  expect(of(near)).toBeNull();
  expect(
    gateway(() => {
      throw new Error('no such file');
    }),
  ).toBeNull();
});
