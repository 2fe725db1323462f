import { expect, test } from 'vitest';
import { appleMailIphone } from '../../../shared/clients/apple-mail-iphone.ts';
import type { ClientSettings, StepsClient } from '../../../shared/clients/client.ts';
import { emclient } from '../../../shared/clients/emclient.ts';
import { outlook } from '../../../shared/clients/outlook.ts';
import { thunderbird } from '../../../shared/clients/thunderbird.ts';
import { exactVariant, languagesOf, nearestVariant, stepsOf } from '../../../shared/clients/variant.ts';
import { webmail } from '../../../shared/clients/webmail.ts';
import type { Server } from '../../../shared/model/check.ts';
import { speak } from '../../../shared/text/speak.ts';
import { aServer } from '../../support/builders.ts';
import { told } from '../../support/english.ts';
import { someSettings } from './settings.ts';

const settings = someSettings();

test.each([
  [{}, { language: 'en', version: '365', way: 'full' }],
  [{ language: 'de-AT' }, { language: 'de', version: '365', way: 'full' }],
  [{ language: 'pt' }, { language: 'pt-BR', version: '365', way: 'full' }],
  [
    { language: 'sv-SE', version: '97' },
    { language: 'en', version: '365', way: 'full' },
  ],
  [{ way: 'short' }, { language: 'en', version: '365', way: 'short' }],
  [
    { way: 'short', version: '2016' },
    { language: 'en', version: '2016', way: '' },
  ],
])('the nearest to %j', (wanted, variant) => {
  expect(nearestVariant(outlook, settings, wanted)).toEqual(variant);
});

test('the short way is not offered where sending needs a user name of its own', () => {
  const own = someSettings({ outgoing: aServer({ username: 'relay-user' }) });
  expect(outlook.ways(settings, '2019').map(({ id }) => id)).toEqual(['full', 'short']);
  expect(outlook.ways(own, '2019')).toEqual([]);
});

test('what does not exist is refused with what does', () => {
  expect(exactVariant(outlook, settings, { language: 'ja', version: '2016' })).toEqual({
    ok: true,
    value: { language: 'ja', version: '2016', way: '' },
  });
  expect(told(exactVariant(outlook, settings, { version: '97' }))).toMatchObject({
    ok: false,
    problem: { field: 'version', message: expect.stringContaining('2010 (Outlook 2010)') },
  });
  expect(told(exactVariant(outlook, settings, { language: 'xx' }))).toMatchObject({
    ok: false,
    problem: { field: 'language', message: expect.stringContaining('other (Another language)') },
  });
});

test.each(['nl', 'nl-BE', 'sv', 'tlh'])(
  'steps in a language of which no words are known come in English and say so: %s',
  (language) => {
    const variant = exactVariant(outlook, settings, { language });
    expect(variant).toEqual({ ok: true, value: { language: 'other', version: '365', way: 'full' } });
    const [first] = variant.ok ? stepsOf(outlook, settings, variant.value) : [];
    expect(first?.notes.join()).toContain('Your Outlook speaks a language whose words we do not know');
  },
);

test('where the settings in use are right, the steps say that nothing is left to do, or only the password', () => {
  const notesOf = (change: Partial<ClientSettings>) => {
    const used = someSettings(change);
    return stepsOf(thunderbird, used, nearestVariant(thunderbird, used, {})).flatMap(({ notes }) => notes);
  };
  expect(notesOf({ change: [] })[0]).toContain('nothing has to be changed');
  expect(notesOf({ change: [], isPasswordRefused: true })[0]).toContain(
    'only the password has to be changed',
  );
  for (const change of [{}, { change: null }, { change: [], first: ['Ask.'], mustWait: true }]) {
    expect(notesOf(change).join(' ')).not.toMatch(/has to be changed/);
  }
});

test.each(['full', 'short'])('Outlook says first what it cannot do (%s)', (way) => {
  const first = (auth: Server['auth']) => {
    const wanted = someSettings({ outgoing: aServer({ auth }) });
    return stepsOf(outlook, wanted, nearestVariant(outlook, wanted, { way }))[0]?.notes.join();
  };
  expect(first('password-encrypted')).toMatch(/CRAM-MD5\), which this program may not be able/);
  expect(first('password-cleartext')).toBe('');
});

test('in another language the first step says that all is in English', () => {
  expect(languagesOf(outlook).at(-1)).toBe('other');
  const variant = nearestVariant(outlook, settings, { language: 'other' });
  const [first, ...rest] = stepsOf(outlook, settings, variant);
  expect(first?.notes.join()).toContain('speaks a language whose words we do not know');
  expect(rest.flatMap(({ notes }) => notes).join()).not.toMatch(/speaks|English/);
});

test('to a reader of a language that the program lacks, one step says that words are English', async () => {
  const notesOf = (client: StepsClient, language: string) =>
    stepsOf(client, settings, nearestVariant(client, settings, { language })).flatMap(({ notes }) => notes);
  const isSaid = (note: string) => note.includes('en français');
  try {
    await speak('fr');
    expect(notesOf(emclient, 'fr').filter(isSaid)).toHaveLength(1);
    expect(notesOf(thunderbird, 'fr').filter(isSaid)).toEqual([]);
    expect(notesOf(webmail, 'fr').filter(isSaid)).toEqual([]);
  } finally {
    await speak('en');
  }
});

test('an iPhone in another language has the labels that are known there, and the rest in English with a word about it', async () => {
  const open = (language: string) =>
    stepsOf(appleMailIphone, settings, nearestVariant(appleMailIphone, settings, { language }));
  try {
    await speak('de');
    const [way, server] = open('de');
    expect(way?.path.join(' › ')).toBe(
      'Einstellungen › Apps › Mail › Mail Accounts › you@example.org › Account › SMTP',
    );
    expect(way?.notes.join()).toContain('auf Deutsch');
    expect([...(server?.glossary?.own ?? [])]).toContainEqual(['Host Name', 'Hostname']);
    await speak('ja');
    expect(open('ja')[0]?.path.slice(0, 4)).toEqual(['設定', 'アプリ', 'メール', 'メールアカウント']);
    const signIn = someSettings({ outgoing: aServer({ auth: 'oauth2', host: 'smtp.gmail.com' }) });
    const [add] = stepsOf(
      appleMailIphone,
      signIn,
      nearestVariant(appleMailIphone, signIn, { language: 'ja' }),
    );
    expect(add?.path.at(-1)).toBe('Add Account');
    expect(add?.notes.join()).toContain('日本語');
  } finally {
    await speak('en');
  }
});
