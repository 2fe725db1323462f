import type { Server } from '../model/check.ts';
import { said } from '../text/said.ts';
import type { FileClient } from './client.ts';
import { refused } from './refused.ts';
import { loginName, neededIncoming, plainAddress, type ServerRole } from './required.ts';
import { trimmedXmlText } from './xml.ts';

/**
 * The answer of an Autodiscover service for everybody of a domain, in the older XML form ("POX", MS-OXDSCLI): read by Outlook up to 2019, from a
 * web server or from a file that an administrator names in the registry.
 */
export const autodiscover: FileClient = {
  kind: 'file',
  id: 'autodiscover',
  name: said('client.name.autodiscover'),
  group: 'administrators',
  sendsFrom: 'published',
  source: {
    name: 'Microsoft MS-OXDSCLI (2021)',
    checked: '2026-11',
  },
  fileName: 'autodiscover.xml',
  mediaType: 'text/xml; charset=utf-8',
  comments: 'xml',
  warning: 'client.warning.not-loaded',
  note: 'client.note.autodiscover',
  render: (settings) => {
    const { outgoing } = settings;
    const incoming = neededIncoming(settings);
    const address = plainAddress(settings);
    const lines = [
      '<?xml version="1.0" encoding="utf-8"?>',
      `<Autodiscover xmlns="${schemas}/responseschema/2006">`,
      `  <Response xmlns="${schemas}/outlook/responseschema/2006a">`,
      '    <Account>',
      '      <AccountType>email</AccountType>',
      '      <Action>settings</Action>',
      ...protocolElement('incoming', incoming, address),
      ...protocolElement('outgoing', outgoing, address, [
        `        <UsePOPAuth>${onOff(sharesLogin(outgoing, incoming))}</UsePOPAuth>`,
        '        <SMTPLast>off</SMTPLast>',
      ]),
      '    </Account>',
      '  </Response>',
      '</Autodiscover>',
    ];
    return `${lines.join('\n')}\n`;
  },
};

const schemas = 'http://schemas.microsoft.com/exchange/autodiscover';
const encryption: Readonly<Record<Server['security'], string>> = {
  none: 'None',
  starttls: 'TLS',
  tls: 'SSL',
};

/**
 * SSL and SPA count as "on" when they are left out, so both are always said; Encryption, where known, overrides SSL. Without LoginName Outlook
 * takes the address of whoever asks; a web server hands the same file to everybody, so no other name can stand there.
 */
function protocolElement(
  role: ServerRole,
  server: Server,
  address: string,
  more: readonly string[] = [],
): string[] {
  if (server.security === 'none') throw refused(`${role}.security`, 'client.refuse.published-plain');
  const user = loginName(server, role);
  if (user !== null && user.toLowerCase() !== address.toLowerCase()) {
    throw refused(`${role}.username`, 'client.refuse.own-username');
  }
  if (server.auth === 'password-encrypted') {
    throw refused(`${role}.auth`, 'client.refuse.encrypted-outlook');
  }
  return [
    '      <Protocol>',
    `        <Type>${server.protocol.toUpperCase()}</Type>`,
    `        <Server>${trimmedXmlText(`${role}.host`, server.host)}</Server>`,
    `        <Port>${server.port}</Port>`,
    '        <DomainRequired>off</DomainRequired>',
    '        <SPA>off</SPA>',
    `        <SSL>${onOff(server.security === 'tls')}</SSL>`,
    `        <Encryption>${encryption[server.security]}</Encryption>`,
    `        <AuthRequired>${onOff(user !== null)}</AuthRequired>`,
    ...more,
    '      </Protocol>',
  ];
}

function sharesLogin(outgoing: Server, incoming: Server): boolean {
  return outgoing.auth !== 'none' && outgoing.username === incoming.username;
}

function onOff(is: boolean): string {
  return is ? 'on' : 'off';
}
