import { expect, test } from 'vitest';
import { thunderbird } from '../../../shared/clients/thunderbird.ts';
import { nearestVariant } from '../../../shared/clients/variant.ts';
import type { Server } from '../../../shared/model/check.ts';
import { aServer } from '../../support/builders.ts';
import { someSettings } from './settings.ts';

function fields(change: Partial<Server> = {}) {
  const settings = someSettings({ outgoing: aServer(change) });
  const steps = thunderbird.steps(settings, nearestVariant(thunderbird, settings, {}));
  return new Map(steps.flatMap((step) => step.fields).map((field) => [field.label, field]));
}

test('fills the SMTP Server dialog with the security before the port', () => {
  expect([...fields()].map(([label, { value }]) => `${label} ${value}`)).toEqual([
    'Account Settings you@example.org',
    'Server Name: mail.example.org',
    'Connection security: STARTTLS',
    'Port: 587',
    'Authentication method: Normal password',
    'User Name: you@example.org',
  ]);
});

test.each<[Partial<Server>, string]>([
  [{ auth: 'none' }, 'No authentication'],
  [{ auth: 'password-encrypted' }, 'Encrypted password'],
  [{ auth: 'unknown' }, 'Normal password'],
  [{ auth: 'password-cleartext', security: 'none' }, 'Password, transmitted insecurely'],
])('uses the words of its drop-down for %o', (change, word) => {
  expect(fields(change).get('Authentication method:')?.value).toBe(word);
});

test('asks for no user name where Thunderbird greys it out', () => {
  expect(fields({ auth: 'none' }).has('User Name:')).toBe(false);
});

test('marks what changes', () => {
  const changed = [...fields().values()].filter(({ isChanged }) => isChanged).map(({ value }) => value);
  expect(changed).toEqual(['STARTTLS', '587']);
});
