import { expect, test } from 'vitest';
import { everydayWorld } from '../../../../electron/practice/world/everyday-world.ts';
import type { World } from '../../../../electron/practice/world/world.ts';
import { askZone } from '../../../../electron/practice/world/zone.ts';

const ask = (name: string, type: 'addresses' | 'MX' | 'SRV' = 'addresses', world: World = everydayWorld) =>
  askZone(world, { name, type, resolvers: [] });

test('knows the own server, whatever the case and with the dot of the root', () => {
  const found = { type: 'addresses', addresses: [{ ipAddress: '192.0.2.25', family: 4 }] };
  expect(ask('mail.practice.example')).toEqual({ outcome: 'found', found });
  expect(ask('Mail.Practice.Example.')).toEqual({ outcome: 'found', found });
});

test('publishes where mail for the domain goes and where programs submit it', () => {
  expect(ask('practice.example', 'MX')).toMatchObject({
    found: { records: [{ exchange: 'mail.practice.example', preference: 10 }] },
  });
  expect(ask('_submission._tcp.practice.example', 'SRV')).toMatchObject({
    found: { records: [{ target: 'mail.practice.example', port: 587 }] },
  });
});

test('tells a name without such records from a name that does not exist', () => {
  expect(ask('practice.example')).toMatchObject({ outcome: 'no-data' });
  expect(ask('mail.practice.example', 'MX')).toMatchObject({ outcome: 'no-data' });
  expect(ask('made-up-name.invalid')).toMatchObject({ outcome: 'no-name' });
  expect(ask('_submissions._tcp.practice.example', 'SRV')).toMatchObject({ outcome: 'no-name' });
});

test('an address answers for itself, even when DNS is dead', () => {
  const silent: World = { ...everydayWorld, dns: { mood: 'silent', afterMs: 5 } };
  expect(ask('1.1.1.1', 'addresses', silent)).toMatchObject({
    found: { addresses: [{ ipAddress: '1.1.1.1', family: 4 }] },
  });
  expect(ask('2001:db8::25')).toMatchObject({ found: { addresses: [{ family: 6 }] } });
  expect(ask('mail.practice.example', 'addresses', silent)).toMatchObject({ outcome: 'no-answer' });
});

test('a lying DNS leads every name to one address and knows nothing else', () => {
  const lying: World = { ...everydayWorld, dns: { mood: 'lying', ipAddress: '192.168.44.1' } };
  for (const name of ['made-up-name.invalid', 'mail.practice.example', 'smtp.gmail.com']) {
    expect(ask(name, 'addresses', lying)).toMatchObject({
      found: { addresses: [{ ipAddress: '192.168.44.1' }] },
    });
  }
  expect(ask('practice.example', 'MX', lying)).toMatchObject({ outcome: 'no-data' });
});
