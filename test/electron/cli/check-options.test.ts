import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../electron/cli/arguments.ts';
import { readCheckOptions } from '../../../electron/cli/check-options.ts';
import { findCommand } from '../../../electron/cli/commands/index.ts';
import { english } from '../../support/english.ts';

function read(...argv: string[]) {
  const spec = findCommand('check');
  const args = spec && parseArguments(spec, argv);
  if (!args?.ok) throw new Error('the arguments themselves are wrong');
  return readCheckOptions(args.value);
}

test('an address alone asks for everything', () => {
  expect(read('You@Example.org')).toEqual({
    ok: true,
    value: {
      address: 'You@example.org',
      domain: 'example.org',
      ports: expect.arrayContaining([25, 26, 465, 587, 2525]),
      incoming: true,
      lookup: true,
      references: true,
      brief: true,
      customReferences: [],
      resolvers: [],
      timeoutMs: 10_000,
    },
  });
});

test('every option reaches the check', () => {
  const argv = [
    'you@example.org',
    ...['--server', 'mail.example.org', '--ports', '25,587', '--current', 'mail.example.org:25/none'],
    ...['--no-incoming', '--no-lookup', '--reference', 'a.example:25', '--reference', '[2001:db8::1]:587'],
    ...['--resolver', '192.0.2.53', '--resolver', '[2001:db8::53]:5353', '--timeout', '2.5'],
  ];
  expect(read(...argv)).toMatchObject({
    ok: true,
    value: {
      server: 'mail.example.org',
      ports: [25, 587],
      current: { host: 'mail.example.org', port: 25, security: 'none' },
      incoming: false,
      lookup: false,
      references: true,
      customReferences: [
        { host: 'a.example', port: 25 },
        { host: '2001:db8::1', port: 587 },
      ],
      resolvers: [
        { host: '192.0.2.53', port: 53 },
        { host: '2001:db8::53', port: 5353 },
      ],
      timeoutMs: 2500,
    },
  });
});

test('a server with a port asks for that port and the usual ones, and not for incoming mail, unless told', () => {
  expect(read('mail.example.org:2525')).toMatchObject({
    value: { serverPort: 2525, ports: [587, 465, 25, 2525, 26], incoming: false },
  });
  expect(read('mail.example.org:2525', '--incoming')).toMatchObject({ value: { incoming: true } });
});

test('--no-references contacts nobody else', () => {
  expect(read('x.example', '--no-references')).toMatchObject({ value: { references: false } });
});

describe('wrong use names the argument and what would be right', () => {
  test.each<[string[], string, string]>([
    [[], 'address', 'such as you@example.org'],
    [['you@'], 'address', 'nothing after the @'],
    [['a b@example.org'], 'address', 'space'],
    [['https://mail.example.org/webmail'], 'address', 'web page'],
    [['mail.example.org:70000'], 'address', 'between 1 and 65535'],
    [['x.example', '--ports', '25,abc'], '--ports', '"abc" is not a number'],
    [['x.example', '--ports', '0'], '--ports', 'between 1 and 65535'],
    [['x.example', '--ports', ','], '--ports', 'between 1 and 20 ports'],
    [['x.example', '--server', 'mail..example'], '--server', 'a dot too many'],
    [['x.example', '--current', 'mail.example.org'], '--current', 'none, starttls or tls'],
    [['x.example', '--current', 'mail.example.org:25/sll'], '--current', '"sll" is no word for'],
    [['x.example', '--current', 'mail.example.org/none'], '--current', 'The port is missing'],
    [['x.example', '--reference', 'a.example'], '--reference', 'The port is missing'],
    [['x.example', '--reference', 'a.example:25', '--no-references'], '--reference', '--no-references'],
    [['x.example', '--incoming', '--no-incoming'], '--incoming', 'does not go together'],
    [['x.example', '--resolver', 'dns.example'], '--resolver', 'IP address'],
    [['x.example', ...Array<string>(6).fill('--resolver=192.0.2.1')], '--resolver', 'more than 5 times'],
    [['x.example', '--timeout', '0'], '--timeout', 'between 0.5 and 120'],
    [['x.example', '--timeout', '10s'], '--timeout', 'between 0.5 and 120'],
    [['x.example', '--timeout', '1e2'], '--timeout', 'between 0.5 and 120'],
    [['x.example', '--timeout=-1'], '--timeout', 'between 0.5 and 120'],
  ])('%j', (argv, field, message) => {
    const input = read(...argv);
    expect(input).toMatchObject({ ok: false, problem: { field } });
    if (!input.ok) expect(english(input.problem.message)).toContain(message);
  });
});
