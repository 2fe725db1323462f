import { expect, test } from 'vitest';
import type { Observation } from '../../../shared/model/observation.ts';
import { isMutenessExplained, isNetworkMute } from '../../../shared/plan/muteness.ts';
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
