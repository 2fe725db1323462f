import type { Server } from '../../model/check.ts';
import { say } from '../../text/index.ts';
import type { FileClient } from '../client.ts';
import { comment } from '../comment.ts';
import { passwordHint } from '../password-hint.ts';
import { refused } from '../refused.ts';
import { isIpv6, isName, loginName, refuseIfMatches } from '../required.ts';
import { dockerEnvValue } from './docker-env.ts';

/** docker-mailserver that hands all its mail to a relay: lines for `mailserver.env`, and what its Postfix needs besides. */
export const dockerMailserver: FileClient = {
  kind: 'text',
  id: 'docker-mailserver',
  name: 'docker-mailserver (relay host)',
  group: 'machines',
  source: {
    name: "docker-mailserver's documentation: Relay Hosts; postconf(5)",
    url: 'https://docker-mailserver.github.io/docker-mailserver/latest/config/advanced/mail-forwarding/relay-hosts/',
    checked: '2026-11-28',
  },
  fileName: 'postway-mailserver.env',
  mediaType: 'text/plain; charset=utf-8',
  comments: 'hash',
  hasNoSender: true,
  note: 'client.file.docker-mailserver',
  render: ({ outgoing }) => {
    if (outgoing.security !== 'none' && !isName(outgoing))
      throw refused('outgoing.host', 'client.refuse.ip-verified');
    if (isIpv6(outgoing)) throw refused('outgoing.host', 'client.refuse.ipv6');
    const user = loginName(outgoing);
    const lines = [
      comment(
        '#',
        say('client.file.header'),
        say('client.file.docker-mailserver'),
        ...passwordHint(outgoing, 'docker'),
      ),
      '',
      `RELAY_HOST=${outgoing.host}`,
      `RELAY_PORT=${outgoing.port}`,
      ...(user === null ? [] : [`RELAY_USER=${relayUser(user)}`, 'RELAY_PASSWORD=PASSWORD']),
      '',
      '# postfix-main.cf',
      ...encryption[outgoing.security],
    ];
    return `${lines.join('\n')}\n`;
  },
};

/** Its Postfix writes name and password with a colon between them. */
function relayUser(user: string): string {
  refuseIfMatches('outgoing.username', user, /:/);
  return dockerEnvValue('outgoing.username', user);
}

const encryption: Readonly<Record<Server['security'], readonly string[]>> = {
  none: ['# smtp_tls_security_level = none'],
  starttls: ['# smtp_tls_security_level = secure'],
  tls: ['# smtp_tls_security_level = secure', '# smtp_tls_wrappermode = yes'],
};
