import { describe, expect, test } from 'vitest';
import type { ClientSettings, StepField, StepsClient } from '../../../shared/clients/client.ts';
import { clientSteps, clients, findClient } from '../../../shared/clients/index.ts';
import { exactVariant, nearestVariant, type Wanted } from '../../../shared/clients/variant.ts';
import { someSettings } from './settings.ts';

const refusedOnce = someSettings({ isPasswordRefused: true });
const appPassword = someSettings({ secret: 'app-password', isPasswordRefused: true });

function fieldsOf(client: StepsClient, settings: ClientSettings, wanted: Wanted = {}): StepField[] {
  const steps = clientSteps(client, settings, nearestVariant(client, settings, wanted));
  if (!steps.ok) throw new Error(client.id);
  return steps.value.flatMap(({ fields }) => fields);
}

function named(id: string): StepsClient {
  const client = findClient(id);
  if (client?.kind !== 'steps') throw new Error(id);
  return client;
}

/** These ask for the password themselves once the server has refused the one that they kept. */
const askAgain = ['thunderbird', 'evolution', 'postbox'];

const mailPrograms = clients
  .filter((client) => client.kind === 'steps')
  .filter(({ group, id }) => (group === 'popular' || group === 'people') && !askAgain.includes(id));

describe.each(mailPrograms.map((client) => [client.id, client] as const))('%s', (_, client) => {
  test('has a place for the password where the one that it kept does not do', () => {
    expect(fieldsOf(client, refusedOnce).map(({ value }) => value)).toContain('your usual mail password');
    expect(fieldsOf(client, appPassword).map(({ value }) => value)).toContain(
      'a password made for mail programs (app password), not your usual one',
    );
  });
});

describe('Outlook for Windows', () => {
  const outlook = named('outlook');

  test.each(
    outlook.versions.flatMap(({ id }) => outlook.languages.map((language) => [id, language] as const)),
  )('%s in the language %s numbers the password on the page of the account', (version, language) => {
    const variant = nearestVariant(outlook, appPassword, { version, language });
    const steps = clientSteps(outlook, appPassword, variant);
    const page = steps.ok ? steps.value.find(({ id }) => id === 'server') : undefined;
    expect(page?.fields.map(({ value }) => value)).toContain(
      'a password made for mail programs (app password), not your usual one',
    );
  });

  test('is not led by the short way, which has no place for the password', () => {
    expect(exactVariant(outlook, someSettings(), { way: 'short' }).ok).toBe(true);
    expect(exactVariant(outlook, appPassword, { way: 'short' }).ok).toBe(false);
    expect(exactVariant(outlook, refusedOnce, { way: 'short' }).ok).toBe(false);
  });
});

test('a password that nothing is known against stays where it is kept', () => {
  for (const id of ['outlook', 'claws', 'geary', 'emclient', 'outlook-mac']) {
    expect(
      fieldsOf(named(id), someSettings()).map(({ value }) => value),
      id,
    ).not.toContain('your usual mail password');
  }
});
