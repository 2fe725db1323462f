import type { Server } from '../model/check.ts';
import { prefStatement } from '../parse/prefs-js.ts';
import { thunderbirdLogin, thunderbirdSecurity } from '../parse/thunderbird-values.ts';
import { said } from '../text/said.ts';
import type { FileClient } from './client.ts';
import { accountAddress, knownUser, neededIncoming, type ServerRole } from './required.ts';
import { withKnownSignIn } from './way-in.ts';
import { zippedBase64 } from './zip.ts';

/**
 * What a person can load into Thunderbird today: a ZIP file that holds nothing but `prefs.js` (Tools > Import; read with version 153).
 * It adds an account, an identity and an outgoing server under new numbers and touches none that is there. It names no default of its
 * own: where the person's profile names none, Thunderbird would take ours, and send other addresses' mail through the new server.
 */
export const thunderbirdZip: FileClient = {
  kind: 'file',
  id: 'thunderbird-zip',
  canSignIn: true,
  name: said('client.name.from-zip', { program: 'Thunderbird' }),
  addsAccount: true,
  group: 'people',
  source: {
    name: 'Thunderbird 153.7: its own importer, run',
    checked: '2026-11',
  },
  fileName: 'postway-thunderbird.zip',
  mediaType: 'application/zip',
  comments: null,
  encoding: 'base64',
  note: 'client.note.thunderbird-zip',
  render: (given) => {
    const settings = withKnownSignIn(given);
    const { outgoing, displayName } = settings;
    const incoming = neededIncoming(settings);
    const address = accountAddress(settings);
    const lines = [
      prefStatement('mail.accountmanager.accounts', 'account1'),
      prefStatement('mail.account.account1.identities', 'id1'),
      prefStatement('mail.account.account1.server', 'server1'),
      prefStatement('mail.identity.id1.fullName', displayName),
      prefStatement('mail.identity.id1.useremail', address),
      prefStatement('mail.identity.id1.smtpServer', 'smtp1'),
      prefStatement('mail.identity.id1.valid', true),
      prefStatement('mail.server.server1.type', incoming.protocol),
      prefStatement('mail.server.server1.name', address),
      ...serverPrefs('incoming', incoming, 'mail.server.server1.', 'userName', 'socketType'),
      // Else Thunderbird would take all mail off the server, away from the account that the person has.
      ...(incoming.protocol === 'pop3' ? [prefStatement('mail.server.server1.leave_on_server', true)] : []),
      prefStatement('mail.smtpservers', 'smtp1'),
      ...serverPrefs('outgoing', outgoing, 'mail.smtpserver.smtp1.', 'username', 'try_ssl'),
    ];
    return zippedBase64('prefs.js', `${lines.join('\n')}\n`);
  },
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
    prefStatement(`${prefix}hostname`, server.host),
    prefStatement(`${prefix}port`, server.port),
    prefStatement(`${prefix}${securityKey}`, thunderbirdSecurity[server.security]),
    prefStatement(`${prefix}authMethod`, thunderbirdLogin[server.auth]),
    ...(user === null ? [] : [prefStatement(`${prefix}${userKey}`, user)]),
  ];
}
