import { expect, test } from 'vitest';
import { isThisComputer } from '../../../shared/model/this-computer.ts';

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
