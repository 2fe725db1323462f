import type { Server } from '../model/check.ts';
import { said } from '../text/said.ts';
import type { FileClient } from './client.ts';
import { accountAddress, knownUser, neededIncoming, type ServerRole } from './required.ts';
import { uuidFor } from './uuid.ts';
import { withKnownSignIn } from './way-in.ts';
import { trimmedXmlText } from './xml.ts';

/** The settings file of Thunderbird for Android and K-9 Mail, without passwords: the app asks for them. It adds an account. */
export const k9: FileClient = {
  kind: 'file',
  id: 'k9',
  canSignIn: true,
  name: said('client.name.from-file', { program: 'Thunderbird for Android, K-9 Mail' }),
  addsAccount: true,
  group: 'people',
  source: {
    name: 'Source of Thunderbird for Android: import of settings',
    url: 'https://github.com/thunderbird/thunderbird-android',
    checked: '2026-11',
  },
  fileName: 'postway.k9s',
  mediaType: 'application/xml',
  comments: 'xml',
  note: 'client.note.k9',
  render: (given) => {
    const settings = withKnownSignIn(given);
    const { outgoing, displayName } = settings;
    const plain = accountAddress(settings);
    const address = trimmedXmlText('mailAddress', plain);
    const name = trimmedXmlText('displayName', displayName === '' ? plain : displayName);
    const lines = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<k9settings version="99" format="1">',
      '  <accounts>',
      `    <account uuid="${uuidFor(plain)}">`,
      `      <name>${address}</name>`,
      ...serverElement('incoming', neededIncoming(settings)),
      ...serverElement('outgoing', outgoing),
      `      <identities><identity><name>${name}</name><email>${address}</email></identity></identities>`,
      '    </account>',
      '  </accounts>',
      '</k9settings>',
    ];
    return `${lines.join('\n')}\n`;
  },
};

const security: Readonly<Record<Server['security'], string>> = {
  none: 'NONE',
  starttls: 'STARTTLS_REQUIRED',
  tls: 'SSL_TLS_REQUIRED',
};
const authentication: Readonly<Record<Server['auth'], string>> = {
  'password-cleartext': 'PLAIN',
  'password-encrypted': 'CRAM_MD5',
  oauth2: 'XOAUTH2',
  none: 'NONE',
  unknown: 'PLAIN',
};

function serverElement(role: ServerRole, server: Server): string[] {
  const user = knownUser(server, role);
  return [
    `      <${role}-server type="${server.protocol.toUpperCase()}">`,
    `        <host>${trimmedXmlText(`${role}.host`, server.host)}</host>`,
    `        <port>${server.port}</port>`,
    `        <connection-security>${security[server.security]}</connection-security>`,
    `        <authentication-type>${authentication[server.auth]}</authentication-type>`,
    ...(user === null ? [] : [`        <username>${trimmedXmlText(`${role}.username`, user)}</username>`]),
    `      </${role}-server>`,
  ];
}
