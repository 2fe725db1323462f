import type { Server } from '../model/check.ts';
import { phpString } from './php-string.ts';
import { bracketedHost, refuseIfMatches } from './required.ts';

/** The host as a PHP string for PHPMailer, which wants IPv6 addresses in brackets. Throws `ExportRefused` for names that it takes for none. */
export function phpMailerHost(outgoing: Server): string {
  refuseIfMatches('outgoing.host', outgoing.host, /_/);
  return phpString(bracketedHost(outgoing));
}
