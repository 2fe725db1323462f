import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import type { Answer } from '../../../../electron/engine/dns/dns-failure.ts';
import { webProxy } from '../../../../electron/engine/here/web-proxy.ts';
import { virtualClock } from '../../../support/virtual-clock.ts';

const at: Answer = {
  outcome: 'found',
  found: { type: 'addresses', addresses: [{ ipAddress: '10.77.0.8', family: 4 }] },
};

function told(environment: Record<string, string>, fate: 'open' | 'refused' | 'silent' = 'open', found = at) {
  const clock = virtualClock();
  return clock.run(
    webProxy(
      {
        clock,
        environment,
        find: async () => found,
        async dial(_to, signal) {
          if (fate === 'silent') await clock.sleep(60_000, signal);
          return fate === 'open'
            ? { ok: true, connection: new PassThrough() }
            : { ok: false, errno: fate === 'refused' ? 'ECONNREFUSED' : 'ECANCELED' };
        },
      },
      new AbortController().signal,
    ),
  );
}

test('the first variable that names a proxy is told, and whether it takes connections', async () => {
  const environment = {
    HTTPS_PROXY: '',
    ALL_PROXY: 'socks5://proxy.corp:1080',
    http_proxy: 'http://other:3128',
  };
  const proxy = { kind: 'web-proxy', variable: 'ALL_PROXY', host: 'proxy.corp', port: 1080 };
  expect(await told(environment)).toEqual([{ ...proxy, isAnswering: true }]);
  expect(await told(environment, 'refused')).toEqual([{ ...proxy, isAnswering: false }]);
  expect(await told(environment, 'silent')).toEqual([{ ...proxy, isAnswering: false }]);
  expect(await told(environment, 'open', { outcome: 'no-name', code: 'ENOTFOUND' })).toEqual([
    { ...proxy, isAnswering: false },
  ]);
});

test('a user name and password of the proxy are not told', async () => {
  expect(JSON.stringify(await told({ https_proxy: 'http://anna:geheim@proxy.corp:3128' }))).not.toMatch(
    /anna|geheim/,
  );
});

test('without a proxy nothing is told', async () => {
  expect(await told({ no_proxy: 'localhost', https_proxy: ' ' })).toEqual([]);
});
