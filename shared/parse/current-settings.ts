import type { CurrentSettings } from '../model/check.ts';
import { Security } from '../model/endpoint.ts';
import { faulty, type Parsed, trimmed, understood } from './fault.ts';
import { parseHostPort } from './host-port.ts';

/** Reads `host:port/security`, what a mail program uses today; security is `none`, `starttls` or `tls`. */
export function parseCurrent(input: string): Parsed<CurrentSettings> {
  const text = trimmed(input);
  const slash = text.lastIndexOf('/');
  if (slash === -1) return faulty('security-missing', text);
  const server = parseHostPort(text.slice(0, slash));
  if (!server.ok) return server;
  const { host, port } = server.value;
  if (port === undefined) return faulty('port-missing', text);
  const security = Security.safeParse(text.slice(slash + 1).toLowerCase());
  if (!security.success) return faulty('security-word', text.slice(slash + 1));
  return understood({ host, port, security: security.data });
}
