import type { Observation } from '../model/observation.ts';
import { isMostTelling, position } from './most-telling.ts';
import { isForAnotherName } from './other-addresses.ts';
import { type Proposal, varied } from './own-servers.ts';

/** Names from a certificate that are tried as hosts. */
const namesToTry = 2;

/** The names that a certificate for another name bears: does the server work under one of them? At most two are tried. */
export function tryNamesOfCertificate(
  o: Observation,
  own: readonly Observation[],
  aliases: readonly string[],
): Proposal[] {
  const names = o.tls?.names ?? [];
  if (!isForAnotherName(o) || !isMostTelling(o, own.filter(isForAnotherName))) return [];
  const fitting = aliases.filter((alias) => names.some((name) => fits(name, alias)));
  const named = names.map((name) => name.toLowerCase()).filter(isPlainHostName);
  const offered = [...new Set([...fitting, ...named])].filter((name) => name !== o.host);
  // A lesser port that was quicker to work under such a name does not speak for this one: programs are set to the better.
  const isSettled = own.some(
    (other) =>
      other.role === o.role &&
      other.outcome === 'ok' &&
      other.tls?.trusted &&
      (!offered.includes(other.host) || position(other.port) <= position(o.port)),
  );
  if (isSettled) return [];
  return offered
    .slice(0, namesToTry)
    .map((name) => ({ ...varied(o, { host: name }), sameComputerAs: o.host }));
}

/** RFC 9525 section 6.3: a wildcard stands for exactly one whole label, the leftmost. */
function fits(certificateName: string, host: string): boolean {
  const name = certificateName.toLowerCase();
  if (!name.startsWith('*.')) return name === host;
  return host.slice(host.indexOf('.') + 1) === name.slice(2) && host.includes('.');
}

function isPlainHostName(name: string): boolean {
  return /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(name) && name.includes('.') && /[a-z]/.test(name);
}
