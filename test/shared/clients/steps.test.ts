import { describe, expect, test } from 'vitest';
import type { ClientSettings, StepField } from '../../../shared/clients/client.ts';
import { clientSteps, findClient } from '../../../shared/clients/index.ts';
import { nearestVariant, stepsOf as stepsIn } from '../../../shared/clients/variant.ts';
import type { Server } from '../../../shared/model/check.ts';
import { aServer } from '../../support/builders.ts';
import { someSettings } from './settings.ts';

/** One program: what is typed and picked, in order, for 587 with STARTTLS; then its words for the encryption. */
type Row = {
  readonly id: string;
  readonly fields: readonly string[];
  /** Its words for STARTTLS, TLS from the start, and none. */
  readonly words: readonly [starttls: string, tls: string, none: string];
  /** The label of the encryption; where it is a box, both kinds are a tick. `null`: each kind is a radio button of that name. */
  readonly security: string | null;
  /** Its vendor's computers connect, and the first step says so. */
  readonly isCloud?: true;
  /** Its window has no box for the port. */
  readonly hasNoPort?: true;
};

const tick = 'tick it';
const empty = 'no tick';
const ticks = [tick, tick, empty] as const;
const common = ['STARTTLS', 'SSL/TLS', 'None'] as const;

const rows: readonly Row[] = [
  {
    id: 'new-outlook',
    fields: [
      'SMTP Username you@example.org',
      'SMTP Password your usual mail password',
      'SMTP Outgoing Server mail.example.org',
      'Secure connection type STARTTLS',
      'Port 587',
      'IMAP Incoming Server imap.example.org',
      'Port 993',
      'Secure connection type SSL/TLS',
      'Password your usual mail password',
      'SMTP Username you@example.org',
      'SMTP Password your usual mail password',
      'SMTP Outgoing Server mail.example.org',
      'Secure connection type STARTTLS',
      'Port 587',
    ],
    security: 'Secure connection type',
    words: common,
    isCloud: true,
  },
  {
    id: 'outlook-mac',
    fields: ['Outgoing Server mail.example.org', `Use SSL to connect (recommended) ${tick}`, 'Port 587'],
    security: 'Use SSL to connect (recommended)',
    words: ticks,
  },
  {
    id: 'outlook-mobile',
    fields: [
      'SMTP Hostname mail.example.org',
      'SMTP Port 587',
      'Port Security STARTTLS',
      'SMTP Username you@example.org',
      'SMTP Password your usual mail password',
      'IMAP Hostname imap.example.org',
      'IMAP Port 993',
      'Port Security SSL/TLS',
      'IMAP Username you@example.org',
      'IMAP Password your usual mail password',
      'SMTP Hostname mail.example.org',
      'SMTP Port 587',
      'Port Security STARTTLS',
      'SMTP Username you@example.org',
      'SMTP Password your usual mail password',
    ],
    security: 'Port Security',
    words: common,
    isCloud: true,
  },
  {
    id: 'apple-mail-mac',
    fields: [
      'User Name you@example.org',
      'Password your usual mail password',
      'Host Name mail.example.org',
      `Automatically manage connection settings ${empty}`,
      'Port 587',
      `Use TLS/SSL ${tick}`,
      'Authentication Password',
    ],
    security: 'Use TLS/SSL',
    words: ticks,
  },
  {
    id: 'apple-mail-iphone',
    fields: [
      'Host Name mail.example.org',
      'User Name you@example.org',
      'Password your usual mail password',
      'Use SSL switch it on',
      'Authentication Password',
      'Server Port 587',
    ],
    security: 'Use SSL',
    words: ['switch it on', 'switch it on', 'switch it off'],
  },
  {
    id: 'webmail',
    fields: [
      'Server mail.example.org',
      'Port 587',
      'Encryption STARTTLS',
      'User name you@example.org',
      'Password your usual mail password',
    ],
    security: 'Encryption',
    words: ['STARTTLS', 'SSL/TLS', 'None'],
    isCloud: true,
  },
  {
    id: 'gmail-send-as',
    fields: [
      'SMTP Server mail.example.org',
      'Port 587',
      'Username you@example.org',
      'Password your usual mail password',
      `Secured connection using TLS (recommended) select it`,
    ],
    security: null,
    words: [
      'Secured connection using TLS (recommended)',
      'Secured connection using SSL',
      'unsecured, if Gmail offers it',
    ],
    isCloud: true,
  },
  {
    id: 'thunderbird-android',
    fields: [
      'Server mail.example.org',
      'Security StartTLS',
      'Port 587',
      'Authentication Normal password',
      'Username you@example.org',
      'Password your usual mail password',
    ],
    security: 'Security',
    words: ['StartTLS', 'SSL/TLS', 'None'],
  },
  {
    id: 'evolution',
    fields: [
      'Server: mail.example.org',
      `Server requires authentication ${tick}`,
      'Encryption method: STARTTLS after connecting',
      'Port: 587',
      'Type: PLAIN',
      'Username: you@example.org',
    ],
    security: 'Encryption method:',
    words: ['STARTTLS after connecting', 'TLS on a dedicated port', 'No encryption'],
  },
  {
    id: 'kmail',
    fields: [
      'Outgoing mail server: mail.example.org',
      `Server requires authentication ${tick}`,
      'Login: you@example.org',
      'Password: your usual mail password',
      'STARTTLS select it',
      'Port: 587',
      'Authentication: PLAIN',
    ],
    security: null,
    words: ['STARTTLS', 'SSL/TLS', 'None'],
  },
  {
    id: 'claws',
    fields: [
      'SMTP server (send) mail.example.org',
      `SMTP Authentication (SMTP AUTH) ${tick}`,
      'Use STARTTLS command to start encrypted session select it',
      'SMTP port 587',
    ],
    security: null,
    words: [
      'Use STARTTLS command to start encrypted session',
      'Use TLS',
      "Don't use TLS (but, if necessary, use STARTTLS)",
    ],
  },
  {
    id: 'geary',
    fields: [
      'SMTP server mail.example.org',
      'Connection security StartTLS',
      'Login Use same login as receiving',
    ],
    security: 'Connection security',
    words: ['StartTLS', 'TLS', 'None'],
    hasNoPort: true,
  },
  {
    id: 'fairemail',
    fields: [
      'Server mail.example.org',
      'Encryption STARTTLS',
      'Port 587',
      'User name you@example.org',
      'Password your usual mail password',
    ],
    security: 'Encryption',
    words: common,
  },
  {
    id: 'emclient',
    fields: [
      'Host mail.example.org',
      'Security policy Force usage of SSL/TLS',
      'Port 587',
      'Authentication identity credentials',
    ],
    security: 'Security policy',
    words: ['Force usage of SSL/TLS', 'Use SSL/TLS on special port (legacy)', "Don't use secure connection"],
  },
  {
    id: 'mailspring',
    fields: [
      'Server mail.example.org',
      'Port 587',
      'Security STARTTLS',
      `Allow insecure SSL ${empty}`,
      'Username you@example.org',
      'Password your usual mail password',
    ],
    security: 'Security',
    words: ['STARTTLS', 'SSL / TLS', 'None'],
  },
];

function stepsOf(id: string, change: Partial<Server> = {}, more: Partial<ClientSettings> = {}) {
  const client = findClient(id);
  if (client?.kind !== 'steps') throw new Error(`no steps for ${id}`);
  const isInClear = client.sendsFrom === 'cloud' && change.security === 'none';
  // From somebody else's computers no password goes in clear.
  const outgoing = aServer(isInClear ? { ...change, auth: 'none' } : change);
  const settings = someSettings({ outgoing, ...more });
  return stepsIn(client, settings, nearestVariant(client, settings, {}));
}

const fieldsOf = (id: string, change: Partial<Server> = {}): readonly StepField[] =>
  stepsOf(id, change).flatMap(({ fields }) => fields);

const shownAs = (id: string, label: string, change: Partial<Server>): string | undefined =>
  fieldsOf(id, change).find((field) => field.label === label)?.value;

describe.each(rows)('$id', ({ id, fields, security, words, isCloud, hasNoPort }) => {
  test("has the program's own labels, each with the exact value", () => {
    expect(fieldsOf(id).map(({ label, value }) => `${label} ${value}`)).toEqual(fields);
  });

  test('says each kind of encryption in its own words', () => {
    const kinds = ['starttls', 'tls', 'none'] as const;
    const shown = (kind: Server['security']) =>
      security === null
        ? fieldsOf(id, { security: kind }).find(({ label }) => words.includes(label))?.label
        : shownAs(id, security, { security: kind });
    expect(kinds.map(shown)).toEqual(words);
  });

  test('warns where there is no encryption, and only there', () => {
    const notes = (kind: Server['security']) =>
      fieldsOf(id, { security: kind }).map(({ note }) => note ?? '');
    expect(notes('none').join()).toContain('can be read on the way');
    expect(notes('starttls').join()).not.toContain('can be read on the way');
  });

  test('marks what changes, names no user where there is no login, and gives each step an id of its own', () => {
    const changed = fieldsOf(id).filter(({ isChanged }) => isChanged);
    expect(changed).toHaveLength(hasNoPort ? 1 : 2);
    expect(changed.every(({ was }) => was !== undefined)).toBe(true);
    if (!hasNoPort) expect(changed.map(({ was }) => was)).toContain('25');
    const withoutLogin = stepsOf(id, { auth: 'none' })
      .filter((step) => step.id !== 'again')
      .flatMap((step) => step.fields.map(({ value }) => value));
    expect(withoutLogin).not.toContain('you@example.org');
    const ids = stepsOf(id).map((step) => step.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.at(-1)).toBe('send');
  });

  test('has its word for an encrypted password, or says first that it may not be able to', () => {
    const auth = 'password-encrypted';
    const word = /CRAM-MD5|MD5 Challenge-Response|Encrypted password/;
    const own = fieldsOf(id, { auth }).map(({ value }) => value);
    const said = stepsOf(id, { auth })[0]?.notes.join() ?? '';
    expect(own.some((value) => word.test(value)) || word.test(said), own.join()).toBe(true);
    expect(fieldsOf(id).some(({ value }) => word.test(value))).toBe(false);
  });

  test('asks for the password that the provider wants, when it is tried', () => {
    const said = (change: Partial<Server>, more: Partial<ClientSettings> = {}) =>
      stepsOf(id, change, more).at(-1)?.text;
    expect(said({})).toMatch(/it is your usual mail password/);
    expect(said({}, { secret: 'app-password' })).toMatch(/\(an app password\), not your usual one/);
    expect(said({ auth: 'none' })).not.toMatch(/password|sign in/);
  });

  test(isCloud ? 'says first that its vendor connects' : 'begins with the way to the settings', () => {
    const [first] = stepsOf(id);
    expect(first?.id).toBe(isCloud ? 'cloud' : 'open');
    if (isCloud) expect(first?.text).toMatch(/(Microsoft|Google|provider)'s computers/);
    else expect(first?.path.length).toBeGreaterThan(0);
  });
});

test('Gmail’s window asks for a password that is not Google’s, and names none where none would do', () => {
  const said = (change: Partial<Server>, more: Partial<ClientSettings> = {}) =>
    stepsOf('gmail-send-as', change, more)
      .flatMap(({ fields }) => fields)
      .find(({ label }) => label === 'Password')?.note;
  expect(said({})).toMatch(/^Type your mail password for this server, not your Google password/);
  expect(said({}, { secret: 'app-password' })).toMatch(
    /that your provider makes for mail programs, not your Google password/,
  );
  expect(said({ auth: 'none' })).toBeUndefined();
});

test.each([
  ['emclient', 'Authentication own login,User name relay-user'],
  ['outlook-mac', 'relay-user'],
])('%s says a user name for sending that differs from the one for receiving', (id, said) => {
  const shown = (username: string) =>
    stepsOf(id, { username })
      .flatMap(({ fields, notes }) => [...fields.map(({ label, value }) => `${label} ${value}`), ...notes])
      .join();
  expect(shown('relay-user')).toContain(said);
  expect(shown('you@example.org')).not.toMatch(/own login|you@example\.org/);
});

test('Mailspring has the port typed where its list does not have it', () => {
  const port = { port: 2525 };
  expect([shownAs('mailspring', 'Port', port), shownAs('mailspring', 'Custom', port)]).toEqual([
    'Custom',
    '2525',
  ]);
});

test('Apple Mail is told to log in without encryption, where there is none, and only there', () => {
  const said = (change: Partial<Server>) =>
    stepsOf('apple-mail-mac', change)
      .flatMap(({ notes }) => notes)
      .join();
  expect(said({ security: 'none' })).toContain('"Allow insecure authentication"');
  expect(said({ security: 'none', auth: 'none' })).not.toContain('insecure');
  expect(said({})).not.toContain('insecure');
});

test('Gmail is said to lack other ports, where one is needed', () => {
  const note = (port: number) =>
    fieldsOf('gmail-send-as', { port }).find(({ label }) => label === 'Port')?.note;
  expect(note(2525)).toContain('25, 465 and 587 only');
  expect(note(465)).toBeUndefined();
});

test.each([
  ['apple-mail-mac', 'Authentication', 'MD5 Challenge-Response', 'None'],
  ['apple-mail-iphone', 'Authentication', 'MD5 Challenge-Response', 'None'],
  ['thunderbird-android', 'Authentication', 'Encrypted password', 'None'],
  ['evolution', 'Type:', 'CRAM-MD5', undefined],
  ['emclient', 'Authentication', 'identity credentials', 'no authentication'],
] as const)('%s says each kind of login in its own words', (id, label, encrypted, none) => {
  expect(shownAs(id, label, { auth: 'password-encrypted' })).toBe(encrypted);
  expect(shownAs(id, label, { auth: 'none' })).toBe(none);
});

test('the port comes after the encryption where choosing that may change it', () => {
  for (const { id } of rows) {
    const fields = fieldsOf(id);
    const told = fields.findIndex(({ note }) => /^(Check|Type) it after setting "/.test(note ?? ''));
    const encryption = fields.findIndex(({ isChanged, value }) => isChanged && value !== '587');
    if (told === -1) continue;
    expect([id, told > encryption]).toEqual([id, true]);
    if (id === 'kmail') continue; // radio buttons, in a group of that name
    // It names the list as the program does.
    expect(fields[told]?.note).toContain(`"${fields[encryption]?.label.replace(/:$/, '')}"`);
  }
});

test('a phone whose account is deleted and added again is told all its values, and nothing as a change', () => {
  const client = findClient('outlook-mobile');
  if (client?.kind !== 'steps') throw new Error('no steps');
  const settings = someSettings();
  const steps = clientSteps(client, settings, nearestVariant(client, settings, {}));
  const again = steps.ok ? steps.value.find(({ id }) => id === 'again') : undefined;
  expect(again?.fields.map(({ label }) => label)).toEqual([
    'IMAP Hostname',
    'IMAP Port',
    'Port Security',
    'IMAP Username',
    'IMAP Password',
    'SMTP Hostname',
    'SMTP Port',
    'Port Security',
    'SMTP Username',
    'SMTP Password',
  ]);
  expect(again?.fields.some(({ isChanged }) => isChanged)).toBe(false);
});
