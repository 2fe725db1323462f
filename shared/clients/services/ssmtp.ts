import type { Server } from '../../model/check.ts';
import { say } from '../../text/index.ts';
import type { FileClient } from '../client.ts';
import { comment } from '../comment.ts';
import { refused } from '../refused.ts';
import { isIpv6, loginName, plainAddress, refuseIfMatches } from '../required.ts';

/** sSMTP: lines for `ssmtp.conf`, and the line of `revaliases` that says who the sender is. It never checks a certificate. */
export const ssmtp: FileClient = {
  kind: 'text',
  id: 'ssmtp',
  name: 'sSMTP',
  group: 'machines',
  source: {
    name: 'sSMTP 2.64: mail sent with it; ssmtp.conf(5)',
    url: 'https://manpages.debian.org/bookworm/ssmtp/ssmtp.conf.5.en.html',
    checked: '2026-11-28',
  },
  fileName: 'postway-ssmtp.conf',
  mediaType: 'text/plain; charset=utf-8',
  comments: 'hash',
  warning: 'client.warning.unverified-tls',
  note: 'client.file.ssmtp',
  render: (settings) => {
    const { outgoing } = settings;
    if (isIpv6(outgoing)) throw refused('outgoing.host', 'client.refuse.ipv6');
    const user = loginName(outgoing);
    const from = plainAddress(settings);
    // A line of this file is cut at "=", ":", blanks and "#", and knows no quotes.
    refuseIfMatches('mailAddress', from, /[\s=:#]/u);
    if (user !== null) refuseIfMatches('outgoing.username', user, /[\s=#]/u);
    const unverified = outgoing.security === 'none' ? [] : [say('client.warning.unverified-tls')];
    const lines = [
      comment('#', say('client.file.header'), say('client.file.ssmtp'), ...unverified),
      '',
      `mailhub=${outgoing.host}:${outgoing.port}`,
      ...encryption[outgoing.security],
      ...(user === null ? [] : login(outgoing, user)),
      'FromLineOverride=YES',
      // It delivers nothing here: what cron writes to root would go to the provider as root.
      `root=${from}`,
      '',
      '# /etc/ssmtp/revaliases',
      `root:${from}`,
    ];
    return `${lines.join('\n')}\n`;
  },
};

/** `UseTLS` alone is encryption from the start; STARTTLS needs both. */
const encryption: Readonly<Record<Server['security'], readonly string[]>> = {
  none: ['UseTLS=NO', 'UseSTARTTLS=NO'],
  starttls: ['UseTLS=YES', 'UseSTARTTLS=YES'],
  tls: ['UseTLS=YES', 'UseSTARTTLS=NO'],
};

function login({ auth }: Server, user: string): string[] {
  return [
    `AuthUser=${user}`,
    'AuthPass=PASSWORD',
    ...(auth === 'password-encrypted' ? ['AuthMethod=cram-md5'] : []),
  ];
}
