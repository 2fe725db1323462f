import type { Server } from '../model/check.ts';
import type { FileClient } from './client.ts';
import { loginName, neededIncoming, type ServerRole } from './needed.ts';
import { refused } from './refused.ts';
import { trimmedXmlText, xmlText } from './xml.ts';

/**
 * The answer of an Autodiscover service for one person, in the older XML form ("POX", MS-OXDSCLI): read by Outlook up to 2019, from a
 * web server or from a file that an administrator names in the registry.
 */
export const autodiscover: FileClient = {
  kind: 'file',
  id: 'autodiscover',
  name: 'Autodiscover (Outlook up to 2019, for your administrator)',
  group: 'administrators',
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
    const { outgoing, displayName } = settings;
    const incoming = neededIncoming(settings);
    const lines = [
      '<?xml version="1.0" encoding="utf-8"?>',
      `<Autodiscover xmlns="${schemas}/responseschema/2006">`,
      `  <Response xmlns="${schemas}/outlook/responseschema/2006a">`,
      `    <User><DisplayName>${xmlText('displayName', displayName)}</DisplayName></User>`,
      '    <Account>',
      '      <AccountType>email</AccountType>',
      '      <Action>settings</Action>',
      ...protocolElement('incoming', incoming),
      ...protocolElement('outgoing', outgoing, [
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

/** SSL and SPA count as "on" when they are left out, so both are always said; Encryption, where known, overrides SSL. */
function protocolElement(role: ServerRole, server: Server, more: readonly string[] = []): string[] {
  const user = loginName(server, role);
  if (server.auth === 'password-encrypted') {
    throw refused(`${role}.auth`, 'client.refuse.encrypted-outlook');
  }
  return [
    '      <Protocol>',
    `        <Type>${server.protocol.toUpperCase()}</Type>`,
    `        <Server>${trimmedXmlText(`${role}.host`, server.host)}</Server>`,
    `        <Port>${server.port}</Port>`,
    '        <DomainRequired>off</DomainRequired>',
    ...(user === null ? [] : [`        <LoginName>${trimmedXmlText(`${role}.username`, user)}</LoginName>`]),
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
