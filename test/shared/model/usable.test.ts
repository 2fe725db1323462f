import { expect, test } from 'vitest';
import { isSafe } from '../../../shared/model/usable.ts';
import { anObservation, tlsFacts } from '../../support/builders.ts';

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
