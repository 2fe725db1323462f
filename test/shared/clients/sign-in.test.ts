import { describe, expect, test } from 'vitest';
import type { ClientSettings, StepsClient } from '../../../shared/clients/client.ts';
import { clients, renderClient } from '../../../shared/clients/index.ts';
import { nearestVariant, stepsOf } from '../../../shared/clients/variant.ts';
import { aServer } from '../../support/builders.ts';
import { someSettings } from './settings.ts';

const programs = clients.filter((client): client is StepsClient => client.kind === 'steps');

function settingsFor(host: string, name: string, more: Partial<ClientSettings> = {}): ClientSettings {
  return someSettings({
    outgoing: aServer({ host, auth: 'oauth2' }),
    provider: { name, secret: 'browser' },
    ...more,
  });
}

const outlookCom = settingsFor('smtp-mail.outlook.com', 'Outlook.com');

function steps(id: string, settings: ClientSettings, version?: string) {
  const client = programs.find((one) => one.id === id);
  if (!client) throw new Error(`no steps for ${id}`);
  return stepsOf(client, settings, nearestVariant(client, settings, { version }));
}

const words = (id: string, settings: ClientSettings, version?: string) =>
  steps(id, settings, version)
    .flatMap(({ title, path, text, notes, fields }) => [
      title,
      ...path,
      text,
      ...notes,
      ...fields.flatMap(({ label, value }) => [label, value]),
    ])
    .join('\n');

/** Without what Thunderbird is to be told of a server that it has already. */
function withoutExisting(shown: string): string {
  return shown.replace(/If Thunderbird says that this server exists already.*/, '');
}

describe.each(programs.map(({ id }) => id))(
  '%s for Outlook.com, which signs in by the browser alone',
  (id) => {
    test('has no server, port or kind of login to set: only the way that works, or that there is none here', () => {
      const shown = words(id, outlookCom);
      expect(steps(id, outlookCom).flatMap(({ fields }) => fields)).toEqual([]);
      expect(withoutExisting(shown)).not.toMatch(/587|smtp-mail\.outlook\.com|OAuth2 in the list/);
      expect(shown).toMatch(
        /Sign in there as you do in the browser|Nothing has to be set here|This program cannot sign in there|A password does not work there/,
      );
    });

    test('tells nobody to delete an account', () => {
      expect(words(id, outlookCom)).not.toMatch(/(?<!not )(delete|remove) the (old )?account/i);
    });
  },
);

test.each([
  ['outlook', 'Add Account'],
  ['apple-mail-iphone', 'Choose "Outlook.com"'],
  ['apple-mail-mac', 'Choose "Microsoft Exchange"'],
  ['thunderbird', 'Mail Account…'],
  ['mailspring', 'Choose "Outlook.com / Hotmail"'],
])('%s adds the account once more by "%s"', (id, click) => {
  expect(words(id, outlookCom)).toContain(click);
  expect(steps(id, outlookCom).map((step) => step.id)).toEqual(['add', 'sign-in', 'send', 'old']);
});

test.each(['claws', 'kmail', 'geary', 'gmail-send-as', 'webmail'])(
  '%s cannot, and names programs that can',
  (id) => {
    expect(words(id, outlookCom)).toMatch(/Thunderbird, Apple Mail and Outlook/);
  },
);

test('old versions of Outlook open no page of Google’s or Outlook.com’s', () => {
  expect(words('outlook', outlookCom, '2010')).toContain('This program cannot sign in there');
  expect(words('outlook', settingsFor('smtp.office365.com', 'Microsoft 365'), '2016')).toContain(
    'Add the account',
  );
});

test('Google’s sign-in comes first in programs that have it; others get the app password with its page', () => {
  const gmail = someSettings({
    outgoing: aServer({ host: 'smtp.gmail.com', auth: 'oauth2', orPassword: true }),
    secret: 'app-password',
    provider: {
      name: 'Gmail',
      secret: 'app-password',
      secretAt: 'https://myaccount.google.com/apppasswords',
    },
  });
  expect(words('apple-mail-iphone', gmail)).toContain('Choose "Google"');
  const claws = words('claws', gmail);
  expect(claws).toContain('https://myaccount.google.com/apppasswords');
  expect(claws).toContain('smtp.gmail.com');
});

test('an account with an app password, which only has the wrong port, is not told that it cannot sign in', () => {
  const gmail = someSettings({
    outgoing: aServer({ host: 'smtp.gmail.com', auth: 'oauth2', orPassword: true }),
    secret: 'app-password',
    provider: { name: 'Gmail', secret: 'app-password' },
  });
  for (const id of ['outlook', 'apple-mail-iphone', 'thunderbird']) {
    const shown = words(id, gmail);
    expect(shown).toMatch(
      /app password already, leave it as it is, set only its outgoing server to port 587/,
    );
    expect(shown).not.toContain('whatever port is set in it');
  }
});

test('where Thunderbird has the server already, what is changed in it is its port and encryption too', () => {
  const shown = words('thunderbird', outlookCom);
  expect(shown).toMatch(
    /open the outgoing server .* set its encryption to STARTTLS\b.*, its port to 587 and/,
  );
});

test('where nobody knows whether the program knows the provider, the way says what to look for', () => {
  const own = settingsFor('mail.example.org', '');
  expect(words('thunderbird', own)).toMatch(/asks for a password and opens no page to sign in/);
  expect(words('claws', own)).toMatch(/A password does not work there/);
});

describe.each(programs.filter(({ group }) => group !== 'popular' && group !== 'people').map(({ id }) => id))(
  '%s, at a provider that nobody knows by its server',
  (id) => {
    test('is no place to type an address or to open a page: a relay is named', () => {
      const shown = words(id, settingsFor('mail.example.org', ''));
      expect(shown).not.toMatch(/Type your mail address|A page of|add it once more/);
      expect(shown).toContain('Let something else send');
    });
  },
);

test.each(programs.filter(({ group }) => group === 'popular' || group === 'people').map(({ id }) => id))(
  '%s says what to do where it takes the account only once',
  (id) => {
    const shown = words(id, outlookCom);
    if (!shown.includes('add it once more')) return;
    expect(shown).toMatch(/says that (it has this account already|this server exists already)/);
  },
);

test('the old account is kept where it stands beside the new one: Thunderbird, which adds none, has none to keep', () => {
  for (const id of ['outlook', 'apple-mail-iphone', 'samsung-email', 'gmail-app', 'thunderbird']) {
    expect(words(id, outlookCom)).toMatch(/Then do not delete it.* If there is one account only/s);
    expect(words(id, outlookCom)).not.toMatch(/Keep the old account|that you have just added/);
  }
});

test('Thunderbird names the two places where the account that exists signs in', () => {
  expect(words('thunderbird', outlookCom)).toMatch(
    /"OAuth2".*"Server Settings".* open the outgoing server .*"OAuth2"/,
  );
});

test.each([outlookCom, settingsFor('mail.example.org', 'Example')])(
  'a sentence calls the Gmail app by a name that it can take',
  (settings) => {
    expect(words('gmail-app', settings)).toMatch(/If Gmail says that it has|Gmail then asks|; Gmail knows/);
    for (const id of ['gmail-app', 'gmail-send-as']) {
      expect(words(id, settings)).not.toMatch(/another provider|Send mail as" another/);
    }
  },
);

test('a sentence calls each program by a name that it can take', () => {
  const long = programs.map(({ id }) => [id, words(id, outlookCom)] as const);
  const unfit = long.filter(([, text]) =>
    /(and|it,) [^.,]*[:(][^.,]* cannot (open it|send there)/.test(text),
  );
  expect(unfit.map(([id]) => id)).toEqual([]);
  expect(words('device', outlookCom)).toContain('for it, this device cannot send there');
});

test.each([
  ['claws', /client ID that you have to register/],
  ['kmail', /account wizard .*\(EWS\)/],
  ['geary', /Online Accounts/],
  ['nextcloud-mail', /administrator of Nextcloud/],
  ['fluent-smtp', /connections of another kind than SMTP/],
  ['post-smtp', /connections of another kind than SMTP/],
  ['wp-mail-smtp', /connections of another kind than SMTP/],
  ['zabbix', /"OAuth" as "Authentication"/],
])('%s says what it can do itself, and takes nothing of it back', (id, own) => {
  for (const settings of [outlookCom, settingsFor('mail.example.org', '')]) {
    const shown = words(id, settings);
    expect(shown).toMatch(own);
    expect(shown).toContain('By SMTP with a password');
    expect(shown).not.toMatch(/cannot open it|No other server|can sign in after all|look for OAuth 2\.0/);
  }
});

test('a device may be able to sign in, and nothing before says that it cannot', () => {
  for (const id of ['synology', 'brother-scanner', 'device']) {
    const shown = words(id, outlookCom);
    expect(shown).toContain('Some newer devices can sign in: look for OAuth 2.0');
    expect(shown).not.toMatch(/cannot open it|No other server, port or password|cannot sign in there/);
  }
});

test('nobody is told to choose the name of a server in a list', () => {
  const own = settingsFor('mail.example.org', 'mail.example.org');
  for (const { id } of programs) expect(words(id, own), id).not.toMatch(/choose "?mail\.example\.org/);
  const text = clients.find(({ id }) => id === 'text');
  const rendered = text && renderClient(text, own);
  expect(rendered?.ok && rendered.value.text.replace(/\s+/g, ' ')).not.toMatch(/choose mail\.example\.org/);
});
