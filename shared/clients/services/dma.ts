import type { Server } from '../../model/check.ts';
import { say } from '../../text/index.ts';
import type { FileClient } from '../client.ts';
import { comment } from '../comment.ts';
import { refused } from '../refused.ts';
import { isIpv6, loginName, mailDomain, plainAddress, refuseIfMatches } from '../required.ts';

/** The DragonFly Mail Agent: lines for `dma.conf`, and the line of its password file. It never checks a certificate's name or issuer. */
export const dma: FileClient = {
  kind: 'text',
  id: 'dma',
  name: 'dma (DragonFly Mail Agent)',
  group: 'machines',
  source: {
    name: 'dma 0.13: mail sent with it; dma(8)',
    url: 'https://manpages.debian.org/bookworm/dma/dma.8.en.html',
    checked: '2026-11-28',
  },
  fileName: 'postway-dma.conf',
  mediaType: 'text/plain; charset=utf-8',
  comments: 'hash',
  warning: 'client.warning.unverified-tls',
  note: 'client.file.dma',
  render: (settings) => {
    const { outgoing } = settings;
    if (isIpv6(outgoing)) throw refused('outgoing.host', 'client.refuse.ipv6');
    const user = loginName(outgoing);
    const from = plainAddress(settings);
    refuseIfMatches('mailAddress', from, /\s/u);
    const unverified = outgoing.security === 'none' ? [] : [say('client.warning.unverified-tls')];
    const lines = [
      comment('#', say('client.file.header'), say('client.file.dma'), ...unverified),
      '',
      `SMARTHOST ${outgoing.host}`,
      `PORT ${outgoing.port}`,
      ...encryption[outgoing.security],
      ...(user === null ? [] : ['AUTHPATH /etc/dma/auth.conf']),
      `MASQUERADE ${from}`,
      ...(user === null ? [] : passwordFile(outgoing, user)),
      // With NULLCLIENT dma would pass root's own mail on as well, to an address that no provider knows, and /etc/aliases would not count.
      '',
      '# /etc/aliases',
      comment('#', say('client.file.root-mail', { sign: '#' })),
      `# root: ${from}`,
      // It takes what it is called itself for its own: add_recp compares with the mail name.
      '',
      comment('#', say('client.file.dma-name', { domain: mailDomain(settings) })),
    ];
    return `${lines.join('\n')}\n`;
  },
};

/** A switch is on when its line is there. Without encryption dma sends a password only when it is told so. */
const encryption: Readonly<Record<Server['security'], readonly string[]>> = {
  none: ['INSECURE'],
  starttls: ['SECURETRANSFER', 'STARTTLS'],
  tls: ['SECURETRANSFER'],
};

function passwordFile({ host }: Server, user: string): string[] {
  // The first bar ends the name; blanks at the ends are dropped, and a line that begins with # is no line.
  refuseIfMatches('outgoing.username', user, /\||^[\s#]|\s$/u);
  return [
    '',
    '# /etc/dma/auth.conf',
    comment('#', say('client.file.dma-password')),
    `# ${user}|${host}:PASSWORD`,
  ];
}
