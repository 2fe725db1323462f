import { expect, test } from 'vitest';
import { builtInReferences, isNoStranger } from '../../../shared/model/references.ts';

function strangersTo(...hosts: string[]): string[] {
  const mail = builtInReferences.filter(({ kind }) => kind === 'mail');
  return mail.filter((reference) => !isNoStranger(reference, hosts)).map(({ host }) => host);
}

const everybody = [
  'smtp.gmail.com',
  'mail.gmx.net',
  'smtp.office365.com',
  'smtp.mail.yahoo.com',
  'posteo.de',
];

test.each([
  ['smtp.gmail.com', 'smtp.gmail.com'],
  ['IMAP.GMail.com.', 'smtp.gmail.com'],
  ['smtp-relay.gmail.com', 'smtp.gmail.com'],
  ['smtp.googlemail.com', 'smtp.gmail.com'],
  ['aspmx.l.google.com', 'smtp.gmail.com'],
  ['smtp.web.de', 'mail.gmx.net'],
  ['mx00.gmx.net', 'mail.gmx.net'],
  ['smtp-mail.outlook.com', 'smtp.office365.com'],
  ['example-org.mail.protection.outlook.com', 'smtp.office365.com'],
  ['smtp.aol.com', 'smtp.mail.yahoo.com'],
  ['posteo.de', 'posteo.de'],
])('to somebody at %s, %s is no stranger, and everybody else is', (own, provider) => {
  expect(strangersTo('mail.example.org', own)).toEqual(everybody.filter((host) => host !== provider));
});

test('a name that only looks like a provider’s belongs to a stranger', () => {
  expect(strangersTo('mail.notgmail.com', 'gmail.com.example.org', 'gmx.example', '192.0.2.1')).toEqual(
    everybody,
  );
});

test('a server that the person named for comparison is compared by its name', () => {
  const named = { host: 'mx.example.net', operator: 'mx.example.net' };
  expect(isNoStranger(named, ['MX.example.net'])).toBe(true);
  expect(isNoStranger(named, ['mail.example.org'])).toBe(false);
});
