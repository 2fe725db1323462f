import type { Server } from '../../model/check.ts';
import { say } from '../../text/index.ts';
import type { FileClient } from '../client.ts';
import { comment } from '../comment.ts';
import { refused } from '../refused.ts';
import { loginName, plainAddress } from '../required.ts';
import { shellWord } from '../shell-word.ts';

/** nullmailer: the line of `/etc/nullmailer/remotes`, read by the quoting rules of a shell. The certificate is checked. */
export const nullmailer: FileClient = {
  kind: 'text',
  id: 'nullmailer',
  name: 'nullmailer',
  group: 'machines',
  source: {
    name: 'nullmailer 2.2: mail sent with it; nullmailer-send(8)',
    url: 'https://manpages.debian.org/bookworm/nullmailer/nullmailer-send.8.en.html',
    checked: '2026-11-28',
  },
  fileName: 'postway-nullmailer-remotes',
  mediaType: 'text/plain; charset=utf-8',
  comments: 'hash',
  note: 'client.file.nullmailer',
  render: (settings) => {
    const { outgoing } = settings;
    const user = loginName(outgoing);
    // It knows PLAIN and LOGIN.
    if (outgoing.auth === 'password-encrypted') throw refused('outgoing.auth', 'client.refuse.encrypted');
    const address = plainAddress(settings);
    const words = [
      outgoing.host,
      'smtp',
      `port=${outgoing.port}`,
      ...encryption[outgoing.security],
      ...(user === null ? [] : [`user=${shellWord('outgoing.username', user)}`, 'pass=PASSWORD']),
    ];
    const lines = [
      comment('#', say('client.file.header'), say('client.file.nullmailer')),
      '',
      words.join(' '),
      '',
      '# /etc/nullmailer/allmailfrom',
      `# ${address}`,
      '',
      '# /etc/nullmailer/adminaddr',
      `# ${address}`,
    ];
    return `${lines.join('\n')}\n`;
  },
};

const encryption: Readonly<Record<Server['security'], readonly string[]>> = {
  none: [],
  starttls: ['starttls'],
  tls: ['tls'],
};
