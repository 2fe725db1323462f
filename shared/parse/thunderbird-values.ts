import type { Server } from '../model/check.ts';
import type { Security } from '../model/endpoint.ts';

/** Thunderbird's number for each protection; 1, "STARTTLS if it is offered", is old and unsafe, and is never written. */
export const thunderbirdSecurity: Readonly<Record<Security, number>> = { none: 0, starttls: 2, tls: 3 };

/** Thunderbird's number for each way to log in, for `authMethod`. */
export const thunderbirdLogin: Readonly<Record<Server['auth'], number>> = {
  none: 1,
  'password-cleartext': 3,
  unknown: 3,
  'password-encrypted': 4,
  oauth2: 10,
};

/** The way to log in that a number stands for; those that Postway has no word for (Kerberos, NTLM, certificates) are unknown. */
export function loginOf(authMethod: number): Server['auth'] {
  switch (authMethod) {
    case 1:
      return 'none';
    case 3:
      return 'password-cleartext';
    case 4:
      return 'password-encrypted';
    case 10:
      return 'oauth2';
    default:
      return 'unknown';
  }
}

/** The protection that a number stands for; undefined for one that Thunderbird does not know. */
export function securityOf(number: number): { security: Security; isOpportunistic?: true } | undefined {
  switch (number) {
    case 0:
      return { security: 'none' };
    case 1:
      return { security: 'starttls', isOpportunistic: true };
    case 2:
      return { security: 'starttls' };
    case 3:
      return { security: 'tls' };
    default:
      return undefined;
  }
}

/** The port that Thunderbird uses where none is set (measured with 153). */
export function usualPort(protocol: 'smtp' | 'imap' | 'pop3', security: Security): number {
  const [plain, tls] = { smtp: [587, 465], imap: [143, 993], pop3: [110, 995] }[protocol] as [number, number];
  return security === 'tls' ? tls : plain;
}
