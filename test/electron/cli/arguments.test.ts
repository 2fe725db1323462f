import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../electron/cli/arguments.ts';
import { findCommand } from '../../../electron/cli/commands/index.ts';
import { english } from '../../support/english.ts';

function parse(command: string, ...argv: string[]) {
  const spec = findCommand(command);
  if (!spec) throw new Error(`no command ${command}`);
  return parseArguments(spec, argv);
}

function parsed(command: string, ...argv: string[]) {
  const args = parse(command, ...argv);
  if (!args.ok) throw new Error(english(args.problem.message));
  return args.value;
}

test('reads options before, between and after the words, and values with = or a blank', () => {
  const args = parsed('check', '--json', '--ports=25,587', 'you@example.org', '--server', 'mail.example.org');
  expect(args.positionals).toEqual(['you@example.org']);
  expect(args.has('json')).toBe(true);
  expect(args.has('no-lookup')).toBe(false);
  expect(args.value('ports')).toBe('25,587');
  expect(args.value('server')).toBe('mail.example.org');
});

test('collects what may be given several times', () => {
  const args = parsed('check', '--reference', 'a:25', '--reference=b:25', 'x.example');
  expect(args.values('reference')).toEqual(['a:25', 'b:25']);
});

test('takes a lone dash for standard input', () => {
  expect(parsed('export', 'text', '-').positionals).toEqual(['text', '-']);
  expect(parsed('export', 'text', '--report', '-').value('report')).toBe('-');
});

test('takes everything after -- as it is', () => {
  expect(parsed('check', '--', '--json').positionals).toEqual(['--json']);
});

test('allows a value that begins with a dash when it is tied to its option', () => {
  expect(parsed('check', '--server=-x', 'a').value('server')).toBe('-x');
});

describe('wrong use', () => {
  test.each<[string[], string, string]>([
    [['check', '--bogus'], '--bogus', 'check has no such option'],
    [['check', '--prots', '25'], '--prots', 'Did you mean --ports?'],
    [['check', '--JSON'], '--JSON', 'Did you mean --json?'],
    [['serve', '--json'], '--json', 'serve has no such option'],
    [['check', '-j'], '-j', 'no such option'],
    [['check', 'x', '--server'], '--server', 'write it as --server <host[:port]>'],
    [['check', 'x', '--server='], '--server', 'the value is missing'],
    [['check', '--server', '--json', 'x'], '--server', 'the next word is --json'],
    [['check', 'x', '--json=yes'], '--json', 'takes no value'],
    [['check', 'x', '--ports', '25', '--ports', '26'], '--ports', 'given twice'],
    [['check', 'a', 'b'], '"b"', 'one word too many'],
    [['serve', 'a'], '"a"', 'takes only options'],
    [['practice', 'a', 'b'], '"b"', 'practice takes [scenario]'],
  ])('%j names %s', ([command = '', ...argv], field, message) => {
    const args = parse(command, ...argv);
    expect(args).toMatchObject({ ok: false, problem: { field } });
    if (!args.ok) expect(english(args.problem.message)).toContain(message);
  });
});
