import type { CheckRequest } from '../../shared/contract/contract.ts';
import type { CheckInput, CurrentSettings } from '../../shared/model/check.ts';
import { defaultOutgoingPorts } from '../../shared/model/endpoint.ts';
import { fail, ok, type Result } from '../../shared/model/problem.ts';
import { faulty, type Parsed } from '../../shared/parse/fault.ts';
import { parseHost } from '../../shared/parse/host-name.ts';
import type { HostMaybePort } from '../../shared/parse/host-port.ts';
import { parseServer } from '../../shared/parse/server.ts';
import { parseSubject, type Subject } from '../../shared/parse/subject.ts';
import { said } from '../../shared/text/said.ts';

/** What only the command line may set: the window cannot choose name servers or references, and its picture shows every port. */
export type TerminalOptions = Partial<
  Pick<CheckInput, 'customReferences' | 'resolvers' | 'timeoutMs' | 'brief'>
>;

const defaultTimeoutMs = 10_000;

/**
 * Turns what a person typed into what one check is asked, for the window and the command line alike. A bare name is a `domain`
 * (its own name is among the guesses); with a port, or as an IP address, it is a `server`, and then only the named port is tried
 * unless `ports` says otherwise. A Problem names the field and what would be right.
 */
export function parseCheckRequest(request: CheckRequest, options: TerminalOptions = {}): Result<CheckInput> {
  const subject = worded('subject', parseSubject(request.subject));
  if (!subject.ok) return subject;
  const server = serverOf(subject.value, request.server);
  if (!server.ok) return server;
  const ports = portsOf(request.ports);
  if (!ports.ok) return ports;
  const current = currentOf(request.current);
  if (!current.ok) return current;

  return ok({
    ...ownerOf(subject.value),
    ...(request.isDomainSure && { isDomainSure: true }),
    ...(server.value && { server: server.value.host }),
    ...(server.value?.port !== undefined && { serverPort: server.value.port }),
    ...(current.value && { current: current.value }),
    ...(options.brief && { brief: true }),
    ports: ports.value,
    incoming: request.incoming ?? subject.value.kind !== 'server',
    lookup: request.lookup ?? true,
    references: request.references ?? true,
    customReferences: options.customReferences ?? [],
    resolvers: options.resolvers ?? [],
    timeoutMs: options.timeoutMs ?? defaultTimeoutMs,
  });
}

/** Puts the sentence to what a grammar of `shared/parse` refused; `field` is the name of the input it came from. */
export function worded<T>(field: string, parsed: Parsed<T>): Result<T> {
  if (parsed.ok) return ok(parsed.value);
  return fail(field, said(`input.${parsed.fault}`, { found: parsed.found, character: parsed.character }));
}

function ownerOf(subject: Subject): Pick<CheckInput, 'address' | 'domain'> {
  switch (subject.kind) {
    case 'address':
      return { address: subject.mailAddress, domain: subject.domain };
    case 'domain':
      return { domain: subject.domain };
    case 'server':
      return {};
  }
}

type ServerPart = Pick<HostMaybePort, 'host' | 'port'>;

function serverOf(subject: Subject, text: string | undefined): Result<ServerPart | null> {
  const named = subject.kind === 'server' ? subject : null;
  if (text === undefined) return ok(named);
  const parsed = worded('server', parseServer(text));
  if (!parsed.ok || named === null) return parsed;
  if (parsed.value.host !== named.host) {
    return fail('server', said('input.two-servers', { one: named.host, other: parsed.value.host }));
  }
  return ok({ ...named, ...parsed.value });
}

/** The usual ports stand beside one named with the server: whoever names 25 wants to know what works instead. */
function portsOf(asked: readonly number[] | undefined): Result<number[]> {
  if (asked !== undefined) {
    const ports = [...new Set(asked)];
    return ports.length > 0 ? ok(ports) : worded('ports', faulty('ports-count', ''));
  }
  return ok([...defaultOutgoingPorts]);
}

function currentOf(current: CurrentSettings | undefined): Result<CurrentSettings | null> {
  if (current === undefined) return ok(null);
  const host = worded('current', parseHost(current.host));
  return host.ok ? ok({ ...current, host: host.value.host }) : host;
}
