import { type Said, said } from './said.ts';

type Security = 'none' | 'starttls' | 'tls';

/** How people read a protection: `STARTTLS`, `SSL/TLS`, `no encryption`. */
export function securityName(security: Security): Said {
  return said(`finding.security.${security}`);
}

/** A setting in one breath: host, port and encryption. */
export function settingName({
  host,
  port,
  security,
}: {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
}): Said {
  if (security === 'none') return said('finding.setting.plain', { host, port });
  return said('finding.setting', { host, port, security: securityName(security) });
}
