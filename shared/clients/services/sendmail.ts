import { say } from '../../text/index.ts';
import type { FileClient } from '../client.ts';
import { comment } from '../comment.ts';
import { refused } from '../refused.ts';
import { isIpv6, loginName, mailDomain, refuseIfMatches } from '../required.ts';

/**
 * Sendmail that hands all its mail to one server (a smart host): lines for `sendmail.mc`, and those of its two maps. Its m4 expands words in a
 * comment that begins with #, so comments begin with dnl.
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
  hasNoSender: true,
  note: 'client.file.sendmail',
  render: (settings) => {
    const { outgoing } = settings;
    const { host, port, security } = outgoing;
    if (isIpv6(outgoing)) throw refused('outgoing.host', 'client.refuse.ipv6');
    if (security === 'tls') throw refused('outgoing.security', 'client.refuse.implicit-tls');
    const user = loginName(outgoing);
    const domain = mailDomain(settings);
    refuseIfMatches('mailAddress', domain, /[`']/);
    const lines = [
      comment('dnl', say('client.file.header'), say('client.file.sendmail')),
      '',
      `define(\`SMART_HOST', \`[${host}]')dnl`,
      `define(\`RELAY_MAILER_ARGS', \`TCP $h ${port}')dnl`,
      `define(\`ESMTP_MAILER_ARGS', \`TCP $h ${port}')dnl`,
      ...(security === 'none' ? [] : ["define(`confCACERT', `/etc/ssl/certs/ca-certificates.crt')dnl"]),
      "FEATURE(`access_db')dnl",
      ...(user === null ? [] : ["FEATURE(`authinfo')dnl"]),
      `MASQUERADE_AS(\`${domain}')dnl`,
      "FEATURE(`masquerade_envelope')dnl",
      '',
      'dnl /etc/mail/access',
      `dnl ${security === 'none' ? `Try_TLS:${host} NO` : `TLS_Srv:${host} VERIFY`}`,
      ...(user === null ? [] : passwordFile(host, user)),
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
