import type { Server } from '../../model/check.ts';
import { say } from '../../text/index.ts';
import type { ClientSettings, FileClient } from '../client.ts';
import { comment } from '../comment.ts';
import { refused } from '../refused.ts';
import { bracketedHost, loginName, plainAddress, refuseIfMatches } from '../required.ts';

/** OpenSMTPD that hands all its mail to one server: lines for `smtpd.conf`, and the line of its secrets. The certificate is checked. */
export const opensmtpd: FileClient = {
  kind: 'text',
  id: 'opensmtpd',
  name: 'OpenSMTPD (relay host)',
  group: 'machines',
  source: {
    name: 'OpenSMTPD 6.8: its own check of the lines; smtpd.conf(5), table(5)',
    url: 'https://man.openbsd.org/smtpd.conf',
    checked: '2026-11-28',
  },
  fileName: 'postway-smtpd.conf',
  mediaType: 'text/plain; charset=utf-8',
  comments: 'hash',
  note: 'client.file.opensmtpd',
  render: (settings) => {
    const { outgoing } = settings;
    const user = loginName(outgoing);
    // Without encryption it takes no secret in hand ("Refuse to AUTH over unsecure channel"), and mail would wait for ever.
    if (user !== null && outgoing.security === 'none') {
      throw refused('outgoing.security', 'client.refuse.login-in-the-open');
    }
    // It knows PLAIN and LOGIN.
    if (outgoing.auth === 'password-encrypted') throw refused('outgoing.auth', 'client.refuse.encrypted');
    const lines = [
      comment('#', say('client.file.header'), say('client.file.opensmtpd')),
      '',
      ...(user === null ? [] : ['table secrets file:/etc/mail/secrets']),
      `action "postway" relay host ${relayUrl(outgoing, user)}${user === null ? '' : ' auth <secrets>'}${sender(settings)}`,
      'match from local for any action "postway"',
      ...(user === null ? [] : secrets(user)),
    ];
    return `${lines.join('\n')}\n`;
  },
};

/** OpenSMTPD's own names; the label before the @ finds the login among the secrets. */
const protocols: Readonly<Record<Server['security'], string>> = {
  none: 'smtp+notls',
  starttls: 'smtp+tls',
  tls: 'smtps',
};

function relayUrl(outgoing: Server, user: string | null): string {
  return `${protocols[outgoing.security]}://${user === null ? '' : 'postway@'}${bracketedHost(outgoing)}:${outgoing.port}`;
}

function sender(settings: ClientSettings): string {
  const from = plainAddress(settings);
  refuseIfMatches('mailAddress', from, /["$\\]/);
  return ` mail-from "${from}"`;
}

function secrets(user: string): string[] {
  // A comment begins anywhere, blanks part the columns, and the first colon ends the name.
  refuseIfMatches('outgoing.username', user, /[\s:#]/u);
  return [
    '',
    '# /etc/mail/secrets',
    comment('#', say('client.file.opensmtpd-password')),
    `# postway ${user}:PASSWORD`,
  ];
}
