import type { CheckRequest } from '../../shared/contract/contract.ts';
import type { CheckInput, HostPort } from '../../shared/model/check.ts';
import { fail, ok, type Result } from '../../shared/model/problem.ts';
import { parseCurrent } from '../../shared/parse/current-settings.ts';
import { faulty } from '../../shared/parse/fault.ts';
import { parseHostPort } from '../../shared/parse/host-port.ts';
import { parsePorts } from '../../shared/parse/port.ts';
import { parseServer } from '../../shared/parse/server.ts';
import { said } from '../../shared/text/said.ts';
import { parseCheckRequest, type TerminalOptions, worded } from '../backend/input.ts';
import type { Arguments } from './command.ts';

const dnsPort = 53;
const maxReferences = 20;
const maxResolvers = 5;
const minTimeoutSeconds = 0.5;
const maxTimeoutSeconds = 120;

/** What one check is asked, from the arguments of `check`. A Problem's field is the argument. */
export function readCheckOptions(args: Arguments): Result<CheckInput> {
  const subject = args.positionals[0];
  if (subject === undefined) return fail('address', said('cli.wrong.no-subject'));
  const clash = clashIn(args);
  if (clash) return clash;

  const ports = maybe(args.value('ports'), (text) => worded('--ports', parsePorts(text)));
  if (!ports.ok) return ports;
  const server = args.value('server');
  const named = parseServer(server ?? subject);
  const current = maybe(args.value('current'), (text) =>
    worded('--current', parseCurrent(text, named.ok ? named.value.host : undefined)),
  );
  if (!current.ok) return current;
  const terminal = terminalOptions(args);
  if (!terminal.ok) return terminal;

  const request: CheckRequest = {
    subject,
    ...(args.has('as-typed') && { isDomainSure: true }),
    ...(server !== undefined && { server }),
    ...(ports.value && { ports: [...ports.value] }),
    ...(current.value && { current: current.value }),
    ...(args.has('incoming') && { incoming: true }),
    ...(args.has('no-incoming') && { incoming: false }),
    lookup: !args.has('no-lookup'),
    references: !args.has('no-references'),
  };
  // Whoever names ports wants to see them tried.
  const brief = !args.has('all') && !ports.value;
  const input = parseCheckRequest(request, { ...terminal.value, ...(brief && { brief }) });
  return input.ok
    ? input
    : { ok: false, problem: { ...input.problem, field: argumentOf(input.problem.field) } };
}

function clashIn(args: Arguments): Result<never> | null {
  for (const [one, other] of [
    ['incoming', 'no-incoming'],
    ['reference', 'no-references'],
  ] as const) {
    if (args.has(one) && args.has(other)) {
      return fail(`--${one}`, said('cli.wrong.clash', { other: `--${other}` }));
    }
  }
  return null;
}

function terminalOptions(args: Arguments): Result<TerminalOptions> {
  const customReferences = each(args.values('reference'), maxReferences, '--reference', readReference);
  if (!customReferences.ok) return customReferences;
  const resolvers = each(args.values('resolver'), maxResolvers, '--resolver', readResolver);
  if (!resolvers.ok) return resolvers;
  const timeoutMs = maybe(args.value('timeout'), readTimeout);
  if (!timeoutMs.ok) return timeoutMs;
  return ok({
    customReferences: customReferences.value,
    resolvers: resolvers.value,
    ...(timeoutMs.value !== undefined && { timeoutMs: timeoutMs.value }),
  });
}

function readReference(text: string): Result<HostPort> {
  const parsed = worded('--reference', parseHostPort(text));
  if (!parsed.ok) return parsed;
  const { host, port } = parsed.value;
  return port === undefined ? worded('--reference', faulty('port-missing', text)) : ok({ host, port });
}

function readResolver(text: string): Result<HostPort> {
  const parsed = worded('--resolver', parseHostPort(text));
  if (!parsed.ok) return parsed;
  const { kind, host, port } = parsed.value;
  // Looking up the name of the server that is to look up names would ask the very servers it replaces.
  if (kind === 'name') return fail('--resolver', said('cli.wrong.resolver-name', { found: host }));
  return ok({ host, port: port ?? dnsPort });
}

function readTimeout(text: string): Result<number> {
  const seconds = /^\d{1,4}(\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
  if (!(seconds >= minTimeoutSeconds && seconds <= maxTimeoutSeconds)) {
    return fail(
      '--timeout',
      said('cli.wrong.timeout', { found: text.slice(0, 40), min: minTimeoutSeconds, max: maxTimeoutSeconds }),
    );
  }
  return ok(Math.round(seconds * 1000));
}

function maybe<T>(text: string | undefined, read: (text: string) => Result<T>): Result<T | undefined> {
  return text === undefined ? ok(undefined) : read(text);
}

function each<T>(
  texts: readonly string[],
  max: number,
  option: string,
  read: (text: string) => Result<T>,
): Result<T[]> {
  if (texts.length > max) return fail(option, said('cli.wrong.too-often', { max }));
  const values: T[] = [];
  for (const text of texts) {
    const value = read(text);
    if (!value.ok) return value;
    values.push(value.value);
  }
  return ok(values);
}

/** The backend's name of a field, as it stands on the command line. */
function argumentOf(field: string): string {
  return field === 'subject' ? 'address' : `--${field}`;
}
