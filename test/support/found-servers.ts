import type { FoundServer } from '../../shared/model/found-account.ts';

const login = { auth: 'password-cleartext', username: 'you@example.org' } as const;

/** The servers of `you@example.org` in a mail program that still sends over port 25, as Postway reads them there. */
export const foundServers = {
  outgoing: { protocol: 'smtp', host: 'mail.example.org', port: 25, security: 'none', ...login },
  incoming: { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls', ...login },
} as const satisfies Record<string, FoundServer>;
