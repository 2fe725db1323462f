import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { endpointKey } from '../../shared/model/endpoint.ts';
import type { FindingCode } from '../../shared/model/finding.ts';
import type { LineQuality } from './line.ts';
import { type KindOfWorld, type Situation, situation } from './situation.ts';
import { falsehoods, omissions } from './truth.ts';
import { checked, from, nameOf, worlds } from './worlds.ts';

const healthy = { network: 'open', site: 'well' } as const;

test.each<[string, number, Partial<Situation>, KindOfWorld?]>([
  [
    'the line came back, and a first round trip with a SYN sent again in it hid that it had been dead',
    171,
    healthy,
  ],
  ['answers from afar were on their way when the line died', 40_436, healthy],
  ['the same, beside a real block of 25', 40_910, {}],
  ['the IPv4 address was never heard of, because the line was dead', 21_000_610, {}],
  ['the same, where DNS said no other word less', 21_000_326, {}],
  ['of a port that others may not offer, it was never heard what 587 and 465 do', 500_062, {}],
  ['587 and 465 were refused while nobody was heard, and only the word on 25 counted', 500_374, {}],
  ['the line swallowed what was said in TLS, by name, and not without it', 500_361, {}],
  ['IPv6 is mute, and the IPv4 address was never heard of', 5_200_112, {}, 'failing-lossy'],
  ['the line was cut when strangers had let in on 25', 76_000_064, {}, 'moving'],
  ['it was cut while a slow server and strangers were to greet', 79_000_036, {}, 'moving'],
  ['it was cut before the second answer to EHLO', 79_000_394, {}, 'moving'],
  ['the domain’s mail exchanger is as mute over IPv6 as strangers', 79_000_168, {}, 'failing'],
  ['the same, where it closes its ports over IPv4', 79_000_590, {}, 'failing'],
  ['the server is mute over IPv4, and 25 was not tried over it', 82_000_149, {}, 'failing'],
  [
    'the server bans a caller that asked much, over IPv6 as on the ports for receiving',
    91_001_397,
    {},
    'steady',
  ],
  ['the line was cut during the only dialogue over IPv6', 120_000_402, {}, 'moving'],
  ['this computer was busy when two servers greeted', 120_001_437, {}, 'moving'],
  [
    'everybody greets late, and nothing spans the whole time in which the line may have been cut',
    160_000_351,
    {},
    'failing',
  ],
  ['everybody greets late, and other ports were left before their word was due', 121_000_209, {}, 'failing'],
  ['the witness is far away, and was asked for too late to clear the line', 160_001_351, {}, 'failing'],
  ['the line swallowed something else each time that 465 was tried', 51, {}, 'broken'],
  [
    'the line swallowed the same each time that 587 was tried, and as often elsewhere',
    160_003_338,
    {},
    'lossy',
  ],
  ['the same on a line that is dead now and then', 160_001_727, {}, 'broken'],
  ['587 was tried while the line was dead, and what it swallowed came through later', 170_000_041, {}],
  ['nobody says a word, and all began at one moment', 160_002_386, {}, 'failing'],
  ['nobody says a word, and strangers were compared over the other family', 160_002_671, {}, 'failing'],
  [
    'the witness is farther away than the server, and its answers took as long as a pause',
    160_004_264,
    {},
    'steady',
  ],
  ['the same over both families', 160_004_935, {}, 'steady'],
  ['the router dialled in anew, and everybody greets late', 160_001_722, {}, 'moving'],
  ['the server bans a caller in whose first connection the line was dead', 120_000_316, {}],
  [
    'the server’s IPv4 connections were made and slow to speak when the kernel said that there is no IPv6',
    120_000_374,
    {},
  ],
  ['IPv4 was still being tried when the kernel said that there is no IPv6', 130_001_015, {}],
  ['the line was dead for the time in which a far server’s answers were due', 90_000_559, {}, 'moving'],
  ['the line was cut while every word over IPv6 of where one receives was due', 160_004_822, {}, 'moving'],
  ['25 is open over IPv4, and nobody else was asked on it over IPv6', 91_001_379, {}, 'moving'],
  ['a dead line came back, and its first round trips held a SYN sent again', 140_000_818, {}],
  ['the same, where 25 was given up as it came back', 140_001_358, {}],
  ['the same, where all of IPv4 is dead besides', 160_004_767, {}],
  ['all ports are refused, and somebody was heard only when 25 was', 140_001_303, {}],
  ['IPv6 is mute, and DNS was not heard about IPv4 twice', 160_004_398, {}, 'failing-lossy'],
  ['DNS was asked while the line was dead, which came back at its last moment', 210_000_396, {}],
  ['six SYNs in a row to 587 were lost', 210_000_034, {}, 'failing-lossy'],
])('nothing is blamed that once was: %s', async (_what, seed, change, kind = 'broken') => {
  const world: Situation = { ...situation(kind, seed), ...change };
  expect(falsehoods(world, await checked(world))).toEqual([]);
});

test.each<[string, number, KindOfWorld, FindingCode]>([
  [
    'on a far line both ports for sending are mute for everybody',
    82_000_038,
    'failing',
    'submission-blocked',
  ],
  ['receiving was still waited for', 82_000_304, 'failing', 'mail-ports-blocked'],
  ['receiving was tried first', 82_000_113, 'failing', 'mail-ports-blocked'],
  [
    'the router said on 25 that there is no way, while it dialled in',
    82_000_099,
    'moving',
    'port-25-blocked',
  ],
  [
    'the computer went to another network when the one before was given up',
    120_000_776,
    'moving',
    'mail-ports-blocked',
  ],
  ['who is asked for signs of life is farther away than others', 130_000_787, 'steady', 'mail-ports-blocked'],
  ['25 takes connections for show over the other family', 121_001_002, 'failing', 'mail-ports-blocked'],
  ['it said so of every port', 82_000_553, 'moving', 'mail-allow-list'],
  ['the only question to DNS was put while the router dialled in', 160_005_129, 'moving', 'port-25-blocked'],
])('a block is found where %s', async (_what, seed, kind, code) => {
  const { verdict } = await checked(situation(kind, seed));
  expect(verdict.code).toBe(code);
});

test('where IPv6 is mute and DNS was half heard, the address of the other family is found and used', async () => {
  const { recommendation } = await checked(situation('failing-lossy', 5_200_112));
  expect(recommendation?.outgoing).toMatchObject({ port: 465, security: 'tls' });
});

test('the judge of these worlds sees what is wrong', async () => {
  const open: Situation = { ...situation('steady', 1), network: 'open', site: 'well' };
  const report = await checked({ ...open, network: '25 refused' });

  expect(falsehoods({ ...open, network: '25 refused' }, report)).toEqual([]);
  expect(omissions({ ...open, network: '25 refused' }, report)).toEqual([]);
  expect(falsehoods(open, report)).toEqual(['port-25-blocked (certain) is false']);
  expect(omissions(open, report)).toEqual([
    'port-25-blocked is not all-clear or ipv6-unreachable or slow-greeting',
  ]);
  expect(falsehoods({ ...open, network: 'mail dropped' }, report)).toContain(
    'port 587 is recommended and closed',
  );
});

test(
  `a brief check says the same in ${worlds} invented worlds, and knocks at fewer ports where all is well`,
  async () => {
    const different: string[] = [];
    for (let seed = from; seed < from + worlds; seed += 1) {
      const world = situation('steady', seed);
      // There the whole check is the one that gets itself banned.
      if (world.site === 'bans the busy') continue;
      const [whole, brief] = [await checked(world), await checked(world, { brief: true })];
      const [one, other] = [whole, brief].map(conclusionOf);
      if (!isDeepStrictEqual(one, other))
        different.push(`${nameOf(world)}: ${JSON.stringify(one)} is not ${JSON.stringify(other)}`);
    }
    expect(different).toEqual([]);
    const near: LineQuality = { roundTripMs: 40, lossPercent: 0, jitter: 0, gaps: [] };
    const healthy = await checked(
      { ...situation('steady', 1), network: 'open', site: 'well', line: near, greetingMs: 0 },
      { brief: true },
    );
    const ports = healthy.observations.filter(({ role }) => role === 'outgoing').map(({ port }) => port);
    expect(new Set(ports)).toEqual(new Set([25, 465, 587]));
  },
  60_000 + worlds * 6_000,
);

/** What must not depend on how much was tried. */
function conclusionOf({ verdict, findings, recommendation }: Awaited<ReturnType<typeof checked>>) {
  return {
    verdict: verdict.code,
    findings: findings.filter(({ severity }) => severity !== 'note').map(({ code }) => code),
    outgoing: recommendation && endpointKey(recommendation.outgoing),
    incoming: recommendation?.incoming && endpointKey(recommendation.incoming),
  };
}
