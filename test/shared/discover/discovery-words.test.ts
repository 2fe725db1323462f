import { describe, expect, test } from 'vitest';
import * as tell from '../../../shared/discover/discovery-words.ts';
import type { Candidate, DiscoveryEntry, NamedServer, Provider } from '../../../shared/model/check.ts';
import { english, remarksIn } from '../../support/english.ts';

const server: NamedServer = {
  protocol: 'smtp',
  host: 'smtp.example.org',
  port: 465,
  security: 'tls',
  role: 'outgoing',
};

function entry(change: Partial<DiscoveryEntry> = {}): DiscoveryEntry {
  return {
    source: 'autoconfig',
    asked: 'https://autoconfig.example.org/mail/config-v1.1.xml',
    outcome: 'found',
    elapsedMs: 1,
    servers: [server],
    isAuthenticated: true,
    ...change,
  };
}

const tellServer = (one: Parameters<typeof tell.serverSaid>[0]) => english(tell.serverSaid(one));
const tellAround = (one: DiscoveryEntry) => remarksIn({ remarks: tell.entryNotes(one) });
const tellReason = (...one: Parameters<typeof tell.rankReason>) => english(tell.rankReason(...one));

test('a server is one line, with whatever is known of it', () => {
  expect(tellServer(server)).toBe('smtp.example.org:465 SSL/TLS');
  expect(
    tellServer({ ...server, auth: ['oauth2', 'password-cleartext'], username: 'you', security: 'none' }),
  ).toBe(
    'smtp.example.org:465 without encryption, sign-in in the browser (OAuth2) or password, user name you',
  );
  expect(tellServer({ ...server, host: 'xn--bcher-kva.example', readableHost: 'bücher.example' })).toBe(
    'xn--bcher-kva.example:465 (bücher.example) SSL/TLS',
  );
});

describe('who was told what', () => {
  const told = (change: Partial<DiscoveryEntry>) => tellAround(entry(change)).join(' ');

  test('Mozilla only the domain, the provider the address, and nobody else anything', () => {
    expect(told({ source: 'ispdb' })).toMatch(/only what stands after the @/);
    expect(told({ asked: 'https://autoconfig.example.org/x?emailaddress=you%40example.org' })).toMatch(
      /told your address/,
    );
    expect(
      told({ source: 'autodiscover', asked: 'https://example.org/autodiscover/autodiscover.xml' }),
    ).toMatch(/told your address/);
    const refused = { source: 'autodiscover', asked: 'https://example.org/', outcome: 'failed' } as const;
    expect(told({ ...refused, isUnheard: true })).toBe('');
    expect(told({ source: 'autodiscover', asked: '_autodiscover._tcp.example.org' })).toBe('');
    expect(told({})).toBe('');
    const silent = entry({ source: 'autodiscover', outcome: 'no-answer', servers: [] });
    const { isAuthenticated: _, ...unanswered } = silent;
    expect(tellAround(unanswered)).toEqual([]);
  });

  test('that an answer could have been changed is said where there was one', () => {
    expect(told({ isAuthenticated: false })).toMatch(/could have been changed/);
    expect(told({ isAuthenticated: false, outcome: 'nothing', servers: [] })).toBe('');
  });
});

test('of the provider everything is told that helps to get in', () => {
  const provider: Provider = {
    name: 'Example',
    secret: 'app-password',
    secretAt: 'https://example.org/apps',
    enable: [
      { instruction: 'Switch IMAP on', at: 'https://example.org/on' },
      { at: 'https://example.org/b' },
    ],
    signIn: {
      issuer: 'login.example.org',
      authUrl: 'https://example.org/a',
      tokenUrl: 'https://example.org/t',
    },
    webmail: 'https://webmail.example.org/',
    help: 'https://help.example.org/',
  };
  const told = tellAround(entry({ provider, remarks: ['odd'] }));
  expect(told).toEqual([
    expect.stringMatching(/^Example wants a password made for .* https:\/\/example\.org\/apps$/),
    'Example says what to do first: Switch IMAP on https://example.org/on',
    expect.stringMatching(/^Example lets mail programs in only after .* https:\/\/example\.org\/b$/),
    expect.stringMatching(/login\.example\.org.*Thunderbird/),
    expect.stringContaining('https://webmail.example.org/'),
    expect.stringContaining('https://help.example.org/'),
    'odd',
  ]);
  expect(tellAround(entry({ provider: { name: '', secret: 'browser' } }))[0]).toMatch(/^Your provider wants/);
});

test('the reason of a place names the source, and says when it was not sure', () => {
  const candidate: Candidate = { ...server, source: 'autoconfig', rank: 1 };
  expect(tellReason(candidate, [entry()])).toBe('published by your provider (place 2)');
  expect(tellReason(candidate, [entry({ isAuthenticated: false })])).toMatch(/could have been changed/);
  expect(tellReason(candidate, [entry({ isAuthenticated: false }), entry()])).toMatch(/by your provider/);
  expect(
    tellReason({ ...candidate, source: 'srv' }, [entry({ source: 'srv', isAuthenticated: false })]),
  ).toBe('published in DNS (place 2)');
});
