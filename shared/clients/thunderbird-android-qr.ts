import type { Server } from '../model/check.ts';
import { said } from '../text/said.ts';
import type { ClientSettings, FileClient } from './client.ts';
import { qrCode, qrLabel, qrSvgFile } from './qr-code.ts';
import { refused } from './refused.ts';
import { accountAddress, knownUser, neededIncoming, refuseIfMatches, type ServerRole } from './required.ts';
import { withKnownSignIn } from './way-in.ts';

/**
 * The QR code of Thunderbird's "Export for Mobile", which Thunderbird for Android and K-9 Mail scan: JSON arrays, format version 1, one
 * account, no password. It adds an account.
 */
export const thunderbirdAndroidQr = {
  kind: 'file',
  id: 'thunderbird-android-qr',
  canSignIn: true,
  name: said('client.name.from-code', { program: 'Thunderbird for Android, K-9 Mail' }),
  addsAccount: true,
  group: 'people',
  source: {
    name: 'Thunderbird for Android: qr-code-format.md',
    url: 'https://github.com/thunderbird/thunderbird-android',
    checked: '2026-11',
  },
  fileName: 'postway-thunderbird-android-qr.svg',
  mediaType: 'image/svg+xml',
  comments: null,
  note: 'client.note.thunderbird-android-qr',
  code: accountCode,
  render: (settings) => {
    const text = accountCode(settings);
    return qrSvgFile(qrCode('displayName', text), qrLabel('Thunderbird for Android'), text);
  },
} as const satisfies FileClient;

const security: Readonly<Record<Server['security'], number>> = { none: 0, starttls: 2, tls: 3 };
const authentication: Readonly<Record<Server['auth'], number>> = {
  none: 0,
  'password-cleartext': 1,
  unknown: 1,
  'password-encrypted': 2,
  oauth2: 6,
};

/** Format version, number and count of codes, the server for receiving, and those for sending with their identities. */
function accountCode(given: ClientSettings): string {
  const settings = withKnownSignIn(given);
  const { outgoing, displayName } = settings;
  const incoming = neededIncoming(settings);
  const address = accountAddress(settings);
  refuseIfMatches('mailAddress', address, /[^\x21-\x7e]+/);
  const protocol = incoming.protocol === 'pop3' ? 1 : 0;
  const identity = [address, displayName === '' ? address : displayName];
  const groups = [[serverEntry('outgoing', outgoing, 0), identity]];
  const text = asciiJson([1, [1, 1], serverEntry('incoming', incoming, protocol), groups]);
  if (text.length > 800) throw refused('displayName', 'client.refuse.code-too-large');
  return text;
}

/** JSON in ASCII alone: readers take other bytes of a code for whichever character set they guess (RFC 8259, section 7, for the escapes). */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function serverEntry(role: ServerRole, server: Server, protocol: number): (string | number)[] {
  const { host, port } = server;
  const user = knownUser(server, role) ?? '';
  return [protocol, host, port, security[server.security], authentication[server.auth], user];
}
