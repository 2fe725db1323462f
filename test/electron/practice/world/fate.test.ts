import { expect, test } from 'vitest';
import { everydayWorld } from '../../../../electron/practice/world/everyday-world.ts';
import { fateOf } from '../../../../electron/practice/world/fate.ts';
import { blocked, intercepted, mailOnlyTo } from '../../../../electron/practice/world/network-faults.ts';
import { hostOf, type World } from '../../../../electron/practice/world/world.ts';

const fate = (world: World, name: string, port: number) =>
  fateOf(world, { ipAddress: hostOf(world, name)?.ipAddress ?? name, port });

test('an open port is reached after a round trip, a closed one refuses after one', () => {
  expect(fate(everydayWorld, 'mail.practice.example', 587)).toMatchObject({ kind: 'connect', afterMs: 28 });
  expect(fate(everydayWorld, 'mail.practice.example', 24)).toEqual({
    kind: 'fail',
    errno: 'ECONNREFUSED',
    afterMs: 28,
  });
});

test('a firewalled host and an address where nobody lives stay silent', () => {
  expect(fate(everydayWorld, 'example.com', 25)).toEqual({ kind: 'drop' });
  expect(fate(everydayWorld, '203.0.113.200', 587)).toEqual({ kind: 'drop' });
});

test('a block in the network refuses sooner than any server could, for everyone', () => {
  const world = blocked([25], 'refuse')(everydayWorld);
  for (const name of ['mail.practice.example', 'smtp.gmail.com', '203.0.113.200']) {
    expect(fate(world, name, 25)).toMatchObject({ kind: 'fail', errno: 'ECONNREFUSED', afterMs: 2 });
  }
  expect(fate(world, 'mail.practice.example', 587)).toMatchObject({ kind: 'connect' });
});

test('without a route nothing is reachable', () => {
  const world = blocked('every', 'unreachable')(everydayWorld);
  expect(fate(world, '1.1.1.1', 443)).toMatchObject({ kind: 'fail', errno: 'ENETUNREACH' });
});

test('a list lets mail out only to those on it, and only on the ports it watches', () => {
  const world = mailOnlyTo(['smtp.gmail.com'], [25, 587])(everydayWorld);
  expect(fate(world, 'smtp.gmail.com', 587)).toMatchObject({ kind: 'connect' });
  expect(fate(world, 'posteo.de', 587)).toEqual({ kind: 'drop' });
  expect(fate(world, 'mail.practice.example', 25)).toEqual({ kind: 'drop' });
  expect(fate(world, 'mail.practice.example', 993)).toMatchObject({ kind: 'connect' });
});

test('an interceptor answers for every address, even one that does not listen', () => {
  const world = intercepted(25, { protocol: 'smtp', security: 'none', auth: [] })(everydayWorld);
  for (const name of ['mail.practice.example', 'example.com', '203.0.113.200']) {
    expect(fate(world, name, 25)).toMatchObject({
      kind: 'connect',
      host: { names: ['gateway.access.practice.example'] },
      afterMs: 3,
    });
  }
});
