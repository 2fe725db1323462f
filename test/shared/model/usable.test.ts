import { expect, test } from 'vitest';
import { isSafe, isThisComputer } from '../../../shared/model/usable.ts';
import { anObservation, tlsFacts } from '../../support/builders.ts';

test.each([
  ['127.0.0.1', true],
  ['127.8.9.10', true],
  ['::1', true],
  ['localhost', true],
  ['LOCALHOST.', true],
  ['mail.localhost', true],
  ['127.0.0.1.example.org', false],
  ['localhost.example.org', false],
  ['10.0.0.1', false],
  ['mylocalhost', false],
])('%s means this computer: %s', (host, isIt) => {
  expect(isThisComputer(host)).toBe(isIt);
});

test('a certificate that nobody vouches for is safe on this computer only, and an outdated one nowhere', () => {
  const selfMade = tlsFacts({
    trusted: false,
    problem: 'self-signed',
    problems: ['name-mismatch', 'self-signed'],
  });
  const expired = tlsFacts({ trusted: false, problem: 'expired', problems: ['expired', 'self-signed'] });
  expect(isSafe(anObservation({ host: '127.0.0.1', tls: selfMade }))).toBe(true);
  expect(isSafe(anObservation({ host: 'mail.example.org', address: '127.0.0.1', tls: selfMade }))).toBe(
    false,
  );
  expect(isSafe(anObservation({ host: '127.0.0.1', tls: expired }))).toBe(false);
});
