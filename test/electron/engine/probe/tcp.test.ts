import { expect, test } from 'vitest';
import { fakeSystem } from '../../../support/fake-system.ts';
import { aProbe, probing } from '../../../support/probing.ts';
import { say, scriptedServer, tls, tlsFails } from '../../../support/scripted-server.ts';

const web = aProbe({
  protocol: 'tcp',
  role: 'reference',
  port: 443,
  security: 'none',
  control: 'well-known-address',
});

test('a connection is made and closed, and nothing is said', async () => {
  const server = scriptedServer(say('whatever'));
  const system = fakeSystem({ '192.0.2.10:443': { rttMs: 20, answer: [server] } });
  const { observations, progress } = await system.clock.run(probing(system, web));
  expect(observations).toMatchObject([
    {
      outcome: 'ok',
      stage: 'done',
      elapsedMs: 20,
      timings: { dns: 1, connect: 20 },
      control: 'well-known-address',
    },
  ]);
  expect(progress).toEqual(['connect', 'done']);
  expect(server.heard).toEqual([]);
  expect(server.isClosed).toBe(true);
});

test('with TLS the certificate is seen', async () => {
  const system = fakeSystem({
    '192.0.2.10:443': { rttMs: 20, answer: [scriptedServer(tls()), scriptedServer(tlsFails('reset'))] },
  });
  const secured = { ...web, security: 'tls' } as const;
  const good = await system.clock.run(probing(system, secured));
  expect(good.observations).toMatchObject([{ outcome: 'ok', tls: { trusted: true } }]);
  const bad = await system.clock.run(probing(system, secured));
  expect(bad.observations).toMatchObject([{ outcome: 'reset', stage: 'tls' }]);
});
