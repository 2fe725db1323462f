import type { Server } from '../model/check.ts';
import type { FileClient } from './client.ts';
import { knownUser, neededIncoming, plainAddress, type ServerRole } from './needed.ts';
import { zippedBase64 } from './zip.ts';

/**
 * What a person can load into Thunderbird today: a ZIP file that holds nothing but `prefs.js` (Tools > Import; read with version 153).
 * It adds an account, an identity and an outgoing server under new numbers and touches none that is there.
 */
export const thunderbirdZip: FileClient = {
  kind: 'file',
  id: 'thunderbird-zip',
  name: 'Thunderbird: a new account from a ZIP file',
  group: 'people',
  fileName: 'postway-thunderbird.zip',
  mediaType: 'application/zip',
  encoding: 'base64',
  note: 'client.note.thunderbird-zip',
  render: (settings) => {
    const { outgoing, displayName } = settings;
    const incoming = neededIncoming(settings);
    const address = plainAddress(settings);
    const lines = [
      pref('mail.accountmanager.accounts', 'account1'),
      pref('mail.accountmanager.defaultaccount', 'account1'),
      pref('mail.account.account1.identities', 'id1'),
      pref('mail.account.account1.server', 'server1'),
      pref('mail.identity.id1.fullName', displayName),
      pref('mail.identity.id1.useremail', address),
      pref('mail.identity.id1.smtpServer', 'smtp1'),
      pref('mail.identity.id1.valid', true),
      pref('mail.server.server1.type', incoming.protocol),
      pref('mail.server.server1.name', address),
      ...serverPrefs('incoming', incoming, 'mail.server.server1.', 'userName', 'socketType'),
      pref('mail.smtpservers', 'smtp1'),
      pref('mail.smtp.defaultserver', 'smtp1'),
      ...serverPrefs('outgoing', outgoing, 'mail.smtpserver.smtp1.', 'username', 'try_ssl'),
    ];
    return zippedBase64('prefs.js', `${lines.join('\n')}\n`);
  },
};

/** Thunderbird's numbers; 1, "STARTTLS if it is offered", is old and unsafe. */
const security: Readonly<Record<Server['security'], number>> = { none: 0, starttls: 2, tls: 3 };
const authentication: Readonly<Record<Server['auth'], number>> = {
  none: 1,
  'password-cleartext': 3,
  unknown: 3,
  'password-encrypted': 4,
  oauth2: 10,
};

function serverPrefs(
  role: ServerRole,
  server: Server,
  prefix: string,
  userKey: string,
  securityKey: string,
): string[] {
  const user = knownUser(server, role);
  return [
    pref(`${prefix}hostname`, server.host),
    pref(`${prefix}port`, server.port),
    pref(`${prefix}${securityKey}`, security[server.security]),
    pref(`${prefix}authMethod`, authentication[server.auth]),
    ...(user === null ? [] : [pref(`${prefix}${userKey}`, user)]),
  ];
}

/** Numbers stand without quotes: a quoted one would be another kind of preference, and pass unnoticed. */
function pref(name: string, value: string | number | boolean): string {
  return `user_pref("${name}", ${typeof value === 'string' ? prefString(value) : value});`;
}

/** In ASCII, as JavaScript writes it: what is not becomes `\uXXXX`. */
function prefString(value: string): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
