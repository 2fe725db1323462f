import type { Server } from '../../model/check.ts';
import { say } from '../../text/index.ts';
import type { FileClient } from '../client.ts';
import { comment } from '../comment.ts';
import { passwordHint } from '../password-hint.ts';
import { refused } from '../refused.ts';
import { isIpv6, isName, loginName, refuseIfMatches } from '../required.ts';
import { dockerEnvValue } from './docker-env.ts';

/** Mailu that hands all its mail to a relay: lines for `mailu.env`. */
export const mailu: FileClient = {
  kind: 'text',
  id: 'mailu',
  name: 'Mailu (relay host)',
  group: 'machines',
  source: {
    name: "Mailu's source: core/postfix/conf/main.cf; its configuration reference",
    url: 'https://mailu.io/master/configuration.html',
    checked: '2026-11-28',
  },
  fileName: 'postway-mailu.env',
  mediaType: 'text/plain; charset=utf-8',
  comments: 'hash',
  hasNoSender: true,
  note: 'client.file.mailu',
  render: ({ outgoing }) => {
    // Its level "secure" takes the name in the certificate, which an address never is.
    if (outgoing.security !== 'none' && !isName(outgoing))
      throw refused('outgoing.host', 'client.refuse.ip-verified');
    const user = loginName(outgoing);
    if (user !== null) refuseIfMatches('outgoing.username', user, /:/);
    const host = `${isIpv6(outgoing) ? 'ipv6:' : ''}${outgoing.host}`;
    const lines = [
      comment('#', say('client.file.header'), say('client.file.mailu'), ...passwordHint(outgoing, 'docker')),
      '',
      `RELAYHOST=[${host}]:${outgoing.port}`,
      ...(user === null
        ? []
        : [`RELAYUSER=${dockerEnvValue('outgoing.username', user)}`, 'RELAYPASSWORD=PASSWORD']),
      ...encryption[outgoing.security],
    ];
    return `${lines.join('\n')}\n`;
  },
};

const encryption: Readonly<Record<Server['security'], readonly string[]>> = {
  none: ['OUTBOUND_TLS_LEVEL=none'],
  starttls: ['OUTBOUND_TLS_LEVEL=secure'],
  tls: ['OUTBOUND_TLS_LEVEL=secure', '', '# overrides/postfix/postfix.cf', '# smtp_tls_wrappermode = yes'],
};
