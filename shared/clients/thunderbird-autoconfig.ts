import type { Server } from '../model/check.ts';
import { ExportRefused, type FileClient } from './client.ts';
import { mailDomain, neededIncoming, plainAddress, type ServerRole } from './needed.ts';
import { trimmedXmlText } from './xml.ts';

/**
 * The file that Thunderbird and others look for on a mail domain's web server (version 1.1; draft-ietf-mailmaint-autoconfig). A person
 * cannot load it. It is for everybody in the domain, so user names are given as placeholders.
 */
export const thunderbirdAutoconfig: FileClient = {
  kind: 'file',
  id: 'thunderbird-autoconfig',
  name: 'Thunderbird autoconfig (for your provider or administrator)',
  group: 'administrators',
  fileName: 'config-v1.1.xml',
  mediaType: 'text/xml; charset=utf-8',
  warning: 'client.warning.not-loaded',
  note: 'client.note.thunderbird-autoconfig',
  render: (settings) => {
    const domain = trimmedXmlText('mailAddress', mailDomain(settings));
    const address = plainAddress(settings);
    const incoming = neededIncoming(settings); // Thunderbird refuses a file that only sends
    const lines = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<clientConfig version="1.1">',
      `  <emailProvider id="${domain}">`,
      `    <domain>${domain}</domain>`,
      `    <displayName>${domain}</displayName>`,
      ...serverElement('incoming', incoming, address),
      ...serverElement('outgoing', settings.outgoing, address),
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

function serverElement(role: ServerRole, server: Server, address: string): string[] {
  const lines = [
    `    <${role}Server type="${server.protocol}">`,
    `      <hostname>${trimmedXmlText(`${role}.host`, server.host)}</hostname>`,
    `      <port>${server.port}</port>`,
    `      <socketType>${socketType[server.security]}</socketType>`,
    `      <authentication>${authentication[server.auth]}</authentication>`,
  ];
  if (server.auth !== 'none') lines.push(`      <username>${placeholder(role, server, address)}</username>`);
  return [...lines, `    </${role}Server>`];
}

function placeholder(role: ServerRole, { username }: Server, address: string): string {
  if (username.toLowerCase() === address.toLowerCase()) return '%EMAILADDRESS%';
  if (username === address.replace(/@[^@]*$/, '')) return '%EMAILLOCALPART%';
  throw new ExportRefused(
    `${role}.username`,
    'is neither the mail address nor the part before its @, so one file cannot say it for everybody',
  );
}
