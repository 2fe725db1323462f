import { expect, test } from 'vitest';
import { causesAt } from '../../../shared/explain/on-the-way.ts';
import type { Cause } from '../../../shared/model/explanation.ts';

const blocked: readonly Cause[] = ['submission-blocked', 'port-25-blocked', 'server-down'];

test('a port that is named leaves only the block that is meant', () => {
  expect(causesAt(blocked, { host: 'smtp.example.org', port: 25 })).toEqual([
    'port-25-blocked',
    'server-down',
  ]);
  expect(causesAt(blocked, { host: 'smtp.example.org', port: 587 })).toEqual([
    'submission-blocked',
    'server-down',
  ]);
  expect(causesAt(blocked, {})).toEqual(blocked);
});

test.each(['10.89.0.1', '172.17.0.2', '192.168.1.20', 'fd00::5'])(
  'no provider has a say at an address of a network of one’s own: %s',
  (host) => {
    expect(causesAt(blocked, { host, port: 25 })).toEqual(['private-address', 'server-down']);
    const refused: readonly Cause[] = ['wrong-port', 'server-down', 'port-25-blocked', 'local-firewall'];
    expect(causesAt(refused, { host, port: 25 })).toEqual(['wrong-port', 'server-down', 'local-firewall']);
    expect(causesAt(['login-rejected'], { host })).toEqual(['login-rejected']);
  },
);

test('nothing is blocked on the way to this computer: the name is not the one that was meant', () => {
  expect(causesAt(blocked, { host: '127.0.0.1', port: 25 })).toEqual(['server-name-wrong', 'server-down']);
});
