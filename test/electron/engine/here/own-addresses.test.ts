import { expect, test } from 'vitest';
import { ownAddresses } from '../../../../electron/engine/here/own-addresses.ts';

const isLoopback = (address: string): boolean => /^127\.|^::1$/.test(address);

test('loopback is among the addresses of this computer only where it is asked for', () => {
  expect([...ownAddresses()].filter(isLoopback)).toEqual([]);
  expect([...ownAddresses({ withLoopback: true })].filter(isLoopback)).toContain('127.0.0.1');
});
