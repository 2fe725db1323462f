import { describe, expect, test } from 'vitest';
import { names } from '../../../../electron/engine/names.ts';
import type { DnsQuestion } from '../../../../electron/engine/system.ts';
import { type Page, pages } from '../../../../electron/engine/web/pages.ts';
import { aCheckInput } from '../../../support/builders.ts';
import { type FakePage, fakeSystem } from '../../../support/fake-system.ts';
import { virtualClock } from '../../../support/virtual-clock.ts';

const start = 'https://a.example.org/settings';

function to(location: string, status = 302): FakePage {
  return { ok: true, status, location, body: '' };
}
const good: FakePage = { ok: true, status: 200, body: 'settings' };

/** Names ending in `.lan` are at home, those in `.mixed` there and elsewhere, and those in `.none` do not exist. */
function dns({ name }: DnsQuestion) {
  if (name.endsWith('.none')) return { outcome: 'no-name', code: 'ENOTFOUND' } as const;
  const atHome = { ipAddress: '192.168.1.1', family: 4 } as const;
  const elsewhere = { ipAddress: '192.0.2.1', family: 4 } as const;
  const itself = /^at-(.*)\.example$/.exec(name)?.[1];
  if (itself) {
    const ipAddress = itself.replaceAll('-', itself.includes('--') ? ':' : '.');
    const family = ipAddress.includes(':') ? 6 : 4;
    return { outcome: 'found', found: { type: 'addresses', addresses: [{ ipAddress, family }] } } as const;
  }
  const addresses = name.endsWith('.lan')
    ? [atHome]
    : [elsewhere, ...(name.endsWith('.mixed') ? [atHome] : [])];
  return { outcome: 'found', found: { type: 'addresses', addresses } } as const;
}

async function read(
  web: Readonly<Record<string, FakePage>>,
  { url = start, signal = new AbortController().signal } = {},
) {
  const system = fakeSystem({}, dns, virtualClock(), web);
  const { read: readPage } = pages(system, names(system, aCheckInput(), signal), signal);
  const page = await system.clock.run(readPage(url));
  return { page, urls: system.fetched.map((request) => request.url), system };
}

function refusedAs(page: Page): string {
  return page.outcome === 'redirect-refused' ? page.refused : page.outcome;
}

test('a page over https is authenticated, and says where it came from', async () => {
  const { page } = await read({ [start]: good });
  expect(page).toEqual({
    outcome: 'answered',
    status: 200,
    body: 'settings',
    url: start,
    isAuthenticated: true,
    isPrivate: false,
    elapsedMs: 0,
  });
});

describe('redirects', () => {
  test('five are followed, also to another host', async () => {
    const web = {
      [start]: to('/1', 301),
      'https://a.example.org/1': to('2', 303),
      'https://a.example.org/2': to('//b.example.net/3', 307),
      'https://b.example.net/3': to('https://b.example.net:443/4', 308),
      'https://b.example.net/4': to('/5#part'),
      'https://b.example.net/5': good,
    };
    const { page } = await read(web);
    expect(page).toMatchObject({ outcome: 'answered', url: 'https://b.example.net/5' });
  });

  test('a loop ends after the fifth', async () => {
    const { page, urls } = await read({ [start]: to(start) });
    expect(refusedAs(page)).toBe('loop');
    expect(urls).toHaveLength(6);
  });

  test.each([
    ['to-http', 'http://a.example.org/settings'],
    ['to-scheme', 'file:///etc/passwd'],
    ['to-scheme', 'ftp://a.example.org/'],
    ['to-scheme', 'javascript:alert(1)'],
    ['to-port', 'https://a.example.org:8443/'],
    ['to-port', 'https://a.example.org:22/'],
    ['to-port', 'https://a.example.org:80/'],
    ['to-private-address', 'https://router.lan/'],
    ['to-private-address', 'https://half.mixed/'],
    ['to-private-address', 'https://127.0.0.1/'],
    ['to-private-address', 'https://2130706433/'],
    ['to-private-address', 'https://0x7f.1/'],
    ['to-private-address', 'https://[::1]/'],
    ['to-private-address', 'https://[::ffff:10.0.0.1]/'],
    ['to-nowhere', 'https://'],
    ['to-nowhere', 'https://-b.example.net/'],
    ['to-nowhere', 'https://user@b.example.net/'],
    ['to-nowhere', 'https://:word@b.example.net/'],
    ['to-nowhere', 'https://user:word@b.example.net/'],
    ['no-name', 'https://b.none/'],
  ])('%s is refused: %s', async (refused, location) => {
    const { page, urls } = await read({ [start]: to(location) });
    expect(refusedAs(page)).toBe(refused);
    expect(urls).toEqual([start]);
  });

  test.each([300, 304, 399])('%i names nothing to follow, whatever its location says', async (status) => {
    const { page, urls } = await read({ [start]: to('https://b.example.net/', status) });
    expect(page).toMatchObject({ outcome: 'answered', status });
    expect(urls).toEqual([start]);
  });

  test('from http to https is followed, and stays unauthenticated', async () => {
    const url = 'http://a.example.org/settings';
    const { page } = await read({ [url]: to(start), [start]: good }, { url });
    expect(page).toMatchObject({ outcome: 'answered', isAuthenticated: false });
  });
});

test('the first address may be one of the person’s own network, and that is told', async () => {
  const url = 'https://autoconfig.office.lan/settings';
  const { page } = await read({ [url]: good }, { url });
  expect(page).toMatchObject({ outcome: 'answered', isPrivate: true });
});

test.each([
  '127-0-0-1',
  '169-254-169-254',
  '0-0-0-0',
  '224-0-0-1',
  '198-18-0-1',
  '64-ff9b--7f00-1',
  'fe80--1',
  'fec0--1',
  '2002-7f00-1--',
])('the first address may not be one where no server of anybody’s can be: %s', async (address) => {
  const url = `https://at-${address}.example/settings`;
  const { page, urls } = await read({ [url]: good }, { url });
  expect(refusedAs(page)).toBe('to-private-address');
  expect(urls).toEqual([]);
});

test('a page that never comes is given up after 8 s, and no wait is left behind', async () => {
  const { page, system } = await read({ [start]: { ...good, ms: 60_000 } });
  expect(page).toEqual({ outcome: 'no-answer', elapsedMs: 8_000 });
  expect(system.clock.now()).toBe(8_000);
  expect(system.clock.sleepers()).toBe(0);
});

test('cancelling ends it at once', async () => {
  const stop = new AbortController();
  const reading = read({ [start]: { ...good, ms: 5_000 } }, { signal: stop.signal });
  stop.abort();
  const { page, system } = await reading;
  expect(page).toEqual({ outcome: 'cancelled', elapsedMs: 0 });
  expect(system.clock.now()).toBe(0);
});

test.each(['certificate', 'unreachable', 'too-large', 'failed'] as const)(
  '“%s” is told apart',
  async (kind) => {
    const { page } = await read({ [start]: { ok: false, kind, code: 'X' } });
    expect(page).toEqual({ outcome: 'failed', kind, code: 'X', elapsedMs: 0 });
  },
);

describe('where others have to be waited for', () => {
  const clock = virtualClock();
  const { signal } = new AbortController();
  const turns = (waitMs: number) => ({
    question: async () => () => {},
    page: async () => {
      await clock.sleep(waitMs, signal);
      return () => {};
    },
  });
  const asked = (waitMs: number, page: FakePage) => {
    const system = { ...fakeSystem({}, dns, clock, { [start]: page }), turns: turns(waitMs) };
    return clock.run(pages(system, names(system, aCheckInput(), signal), signal).read(start));
  };

  test('the wait takes no time from the page', async () => {
    expect(await asked(60_000, { ...good, ms: 7_000 })).toMatchObject({
      outcome: 'answered',
      elapsedMs: 7_000,
    });
  });

  test('a server that is silent ends it in its own time', async () => {
    expect(await asked(60_000, { ...good, ms: 30_000 })).toMatchObject({
      outcome: 'no-answer',
      elapsedMs: 8_000,
    });
  });
});
