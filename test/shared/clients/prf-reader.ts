/**
 * Reads an Outlook profile file by its published description alone: sections, the mapping of keys to account properties, values. It knows
 * nothing of how Postway writes one, and throws on whatever Outlook would pass over in silence, expand, or take for something else.
 */
export type Profile = {
  readonly profileName: string;
  readonly isDefault: boolean;
  readonly overwrites: string;
  readonly changesDefault: boolean;
  readonly services: readonly string[];
  readonly account: {
    readonly kind: 'IMAP' | 'POP3';
    /** By the number of the account property, as Outlook's account programming interface names them. */
    readonly properties: ReadonlyMap<number, string | number>;
  };
};

/** Numbers and types of account properties, by the key after any IMAP or POP3. */
const described: Readonly<Record<string, readonly [type: 'PT_UNICODE' | 'PT_LONG', id: number]>> = {
  AccountName: ['PT_UNICODE', 0x0002],
  DisplayName: ['PT_UNICODE', 0x000b],
  EmailAddress: ['PT_UNICODE', 0x000c],
  ConnectionType: ['PT_LONG', 0x000f],
  ConnectionOID: ['PT_UNICODE', 0x0010],
  Server: ['PT_UNICODE', 0x0100],
  UserName: ['PT_UNICODE', 0x0101],
  ReplyEMailAddress: ['PT_UNICODE', 0x0103],
  Port: ['PT_LONG', 0x0104],
  UseSSL: ['PT_LONG', 0x0105],
  Organization: ['PT_UNICODE', 0x0107],
  UseSPA: ['PT_LONG', 0x0108],
  SMTPServer: ['PT_UNICODE', 0x0200],
  SMTPPort: ['PT_LONG', 0x0201],
  SMTPUseSSL: ['PT_LONG', 0x0202],
  SMTPUseAuth: ['PT_LONG', 0x0203],
  SMTPUserName: ['PT_UNICODE', 0x0204],
  SMTPUseSPA: ['PT_LONG', 0x0207],
  SMTPAuthMethod: ['PT_LONG', 0x0208],
  ServerTimeOut: ['PT_LONG', 0x0209],
  SMTPSecureConnection: ['PT_LONG', 0x020a],
  LeaveOnServer: ['PT_LONG', 0x1000],
};

/** What each number may be; a text may be anything that the file can hold. */
const ranges: Readonly<Record<number, readonly [from: number, to: number]>> = {
  15: [0, 2],
  260: [1, 65_535],
  261: [0, 1],
  264: [0, 0],
  513: [1, 65_535],
  514: [0, 1],
  515: [0, 1],
  519: [0, 0],
  520: [0, 2],
  521: [1, 3600],
  522: [0, 3],
  4096: [0, 1],
};

const services: Readonly<Record<string, string>> = { 'Outlook Address Book': 'CONTAB' };

/** The whole profile. Every section of the file must have been of use. */
export function readProfile(text: string): Profile {
  const sections = sectionsOf(text);
  const used = new Set<string>();
  const section = (name: string): ReadonlyMap<string, string> => {
    const found = sections.get(name);
    if (!found) throw new Error(`there is no [${name}]`);
    used.add(name);
    return found;
  };

  const general = section('General');
  onlyKeys('General', general, [
    'Custom',
    'ProfileName',
    'DefaultProfile',
    'OverwriteProfile',
    'ModifyDefaultProfileIfPresent',
  ]);
  if (general.get('Custom') !== '1') throw new Error('Custom is not 1');
  const names = [...section('Service List')].map(([key, service], index) => {
    if (key !== `Service${index + 1}`) throw new Error(`${key} is no service`);
    onlyKeys(key, section(key), ['UniqueService', 'Name']);
    const serviceName = section(service).get('ServiceName');
    if (serviceName === undefined || serviceName !== services[service])
      throw new Error(`${service} is not mapped`);
    return service;
  });
  const accounts = [...section('Internet Account List')];
  const [[key, type] = ['', '']] = accounts;
  if (accounts.length !== 1 || key !== 'Account1') throw new Error('not one account');
  const kind = { IMAP_I_Mail: 'IMAP' as const, I_Mail: 'POP3' as const }[type];
  if (kind === undefined) throw new Error(`${type} is no kind of account`);
  const properties = propertiesOf(kind, section(key), section(type));
  for (const name of sections.keys()) if (!used.has(name)) throw new Error(`[${name}] means nothing`);
  return {
    profileName: general.get('ProfileName') ?? '',
    isDefault: yes(general.get('DefaultProfile'), 'Yes', 'No'),
    overwrites: general.get('OverwriteProfile') ?? '',
    changesDefault: yes(general.get('ModifyDefaultProfileIfPresent'), 'TRUE', 'FALSE'),
    services: names,
    account: { kind, properties },
  };
}

function propertiesOf(
  kind: 'IMAP' | 'POP3',
  account: ReadonlyMap<string, string>,
  mapping: ReadonlyMap<string, string>,
): Map<number, string | number> {
  if (mapping.get('AccountType') !== kind) throw new Error('the mapping is for another kind of account');
  const found = new Map<number, string | number>();
  for (const [key, value] of account) {
    if (key === 'UniqueService' && value === 'No') continue;
    const incoming = key.startsWith(kind) ? key.slice(kind.length) : null;
    const name = incoming ?? key;
    const isOwn = ['Server', 'UserName', 'Port', 'UseSSL', 'UseSPA'].includes(name);
    const known = isOwn === (incoming !== null) ? described[name] : undefined;
    if (!known) throw new Error(`${key} is no key of such an account`);
    const [type, id] = known;
    const [, mappedType, mappedId] = /^(PT_\w+),0x([0-9A-F]{4})$/.exec(mapping.get(key) ?? '') ?? [];
    if (mappedType !== type || Number.parseInt(mappedId ?? '', 16) !== id) {
      throw new Error(`${key} would be passed over: its mapping is ${mapping.get(key)}`);
    }
    found.set(id, type === 'PT_LONG' ? number(key, id, value) : value);
  }
  for (const key of mapping.keys()) {
    if (key !== 'AccountType' && !account.has(key)) throw new Error(`${key} is mapped and has no value`);
  }
  return found;
}

function number(key: string, id: number, value: string): number {
  const [from, to] = ranges[id] ?? [0, -1];
  if (!/^\d+$/.test(value) || Number(value) < from || Number(value) > to)
    throw new Error(`${key} is ${value}`);
  return Number(value);
}

function yes(value: string | undefined, word: string, other: string): boolean {
  if (value !== word && value !== other) throw new Error(`${value} is neither ${word} nor ${other}`);
  return value === word;
}

function onlyKeys(name: string, section: ReadonlyMap<string, string>, known: readonly string[]): void {
  for (const key of section.keys()) if (!known.includes(key)) throw new Error(`[${name}] has no ${key}`);
}

/** As Windows reads such files: ASCII, CRLF, sections, `;` comments, values without blanks or a pair of quotes around them. */
function sectionsOf(text: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  if (/[^\x20-\x7e\r\n]/.test(text) || /(?<!\r)\n|\r(?!\n)/.test(text))
    throw new Error('not ASCII with CRLF');
  const found = new Map<string, Map<string, string>>();
  let current: Map<string, string> | null = null;
  for (const line of text.split('\r\n')) {
    if (line === '' || line.startsWith(';')) continue;
    const [, section] = /^\s*\[(.*)\]\s*$/.exec(line) ?? [];
    if (section !== undefined) {
      if (found.has(section)) throw new Error(`[${section}] twice`);
      current = new Map();
      found.set(section, current);
      continue;
    }
    const [, key = '', value = ''] = /^([^=]+)=(.*)$/.exec(line) ?? [];
    if (key === '' || current === null || current.has(key))
      throw new Error(`Outlook would read this otherwise: ${line}`);
    if (value.includes('%')) throw new Error(`Outlook would expand ${value}`);
    current.set(key, value.trim().replace(/^(["'])(.*)\1$/, '$2'));
  }
  return found;
}
