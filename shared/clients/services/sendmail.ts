import { say } from '../../text/index.ts';
import type { FileClient } from '../client.ts';
import { comment } from '../comment.ts';
import { refused } from '../refused.ts';
import { isIpv6, loginName, plainAddress, refuseIfMatches } from '../required.ts';

/**
 * Sendmail that hands all its mail to one server (a smart host): lines for `sendmail.mc`, and those of its maps. Its m4 expands words in a
 * comment that begins with #, so comments begin with dnl. That both lines of the sender's map count, with and without the computer's name, in
 * headers and envelope, was tried in its test mode (-bt).
 */
export const sendmail: FileClient = {
  kind: 'text',
  id: 'sendmail',
  name: 'Sendmail (smart host)',
  group: 'machines',
  source: {
    name: 'Sendmail 8.17: its own m4 files make a sendmail.cf of the lines; cf/README',
    checked: '2026-11-28',
  },
  fileName: 'postway-sendmail.mc',
  mediaType: 'text/plain; charset=utf-8',
  comments: 'dnl',
  note: 'client.file.sendmail',
  render: (settings) => {
    const { outgoing } = settings;
    const { host, port, security } = outgoing;
    if (isIpv6(outgoing)) throw refused('outgoing.host', 'client.refuse.ipv6');
    if (security === 'tls') throw refused('outgoing.security', 'client.refuse.implicit-tls');
    const user = loginName(outgoing);
    const from = plainAddress(settings);
    refuseIfMatches('mailAddress', from, /\s/u);
    const lines = [
      comment('dnl', say('client.file.header'), say('client.file.sendmail')),
      '',
      `define(\`SMART_HOST', \`[${host}]')dnl`,
      `define(\`RELAY_MAILER_ARGS', \`TCP $h ${port}')dnl`,
      `define(\`ESMTP_MAILER_ARGS', \`TCP $h ${port}')dnl`,
      ...(security === 'none' ? [] : ["define(`confCACERT', `/etc/ssl/certs/ca-certificates.crt')dnl"]),
      "FEATURE(`access_db')dnl",
      ...(user === null ? [] : ["FEATURE(`authinfo')dnl"]),
      // By user and not by domain: root at a provider's domain is somebody else. $j is the name of this computer.
      "FEATURE(`genericstable')dnl",
      "GENERICS_DOMAIN(`$j')dnl",
      "FEATURE(`masquerade_envelope')dnl",
      '',
      'dnl /etc/mail/access',
      `dnl ${security === 'none' ? `Try_TLS:${host} NO` : `TLS_Srv:${host} VERIFY`}`,
      ...(user === null ? [] : passwordFile(host, user)),
      '',
      'dnl /etc/mail/genericstable',
      comment('dnl', say('client.file.sendmail-senders')),
      ...['root', 'www-data'].map((one) => `dnl ${one} ${from}`),
      '',
      'dnl /etc/aliases',
      comment('dnl', say('client.file.root-mail', { sign: 'dnl' })),
      `dnl root: ${from}`,
    ];
    return `${lines.join('\n')}\n`;
  },
};

function passwordFile(host: string, user: string): string[] {
  refuseIfMatches('outgoing.username', user, /["\\\s]/u);
  return [
    '',
    'dnl /etc/mail/authinfo',
    comment('dnl', say('client.file.sendmail-password')),
    `dnl AuthInfo:${host} "U:${user}" "I:${user}" "P:PASSWORD"`,
  ];
}
