import { expect, test } from 'vitest';
import { outlookPrf } from '../../../shared/clients/outlook-prf.ts';
import { aServer } from '../../support/builders.ts';
import { expectCarried, type Found, fileOf, refusedField } from './carried.ts';

/** The account properties of Outlook's programming interface, by the key of the file that stands for each. */
const properties: Readonly<Record<string, string>> = {
  AccountName: 'PT_UNICODE,0x0002',
  DisplayName: 'PT_UNICODE,0x000B',
  EmailAddress: 'PT_UNICODE,0x000C',
  ConnectionType: 'PT_LONG,0x000F',
  Server: 'PT_UNICODE,0x0100',
  UserName: 'PT_UNICODE,0x0101',
  Port: 'PT_LONG,0x0104',
  UseSSL: 'PT_LONG,0x0105',
  UseSPA: 'PT_LONG,0x0108',
  SMTPServer: 'PT_UNICODE,0x0200',
  SMTPPort: 'PT_LONG,0x0201',
  SMTPUseSSL: 'PT_LONG,0x0202',
  SMTPUseAuth: 'PT_LONG,0x0203',
  SMTPUserName: 'PT_UNICODE,0x0204',
  SMTPUseSPA: 'PT_LONG,0x0207',
  SMTPAuthMethod: 'PT_LONG,0x0208',
  ServerTimeOut: 'PT_LONG,0x0209',
  SMTPSecureConnection: 'PT_LONG,0x020A',
};

type Sections = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** As Windows reads such files: ASCII, CRLF, sections, values without blanks or a pair of quotes around them, %NAME% expanded. */
function sections(text: string): Sections {
  if (/[^\x20-\x7e\r\n]/.test(text) || /(?<!\r)\n|\r(?!\n)/.test(text))
    throw new Error('not ASCII with CRLF');
  const found = new Map<string, Map<string, string>>();
  let current = new Map<string, string>();
  for (const line of text.split('\r\n').filter((one) => one !== '' && !one.startsWith(';'))) {
    const [, section] = /^\[(.*)\]$/.exec(line) ?? [];
    if (section !== undefined) {
      if (found.has(section)) throw new Error(`[${section}] twice`);
      current = new Map();
      found.set(section, current);
      continue;
    }
    const [, key = '', value = ''] = /^([^=]+)=(.*)$/.exec(line) ?? [];
    if (key === '' || current.has(key)) throw new Error(`Outlook would read this otherwise: ${line}`);
    current.set(
      key,
      value
        .trim()
        .replace(/^(["'])(.*)\1$/, '$2')
        .replace(/%\w*%/g, 'expanded'),
    );
  }
  return found;
}

/** The account's values by property, with the mapping of every key checked. */
function account(text: string): Map<string, string> {
  const found = sections(text);
  const kind = found.get('Internet Account List')?.get('Account1') ?? '';
  const mapping = found.get(kind);
  const values = new Map<string, string>();
  for (const [key, value] of found.get('Account1') ?? []) {
    if (key === 'UniqueService') continue;
    const name = key.replace(/^(IMAP|POP3)/, '');
    expect(mapping?.get(key), key).toBe(properties[name]);
    values.set(name, value);
  }
  return values;
}

function read(text: string): Found {
  const found = account(text);
  const security: Record<string, string> = { 0: 'none', 1: 'tls', 2: 'starttls' };
  const incomingUsername = found.get('UserName') ?? '';
  return {
    host: found.get('SMTPServer') ?? '',
    port: Number(found.get('SMTPPort')),
    security: security[found.get('SMTPSecureConnection') ?? ''] ?? '?',
    username: found.get('SMTPAuthMethod') === '1' ? (found.get('SMTPUserName') ?? '') : incomingUsername,
    address: found.get('EmailAddress') ?? '',
    name: found.get('DisplayName') ?? '',
    incomingHost: found.get('Server') ?? '',
    incomingUsername,
  };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(outlookPrf, read));

test('makes a profile of its own and leaves the one in use alone', () => {
  const general = sections(fileOf(outlookPrf)).get('General');
  expect(general?.get('OverwriteProfile')).toBe('No');
  expect(general?.get('DefaultProfile')).toBe('No');
  expect(general?.get('ProfileName')).toBe('Postway you@example.org');
});

test('gives the login of its own only where it differs', () => {
  expect(account(fileOf(outlookPrf)).has('SMTPUserName')).toBe(false);
  const differs = account(fileOf(outlookPrf, { outgoing: aServer({ username: 'relay-user' }) }));
  expect([differs.get('SMTPAuthMethod'), differs.get('SMTPUserName')]).toEqual(['1', 'relay-user']);
  expect(account(fileOf(outlookPrf, { outgoing: aServer({ auth: 'none' }) })).get('SMTPUseAuth')).toBe('0');
});

test('knows POP3 accounts by their own keys', () => {
  const incoming = aServer({ protocol: 'pop3', host: 'pop.example.org', port: 995, security: 'tls' });
  const text = fileOf(outlookPrf, { incoming });
  expect(text).toContain('\r\nAccount1=I_Mail\r\n');
  expect(text).toContain('\r\nPOP3Server=pop.example.org\r\n');
});

test('refuses what the file has no word or no escape for', () => {
  const imap = aServer({ protocol: 'imap', port: 143, security: 'starttls' });
  expect(refusedField(outlookPrf, { incoming: imap })).toBe('incoming.security');
  expect(refusedField(outlookPrf, { displayName: 'Jürgen' })).toBe('displayName');
  expect(refusedField(outlookPrf, { displayName: '100%' })).toBe('displayName');
  expect(refusedField(outlookPrf, { outgoing: aServer({ auth: 'oauth2' }) })).toBe('outgoing.auth');
  expect(refusedField(outlookPrf, { outgoing: aServer({ auth: 'password-encrypted' }) })).toBe(
    'outgoing.auth',
  );
});
