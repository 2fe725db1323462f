import type { Server } from '../model/check.ts';
import { say } from '../text/index.ts';
import type { FileClient } from './client.ts';
import { comment } from './comment.ts';
import { refused } from './refused.ts';
import { isIpv6, isName, knownAddress, loginName, refuseIfMatches } from './required.ts';

/** Postfix that hands all its mail to one server (a relay host): lines for `main.cf`, and the line of its password file. */
export const postfix: FileClient = {
  kind: 'text',
  id: 'postfix',
  name: 'Postfix (relay host)',
  group: 'machines',
  source: {
    name: 'Postfix 3.7.11: mail relayed with it',
    url: 'https://www.postfix.org/SASL_README.html',
    checked: '2026-11',
  },
  fileName: 'postway-postfix-main.cf',
  mediaType: 'text/plain; charset=utf-8',
  comments: 'hash',
  note: 'client.file.postfix',
  render: (settings) => {
    const { outgoing } = settings;
    const user = loginName(outgoing);
    const address = knownAddress(settings);
    if (outgoing.security !== 'none' && !isName(outgoing)) {
      throw refused('outgoing.host', 'client.refuse.ip-verified');
    }
    const relay = relayHost(outgoing);
    const lines = [
      comment('#', say('client.file.header'), say('client.file.postfix')),
      '',
      `relayhost = ${mainCfValue(relay)}`,
      ...(outgoing.security === 'none' ? [] : [comment('#', say('client.file.postfix-authorities'))]),
      ...encryption[outgoing.security],
      ...(address === null ? [] : sender(address)),
      ...(user === null ? ['smtp_sasl_auth_enable = no'] : login(relay, user)),
    ];
    return `${lines.join('\n')}\n`;
  },
};

const verified = ['smtp_tls_security_level = secure', 'smtp_tls_CAfile = /etc/ssl/certs/ca-certificates.crt'];
/** `wrappermode` is said in every case: a line left from port 465 would break the others. */
const encryption: Readonly<Record<Server['security'], readonly string[]>> = {
  none: ['smtp_tls_wrappermode = no', 'smtp_tls_security_level = none'],
  starttls: ['smtp_tls_wrappermode = no', ...verified],
  tls: ['smtp_tls_wrappermode = yes', ...verified],
};

/** Programs of a server send as root@its-name, which most providers refuse to relay. Whoever sends for several people decides for themselves. */
function sender(address: string): string[] {
  return [
    '',
    comment('#', say('client.file.postfix-sender', { address })),
    '# sender_canonical_classes = envelope_sender, header_sender',
    `# sender_canonical_maps = static:${mainCfValue(address)}`,
    '',
  ];
}

function login(relay: string, user: string): string[] {
  // The first colon ends the user name, blanks at either end are dropped.
  refuseIfMatches('outgoing.username', user, /:|^\s|\s$/u);
  return [
    'smtp_sasl_auth_enable = yes',
    'smtp_sasl_security_options = noanonymous',
    'smtp_sasl_password_maps = texthash:/etc/postfix/sasl_passwd',
    '',
    comment('#', say('client.file.postfix-password')),
    `# ${relay} ${user}:PASSWORD`,
  ];
}

/** In brackets, so that the name is looked up as it is and not by its MX. Postfix looks for exactly this text in its password file. */
function relayHost(server: Server): string {
  return `[${isIpv6(server) ? 'ipv6:' : ''}${server.host}]:${server.port}`;
}

/** `$name` is replaced by another setting; a second `$` takes that from it. */
function mainCfValue(value: string): string {
  return value.replaceAll('$', '$$$$');
}
