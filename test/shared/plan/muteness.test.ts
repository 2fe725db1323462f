import { expect, test } from 'vitest';
import type { Observation } from '../../../shared/model/observation.ts';
import {
  isAddressMute,
  isAddressMuteSoFar,
  isAddressStuck,
  isEverybodyMute,
  isHelloExplained,
  isMutenessExplained,
  isNetworkMute,
  quickestGreetingMs,
} from '../../../shared/plan/muteness.ts';
import { aControl, anObservation } from '../../support/builders.ts';
import { cutOff, livingLine, mute, muteInTls } from '../diagnose/world.ts';

const operators = ['google.com', 'gmx.net'];
const fate = (port: number) =>
  port === 465 ? ({ ...muteInTls, security: 'tls' } as const) : ({ ...mute, security: 'none' } as const);
const strangers = (ports: readonly number[], change: Partial<Observation> = {}): Observation[] =>
  ports.flatMap((port) =>
    operators.map((operator) => aControl(operator, { ...fate(port), port, ...change })),
  );
const everywhere = [...livingLine, ...strangers([25, 465, 587])];

test('strangers that are mute on every port they are asked on show that it is the network, on whatever port', () => {
  expect(isNetworkMute(4, everywhere)).toBe(true);
  const place = { role: 'incoming', protocol: 'imap', host: 'mail.example.org', port: 143 } as const;
  expect(isMutenessExplained({ ...place, address: '192.0.2.10' }, everywhere)).toBe(true);
});

test.each<[string, readonly Observation[]]>([
  [
    'one of the ports was not compared: a server may speak on it, late',
    [...livingLine, ...strangers([465, 587])],
  ],
  [
    'they hang up on one of them, as servers do',
    [...everywhere.filter(({ port }) => port !== 25), ...strangers([25], cutOff)],
  ],
  ['somebody spoke', [...everywhere, anObservation({ role: 'incoming', port: 993 })]],
  ['nobody was heard meanwhile', strangers([25, 465, 587])],
  ['it is about the other address family', everywhere.map((o) => ({ ...o, family: 6 }) as Observation)],
])('it does not where %s', (_why, seen) => {
  expect(isNetworkMute(4, seen)).toBe(false);
});

test('nobody at all says a word where that is so over each family by which the user’s servers let in', () => {
  const own = anObservation({ ...mute, port: 587 });
  expect(isEverybodyMute([own, ...everywhere])).toBe(true);
  expect(isEverybodyMute(everywhere), 'nobody of the user’s lets in').toBe(false);
  expect(isEverybodyMute([own, { ...own, family: 6 }, ...everywhere])).toBe(false);
});

test('the quickest stranger tells how late a first word may be here, over this family', () => {
  const greetsAfter = (greeting: number, change: Partial<Observation> = {}): Observation =>
    aControl('google.com', { port: 587, timings: { connect: 20, greeting }, ...change });
  expect(quickestGreetingMs(4, [])).toBe(0);
  expect(quickestGreetingMs(4, strangers([25, 587])), 'nobody greeted').toBe(0);
  const seen = [greetsAfter(4_500), greetsAfter(4_300), greetsAfter(40, { family: 6 })];
  expect(quickestGreetingMs(4, seen)).toBe(4_300);
  expect(quickestGreetingMs(null, seen)).toBe(40);
});

const at587 = anObservation({ ...mute, port: 587 });
const at465 = anObservation({ ...muteInTls, port: 465, security: 'tls' });

test('an address at which several ports say nothing is mute altogether, until one says anything', () => {
  const { address } = at587;
  expect(isAddressMute(address ?? '', [...livingLine, at587, at465])).toBe(true);
  expect(isAddressMute(address ?? '', [...livingLine, at587]), 'one port').toBe(false);
  expect(isAddressMute(address ?? '', [at587, at465]), 'on a line that may be dead').toBe(false);
  expect(isAddressMute(address ?? '', [...livingLine, at587, at465, anObservation({ port: 25 })])).toBe(
    false,
  );
  expect(isAddressMute('192.0.2.99', [...livingLine, at587, at465]), 'another address').toBe(false);
});

test('where one port was waited for in vain and two more are mute so far, others show whether the address lives', () => {
  const address = at587.address ?? '';
  const still = [465, 587].map((port) => ({ port, at: address }));
  const at25 = anObservation({ ...mute, port: 25 });
  expect(isAddressMuteSoFar(address, [...livingLine, at25], still)).toBe(true);
  expect(isAddressMuteSoFar(address, [...livingLine, at25], still.slice(1)), 'only one more').toBe(false);
  expect(isAddressMuteSoFar(address, livingLine, still), 'none was waited for').toBe(false);
  const spoken = anObservation({ role: 'incoming', port: 993 });
  expect(isAddressMuteSoFar(address, [...livingLine, at25, spoken], still)).toBe(false);
});

test('encryption is stuck at an address that answered in clear and then fell silent, until a certificate comes from it', () => {
  const stuck = anObservation({
    ...mute,
    port: 587,
    stage: 'tls',
    greeting: 'mail ESMTP',
    elapsedMs: 5_740,
    timings: { dns: 5, connect: 40, greeting: 40, ehlo: 40, starttls: 20, tls: 5_600 },
  });
  const address = stuck.address ?? '';
  expect(isAddressStuck(address, [...livingLine, stuck])).toBe(true);
  expect(isAddressStuck(address, [stuck])).toBe(false);
  expect(isAddressStuck(address, [...livingLine, stuck, anObservation({ port: 465, security: 'tls' })])).toBe(
    false,
  );
});

test('silence after EHLO is explained where strangers of two operators greet on that port and answer EHLO no more', () => {
  const place = {
    role: 'outgoing',
    protocol: 'smtp',
    host: 'mail.example.org',
    port: 587,
    address: '192.0.2.10',
  } as const;
  const silent = (operator: string, change: Partial<Observation> = {}): Observation =>
    aControl(operator, {
      port: 587,
      security: 'starttls',
      outcome: 'timeout',
      stage: 'ehlo',
      startedMs: 0,
      elapsedMs: 5_640,
      timings: { connect: 40, greeting: 40, ehlo: 5_560 },
      ...change,
    });
  const both = [...livingLine, ...operators.map((operator) => silent(operator))];
  const answered = {
    outcome: 'ok',
    stage: 'done',
    timings: { connect: 40, greeting: 40, ehlo: 40 },
  } as const;

  expect(isHelloExplained(place, both)).toBe(true);
  expect(isHelloExplained({ ...place, port: 465 }, both)).toBe(false);
  expect(isHelloExplained({ ...place, role: 'reference' }, both)).toBe(false);
  expect(isHelloExplained(place, both.slice(0, -1))).toBe(false);
  expect(isHelloExplained(place, [...both, silent('yahoo.com', answered)])).toBe(false);
  expect(
    isHelloExplained(
      place,
      operators.map((operator) => silent(operator)),
    ),
  ).toBe(false);
});
