import { expect, test } from 'vitest';
import { isOwnPage } from '../../../electron/app/page-address.ts';

test.each([
  ['app://postway/index.html', true],
  ['app://postway/index.html#step', true],
  ['app://postway/other.html', false],
  ['app://elsewhere/index.html', false],
  ['app://postway.elsewhere/index.html', false],
  ['https://postway/index.html', false],
  ['file:///index.html', false],
  ['not an address', false],
])('%s is our own page: %s', (address, own) => {
  expect(isOwnPage(address)).toBe(own);
});
