import type { Server } from '../../model/check.ts';
import { say } from '../../text/index.ts';
import type { FileClient } from '../client.ts';
import { comment } from '../comment.ts';
import { phpString } from '../php-string.ts';
import { refused } from '../refused.ts';
import { bracketedHost, isIpv6 } from '../required.ts';
import { isOneLogin } from '../shared-login.ts';

/** Lines for Roundcube's `config.inc.php` (1.6 and later). Everybody logs in to the server for sending as they did to Roundcube. */
export const roundcube: FileClient = {
  kind: 'text',
  id: 'roundcube',
  name: 'Roundcube',
  group: 'administrators',
  sendsFrom: 'server',
  source: {
    name: "Roundcube's config/defaults.inc.php (1.6): smtp_host, smtp_user, smtp_pass",
    url: 'https://github.com/roundcube/roundcubemail/blob/master/config/defaults.inc.php',
    checked: '2026-11-28',
  },
  fileName: 'postway-roundcube-config.txt',
  mediaType: 'text/plain; charset=utf-8',
  comments: 'slashes',
  note: 'client.file.roundcube',
  render: (settings) => {
    const { outgoing } = settings;
    // It takes such an address apart only where a scheme stands before it.
    if (outgoing.security === 'none' && isIpv6(outgoing)) {
      throw refused('outgoing.host', 'client.refuse.ipv6');
    }
    const hasLogin = outgoing.auth !== 'none';
    if (hasLogin && !isOneLogin(settings)) throw refused('outgoing.username', 'client.refuse.other-login');
    const lines = [
      comment('//', say('client.file.header'), say('client.file.roundcube')),
      setting('smtp_host', `${schemes[outgoing.security]}${bracketedHost(outgoing)}:${outgoing.port}`),
      setting('smtp_user', hasLogin ? '%u' : ''),
      setting('smtp_pass', hasLogin ? '%p' : ''),
    ];
    return `${lines.join('\n')}\n`;
  },
};

/** Roundcube says "tls" for STARTTLS and "ssl" for encryption from the start. */
const schemes: Readonly<Record<Server['security'], string>> = { none: '', starttls: 'tls://', tls: 'ssl://' };

function setting(name: string, value: string): string {
  return `$config['${name}'] = ${phpString(value)};`;
}
