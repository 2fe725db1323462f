import { describe, expect, test } from 'vitest';
import { rankCandidates } from '../../../shared/discover/rank.ts';
import type { DiscoveryEntry, Source } from '../../../shared/model/check.ts';
import { notOffered } from '../../../shared/model/claims.ts';

function entry(source: Source, ...hosts: string[]): DiscoveryEntry {
  return {
    source,
    asked: 'example.org',
    outcome: 'found',
    elapsedMs: 1,
    servers: hosts.map((host) => ({
      protocol: 'smtp',
      host,
      port: 587,
      security: 'starttls',
      role: 'outgoing',
    })),
  };
}

test('what the user said comes first, then what is published, then guesses, whatever answered first', () => {
  const ranked = rankCandidates([
    entry('guess', 'mail.x'),
    entry('mx', 'mx.x'),
    entry('srv', 'a.x', 'b.x'),
    entry('user', 'u.x'),
  ]);
  expect(ranked.map((candidate) => candidate.host)).toEqual(['u.x', 'a.x', 'b.x', 'mx.x', 'mail.x']);
});

test('an endpoint named by several sources keeps the most trusted one', () => {
  const ranked = rankCandidates([entry('guess', 'mail.x'), entry('srv', 'mail.x')]);
  expect(ranked).toHaveLength(1);
  expect(ranked[0]?.source).toBe('srv');
});

test('a source’s own order is kept across its answers', () => {
  const ranked = rankCandidates([entry('srv', 'first.x'), entry('srv', 'second.x')]);
  expect(ranked.map(({ host, rank }) => [host, rank])).toEqual([
    ['first.x', 0],
    ['second.x', 1],
  ]);
});

test('what came unprotected counts less than all that is surely the provider’s or known, and never outdoes it', () => {
  const plain = { ...entry('autoconfig', 'a.x', 'shared.x'), isAuthenticated: false };
  const ranked = rankCandidates([plain, entry('mx', 'mx.x'), entry('well-known', 'shared.x', 'w.x')]);
  expect(ranked.map(({ host, source }) => `${host} ${source}`)).toEqual([
    'shared.x well-known',
    'w.x well-known',
    'a.x autoconfig',
    'mx.x mx',
  ]);
});

test('what is withheld is no candidate', () => {
  const held = entry('autoconfig', 'a.x', 'b.x');
  const servers = held.servers.map((server) =>
    server.host === 'a.x' ? { ...server, withheld: 'other-domain' as const } : server,
  );
  expect(rankCandidates([{ ...held, servers }]).map(({ host }) => host)).toEqual(['b.x']);
});

describe('a service that the domain says it does not offer', () => {
  const denial: DiscoveryEntry = { ...entry('srv'), outcome: 'nothing', notOffered: ['smtp'] };

  test('is not guessed at', () => {
    const ranked = rankCandidates([entry('guess', 'mail.x'), entry('mx', 'mx.x'), denial]);
    expect(ranked).toEqual([]);
    expect([...notOffered([denial])]).toEqual(['smtp']);
  });

  test('is still tried where somebody names it: the person, a settings file, or DNS under its other label', () => {
    expect(rankCandidates([entry('user', 'u.x'), entry('autoconfig', 'a.x'), denial])).toHaveLength(2);
    expect(rankCandidates([entry('srv', 's.x'), entry('guess', 'mail.x'), denial])).toHaveLength(2);
  });

  test('says nothing about others', () => {
    const pop3 = { ...denial, notOffered: ['pop3' as const] };
    expect(rankCandidates([entry('guess', 'mail.x'), pop3])).toHaveLength(1);
  });
});

test('of services in DNS the smaller priority comes first (RFC 6186 section 3.4), whatever the kind of TLS', () => {
  const service = (host: string, security: 'tls' | 'starttls', priority: number): DiscoveryEntry => {
    const one = entry('srv', host);
    return { ...one, servers: one.servers.map((server) => ({ ...server, security, priority })) };
  };
  const ranked = rankCandidates([
    service('backup.x', 'tls', 20),
    service('main.x', 'starttls', 10),
    service('equal.x', 'tls', 10),
  ]);
  expect(ranked.map(({ host }) => host)).toEqual(['equal.x', 'main.x', 'backup.x']);
});

test('of services in DNS those with TLS from the first byte come first, whichever answered first', () => {
  const implicit = entry('srv', 'tls.x');
  const servers = implicit.servers.map((server) => ({ ...server, port: 465, security: 'tls' as const }));
  const ranked = rankCandidates([entry('srv', 'starttls.x'), { ...implicit, servers }]);
  expect(ranked.map(({ host }) => host)).toEqual(['tls.x', 'starttls.x']);
});
