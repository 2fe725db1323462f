import { expect, test } from 'vitest';
import type { Observation } from '../../../shared/model/observation.ts';
import { hereDoubts } from '../../../shared/plan/here.ts';
import { aFailedConnect, anObservation } from '../../support/builders.ts';

const input = { resolvers: [] };
const doubts = (observations: readonly Observation[], isUsable = false) =>
  hereDoubts({ input, observations, isUsable });
const stranger = {
  role: 'reference',
  control: 'mail',
  host: 'smtp.example.net',
  address: '198.51.100.7',
} as const;
const refused = (elapsedMs: number, change: Partial<Observation> = {}) =>
  aFailedConnect({ outcome: 'refused', port: 587, elapsedMs, ...change });

test('where all went well nothing is in doubt', () => {
  const nothing = { names: [], unanswered: [], connections: [], isProxyWanted: false };
  expect(doubts([anObservation()], true)).toEqual(nothing);
  expect(doubts([anObservation()])).toEqual(nothing);
});

test('a refusal that came much faster than anybody answers is looked into, at the own server and at a stranger', () => {
  const seen = [
    refused(0.4),
    refused(0.5, { ...stranger, port: 587 }),
    refused(0.5, { ...stranger, address: '198.51.100.8', port: 587 }),
    anObservation({ ...stranger, port: 443, timings: { connect: 24 } }),
  ];
  expect(doubts(seen).connections).toEqual([
    { ipAddress: '192.0.2.10', family: 4, port: 587, isSilent: false },
    { ipAddress: '198.51.100.7', family: 4, port: 587, isSilent: false },
  ]);
});

test('a refusal that took as long as an answer is the server’s own, and it is left in peace', () => {
  expect(doubts([refused(23), anObservation({ ...stranger, timings: { connect: 24 } })]).connections).toEqual(
    [],
  );
});

test('where a stranger is turned away on the same port, the time says nothing: a busy computer is told late', () => {
  const seen = [
    refused(300),
    refused(280, { ...stranger, port: 587 }),
    refused(300, { port: 2525 }),
    anObservation({ ...stranger, port: 443, timings: { connect: 24 } }),
  ];
  expect(doubts(seen).connections.map(({ ipAddress, port }) => `${ipAddress} ${port}`)).toEqual([
    '192.0.2.10 587',
    '198.51.100.7 587',
  ]);
});

test('without anybody’s round trip a refusal may come from here', () => {
  expect(doubts([refused(0.4)]).connections).toHaveLength(1);
});

test('silence is looked into, whatever works: it costs no time where nothing got lost on this computer', () => {
  const silent = aFailedConnect({ outcome: 'timeout', port: 587, elapsedMs: 1300, attempts: 4 });
  const connections = [{ ipAddress: '192.0.2.10', family: 4, port: 587, isSilent: true }];
  expect(doubts([silent]).connections).toEqual(connections);
  expect(doubts([silent], true).connections).toEqual(connections);
});

test('so is silence after the connection was made', () => {
  const mute = anObservation({ outcome: 'timeout', stage: 'greeting', port: 587 });
  expect(doubts([mute]).connections).toEqual([
    { ipAddress: '192.0.2.10', family: 4, port: 587, isSilent: true, isMute: true },
  ]);
});

test('silence that a stranger on the same port shares is looked into alone: the rest may be the server’s own', () => {
  const silent = (port: number, change: Partial<Observation> = {}) =>
    aFailedConnect({ outcome: 'timeout', port, elapsedMs: 1300, attempts: 4, ...change });
  const seen = [silent(25), silent(2525), silent(587), silent(587, stranger)];
  expect(doubts(seen).connections.map(({ ipAddress, port }) => `${ipAddress} ${port}`)).toEqual([
    '192.0.2.10 587',
    '198.51.100.7 587',
  ]);
});

test('loopback, where the practice network and bridges live, is never looked into', () => {
  expect(doubts([refused(0.1, { host: '127.0.0.1', address: '127.0.0.1' })]).connections).toEqual([]);
});

test('names are looked into that lead to nobody who takes mail, unless other name servers were asked', () => {
  const seen = [
    aFailedConnect({ outcome: 'timeout' }),
    anObservation({ host: 'imap.example.org', role: 'incoming', protocol: 'imap', port: 993 }),
  ];
  expect(doubts(seen).names).toEqual([{ host: 'mail.example.org', addresses: ['192.0.2.10'] }]);
  const resolvers = [{ host: '9.9.9.9', port: 53 }];
  expect(hereDoubts({ input: { resolvers }, observations: seen, isUsable: false }).names).toEqual([]);
  expect(doubts([refused(0.1, { host: '192.0.2.10' })]).names, 'an address is no name').toEqual([]);
});

test('a proxy is asked about only where nobody outside was reached', () => {
  expect(doubts([aFailedConnect({ outcome: 'timeout' })]).isProxyWanted).toBe(true);
  expect(doubts([aFailedConnect({ outcome: 'timeout' }), anObservation(stranger)]).isProxyWanted).toBe(false);
});

test('where nobody at all was reached, a few connections tell of all the others', () => {
  const ports = [25, 465, 587, 993];
  const told = ports.map((port) => aFailedConnect({ outcome: 'unreachable', port, elapsedMs: 0.4 }));
  const silent = ports.map((port) => aFailedConnect({ outcome: 'timeout', port, elapsedMs: 4300 }));
  expect(doubts([...told, ...silent]).connections).toHaveLength(4);
  const reached = anObservation({ ...stranger, port: 443, timings: { connect: 24 } });
  expect(doubts([...told, ...silent, reached]).connections).toHaveLength(8);
});

test('whoever answers the connectivity check in somebody’s place may be where this computer leads every name', () => {
  const web = { status: 302, isExpected: false } as const;
  const sign = anObservation({
    role: 'portal',
    protocol: 'http',
    host: 'detectportal.example',
    address: '10.9.9.9',
    port: 80,
    web,
  });
  const names = [{ host: 'detectportal.example', addresses: ['10.9.9.9'] }];
  expect(doubts([sign, anObservation()], true).names).toEqual(names);
  expect(doubts([sign]).names).toEqual(names);
});

test('a name that DNS is silent about, while it answers about others, is asked for in another way', () => {
  const silent = anObservation({
    outcome: 'dns-error',
    stage: 'dns',
    address: null,
    family: null,
    error: { code: 'no-dns-answer', message: '' },
  });
  expect(doubts([silent, anObservation(stranger)]).unanswered).toEqual(['mail.example.org']);
  expect(doubts([silent]).unanswered, 'DNS says nothing at all').toEqual([]);
});

test('a connection that is cut before anybody far away could have done it is looked into; a server that hangs up is not', () => {
  const cut = (greeting: number, change: Partial<Observation> = {}) =>
    anObservation({
      port: 587,
      outcome: 'reset',
      stage: 'greeting',
      timings: { connect: 24, greeting },
      greeting: undefined as never,
      tls: undefined as never,
      ...change,
    });
  const others = anObservation({ ...stranger, port: 443, timings: { connect: 24 } });
  expect(doubts([cut(0), cut(0, stranger), others]).connections).toEqual([
    { ipAddress: '192.0.2.10', family: 4, port: 587, isSilent: false },
    { ipAddress: '198.51.100.7', family: 4, port: 587, isSilent: false },
  ]);
  expect(doubts([cut(25), cut(25, stranger), others]).connections).toEqual([]);
});

test('a greeting that the user’s server and a stranger’s share word for word may be a program’s on this computer, while nothing works', () => {
  const shield = { greeting: 'localhost Mail Shield ESMTP', outcome: 'rejected', stage: 'starttls' } as const;
  const alike = [
    anObservation({ port: 587, ...shield }),
    anObservation({ ...stranger, port: 587, ...shield }),
  ];
  expect(doubts(alike).connections).toEqual([
    { ipAddress: '192.0.2.10', family: 4, port: 587, isSilent: false },
    { ipAddress: '198.51.100.7', family: 4, port: 587, isSilent: false },
  ]);
  expect(doubts(alike, true).connections).toEqual([]);
  const own = anObservation({ port: 587, ...shield, greeting: 'mail.example.org ESMTP' });
  expect(doubts([own, ...alike.slice(1)]).connections).toEqual([]);
});
