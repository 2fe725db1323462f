import type { Server } from '../model/check.ts';
import { said } from '../text/said.ts';
import type { CodeClient } from './client.ts';
import { percentEncoded } from './percent-encoded.ts';
import { refused } from './refused.ts';
import { accountAddress, loginName, neededIncoming, type ServerRole } from './required.ts';

/**
 * Delta Chat's `dclogin:` code, version 1. The app refuses one without a password, which stands in it readable for everybody. So there is
 * no file: the code is made on request from a password typed for it, shown on the screen, and kept nowhere.
 */
export const deltaChat: CodeClient = {
  kind: 'code',
  id: 'delta-chat',
  name: said('client.name.from-code', { program: 'Delta Chat' }),
  addsAccount: true,
  group: 'people',
  source: {
    name: 'Delta Chat: uri-schemes.md, and the reader in chatmail/core',
    url: 'https://github.com/deltachat/interface',
    checked: '2026-11',
  },
  warning: 'client.warning.delta-chat',
  note: 'client.note.delta-chat',
  code: (settings, password) => {
    const { outgoing } = settings;
    const address = accountAddress(settings);
    const incoming = neededIncoming(settings);
    if (incoming.protocol !== 'imap') {
      throw refused('incoming.protocol', 'client.refuse.pop3');
    }
    const parameters: readonly (readonly [string, string])[] = [
      ['v', '1'],
      ['p', password],
      ...serverParameters('i', 'incoming', incoming),
      ...serverParameters('s', 'outgoing', outgoing),
      ['ic', '1'], // certificates are checked
    ];
    const query = parameters.map(([name, value]) => `${name}=${percentEncoded(value)}`).join('&');
    // Older cores do not decode the @; newer ones take it either way.
    return `dclogin:${percentEncoded(address).replace('%40', '@')}?${query}`;
  },
};

const security: Readonly<Record<Server['security'], string>> = {
  none: 'plain',
  starttls: 'starttls',
  tls: 'ssl',
};

function serverParameters(prefix: 'i' | 's', role: ServerRole, server: Server): [string, string][] {
  const user = loginName(server, role);
  if (user === null) throw refused(`${role}.auth`, 'client.refuse.no-login-code');
  if (server.auth === 'password-encrypted') {
    throw refused(`${role}.auth`, 'client.refuse.encrypted-code');
  }
  return [
    [`${prefix}h`, server.host],
    [`${prefix}p`, String(server.port)],
    [`${prefix}u`, user],
    [`${prefix}s`, security[server.security]],
  ];
}

/** What the code needs besides the settings. Throws `ExportRefused` for a password that no code can hold. */
export function checkedPassword(password: string): string {
  if (password === '') throw refused('password', 'client.refuse.missing');
  if (password.length > 500) throw refused('password', 'client.refuse.too-long', { max: 500 });
  if (/[\p{Cc}\p{Cs}]/u.test(password)) throw refused('password', 'client.refuse.control');
  return password;
}
