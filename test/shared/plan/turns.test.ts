import { expect, test } from 'vitest';
import type { Endpoint } from '../../../shared/model/endpoint.ts';
import { decide } from '../../../shared/plan/decide.ts';
import { stateAfter } from '../ledger/a-ledger.ts';

type Told = Parameters<typeof stateAfter>[0][number];

const imap = { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls' } as const;
const smtp = { protocol: 'smtp', host: 'smtp.example.org', port: 587, security: 'starttls' } as const;
const asked: Told = { type: 'sources-asked', nearby: 2, web: 0, atMs: 100 };

/** Published, and its name looked up. */
const found = (server: Endpoint, role: 'incoming' | 'outgoing', atMs: number): Told[] => [
  {
    type: 'source-answered',
    entry: {
      source: 'srv',
      asked: `_${role}`,
      outcome: 'found',
      elapsedMs: 20,
      servers: [{ ...server, role }],
    },
    atMs,
  },
  { type: 'look-up-begun', host: server.host, atMs },
  {
    type: 'looked-up',
    host: server.host,
    again: false,
    outcome: 'found',
    addresses: [{ ipAddress: '192.0.2.10', family: 4 }],
    elapsedMs: 20,
    atMs,
  },
];
const probed = (facts: readonly Told[]): string[] =>
  decide(stateAfter(facts)).flatMap((move) =>
    move.do === 'probe' ? [`${move.proposal.role} ${move.proposal.port}`] : [],
  );
const receiving: Told[] = [asked, ...found(imap, 'incoming', 140)];
const passed = (atMs: number): Told => ({ type: 'time-passed', atMs });

test('ports for receiving wait for a server for sending whose name comes a moment later', () => {
  expect(probed(receiving)).toEqual([]);
  expect(decide(stateAfter(receiving))).toContainEqual({ do: 'wait-until', atMs: 230 });
  const both = probed([...receiving, ...found(smtp, 'outgoing', 180)]);
  expect(both.slice(0, 3)).toEqual(['outgoing 587', 'outgoing 465', 'outgoing 25']);
  expect(both).toContain('incoming 993');
});

test('no longer than their own name took, and then leave it a place', () => {
  expect(probed([...receiving, passed(230)])).toEqual(['incoming 143', 'incoming 110']);
});

test('not where nobody is left who could name one', () => {
  const ended: Told = { type: 'source-ended', kind: 'nearby', atMs: 150 };
  expect(probed([...receiving, ended, ended])).toHaveLength(4);
});
