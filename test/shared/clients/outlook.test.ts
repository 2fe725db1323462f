import { describe, expect, test } from 'vitest';
import { outlook } from '../../../shared/clients/outlook.ts';
import { nearestVariant } from '../../../shared/clients/variant.ts';
import type { Security } from '../../../shared/model/endpoint.ts';
import type { Change } from '../../../shared/model/finding.ts';
import { aServer } from '../../support/builders.ts';
import { someSettings } from './settings.ts';

const steps = (settings = someSettings(), wanted = {}) =>
  outlook.steps(settings, nearestVariant(outlook, settings, wanted));

function step(id: string, settings = someSettings()) {
  const found = steps(settings).find((one) => one.id === id);
  if (!found) throw new Error(`no step "${id}"`);
  return found;
}

function field(id: string, label: string, settings = someSettings()) {
  return step(id, settings).fields.find((one) => one.label === label);
}

const encryption = 'Use the following type of encrypted connection:';

test('leads through the mail set-up in the order of its windows', () => {
  expect(steps().map(({ id }) => id)).toEqual(['open', 'account', 'server', 'login', 'advanced', 'finish']);
  expect(step('open').path).toEqual([
    'File',
    'Info',
    'Account Settings',
    'Manage Profiles',
    'Email Accounts...',
  ]);
  expect(step('login').path).toEqual(['More Settings ...', 'Outgoing Server']);
  expect(step('advanced').path).toEqual(['More Settings ...', 'Advanced']);
});

test.each<[Security, string]>([
  ['starttls', 'STARTTLS'],
  ['tls', 'SSL/TLS'],
])('calls %s "%s", and troubles nobody with the words of other versions', (security, word) => {
  const found = field('advanced', encryption, someSettings({ outgoing: aServer({ security }) }));
  expect(found).toMatchObject({ value: word, control: 'choice' });
  expect(found?.note).toBeUndefined();
});

test('warns where there is no encryption', () => {
  const found = field('advanced', encryption, someSettings({ outgoing: aServer({ security: 'none' }) }));
  expect(found?.value).toBe('None');
  expect(found?.note).toContain('can be read on the way');
});

test('has the port typed after the encryption is chosen, because Outlook changes the port by itself', () => {
  const labels = step('advanced').fields.map(({ label }) => label);
  expect(labels).toEqual([encryption, 'Outgoing server (SMTP):']);
  expect(field('advanced', 'Outgoing server (SMTP):')).toMatchObject({ value: '587', control: 'text' });
});

test('types the host where Outlook asks for it', () => {
  expect(field('server', 'Outgoing mail server (SMTP):')).toMatchObject({
    value: 'mail.example.org',
    control: 'text',
    isChanged: false,
  });
});

test('marks exactly the fields that differ from today', () => {
  const changed = steps()
    .flatMap(({ fields }) => fields)
    .filter(({ isChanged }) => isChanged)
    .map(({ value }) => value);
  expect(changed).toEqual(['STARTTLS', '587']);
});

test('marks nothing when the settings of today are not known', () => {
  const fields = steps(someSettings({ change: null })).flatMap((one) => one.fields);
  expect(fields.some(({ isChanged }) => isChanged)).toBe(false);
});

describe('the login of the outgoing server', () => {
  const tick = 'My outgoing server (SMTP) requires authentication';

  test('is ticked and shared with the incoming server when the user name is the same', () => {
    expect(field('login', tick)?.value).toBe('tick it');
    expect(field('login', 'Use same settings as my incoming mail server')).toBeDefined();
    expect(field('login', 'User Name:')).toBeUndefined();
  });

  test('gets its own user name when the two differ', () => {
    const settings = someSettings({ outgoing: aServer({ username: 'relay-user' }) });
    expect(field('login', 'Log on using', settings)).toBeDefined();
    expect(field('login', 'User Name:', settings)).toMatchObject({ value: 'relay-user', control: 'text' });
  });

  test('is left empty for a server that wants none', () => {
    const settings = someSettings({ outgoing: aServer({ auth: 'none' }) });
    expect(step('login', settings).fields).toMatchObject([{ label: tick, value: 'no tick' }]);
  });

  test('never uses SPA, which is another login that most servers do not know', () => {
    expect(field('server', 'Require logon using Secure Password Authentication (SPA)')?.value).toBe(
      'no tick',
    );
  });
});

describe('older versions', () => {
  const dialogOf = (id: string, version: string, settings = someSettings()) => {
    const [dialog] = steps(settings, { version }).find((one) => one.id === id)?.dialogs ?? [];
    if (!dialog) throw new Error(`no window for "${id}"`);
    return dialog;
  };

  test.each<[Security, string, string]>([
    ['starttls', 'TLS', 'STARTTLS'],
    ['tls', 'SSL', 'SSL/TLS'],
  ])('call %s "%s", which some copies of 2016 call "%s"', (security, word, newWord) => {
    const settings = someSettings({ outgoing: aServer({ security }) });
    const fields = steps(settings, { version: '2016' }).flatMap((one) => one.fields);
    const found = fields.find(({ label }) => label === encryption);
    expect(found).toMatchObject({
      value: word,
      note: expect.stringContaining(`Some copies of Outlook 2016 say "${newWord}"`),
    });
    expect(outlook.words({ language: 'en', version: '2016' }).security[security]).toBe(word);
  });

  test('have the tab "Connection" up to 2013, and write "E-mail" up to 2016', () => {
    const tabs = (version: string) => dialogOf('advanced', version).tabs.map(({ label }) => label);
    expect(tabs('2010')).toEqual(['General', 'Outgoing Server', 'Connection', 'Advanced']);
    expect(tabs('2016')).toEqual(['General', 'Outgoing Server', 'Advanced']);
    expect(dialogOf('advanced', '2016').title).toBe('Internet E-mail Settings');
    expect(dialogOf('advanced', '2019').title).toBe('Internet Email Settings');
  });

  test('open the list of accounts from the menu up to 2013, where that leads to the whole window', () => {
    const path = (version: string) => steps(someSettings(), { version })[0]?.path;
    expect(path('2013')).toEqual(['File', 'Info', 'Account Settings', 'Account Settings...']);
    expect(path('2016')?.at(-1)).toBe('E-mail Accounts...');
  });
});

test('Advanced of a POP3 account has its own labels', () => {
  const incoming = aServer({ protocol: 'pop3', port: 995, security: 'tls' });
  const [dialog] = step('advanced', someSettings({ incoming })).dialogs;
  const labels = dialog?.groups.flatMap(({ controls }) => controls.map(({ label }) => label));
  expect(labels).toContain('Incoming server (POP3):');
  expect(labels).toContain('This server requires an encrypted connection (SSL/TLS)');
  expect(labels).toContain('Leave a copy of messages on the server');
  expect(labels).not.toContain('Root folder path:');
});

test.each([
  ['fr', 'account server login advanced finish'],
  ['es', 'open account server login advanced finish'],
  ['pt-BR', 'server login advanced finish'],
  ['ja', 'server login advanced finish'],
  ['de', 'account server login advanced finish'],
  ['it', 'account'],
  ['pl', ''],
] as const)('is drawn in %s where the words of what is set and pressed are known', (language, windows) => {
  const settings = someSettings();
  const drawn = outlook
    .steps(settings, { language, version: '365', way: 'full' })
    .filter(({ dialogs }) => dialogs.some((dialog) => dialog.language === language));
  expect(drawn.map(({ id }) => id).join(' ')).toBe(windows);
});

test('what is set today stands in no English beside a window in another language', () => {
  const change: Change[] = [{ field: 'security', from: 'none', to: 'starttls' }];
  const steps = outlook.steps(someSettings({ change }), { language: 'pt-BR', version: '365', way: 'full' });
  const fields = steps.find(({ id }) => id === 'advanced')?.fields ?? [];
  expect(fields.map(({ was }) => was)).toContain('no encryption');
});

test('a window in another language leaves out what is not needed, and never what is', () => {
  const settings = someSettings();
  const steps = outlook.steps(settings, { language: 'fr', version: '365', way: 'full' });
  const advanced = steps.find(({ id }) => id === 'advanced');
  expect(advanced?.dialogs[0]?.isAbridged).toBe(true);
  expect(advanced?.fields.map(({ label, value }) => `${label} ${value}`)).toEqual([
    'Utiliser le type de connexion chiffrée suivant STARTTLS',
    'Serveur sortant (SMTP) 587',
  ]);
});

test.each(['en', 'de', 'fr', 'es', 'pt-BR', 'ja'] as const)(
  'in the language %s the sentence names the window as it is drawn, or not at all',
  (language) => {
    const found = steps(someSettings(), { language }).find(({ id }) => id === 'login');
    const title = found?.dialogs[0]?.title ?? '';
    const sentence = `A smaller window opens${title === '…' ? '.' : `, called "${title}".`}`;
    expect(found?.text.startsWith(sentence)).toBe(true);
  },
);

describe('where receiving shows a certificate for another name', () => {
  const misnamed = someSettings({
    incoming: aServer({
      protocol: 'imap',
      host: 'shared42.hosting.example',
      port: 993,
      security: 'tls',
    }),
    misnamedIncoming: 'mail.example.org',
  });

  test('its server is set in the window that has its field, before the one for sending', () => {
    const { fields, text } = step('server', misnamed);
    expect(fields.slice(0, 2).map(({ label, value }) => [label, value])).toEqual([
      ['Incoming mail server:', 'shared42.hosting.example'],
      ['Outgoing mail server (SMTP):', 'mail.example.org'],
    ]);
    expect(text).not.toContain('as it is');
    expect(step('server').text).toContain('Leave the server for incoming mail as it is');
    expect(step('server').fields.map(({ label }) => label)).not.toContain('Incoming mail server:');
  });

  test('no window says that it stays as it is', () => {
    const short = outlook.steps(misnamed, nearestVariant(outlook, misnamed, { way: 'short' }));
    expect(short.map(({ text }) => text).join(' ')).not.toMatch(/as it is if receiving works/);
    const last = step('finish', misnamed).dialogs.flatMap(({ groups }) => groups);
    const shown = last
      .flatMap(({ controls }) => controls)
      .find(({ label }) => label === 'Incoming mail server:');
    if (shown) expect(shown).toMatchObject({ value: 'shared42.hosting.example' });
  });
});
