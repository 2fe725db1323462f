import { expect, test } from 'vitest';
import type { ClientSettings } from '../../../shared/clients/client.ts';
import { clients } from '../../../shared/clients/index.ts';
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
