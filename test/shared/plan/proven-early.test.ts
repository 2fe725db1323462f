import { expect, test } from 'vitest';
import type { DiscoveryEntry } from '../../../shared/model/check.ts';
import {
  isNobodyNamed,
  isNobodyReached,
  isOnlySilenceLeft,
  isOnlySlownessLeft,
} from '../../../shared/plan/proven-early.ts';
import { aControl, aFailedConnect, anObservation } from '../../support/builders.ts';
import { livingLine, mute, muteInTls } from '../diagnose/world.ts';

const byNumber = { role: 'reference', control: 'well-known-address', port: 443, protocol: 'tcp' } as const;
const silent = aFailedConnect({ ...byNumber, outcome: 'timeout' });
const mx: DiscoveryEntry = {
  source: 'mx',
  asked: 'x.test',
  outcome: 'no-answer',
  elapsedMs: 4000,
  servers: [],
};
const dead = { input: {}, entries: [mx], hasDnsAnswered: false, observations: [anObservation(byNumber)] };

test('no name is answered and an address is reached by number: DNS is dead', () => {
  expect(isNobodyNamed(dead)).toBe(true);
});

test('no name is answered and no address is reached by number: offline', () => {
  expect(isNobodyNamed({ ...dead, observations: [silent, silent] })).toBe(true);
});

test.each<[string, Partial<Parameters<typeof isNobodyNamed>[0]>]>([
  ['one name is not answered, and another is', { hasDnsAnswered: true }],
  ['nothing was waited for long enough', { entries: [] }],
  ['nobody was asked by number yet', { observations: [] }],
  ['one of two by number is still waited for', { observations: [silent] }],
  ['somebody refuses', { observations: [silent, silent, aFailedConnect({ outcome: 'refused' })] }],
  ['the server is given by its number', { input: { server: '192.0.2.10' } }],
  ['so is the one that is used', { input: { current: { host: '2001:db8::1', port: 25, security: 'none' } } }],
])('%s: the check goes on', (_what, change) => {
  expect(isNobodyNamed({ ...dead, ...change })).toBe(false);
});

const own = aFailedConnect({ outcome: 'timeout' });
const web = aFailedConnect({ role: 'portal', protocol: 'http', port: 80, outcome: 'unreachable' });
const stranger = (operator: string) =>
  aFailedConnect({ role: 'reference', control: 'mail', operator, outcome: 'timeout' });
const unreached = {
  nowMs: 9_000,
  sinceMs: 0,
  observations: [own, web, stranger('google.com'), stranger('gmx.net')],
  isAnyPromising: false,
  isAnyConnected: false,
  families: new Set([4 as const]),
};

test('names are found, and neither the own server nor anybody else is reached for nine seconds', () => {
  expect(isNobodyReached(unreached)).toBe(true);
});

test.each<[string, Partial<Parameters<typeof isNobodyReached>[0]>]>([
  ['the line may be back soon', { nowMs: 8_999 }],
  ['the network is only just another one', { sinceMs: 100 }],
  ['one of the own ports may still answer', { isAnyPromising: true }],
  ['somebody took a connection and is slow to speak', { isAnyConnected: true }],
  ['somebody was reached', { observations: [...unreached.observations, anObservation({ role: 'portal' })] }],
  ['somebody refuses', { observations: [...unreached.observations, aFailedConnect({ outcome: 'refused' })] }],
  ['the web was not tried', { observations: [own, stranger('google.com'), stranger('gmx.net')] }],
  ['one operator was tried', { observations: [own, web, stranger('google.com')] }],
  [
    'one of two was given up',
    { observations: [own, web, stranger('google.com'), { ...stranger('gmx.net'), outcome: 'cancelled' }] },
  ],
  ['no own server was tried', { observations: [web, stranger('google.com'), stranger('gmx.net')] }],
])('%s: the check goes on, though nobody was reached', (_what, change) => {
  expect(isNobodyReached({ ...unreached, ...change })).toBe(false);
});

const noWay = {
  ...unreached,
  nowMs: 4_500,
  observations: [aFailedConnect({ outcome: 'unreachable' }), ...unreached.observations],
};

test('somebody near by says that there is no way, to the own server and to others: half the time is enough', () => {
  expect(isNobodyReached(noWay)).toBe(true);
  expect(isNobodyReached({ ...noWay, nowMs: 4_499 })).toBe(false);
  expect(isNobodyReached({ ...noWay, observations: unreached.observations }), 'to others alone').toBe(false);
  expect(isNobodyReached({ ...noWay, families: new Set() }), 'nobody to reach').toBe(false);
});

test('a computer without IPv6 says so of that family alone, and IPv4 is waited for', () => {
  const overIpv6 = noWay.observations.map((o) => ({ ...o, family: 6 as const }));
  const both = {
    ...noWay,
    observations: [...overIpv6, ...unreached.observations],
    families: new Set([4, 6] as const),
  };
  const silentOver4 = both.observations.filter((o) => o.family === 6 || o.outcome !== 'unreachable');
  expect(isNobodyReached({ ...both, observations: silentOver4 })).toBe(false);
  expect(isNobodyReached({ ...both, observations: [...overIpv6, ...noWay.observations] })).toBe(true);
});

const slow465 = anObservation({
  port: 465,
  security: 'tls',
  timings: { connect: 20, tls: 40, ehlo: 15_000 },
});
const { host } = slow465;
const usable = {
  protocol: 'smtp',
  host,
  port: 465,
  security: 'tls',
  auth: 'password-cleartext',
  username: '',
  source: 'srv',
} as const;
const left587 = {
  protocol: 'smtp',
  host,
  port: 587,
  security: 'starttls',
  role: 'outgoing',
  isConnected: true,
} as const;
const onlySlow = { nowMs: 15_300, observations: [slow465], usable, current: undefined, left: [left587] };

test('a slow server works on one port, and what is left is slow as well: that is not waited for', () => {
  expect(isOnlySlownessLeft(onlySlow)).toBe(true);
});

test.each<[string, Partial<Parameters<typeof isOnlySlownessLeft>[0]>]>([
  ['nothing works yet', { usable: null }],
  ['only a port that is not for sending works', { usable: { ...usable, port: 25 } }],
  ['the check is young', { nowMs: 11_999 }],
  ['nothing is left', { left: [] }],
  ['it is the port that the mail program uses', { current: { host, port: 587, security: 'starttls' } }],
  [
    'what works is quick, and the other port mute',
    { observations: [anObservation({ port: 465, security: 'tls' })] },
  ],
  [
    'receiving is still asked',
    { left: [left587, { ...left587, role: 'incoming', protocol: 'imap', port: 993 }] },
  ],
  ['another server is asked', { left: [{ ...left587, host: 'smtp2.example.org' }] }],
  ['a port has not connected', { left: [{ ...left587, isConnected: false }] }],
])('%s: the check goes on, though a slow server works', (_what, change) => {
  expect(isOnlySlownessLeft({ ...onlySlow, ...change })).toBe(false);
});

const at587 = anObservation({ ...mute, port: 587 });
const at465 = anObservation({ ...muteInTls, port: 465, security: 'tls' });
const strangers = ['google.com', 'gmx.net'].map((operator) => aControl(operator, { port: 587 }));
const onlySilent = {
  nowMs: 11_600,
  observations: [...livingLine, at587, at465, ...strangers],
  usable: null,
  isSpeaking: false,
};

test('nothing was said on either port for sending, nor on any other: more of it is not waited for', () => {
  expect(isOnlySilenceLeft(onlySilent)).toBe(true);
  const received = anObservation({
    ...muteInTls,
    role: 'incoming',
    protocol: 'imap',
    port: 993,
    security: 'tls',
  });
  expect(isOnlySilenceLeft({ ...onlySilent, observations: [...onlySilent.observations, received] })).toBe(
    true,
  );
});

test('where the line lets nothing be proven, a server of which no port said a word is not waited for without end', () => {
  const unproven = { ...onlySilent, observations: [at587, at465], nowMs: 40_000 };
  expect(isOnlySilenceLeft(unproven)).toBe(true);
  expect(isOnlySilenceLeft({ ...unproven, nowMs: 39_000 })).toBe(false);
  expect(isOnlySilenceLeft({ ...unproven, observations: [at587] }), '465 was not asked').toBe(false);
  const word = anObservation({ role: 'incoming', protocol: 'imap', port: 993, security: 'tls' });
  expect(isOnlySilenceLeft({ ...unproven, observations: [at587, at465, word] }), 'it lives').toBe(false);
});

test.each<[string, Partial<Parameters<typeof isOnlySilenceLeft>[0]>]>([
  ['something works', { usable: { ...usable, port: 2525 } }],
  ['the check is young', { nowMs: 9_999 }],
  ['both may have died with the line, and others may tell soon', { nowMs: 10_300 }],
  [
    'strangers were compared over the other family alone',
    {
      observations: [livingLine, at587, at465, strangers.map((o) => ({ ...o, family: 6 as const }))].flat(),
    },
  ],
  [
    'strangers greet as late as that on this network, and other ports were asked only after the first',
    {
      observations: [
        ...onlySilent.observations.filter(({ role }) => role !== 'reference'),
        ...strangers.map((o) => ({ ...o, elapsedMs: 4_500, timings: { ...o.timings, greeting: 4_400 } })),
      ],
    },
  ],
  ['the server is saying something', { isSpeaking: true }],
  ['one port was not waited for', { observations: [...livingLine, at465, ...strangers] }],
  ['465 is refused: the server lives', { observations: [...livingLine, at587, ...strangers] }],
  ['nobody was compared', { observations: [...livingLine, at587, at465] }],
  ['the line may have been dead', { observations: [at587, at465, ...strangers] }],
  [
    'another port has spoken: a greeting may come late',
    {
      observations: [
        ...onlySilent.observations,
        anObservation({ role: 'incoming', protocol: 'imap', port: 993, security: 'tls' }),
      ],
    },
  ],
  [
    'another address has spoken',
    { observations: [...onlySilent.observations, anObservation({ port: 25, address: '192.0.2.11' })] },
  ],
])('%s: the check goes on, though both ports for sending are silent', (_what, change) => {
  expect(isOnlySilenceLeft({ ...onlySilent, ...change })).toBe(false);
});
