import { describe, expect, test } from 'vitest';
import type { ClientSettings, LoginFacts } from '../../../shared/clients/client.ts';
import { clients, renderClient } from '../../../shared/clients/index.ts';
import { adviceOf } from '../../../shared/clients/login-advice.ts';
import { aServer } from '../../support/builders.ts';
import { someSettings } from './settings.ts';

const gmail: LoginFacts = {
  name: 'Gmail',
  secret: 'app-password',
  secretAt: 'https://myaccount.google.com/apppasswords',
  needsTwoStep: true,
};
const microsoft365: LoginFacts = {
  name: 'Microsoft 365',
  secret: 'browser',
  passwordUntil: '2026-12-31',
};

/** As a check of such an address leaves them. */
function settingsAt(provider: LoginFacts, outgoing: ClientSettings['outgoing']): ClientSettings {
  const { secret } = provider;
  return someSettings({
    outgoing,
    incoming: aServer({ protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls' }),
    provider,
    ...(secret !== 'browser' && { secret }),
  });
}

const either = settingsAt(gmail, aServer({ host: 'smtp.gmail.com', auth: 'oauth2', orPassword: true }));
const organisation = settingsAt(microsoft365, aServer({ host: 'smtp.office365.com', auth: 'oauth2' }));

/** What a person who makes this export has before their eyes: the file, and what is told beside it where it takes no comments. */
function seen(id: string, settings: ClientSettings): string {
  const client = clients.find((one) => one.id === id);
  if (!client) throw new Error(`no client ${id}`);
  const rendered = renderClient(client, settings);
  if (!rendered.ok) return JSON.stringify(rendered.problem.message);
  const isInside = client.kind === 'steps' || (client.kind !== 'code' && client.comments !== null);
  const text = isInside ? rendered.value.text : adviceOf(settings).join(' ');
  // Comments and boxes break lines; the words are the same.
  return text.replace(/\n *(#|;|\/\/)? */g, ' ').replace(/ +/g, ' ');
}

const exports = clients.filter(({ kind }) => kind !== 'code').map(({ id }) => id);

describe.each(exports)('%s', (id) => {
  test('says for an app password where it is made and what must be on first, or leads to the sign-in', () => {
    const text = seen(id, either);
    const isSignIn = /page of Gmail opens|Nothing has to be set here/.test(text);
    expect(isSignIn || text.includes('https://myaccount.google.com/apppasswords')).toBe(true);
    if (!isSignIn) expect(text).toMatch(/2.Step Verification/);
  });

  test('says for Microsoft 365 until when a password does and who can let it, or leads to the sign-in', () => {
    const text = seen(id, organisation);
    if (/page of Microsoft 365 opens|Nothing has to be set here|client\.refuse/.test(text)) return;
    expect(text).toContain('Authenticated SMTP');
    expect(text).toContain('31 December 2026');
    expect(text).toMatch(/administrator can switch them on again/);
  });
});

test('files for servers and programs are written for Microsoft 365, with a password and its conditions', () => {
  for (const id of ['postfix', 'exim', 'msmtp', 'mutt', 'django', 'nodemailer', 'wordpress', 'spring']) {
    expect(seen(id, organisation), id).not.toContain('client.refuse');
  }
});

test('Outlook.com takes no password at all, and no file claims that it does', () => {
  const outlookCom = settingsAt(
    { name: 'Outlook.com', secret: 'browser' },
    aServer({ host: 'smtp-mail.outlook.com', auth: 'oauth2' }),
  );
  for (const id of ['postfix', 'msmtp', 'django'])
    expect(seen(id, outlookCom)).toContain('client.refuse.oauth2');
  expect(adviceOf(outlookCom).join()).not.toMatch(/administrator|app password/);
});

test.each<[string, LoginFacts, RegExp]>([
  ['two-step login alone', { name: 'GMX', secret: 'app-password-2fa' }, /If you use two-step login at GMX/],
  [
    'a switch in the web pages',
    { name: 'GMX', enable: [{ at: 'https://www.gmx.net/imap' }] },
    /switched that on, at https:\/\/www\.gmx\.net\/imap$/,
  ],
  [
    'a switch in the provider’s words',
    { name: 'X', enable: [{ instruction: 'Tick IMAP' }] },
    /says what to do first: Tick IMAP$/,
  ],
  ['a plan', { name: 'X', needsPlan: true }, /on some of its plans only/],
  [
    'an authorization code',
    { name: 'QQ', secret: 'authorization-code', secretAt: 'https://mail.qq.com/' },
    /authorization code.*https:\/\/mail\.qq\.com\//,
  ],
  [
    'a password for mail',
    { name: '', secret: 'mail-password' },
    /^your provider wants a password of its own/,
  ],
])('says what is to be done at the provider: %s', (_what, provider, words) => {
  expect(adviceOf(settingsAt(provider, aServer())).join(' ')).toMatch(words);
});

test('is silent where the account’s password does, and where no login is wanted', () => {
  expect(adviceOf(someSettings())).toEqual([]);
  expect(adviceOf(settingsAt(gmail, aServer({ auth: 'none' })))).toEqual([]);
});
