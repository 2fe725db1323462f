import { expect, test } from 'vitest';
import { thunderbird } from '../../../shared/clients/thunderbird.ts';
import { nearestVariant, stepsOf } from '../../../shared/clients/variant.ts';
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

test.each([
  ['en', 'in the folder "Outbox". To send them now: File > Send Unsent Messages.'],
  ['pt-BR', 'in the folder "Saída". To send them now: Arquivo > Enviar mensagens não enviadas.'],
  ['other', 'in the folder "Outbox". To send them now: File > Send Unsent Messages.'],
])('calls the folder of unsent messages what it says in the language %s', (language, words) => {
  const settings = someSettings();
  const last = stepsOf(thunderbird, settings, nearestVariant(thunderbird, settings, { language })).at(-1);
  expect(last?.notes.join(' ')).toContain(words);
});

test('a page of its own opens the server for receiving where that shows a certificate for another name', () => {
  const settings = someSettings();
  const misnamed = { ...settings, misnamedIncoming: 'mail.example.org' };
  const step = (given: typeof settings) =>
    stepsOf(thunderbird, given, nearestVariant(thunderbird, given, {})).find(({ id }) => id === 'receiving');
  const receiving = step(misnamed);
  expect(receiving?.path.slice(-1)).toEqual(['Server Settings']);
  expect(receiving?.text).toContain(settings.incoming?.host);
  expect(receiving?.fields).toMatchObject([{ label: 'Server Name:', value: settings.incoming?.host }]);
  expect(step(settings)).toBeUndefined();
});
