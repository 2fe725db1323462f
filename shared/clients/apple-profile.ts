import type { Server } from '../model/check.ts';
import { say } from '../text/index.ts';
import { said } from '../text/said.ts';
import type { ClientSettings, FileClient } from './client.ts';
import { adviceOf } from './login-advice.ts';
import { prefaceOf } from './preface.ts';
import { accountAddress, loginName, neededIncoming, type ServerRole } from './required.ts';
import { uuidFor } from './uuid.ts';
import { xmlText } from './xml.ts';

/**
 * A configuration profile for Apple Mail on iPhone, iPad and Mac (`com.apple.mail.managed`), not signed. It adds an account and changes
 * none. One flag stands for both kinds of encryption; the system tells them apart by the port, which is therefore always said.
 */
export const appleProfile: FileClient = {
  kind: 'file',
  id: 'apple-profile',
  name: said('client.name.from-profile', { program: 'Apple Mail' }),
  addsAccount: true,
  group: 'people',
  source: {
    name: "Apple's schema com.apple.mail.managed.yaml",
    url: 'https://github.com/apple/device-management',
    checked: '2026-11',
  },
  fileName: 'postway.mobileconfig',
  mediaType: 'application/x-apple-aspen-config',
  comments: 'own',
  note: 'client.note.apple-profile',
  render: (settings) => {
    const address = accountAddress(settings);
    const id = `example.postway.mail.${uuidFor(address)}`;
    const content: Entry[] = [
      ['PayloadType', 'string', 'Configuration'],
      ['PayloadVersion', 'integer', '1'],
      ['PayloadIdentifier', 'string', id],
      ['PayloadUUID', 'string', uuidFor(`profile ${address}`).toUpperCase()],
      ['PayloadDisplayName', 'string', say('client.apple-profile.name', { address })],
      [
        'PayloadDescription',
        'string',
        [...prefaceOf(settings), say('client.apple-profile.description'), ...adviceOf(settings)].join(' '),
      ],
    ];
    const lines = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
      '<plist version="1.0">',
      '<dict>',
      ...content.map(entryLine),
      '  <key>PayloadContent</key>',
      '  <array><dict>',
      ...mailPayload(settings, address, `${id}.account`).map(entryLine),
      '  </dict></array>',
      '</dict>',
      '</plist>',
    ];
    return `${lines.join('\n')}\n`;
  },
};

type Entry = readonly [key: string, type: 'string' | 'integer' | 'boolean', value: string, field?: string];

function mailPayload(settings: ClientSettings, address: string, id: string): Entry[] {
  const { outgoing, displayName } = settings;
  const incoming = neededIncoming(settings);
  const shares = outgoing.auth !== 'none' && outgoing.username === incoming.username;
  return [
    ['PayloadType', 'string', 'com.apple.mail.managed'],
    ['PayloadVersion', 'integer', '1'],
    ['PayloadIdentifier', 'string', id],
    ['PayloadUUID', 'string', uuidFor(`account ${address}`).toUpperCase()],
    ['EmailAccountType', 'string', incoming.protocol === 'pop3' ? 'EmailTypePOP' : 'EmailTypeIMAP'],
    ['EmailAccountDescription', 'string', address, 'mailAddress'],
    ...(displayName === '' ? [] : [['EmailAccountName', 'string', displayName, 'displayName'] as const]),
    ['EmailAddress', 'string', address, 'mailAddress'],
    ...serverEntries('incoming', incoming),
    ...serverEntries('outgoing', outgoing),
    ['OutgoingPasswordSameAsIncomingPassword', 'boolean', String(shares)],
  ];
}

function serverEntries(role: ServerRole, server: Server): Entry[] {
  const prefix = role === 'incoming' ? 'IncomingMailServer' : 'OutgoingMailServer';
  const user = loginName(server, role);
  const login: Entry[] = user === null ? [] : [[`${prefix}Username`, 'string', user, `${role}.username`]];
  return [
    [`${prefix}Authentication`, 'string', authentication[server.auth]],
    [`${prefix}HostName`, 'string', server.host, `${role}.host`],
    [`${prefix}PortNumber`, 'integer', String(server.port)],
    [`${prefix}UseSSL`, 'boolean', String(server.security !== 'none')],
    ...login,
  ];
}

/** There is no word for a sign-in through the browser, which was refused with the user name. */
const authentication: Readonly<Record<Server['auth'], string>> = {
  none: 'EmailAuthNone',
  'password-cleartext': 'EmailAuthPassword',
  'password-encrypted': 'EmailAuthCRAMMD5',
  unknown: 'EmailAuthPassword',
  oauth2: '',
};

function entryLine([key, type, value, field = key]: Entry): string {
  const element = type === 'boolean' ? `<${value}/>` : `<${type}>${xmlText(field, value)}</${type}>`;
  return `  <key>${key}</key>${element}`;
}
