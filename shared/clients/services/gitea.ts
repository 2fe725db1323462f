import type { Server } from '../../model/check.ts';
import { say } from '../../text/index.ts';
import type { FileClient } from '../client.ts';
import { comment } from '../comment.ts';
import { loginName, plainAddress } from '../needed.ts';
import { iniValue } from './ini-value.ts';

/** The section `[mailer]` of the `app.ini` of Gitea and Forgejo. The certificate is checked. */
export const gitea: FileClient = {
  kind: 'text',
  id: 'gitea',
  name: 'Gitea, Forgejo',
  group: 'developers',
  source: {
    name: 'go-ini 1.67 reads it back; Gitea: Configuration Cheat Sheet, Mailer',
    url: 'https://docs.gitea.com/administration/config-cheat-sheet',
    checked: '2026-11-28',
  },
  fileName: 'postway-gitea-app.ini',
  mediaType: 'text/plain; charset=utf-8',
  comments: 'hash',
  note: 'client.file.gitea',
  render: (settings) => {
    const { outgoing } = settings;
    const user = loginName(outgoing);
    const lines = [
      comment('#', say('client.file.header'), say('client.file.gitea')),
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
