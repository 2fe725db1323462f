import type { Server } from '../model/check.ts';
import { said } from '../text/said.ts';
import type { ClientSettings, FileClient } from './client.ts';
import { refused } from './refused.ts';
import { accountAddress, loginName, neededIncoming, refuseIfMatches, type ServerRole } from './required.ts';

/**
 * Outlook's old profile file. It makes a new profile beside those there are and changes none; Microsoft has advised against it since 2016,
 * which the note says. Read by `outlook.exe /importprf`. In ASCII with CRLF, because nothing else is read the same everywhere.
 */
export const outlookPrf: FileClient = {
  kind: 'file',
  id: 'outlook-prf',
  name: said('client.name.new-profile', { program: 'Outlook for Windows (classic)' }),
  addsAccount: true,
  group: 'administrators',
  sendsFrom: 'perhaps-here',
  source: {
    name: 'Microsoft documentation of .prf files (cc179062) and of mail account properties',
    url: 'https://github.com/MicrosoftDocs/office-developer-client-docs',
    checked: '2026-11',
  },
  fileName: 'postway-outlook.prf',
  mediaType: 'text/plain',
  comments: 'ascii-semicolon',
  warning: 'client.warning.outlook-prf',
  note: 'client.note.outlook-prf',
  render: (settings) => {
    const incoming = neededIncoming(settings);
    const kind = incoming.protocol === 'pop3' ? 'I_Mail' : 'IMAP_I_Mail';
    const account = accountEntries(settings, incoming);
    const sections: readonly Section[] = [
      [
        'General',
        [
          ['Custom', '1'],
          ['ProfileName', `Postway ${prfValue('mailAddress', accountAddress(settings))}`],
          ['DefaultProfile', 'No'],
          ['OverwriteProfile', 'No'],
          ['ModifyDefaultProfileIfPresent', 'FALSE'],
        ],
      ],
      ['Service List', [['Service1', 'Outlook Address Book']]],
      ['Internet Account List', [['Account1', kind]]],
      ['Service1', []],
      ['Account1', [['UniqueService', 'No'], ...account.map(([key, , value]) => [key, value] as const)]],
      ['Outlook Address Book', [['ServiceName', 'CONTAB']]],
      [
        kind,
        [
          ['AccountType', kind === 'I_Mail' ? 'POP3' : 'IMAP'],
          ...account.map(([key, mapping]) => [key, mapping] as const),
        ],
      ],
    ];
    return sections.map(sectionText).join('\r\n');
  },
};

type Section = readonly [name: string, entries: readonly (readonly [key: string, value: string])[]];
/** A key without its mapping to an account property is passed over in silence, so the two stand together. */
type AccountEntry = readonly [key: string, mapping: string, value: string];

function accountEntries(settings: ClientSettings, incoming: Server): readonly AccountEntry[] {
  const { outgoing, displayName } = settings;
  const address = prfValue('mailAddress', accountAddress(settings));
  const prefix = incoming.protocol === 'pop3' ? 'POP3' : 'IMAP';
  if (incoming.security === 'starttls') {
    throw refused('incoming.security', 'client.refuse.starttls');
  }
  const incomingUser = login('incoming', incoming) ?? '';
  const outgoingUser = login('outgoing', outgoing);
  const isShared = outgoingUser === incomingUser;
  return [
    ['AccountName', 'PT_UNICODE,0x0002', address],
    ['DisplayName', 'PT_UNICODE,0x000B', displayName === '' ? address : prfValue('displayName', displayName)],
    ['EmailAddress', 'PT_UNICODE,0x000C', address],
    [`${prefix}Server`, 'PT_UNICODE,0x0100', prfValue('incoming.host', incoming.host)],
    [`${prefix}UserName`, 'PT_UNICODE,0x0101', incomingUser],
    [`${prefix}Port`, 'PT_LONG,0x0104', String(incoming.port)],
    [`${prefix}UseSSL`, 'PT_LONG,0x0105', incoming.security === 'tls' ? '1' : '0'],
    [`${prefix}UseSPA`, 'PT_LONG,0x0108', '0'],
    // Else the new profile would take all mail off the server, away from the one in use.
    ...(incoming.protocol === 'pop3' ? [['LeaveOnServer', 'PT_LONG,0x1000', '1'] as const] : []),
    ['SMTPServer', 'PT_UNICODE,0x0200', prfValue('outgoing.host', outgoing.host)],
    ['SMTPPort', 'PT_LONG,0x0201', String(outgoing.port)],
    // Older Outlooks read the first of the two, newer ones the second, which alone can say STARTTLS.
    ['SMTPUseSSL', 'PT_LONG,0x0202', outgoing.security === 'tls' ? '1' : '0'],
    ['SMTPSecureConnection', 'PT_LONG,0x020A', secureConnection[outgoing.security]],
    ['SMTPUseAuth', 'PT_LONG,0x0203', outgoingUser === null ? '0' : '1'],
    ['SMTPAuthMethod', 'PT_LONG,0x0208', outgoingUser === null || isShared ? '0' : '1'],
    ...(outgoingUser === null || isShared
      ? []
      : [['SMTPUserName', 'PT_UNICODE,0x0204', outgoingUser] as const]),
    ['SMTPUseSPA', 'PT_LONG,0x0207', '0'],
    ['ConnectionType', 'PT_LONG,0x000F', '0'],
    ['ServerTimeOut', 'PT_LONG,0x0209', '60'],
  ];
}

const secureConnection: Readonly<Record<Server['security'], string>> = { none: '0', tls: '1', starttls: '2' };

function login(role: ServerRole, server: Server): string | null {
  const user = loginName(server, role);
  if (server.auth === 'password-encrypted') {
    throw refused(`${role}.auth`, 'client.refuse.encrypted-outlook');
  }
  return user === null ? null : prfValue(`${role}.username`, user);
}

/** There is no escape: refused is what is expanded (`%NAME%`), cut off at the ends, or not ASCII. */
function prfValue(field: string, value: string): string {
  refuseIfMatches(field, value, /[^\x20-\x7e]|%|^[\s"';[]|[\s"']$/);
  return value;
}

function sectionText([name, entries]: Section): string {
  return `[${name}]\r\n${entries.map(([key, value]) => `${key}=${value}\r\n`).join('')}`;
}
