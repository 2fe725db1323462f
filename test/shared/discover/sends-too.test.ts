import { expect, test } from 'vitest';
import { rankReason } from '../../../shared/discover/discovery-words.ts';
import { sendsToo } from '../../../shared/discover/sends-too.ts';
import type { DiscoveryEntry, NamedServer } from '../../../shared/model/check.ts';
import { english } from '../../support/english.ts';

const imap: NamedServer = {
  protocol: 'imap',
  host: 'post.example.org',
  port: 993,
  security: 'tls',
  role: 'incoming',
};
const smtp: NamedServer = { ...imap, protocol: 'smtp', host: 'out.example.org', port: 465, role: 'outgoing' };

function entry(servers: NamedServer[], change: Partial<DiscoveryEntry> = {}): DiscoveryEntry {
  return { source: 'srv', asked: 'x', outcome: 'found', elapsedMs: 1, servers, ...change };
}

const hosts = (entries: DiscoveryEntry[]) =>
  sendsToo(entries).flatMap(({ servers }) => servers.map((s) => s.host));

test.each(['srv', 'autoconfig', 'ispdb', 'autodiscover', 'well-known'] as const)(
  'a host that %s names for receiving alone is guessed for sending, once',
  (source) => {
    const pop3: NamedServer = { ...imap, protocol: 'pop3', port: 995 };
    const guessed = sendsToo([entry([imap], { source }), entry([pop3], { source })]);
    expect(guessed).toMatchObject([
      { source: 'guess', servers: [{ protocol: 'smtp', host: 'post.example.org', role: 'outgoing' }] },
    ]);
  },
);

test.each([
  ['sending is named too', [entry([imap]), entry([smtp])]],
  ['sending is not offered', [entry([imap]), entry([], { notOffered: ['smtp'] })]],
  ['the host is withheld', [entry([{ ...imap, withheld: 'private-address' }])]],
  ['the host is itself a guess', [entry([imap], { source: 'guess' })]],
  ['the host only receives the domain’s mail', [entry([imap], { source: 'mx' })]],
] as const)('nothing is guessed where %s', (_why, entries) => {
  expect(hosts([...entries])).toEqual([]);
});

test('a guess is as unsure as what it comes from, and two are enough', () => {
  const names = ['a', 'b', 'c'].map((name) => ({ ...imap, host: `${name}.example.net` }));
  expect(sendsToo([entry(names, { isAuthenticated: false })])).toMatchObject([
    { asked: 'a.example.net', isAuthenticated: false },
    { asked: 'b.example.net', isAuthenticated: false },
  ]);
});

test('the reason says what it is: a guess at a server for receiving', () => {
  const source = entry([imap]);
  const [guess] = sendsToo([source]);
  const candidate = { ...smtp, host: 'post.example.org', port: 587, source: 'guess', rank: 0 } as const;
  expect(english(rankReason(candidate, [source, ...(guess ? [guess] : [])]))).toMatch(/guess.*receiving/);
  expect(english(rankReason(candidate, guess ? [guess] : []))).toMatch(/usual name/);
});
