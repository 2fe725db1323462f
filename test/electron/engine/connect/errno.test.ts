import { expect, test } from 'vitest';
import { brokenOutcome, connectOutcome, errnoOf } from '../../../../electron/engine/connect/errno.ts';

test.each([
  ['ECONNREFUSED', 'refused'],
  ['EHOSTUNREACH', 'unreachable'],
  ['ENETUNREACH', 'unreachable'],
  ['EACCES', 'unreachable'],
  ['EPERM', 'unreachable'],
  ['ENOPROTOOPT', 'unreachable'],
  ['EADDRNOTAVAIL', 'unreachable'],
  ['EHOSTDOWN', 'unreachable'],
  ['ENETDOWN', 'unreachable'],
  ['ETIMEDOUT', 'timeout'],
  ['ECONNRESET', 'reset'],
  ['ECONNABORTED', 'reset'],
  ['ECANCELED', 'cancelled'],
])('%s at connect is %s', (errno, outcome) => {
  expect(connectOutcome(errno)).toBe(outcome);
});

test.each([
  ['ECONNRESET', 'reset'],
  ['EPIPE', 'reset'],
  ['ECONNABORTED', 'reset'],
  ['ETIMEDOUT', 'timeout'],
  ['EHOSTUNREACH', 'unreachable'],
  ['ERR_STREAM_PREMATURE_CLOSE', 'closed'],
  ['ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', 'tls-error'],
])('%s later on is %s', (errno, outcome) => {
  expect(brokenOutcome(errno)).toBe(outcome);
});

test('an error without a name gets the one it is given', () => {
  expect(errnoOf(Object.assign(new Error('x'), { code: 'EPIPE' }), 'E')).toBe('EPIPE');
  expect(errnoOf(new Error('x'), 'E')).toBe('E');
  expect(errnoOf('x', 'E')).toBe('E');
});
