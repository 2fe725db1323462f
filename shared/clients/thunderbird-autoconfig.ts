import type { Server } from '../model/check.ts';
import { said } from '../text/said.ts';
import type { FileClient } from './client.ts';
import { refused } from './refused.ts';
import { mailDomain, neededIncoming, plainAddress, refuseIfMatches, type ServerRole } from './required.ts';
import { withKnownSignIn } from './way-in.ts';

/**
 * The file that Thunderbird and others look for on a mail domain's web server (version 1.1; draft-ietf-mailmaint-autoconfig). A person
 * cannot load it. It is for everybody in the domain, so user names are given as placeholders.
 */
export const thunderbirdAutoconfig: FileClient = {
  kind: 'file',
  id: 'thunderbird-autoconfig',
  canSignIn: true,
  name: said('client.name.thunderbird-autoconfig'),
  group: 'administrators',
  sendsFrom: 'published',
  source: {
    name: 'Thunderbird 153.7: its own reader, run; autoconfig specification',
    url: 'https://github.com/benbucksch/autoconfig-spec',
    checked: '2026-11',
  },
  fileName: 'config-v1.1.xml',
  mediaType: 'text/xml; charset=utf-8',
  comments: 'xml',
  warning: 'client.warning.not-loaded',
  note: 'client.note.thunderbird-autoconfig',
  render: (given) => {
    // Thunderbird does OAuth2 with hosts of its own list alone, and drops a server that offers nothing else.
    const settings = withKnownSignIn(given);
    const mayBeLet = settings.provider?.passwordUntil !== undefined;
    const domain = hostName('mailAddress', mailDomain(settings));
    const address = plainAddress(settings);
    const incoming = neededIncoming(settings); // Thunderbird refuses a file that only sends
    const lines = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<clientConfig version="1.1">',
      `  <emailProvider id="${domain}">`,
      `    <domain>${domain}</domain>`,
      `    <displayName>${domain}</displayName>`,
      ...serverElement('incoming', incoming, address, false),
      ...serverElement('outgoing', settings.outgoing, address, mayBeLet),
      '  </emailProvider>',
      '</clientConfig>',
    ];
    return `${lines.join('\n')}\n`;
  },
};

const socketType: Readonly<Record<Server['security'], string>> = {
  none: 'plain',
  starttls: 'STARTTLS',
  tls: 'SSL',
};
const authentication: Readonly<Record<Server['auth'], string>> = {
  'password-cleartext': 'password-cleartext',
  'password-encrypted': 'password-encrypted',
  oauth2: 'OAuth2',
  none: 'none',
  unknown: 'password-cleartext',
};

/** The first that a reader can do is taken: a password stands behind the sign-in only where the server takes one. */
function loginsOf({ auth, orPassword }: Server, takesPassword: boolean): readonly string[] {
  const isEither = auth === 'oauth2' && (orPassword || takesPassword);
  return [authentication[auth], ...(isEither ? ['password-cleartext'] : [])];
}

function serverElement(role: ServerRole, server: Server, address: string, takesPassword: boolean): string[] {
  if (role === 'incoming' && server.auth === 'none') {
    throw refused('incoming.auth', 'client.refuse.no-login-thunderbird');
  }
  if (server.security === 'none') throw refused(`${role}.security`, 'client.refuse.published-plain');
  const lines = [
    `    <${role}Server type="${server.protocol}">`,
    `      <hostname>${hostName(`${role}.host`, server.host)}</hostname>`,
    `      <port>${server.port}</port>`,
    `      <socketType>${socketType[server.security]}</socketType>`,
    ...loginsOf(server, takesPassword).map((word) => `      <authentication>${word}</authentication>`),
  ];
  if (server.auth !== 'none') lines.push(`      <username>${placeholder(role, server, address)}</username>`);
  return [...lines, `    </${role}Server>`];
}

/** Thunderbird takes no other characters in a name (RFC 952 has no underscore), and drops the server or the whole file. */
function hostName(field: string, value: string): string {
  refuseIfMatches(field, value, /[^a-z0-9.:-]/i);
  return value;
}

function placeholder(role: ServerRole, { username }: Server, address: string): string {
  if (username.toLowerCase() === address.toLowerCase()) return '%EMAILADDRESS%';
  if (username === address.replace(/@[^@]*$/, '')) return '%EMAILLOCALPART%';
  throw refused(`${role}.username`, 'client.refuse.own-username');
}
