import type { Server } from '../model/check.ts';
import { say } from '../text/index.ts';
import type { FileClient } from './client.ts';
import { comment } from './comment.ts';
import { loginName, plainAddress, refuseIfMatches } from './required.ts';

/** msmtp's own file, `~/.msmtprc`: one account, which is also the default. The certificate is checked. */
export const msmtp: FileClient = {
  kind: 'file',
  id: 'msmtp',
  name: 'msmtp (Linux, macOS)',
  group: 'machines',
  sendsFrom: 'carried',
  source: {
    name: 'msmtp 1.8.23: mail sent with it',
    checked: '2026-11',
  },
  fileName: 'postway-msmtprc',
  mediaType: 'text/plain; charset=utf-8',
  comments: 'hash',
  note: 'client.file.msmtp',
  render: (settings) => {
    const { outgoing } = settings;
    const user = loginName(outgoing);
    const from = plainAddress(settings);
    refuseIfMatches('mailAddress', from, /%[UHCM]/); // msmtp puts names of this computer in their place
    const lines = [
      comment('#', say('client.file.header'), say('client.file.msmtp')),
      '',
      'account postway',
      `host ${quoted(outgoing.host)}`,
      `port ${outgoing.port}`,
      ...encryption[outgoing.security],
      `auth ${authWord(outgoing)}`,
      ...(user === null ? [] : [`user ${quoted(user)}`]),
      `from ${quoted(from)}`,
      '',
      'account default : postway',
    ];
    return `${lines.join('\n')}\n`;
  },
};

const encryption: Readonly<Record<Server['security'], readonly string[]>> = {
  none: ['tls off'],
  starttls: ['tls on', 'tls_starttls on', 'tls_trust_file system'],
  tls: ['tls on', 'tls_starttls off', 'tls_trust_file system'],
};

/** Without encryption `auth on` would never send a password that can be read; the person was warned and chose. */
function authWord({ auth, security }: Server): string {
  if (auth === 'none') return 'off';
  if (auth === 'password-encrypted') return 'cram-md5';
  return security === 'none' ? 'plain' : 'on';
}

/** msmtp takes off one outer pair of quotes; everything inside is literal up to the end of the line. */
function quoted(value: string): string {
  return `"${value}"`;
}
