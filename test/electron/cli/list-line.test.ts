import { expect, test } from 'vitest';
import { readListLine } from '../../../electron/cli/list-line.ts';

test.each([
  ['you@example.org', { kind: 'asked', input: 'you@example.org' }],
  ['  you@example.org\r', { kind: 'asked', input: 'you@example.org' }],
  ['\ufeffmail.example.org:587', { kind: 'asked', input: 'mail.example.org:587' }],
  ['you@example.org   # since March', { kind: 'asked', input: 'you@example.org' }],
  ['a#b@example.org', { kind: 'asked', input: 'a#b@example.org' }],
  ['"you@example.org"', { kind: 'asked', input: 'you@example.org' }],
  [
    '{"input":"you@example.org","verdict":{"code":"server-down"}}',
    { kind: 'asked', input: 'you@example.org' },
  ],
  ['{"address":"you@example.org","domain":"example.org"}', { kind: 'asked', input: 'you@example.org' }],
  [
    '{"address":"you@a.example","server":"mail.a.example"}',
    { kind: 'asked', input: 'you@a.example', server: 'mail.a.example' },
  ],
  ['{"server":"mail.a.example:587"}', { kind: 'asked', input: 'mail.a.example:587' }],
  [
    '{"address":"you@a.example","port":25,"verdict":null}',
    { kind: 'asked', input: 'you@a.example', unread: ['port'] },
  ],
  ['[2001:db8::1]:25', { kind: 'asked', input: '[2001:db8::1]:25' }],
  ['you@example.org;', { kind: 'asked', input: 'you@example.org;' }],
  ['"Jones, Mary" <mary@example.org>', { kind: 'asked', input: '"Jones, Mary" <mary@example.org>' }],
  ['"a,b"@example.org', { kind: 'asked', input: '"a,b"@example.org' }],
  ['', { kind: 'nothing' }],
  ['\t\r', { kind: 'nothing' }],
  ['# customers', { kind: 'nothing' }],
])('%j', (line, read) => {
  expect(readListLine(line)).toEqual(read);
});

test.each([
  '{"mail":"you@example.org"}',
  '{"input":17}',
  '{',
  '{"input":""}',
  '[]',
  '["you@example.org"]',
  'null',
  'true',
  '17',
  '""',
  'you@example.org;Mary',
  'Mary,you@example.org,587',
  'you@example.org\tMary',
  '"Mary","you@example.org"',
  '"you@example.org","Mary"',
  `you@${'x'.repeat(5000)}`,
])('%j is wrong, and told with its beginning', (line) => {
  const read = readListLine(line);
  expect(read).toMatchObject({ kind: 'wrong', input: line.slice(0, 400), problem: { field: 'list' } });
});

test.each([
  ['1', 'cli.list.line-value'],
  ['null', 'cli.list.line-value'],
  ['true', 'cli.list.line-value'],
  ['""', 'cli.list.line-value'],
  ['{"input":', 'cli.list.line-broken'],
  ['{', 'cli.list.line-broken'],
  ['[]', 'cli.list.line-json'],
  ['{"mail":"you@example.org"}', 'cli.list.line-json'],
])('%s is told what would be right', (line, key) => {
  expect(readListLine(line)).toMatchObject({ problem: { message: { key } } });
});

test('a line that is not UTF-8 is named, and no two customers become one', () => {
  expect(readListLine('m\ufffdller@example.org')).toMatchObject({
    kind: 'wrong',
    problem: { message: { key: 'cli.list.line-encoding' } },
  });
});
