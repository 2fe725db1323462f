import { expect, test } from 'vitest';
import { text } from '../../../shared/clients/text.ts';
import { aServer } from '../../support/builders.ts';
import { expectCarried, type Found } from './carried.ts';
import { someSettings } from './settings.ts';

/** The values of one block as a person reads them: all in the column where the block's widest label ends. */
function block(text: string, heading: string): Map<string, string> {
  const [, lines = ''] = new RegExp(`^${heading}\\n((?:.+\\n)*)`, 'mu').exec(text) ?? [];
  const rows = lines.trimEnd().split('\n');
  const widest = Math.max(...rows.map((row) => /^( *[A-Z][a-z]+(?: [a-z]+)?:) /.exec(row)?.[1]?.length ?? 0));
  return new Map(rows.map((row) => [row.slice(0, row.indexOf(':')).trim(), row.slice(widest + 2)]));
}

function read(page: string): Found {
  const outgoing = block(page, 'To send \\(outgoing mail, SMTP\\)');
  const incoming = block(page, 'To receive \\(incoming mail, IMAP\\)');
  const person = block(page, '=+\\n');
  return {
    host: outgoing.get('Server') ?? '',
    port: Number(outgoing.get('Port')),
    username: outgoing.get('User name') ?? '',
    address: person.get('Mail address') ?? '',
    name: person.get('Name') ?? '',
    incomingHost: incoming.get('Server') ?? '',
    incomingUsername: incoming.get('User name') ?? '',
  };
}

test('a person gets back every value, or the export refuses', () => expectCarried(text, read));

test('names every value that a person needs, each on a line of its own', () => {
  expect(text.render(someSettings())).toBe(`Mail settings for you@example.org
=================================

Name:          You Yourself
Mail address:  you@example.org

What to change
  Outgoing port: 25 becomes 587
  Encryption for sending: None becomes STARTTLS

To send (outgoing mail, SMTP)
  Server:      mail.example.org
  Port:        587
  Encryption:  STARTTLS (Gmail, and Outlook up to 2016, call it "TLS")
  User name:   you@example.org
  Password:    your usual mail password

To receive (incoming mail, IMAP)
  Server:      imap.example.org
  Port:        993
  Encryption:  SSL/TLS (Gmail, and Outlook up to 2016, call it "SSL")
  User name:   you@example.org
  Password:    your usual mail password

  If receiving works, leave it as it is. These values are for comparing, or
  for a new account. If your account fetches mail by POP3, leave that as it
  is too: do not change it to IMAP, and do not delete it, since its mail may
  be nowhere else.

The way, in any mail program
  1. Open the settings of your account in your mail program, and there the
     part for sending. It may be called "Outgoing server" or "SMTP".
  2. Type the server, choose the encryption and then type the port as they
     stand under "To send". The encryption comes first, because some
     programs change the port by themselves.
  3. If there are fields for a user name and a password for sending, fill
     them in, even if they say "Optional". If there is a box for
     "authentication", tick it. (Leave all this empty only if it says above
     that the server asks for no login.)
  4. Save, and send a message to yourself.

Good to know
  - Change the account that exists. It keeps your mail; there is no need to
    delete it.
  - This page holds no password.
`);
});

test('leaves out what is not known', () => {
  const page = text.render(someSettings({ incoming: null, change: null, displayName: '', mailAddress: '' }));
  expect(page).toContain('Mail settings for your mail address');
  expect(page).not.toMatch(/To receive|What to change|Name: {2}/);
});

test('says so when nothing has to change', () => {
  expect(text.render(someSettings({ change: [] }))).toContain('these are the settings you have now');
});

test('asks for no user name where the server wants no login', () => {
  const page = text.render(someSettings({ incoming: null, outgoing: aServer({ auth: 'none' }) }));
  expect(page).not.toContain('User name');
  expect(page).toContain('none; the server asks for no login');
});

test('names the password that the provider wants', () => {
  expect(text.render(someSettings({ secret: 'app-password' }))).toMatch(
    /Password: +a password made for mail programs \(app password\)/,
  );
  const browser = someSettings({
    secret: 'app-password',
    incoming: null,
    outgoing: aServer({ auth: 'oauth2' }),
  });
  expect(text.render(browser)).toMatch(/Password: +sign in through the browser/);
});

test('gives words instead of an empty user name', () => {
  const page = text.render(someSettings({ incoming: null, outgoing: aServer({ username: '' }) }));
  expect(page).toContain('User name:   your user name (usually your whole mail address)');
});
