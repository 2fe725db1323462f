import { expect, test } from 'vitest';
import { hostsFileAddresses } from '../../../shared/parse/hosts-file.ts';

const file = [
  '# a comment about mail.example.org',
  '127.0.0.1\tlocalhost',
  '192.0.2.66   web.example.org Mail.Example.ORG  # moved in 2019',
  '2001:db8::7 mail.example.org.',
  '#192.0.2.67 mail.example.org',
  '192.0.2.68 imap.mail.example.org',
  'fe80::1%eth0 router',
  'nonsense mail.example.org',
  '192.0.2.66 mail.example.org',
].join('\r\n');

test('a hosts file gives the addresses of every line that has the name, whatever the case, each once', () => {
  expect(hostsFileAddresses(file, 'mail.example.org')).toEqual(['192.0.2.66', '2001:db8::7']);
  expect(hostsFileAddresses(file, 'MAIL.example.org.')).toEqual(['192.0.2.66', '2001:db8::7']);
});

test('comments, other names and what is no address give nothing', () => {
  expect(hostsFileAddresses(file, 'example.org')).toEqual([]);
  expect(hostsFileAddresses(file, 'moved')).toEqual([]);
  expect(hostsFileAddresses(file, 'router')).toEqual(['fe80::1']);
  expect(hostsFileAddresses('', 'mail.example.org')).toEqual([]);
});

test('a hundred thousand lines of a block list take no noticeable time', () => {
  const long = Array.from({ length: 100_000 }, (_, index) => `0.0.0.0 ad${index}.example`).join('\n');
  const startedMs = performance.now();
  expect(hostsFileAddresses(`${long}\n192.0.2.1 mail.example.org`, 'mail.example.org')).toEqual([
    '192.0.2.1',
  ]);
  expect(performance.now() - startedMs).toBeLessThan(2_000);
});
