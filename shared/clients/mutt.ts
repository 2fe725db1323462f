import type { Server } from '../model/check.ts';
import { say } from '../text/index.ts';
import type { FileClient } from './client.ts';
import { comment } from './comment.ts';
import { percentEncoded } from './percent-encoded.ts';
import { refused } from './refused.ts';
import { bracketedHost, loginName, plainAddress } from './required.ts';

/** Lines for `~/.muttrc` or `~/.neomuttrc`; both read the same words. */
export const mutt: FileClient = {
  kind: 'file',
  id: 'mutt',
  name: 'mutt, NeoMutt',
  group: 'machines',
  sendsFrom: 'carried',
  source: {
    name: 'mutt 2.2.12 and NeoMutt 20220429: mail sent with them',
    checked: '2026-11',
  },
  fileName: 'postway-muttrc',
  mediaType: 'text/plain; charset=utf-8',
  comments: 'hash',
  note: 'client.file.mutt',
  render: (settings) => {
    const { outgoing, displayName } = settings;
    const mechanisms = authenticators[outgoing.auth];
    const lines = [
      comment('#', say('client.file.header'), say('client.file.mutt')),
      '',
      set('from', plainAddress(settings)),
      ...(displayName === '' ? [] : [set('realname', displayName)]),
      set('smtp_url', smtpUrl(outgoing)),
      ...encryption[outgoing.security],
      ...(mechanisms === undefined ? [] : [set('smtp_authenticators', mechanisms)]),
    ];
    return `${lines.join('\n')}\n`;
  },
};

const encryption: Readonly<Record<Server['security'], readonly string[]>> = {
  none: ['set ssl_starttls = no', 'set ssl_force_tls = no'],
  starttls: ['set ssl_starttls = yes', 'set ssl_force_tls = yes'],
  tls: ['set ssl_force_tls = yes'],
};

const authenticators: Partial<Record<Server['auth'], string>> = {
  'password-cleartext': 'plain:login',
  'password-encrypted': 'cram-md5',
};

/** RFC 3986: everything in the user name that is not plain is percent-encoded, so that it ends where it should. */
function smtpUrl(server: Server): string {
  const user = loginName(server);
  // Longer ones are cut without a word (ACCOUNT in account.h has room for 127 bytes).
  if (user !== null && new TextEncoder().encode(user).length > 127) {
    throw refused('outgoing.username', 'client.refuse.too-long', { max: 127 });
  }
  const scheme = server.security === 'tls' ? 'smtps' : 'smtp';
  const before = user === null ? '' : `${percentEncoded(user)}@`;
  return `${scheme}://${before}${bracketedHost(server)}:${server.port}/`;
}

/** Within double quotes mutt runs what stands in backticks and puts in what `$` names: a backslash takes that from them. */
function set(name: string, value: string): string {
  return `set ${name} = "${value.replace(/["\\$`]/g, '\\$&')}"`;
}
