import { isSubmissionPort } from '../model/endpoint.ts';
import { hasConnected, type Observation } from '../model/observation.ts';
import { type Facts, portsOf } from './facts.ts';

/**
 * Whether mail programs are meant to log in on this port: on any but 25, which is for relay between servers (RFC 6409 section 3.1,
 * RFC 8314 section 3.3), and on 25 where the mail program uses it or somebody names it for sending.
 */
export function isForLogins({ evidence }: Facts, { host, port }: Observation): boolean {
  if (port !== 25) return true;
  const { current, server } = evidence.input;
  const isHost = (name: string): boolean => name.toLowerCase() === host.toLowerCase();
  if (current?.port === port && isHost(current.host)) return true;
  if (server?.endsWith(':25')) return true;
  return evidence.discovery.some(
    ({ source, servers }) =>
      source !== 'guess' &&
      source !== 'mx' &&
      servers.some((named) => named.role === 'outgoing' && named.port === port && isHost(named.host)),
  );
}

/**
 * Attempts at the user's server that connected and then failed, on ports that programs log in on and where no attempt came through, the
 * farthest of each port. What the server lacks (STARTTLS), or that another way of beginning is right, is not among them.
 */
export function failedAfterConnecting(facts: Facts): Observation[] {
  const place = ({ host, port }: Observation): string => `${host.toLowerCase()} ${port}`;
  const open = new Set(facts.outgoing.filter(({ outcome }) => outcome === 'ok').map(place));
  const failed = facts.submission.filter(
    (o) =>
      hasConnected(o) &&
      o.outcome !== 'ok' &&
      o.outcome !== 'cancelled' &&
      !isAboutTheStart(o) &&
      !open.has(place(o)) &&
      isForLogins(facts, o),
  );
  const farthest = new Map<string, Observation>();
  for (const o of failed) {
    const known = farthest.get(place(o));
    if (!known || milestones(o) > milestones(known)) farthest.set(place(o), o);
  }
  return [...farthest.values()];
}

/**
 * Whether these attempts stand in the way of sending: today's settings use such a port, nothing else works, or the ports for sending are
 * among them and neither is left. That another one works is a way around it.
 */
export function isInTheWay(facts: Facts, failed: readonly Observation[]): boolean {
  const { current } = facts.evidence.input;
  if (facts.current === 'works') return false;
  const isUsed = failed.some(
    (o) => o.port === current?.port && o.host.toLowerCase() === current.host.toLowerCase(),
  );
  const isForSending = ({ port }: Observation): boolean => isSubmissionPort(port);
  const isNoneLeft = failed.some(isForSending) && !facts.good.some(isForSending);
  return isUsed || isNoneLeft || facts.good.length === 0;
}

/** Lacking STARTTLS, or plain text where TLS comes first: rules of their own say so. After a yes to STARTTLS plain text is a fault of its own. */
function isAboutTheStart({ security, error }: Observation): boolean {
  const code = error?.code ?? '';
  if (code === 'not-tls') return security === 'tls';
  return code === 'starttls-not-offered' || code === 'starttls-masked';
}

function milestones(o: Observation): number {
  return [o.greeting, o.serverName, o.tls, o.capabilities].filter((seen) => seen !== undefined).length;
}

/** Whether a stranger's server got past the point at which the user's failed on the same port. */
export function isSpared(control: Observation, failed: Observation): boolean {
  // Whose plain text breaks the encryption gets no further than those first words.
  if (control.port !== failed.port || control.outcome === 'protocol-error') return false;
  if (!isFarther(control, failed)) return false;
  if (control.tls !== undefined) return true;
  if (failed.tls !== undefined || failed.stage === 'starttls' || failed.stage === 'tls') return false;
  if (failed.stage === 'ehlo') return control.serverName !== undefined;
  return control.greeting !== undefined;
}

/** It came to its end, or at least farther than the other one before it failed as well. */
function isFarther(control: Observation, failed: Observation): boolean {
  return control.outcome === 'ok' || milestones(control) > milestones(failed);
}

/**
 * Strangers' servers that got past the point at which this attempt failed, over the same address family. Over the other one they count where
 * none was met over this one: what fails there may be the network's own doing.
 */
export function sparedFrom(failed: Observation, controls: readonly Observation[]): Observation[] {
  const met = controls.filter((o) => o.port === failed.port && hasConnected(o) && o.outcome !== 'cancelled');
  const overIt = met.filter(({ family }) => family === failed.family);
  return (overIt.length > 0 ? overIt : met).filter((control) => isSpared(control, failed));
}

/**
 * Whether strangers are reached on 587 or 465 where the user's server is not, or it was not tried there at all. Without that, its closed
 * port 25 or a stand-in of it, which it may not offer, does not make it the one that keeps mail from going out.
 */
export function isMissedWhereOthersAre(
  facts: Facts,
  view: { readonly failed: readonly Observation[]; readonly unsure: readonly Observation[] },
): boolean {
  const tried = portsOf([...view.failed, ...view.unsure]).filter(isSubmissionPort);
  const failed = portsOf(view.failed).filter(isSubmissionPort);
  return tried.length === 0 || facts.controls.some((o) => failed.includes(o.port) && hasConnected(o));
}
