import { expect, test } from 'vitest';
import { findClient, renderClient } from '../../../shared/clients/index.ts';
import { withPassword } from '../../../shared/clients/way-in.ts';
import type { Server } from '../../../shared/model/check.ts';
import { aServer } from '../../support/builders.ts';
import { someSettings } from './settings.ts';

const either: Partial<Server> = { auth: 'oauth2', orPassword: true };

function rendered(id: string, change: Partial<Server>): string {
  const client = findClient(id);
  const settings = someSettings({ outgoing: aServer(change), secret: 'app-password' });
  const file = client && renderClient(client, settings);
  return file?.ok ? file.value.text : JSON.stringify(file?.problem.message);
}

test('a program that signs in by the browser is set to that, and one that cannot gets the password', () => {
  expect(rendered('thunderbird', { ...either, host: 'smtp.gmail.com' })).toContain('Add the account again');
  expect(rendered('msmtp', either)).toMatch(/^auth/m);
  expect(rendered('apple-mail-mac', either)).not.toMatch(/OAuth2/);
  expect(rendered('text', either)).toMatch(
    /sign in through the browser \(OAuth2\) where the program can; else/,
  );
});

test('where no password does, nothing claims that one would', () => {
  expect(rendered('msmtp', { auth: 'oauth2' })).not.toMatch(/^auth/m);
  expect(withPassword(someSettings({ outgoing: aServer({ auth: 'oauth2' }) })).outgoing.auth).toBe('oauth2');
});
