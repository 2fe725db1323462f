import type { Server } from '../../shared/model/check.ts';
import type { KnownServer } from '../support/thunderbird/inside.ts';

/** A server of ours in the words of Thunderbird's interfaces, as its own code should report it. */
export function asThunderbirdSays({ protocol, host, port, security, auth, username }: Server): KnownServer {
  return {
    protocol,
    host: host.toLowerCase(),
    port,
    security: { none: 'plain', starttls: 'alwaysSTARTTLS', tls: 'SSL' }[security],
    login: {
      'password-cleartext': 'passwordCleartext',
      'password-encrypted': 'passwordEncrypted',
      oauth2: 'OAuth2',
      none: 'none',
      unknown: 'passwordCleartext',
    }[auth],
    username: auth === 'none' ? '' : username,
  };
}
