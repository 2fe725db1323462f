import type { Server } from '../../model/check.ts';
import { refused } from '../refused.ts';
import { loginName } from '../required.ts';

/** The hosts to which Go's `smtp.PlainAuth` gives a password without encryption. */
const ownHosts: readonly string[] = ['localhost', '127.0.0.1', '::1'];

/**
 * As `loginName`, for programs that log in with Go's `net/smtp` or a package that took over its rule: without encryption PLAIN and LOGIN
 * end with "unencrypted connection" before anything is sent, and CRAM-MD5 alone goes on.
 */
export function goLogin(outgoing: Server): string | null {
  const user = loginName(outgoing);
  const isInTheOpen = outgoing.security === 'none' && outgoing.auth !== 'password-encrypted';
  if (user !== null && isInTheOpen && !ownHosts.includes(outgoing.host)) {
    throw refused('outgoing.security', 'client.refuse.login-in-the-open');
  }
  return user;
}
