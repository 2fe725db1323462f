import type { Server } from '../../model/check.ts';
import { say } from '../../text/index.ts';
import type { FileClient } from '../client.ts';
import { comment } from '../comment.ts';
import { refused } from '../refused.ts';
import { isIpv6, plainAddress } from '../required.ts';
import { goLogin } from './go-login.ts';
import { iniValue } from './ini-value.ts';

/** The section `[mailer]` of the `app.ini` of Gitea and Forgejo. The certificate is checked. */
export const gitea: FileClient = {
  kind: 'text',
  id: 'gitea',
  name: 'Gitea, Forgejo',
  group: 'developers',
  source: {
    name: "go-ini 1.67 reads it back; Gitea's source: modules/setting/mailer.go, services/mailer/sender/smtp.go; Forgejo's documentation: Email setup",
    url: 'https://github.com/go-gitea/gitea/blob/main/modules/setting/mailer.go',
    checked: '2026-11-28',
  },
  fileName: 'postway-gitea-app.ini',
  mediaType: 'text/plain; charset=utf-8',
  comments: 'hash',
  note: 'client.file.gitea',
  render: (settings) => {
    const { outgoing } = settings;
    // Its versions disagree about whether such an address stands in brackets.
    if (isIpv6(outgoing)) throw refused('outgoing.host', 'client.refuse.ipv6');
    const user = goLogin(outgoing);
    const notes = [
      say('client.file.header'),
      say('client.file.gitea'),
      say('client.file.merge', { heading: '[mailer]' }),
    ];
    if (outgoing.security === 'starttls') notes.push(say('client.file.starttls-when-offered'));
    const lines = [
      comment('#', ...notes),
      '[mailer]',
      'ENABLED = true',
      `PROTOCOL = ${protocols[outgoing.security]}`,
      `SMTP_ADDR = ${iniValue('outgoing.host', outgoing.host)}`,
      `SMTP_PORT = ${outgoing.port}`,
      ...(user === null ? [] : [`USER = ${iniValue('outgoing.username', user)}`, '# PASSWD = `PASSWORD`']),
      `FROM = ${iniValue('mailAddress', plainAddress(settings))}`,
      'FORCE_TRUST_SERVER_CERT = false',
    ];
    return `${lines.join('\n')}\n`;
  },
};

const protocols: Readonly<Record<Server['security'], string>> = {
  none: 'smtp',
  starttls: 'smtp+starttls',
  tls: 'smtps',
};
