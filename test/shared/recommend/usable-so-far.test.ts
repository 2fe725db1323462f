import { expect, test } from 'vitest';
import type { Endpoint } from '../../../shared/model/endpoint.ts';
import { isUsualHoped, usableSoFar } from '../../../shared/recommend/usable-so-far.ts';
import { anObservation } from '../../support/builders.ts';

const submissions: Endpoint = { protocol: 'smtp', host: 'mail.example.org', port: 465, security: 'tls' };

function usable(ports: readonly number[], promising: readonly Endpoint[]): number | undefined {
  const observations = ports.map((port) =>
    anObservation({ port, security: port === 465 ? 'tls' : 'starttls' }),
  );
  return usableSoFar({ observations, discovery: [], input: {} }, isUsualHoped(promising))?.port;
}

test.each<[string, readonly number[], readonly Endpoint[], number | undefined]>([
  ['nothing yet', [], [], undefined],
  ['the first that works', [465], [], 465],
  ['not the first but the best so far', [25, 2525, 465, 587], [], 587],
  ['465 is told while 587 is under way', [465], [{ ...submissions, port: 587, security: 'starttls' }], 465],
  ['an alternative waits while 465 may work', [2525], [submissions], undefined],
  ['25 waits, too', [25], [submissions], undefined],
  ['and is told when nothing better can come', [25], [], 25],
  [
    'what is not for sending is not waited for',
    [2525],
    [{ ...submissions, protocol: 'imap', port: 993 }],
    2525,
  ],
])('%s', (_what, ports, promising, port) => {
  expect(usable(ports, promising)).toBe(port);
});
