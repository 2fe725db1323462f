import { expect, test } from 'vitest';
import { findClient } from '../../../shared/clients/index.ts';
import { aServer } from '../../support/builders.ts';
import { fileOf } from './carried.ts';

/** Files into which a person writes the password, and what some passwords need there. */
test.each([
  ['gitlab', `holds ' or \\, write \\ before each`],
  ['nextcloud', `holds ' or \\, write \\ before each`],
  ['wordpress', `Write \\ before each ' and each \\ in it`],
  ['discourse', 'write \\\\\\\\ (four of them) for each \\ in it'],
  ['home-assistant', `holds " or \\, write \\ before each`],
  ['dotenv', `between single quotes: '...'`],
  ['laravel', `between single quotes: '...'`],
  ['compose', `between single quotes: '...'`],
  ['docker-mailserver', 'take a password without them'],
  ['mailu', 'take a password without them'],
  ['ssmtp', 'cannot hold a password with a blank, # or ='],
  ['symfony', 'percent-encoded'],
])('%s says how a password with signs in it is written, and nothing where there is none', (id, words) => {
  const client = findClient(id);
  if (!client) throw new Error(`no ${id}`);
  const said = (auth: 'password-cleartext' | 'none') =>
    fileOf(client, { outgoing: aServer({ auth }) }).replace(/\n *(#|\/\/) ?/g, ' ');
  expect(said('password-cleartext')).toContain(words);
  if (id !== 'ssmtp' && id !== 'symfony') expect(said('none')).not.toContain(words);
});
