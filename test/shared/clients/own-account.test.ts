import { expect, test } from 'vitest';
import type { ClientSettings } from '../../../shared/clients/client.ts';
import { clients, settingsPage, withWalkthrough } from '../../../shared/clients/index.ts';
import { nearestVariant, stepsOf } from '../../../shared/clients/variant.ts';
import { aServer } from '../../support/builders.ts';
import { someSettings } from './settings.ts';

const google = someSettings({
  outgoing: aServer({ host: 'smtp.gmail.com', auth: 'oauth2', orPassword: true }),
  secret: 'app-password',
  provider: { name: 'Gmail', secret: 'app-password' },
});
const words = (id: string, settings: ClientSettings) => {
  const client = clients.find((one) => one.id === id);
  if (client?.kind !== 'steps') throw new Error(`no steps for ${id}`);
  return stepsOf(client, settings, nearestVariant(client, settings, {}))
    .flatMap(({ text, notes, fields }) => [text, ...notes, ...fields.map(({ value }) => value)])
    .join('\n');
};

test.each(['gmail-app', 'gmail-send-as', 'new-outlook', 'outlook-mobile'])(
  '%s: an account that is the program’s own has no server, and is not removed',
  (id) => {
    const said = words(id, google);
    expect(said).not.toMatch(/smtp\.gmail\.com|465|587|take the old one out|app password/);
    expect(said).toMatch(/without any server|no outgoing server/);
  },
);

test('an address of another provider is set by hand there', () => {
  expect(words('gmail-app', someSettings())).toContain('mail.example.org');
  expect(words('new-outlook', someSettings())).toContain('mail.example.org');
});

test('on an iPhone, an address of iCloud may be the account of the device itself', () => {
  const icloud = someSettings({ outgoing: aServer({ host: 'smtp.mail.me.com' }), secret: 'app-password' });
  expect(words('apple-mail-iphone', icloud)).toContain('listed as "iCloud"');
  expect(words('apple-mail-iphone', someSettings())).not.toContain('iCloud');
});

test('a printed page of an account that is added by a sign-in has no port to change above its steps', () => {
  const signIn = someSettings({
    outgoing: aServer({ host: 'smtp.office365.com', auth: 'oauth2' }),
    change: [{ field: 'port', from: '25', to: '587' }],
  });
  const client = clients.find(({ id }) => id === 'outlook');
  if (client?.kind !== 'steps') throw new Error('no steps');
  const walked = withWalkthrough(signIn, client, nearestVariant(client, signIn, {}));
  if (!walked.ok) throw new Error('refused');
  const page = settingsPage(walked.value);
  expect(page.ok && page.value.parts.map(({ kind }) => kind)).toEqual(['steps', 'points']);
});

test('whoever may keep an account with an app password is told the way to its server', () => {
  expect(words('outlook', google)).toMatch(
    /Where the outgoing server of such an account stands: File › Info/,
  );
});

test('a server without a login is said to let in its own network alone', () => {
  const open = someSettings({ outgoing: aServer({ auth: 'none' }) });
  expect(words('gmail-send-as', open)).toContain('so it hardly works');
  expect(words('gmail-app', open)).toContain('as on the road');
  expect(words('gmail-app', someSettings())).not.toContain('as on the road');
});

test('where the provider logs in with its own address alone, that is what stands for the user name', () => {
  const icloud = someSettings({
    outgoing: aServer({ host: 'smtp.mail.me.com', username: '' }),
    secret: 'app-password',
    provider: { name: 'iCloud Mail', secret: 'app-password', wantsOwnAddress: true },
  });
  expect(words('outlook', icloud)).toContain('your whole address at iCloud Mail itself');
  expect(words('outlook', icloud)).toContain('not one of your own domain');
  expect(words('outlook', someSettings({ outgoing: aServer({ username: '' }) }))).not.toContain(
    'whole address at',
  );
});
