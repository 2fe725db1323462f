import { expect, test } from 'vitest';
import { isPrivateAddress } from '../../../../electron/engine/web/private-address.ts';

test.each([
  '127.0.0.1',
  '127.8.8.8',
  '10.1.2.3',
  '172.31.255.255',
  '192.168.0.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::7f00:1',
  'fd00::1',
  'fe80::1',
  'ff02::1',
  '192.0.0.1',
  '192.88.99.1',
  '198.18.0.1',
  '198.19.255.255',
  '240.0.0.1',
  '2002:7f00:1::',
  '2002:808:808::1',
  '2001::1',
  'fec0::1',
  'feff::1',
  '64:ff9b::7f00:1',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b::a00:1',
  '64:ff9b:1::808:808',
  '100::1',
  'fe80::1%eth0',
  '127.1',
  'mail.example.org',
])('%s is not a public address', (address) => {
  expect(isPrivateAddress(address)).toBe(true);
});

test.each([
  '192.0.2.1',
  '198.51.100.1',
  '203.0.113.1',
  '192.0.1.1',
  '198.20.0.1',
  '64:ff9b::808:808',
  '172.32.0.1',
  '100.128.0.1',
  '8.8.8.8',
  '2001:db8::1',
  '2606:4700::1111',
])('%s is a public address', (address) => {
  expect(isPrivateAddress(address)).toBe(false);
});
