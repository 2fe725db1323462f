import type { Outcome } from '../../../shared/model/observation.ts';
import { isOwnLack } from '../../../shared/model/own-lack.ts';

/** What an attempt to connect can end in, other than a connection. */
export type ConnectOutcome = Extract<Outcome, 'refused' | 'unreachable' | 'reset' | 'timeout' | 'cancelled'>;

/**
 * The contract's word for a failed connect, from Node's name of the error. Measured on Linux with every way a router can
 * reject; macOS and Windows use the same names through libuv. IPv4 "administratively prohibited" arrives as
 * EHOSTUNREACH, IPv6 as EACCES, "port unreachable" as ECONNREFUSED, "protocol unreachable" as ENOPROTOOPT.
 */
export function connectOutcome(errno: string): ConnectOutcome {
  switch (errno) {
    case 'ECONNREFUSED':
      return 'refused';
    case 'ETIMEDOUT':
      return 'timeout';
    case 'ECONNRESET':
    case 'ECONNABORTED':
    case 'EPIPE':
      return 'reset';
    case 'ECANCELED':
      return 'cancelled';
    default:
      if (isOwnLack(errno)) return 'cancelled'; // nothing was sent
      // EHOSTUNREACH, ENETUNREACH, EHOSTDOWN, ENETDOWN, EACCES, EPERM, ENOPROTOOPT, EADDRNOTAVAIL, EAFNOSUPPORT and
      // whatever else: the packet found no way.
      return 'unreachable';
  }
}

/**
 * The contract's word for a connection that broke after it was made. A reset that arrives in the same moment as data is not
 * among these: libuv takes the hang-up for an orderly end (measured), so it counts as `closed`.
 */
export function brokenOutcome(errno: string): 'reset' | 'timeout' | 'unreachable' | 'tls-error' | 'closed' {
  switch (errno) {
    case 'ECONNRESET':
    case 'ECONNABORTED':
    case 'EPIPE':
      return 'reset';
    case 'ETIMEDOUT':
      return 'timeout';
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EHOSTDOWN':
    case 'ENETDOWN':
    case 'EACCES':
    case 'EPERM':
    case 'ENOPROTOOPT':
      return 'unreachable';
    case 'ERR_STREAM_PREMATURE_CLOSE':
    case 'ERR_STREAM_DESTROYED':
      return 'closed';
    default:
      // After connecting, everything else comes from the TLS library; its names differ between OpenSSL and BoringSSL.
      return 'tls-error';
  }
}

/** Node's name of an error, or `fallback` when it has none. */
export function errnoOf(error: unknown, fallback: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : fallback;
}
