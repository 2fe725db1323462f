import { expect, test } from 'vitest';
import { clients, renderClient } from '../../../shared/clients/index.ts';
import { sendsAlone } from '../../../shared/clients/variant.ts';
import { aServer } from '../../support/builders.ts';
import { someSettings } from './settings.ts';

/** What a check of a host and its port alone knows. */
const alone = someSettings({
  mailAddress: '',
  outgoing: aServer({ host: 'mail.example.org', username: '' }),
  incoming: null,
});
const files = clients.filter(
  (client) => client.kind !== 'steps' && client.kind !== 'code' && sendsAlone(client),
);

test('every file of what only sends is written for a server alone, with words to be replaced', () => {
  expect(files.length).toBeGreaterThan(30);
  for (const client of files) {
    const rendered = renderClient(client, alone);
    if (!rendered.ok) expect.fail(`${client.id}: ${rendered.problem.message}`);
    expect(rendered.value.text, client.id).toContain('mail.example.org');
  }
});

test.each([
  ['postfix', false],
  ['exim', false],
  ['compose', true],
  ['rails', true],
  ['msmtp', true],
])('%s says what goes there', (id, hasSender) => {
  const client = clients.find((one) => one.id === id);
  const rendered = client && renderClient(client, alone);
  if (!rendered?.ok) expect.fail(id);
  const words = rendered.value.text.replace(/\n\W{0,3}/g, ' ');
  expect(words).toContain('In place of USER, wherever it stands, write the name with which you log in');
  expect(words.includes('In place of SENDER@example.org, wherever it stands')).toBe(hasSender);
});

test('where the server wants no login, no name is asked for', () => {
  const client = clients.find(({ id }) => id === 'msmtp');
  const open = { ...alone, outgoing: aServer({ auth: 'none', username: '' }) };
  const rendered = client && renderClient(client, open);
  if (!rendered?.ok) expect.fail();
  expect(rendered.value.text).not.toContain('USER');
  expect(rendered.value.text).toContain('SENDER@example.org');
});

test('whoever checked an address is asked for nothing', () => {
  for (const client of files) {
    const rendered = renderClient(client, someSettings());
    if (rendered.ok) expect(rendered.value.text, client.id).not.toMatch(/\bIn place of (?:USER|SENDER)/);
  }
});
