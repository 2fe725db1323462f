import { expect, test } from 'vitest';
import { withoutSpellings } from '../../../shared/parse/address-spellings.ts';

const masked = (text: string, ...addresses: string[]) => withoutSpellings(text, addresses, () => '[ip]');

test.each([
  ['cb00714d', '[ip]'],
  ['0xCB00714D', '[ip]'],
  ['p4d7100cb.isp.example', 'p[ip].isp.example'],
  ['3405803853', '[ip]'],
  ['dyn203x0x113x77', 'dyn[ip]'],
  ['203-000-113-077', '[ip]'],
  ['77.113.0.203.zen.example', '[ip].zen.example'],
  ['host203000113077', 'host[ip]'],
  ['https://lists.example/ip/203%2E0%2E113%2E77?why', 'https://lists.example/ip/[ip]?why'],
  ['203_0_113_77', '[ip]'],
])('203.0.113.77 is known as %s', (text, left) => {
  expect(masked(text, '203.0.113.77')).toBe(left);
});

test.each([
  ['2001%3Adb8%3A%3A77', '[ip]'],
  ['20010db8000000000000000000000077', '[ip]'],
  ['2001-db8-0-0-0-0-0-77', '[ip]'],
  ['2001-db8--77.isp.example', '[ip].isp.example'],
])('2001:db8::77 is known as %s', (text, left) => {
  expect(masked(text, '2001:db8::77')).toBe(left);
});

test.each(['id 1cb00714d2', 'port 587 in 203 ms', '203.0.113.78', '34058038531', 'acb00714d', ''])(
  'nothing is seen in %j',
  (text) => {
    expect(masked(text, '203.0.113.77', '0.0.0.0', 'no address')).toBe(text);
  },
);
