import { describe, expect, test } from 'vitest';
import type { StepsClient } from '../../../shared/clients/client.ts';
import { isForPeople, receives } from '../../../shared/clients/for-people.ts';
import { clientSteps, clients } from '../../../shared/clients/index.ts';
import { text } from '../../../shared/clients/text.ts';
import { nearestVariant, stepsOf } from '../../../shared/clients/variant.ts';
import { aServer } from '../../support/builders.ts';
import { english } from '../../support/english.ts';
import { someSettings } from './settings.ts';

const byId = (id: string) => {
  const found = clients.find((client) => client.id === id);
  if (found?.kind !== 'steps') expect.unreachable();
  return found;
};
const wordsOf = (client: StepsClient, settings: ReturnType<typeof someSettings>) =>
  stepsOf(client, settings, nearestVariant(client, settings, {})).flatMap(({ text: said, notes }) => [
    said,
    ...notes,
  ]);

describe('whoever is told to remove an account', () => {
  const settings = someSettings();

  test.each(['new-outlook', 'outlook-mobile', 'spark', 'bluemail', 'mailbird'])(
    '%s: saves first what waits in its Outbox',
    (id) => {
      const words = wordsOf(byId(id), settings).join('\n');
      expect(words).toMatch(/Before you remove an account, look into its Outbox/);
    },
  );

  test('also where the way in is a sign-in by the browser', () => {
    const signIn = someSettings({ outgoing: aServer({ auth: 'oauth2' }) });
    expect(wordsOf(byId('outlook'), signIn).join('\n')).toMatch(/take the old one out[\s\S]*its Outbox/);
  });
});

test('a POP3 account of which the server’s name changes stays one', () => {
  const misnamed = someSettings({ misnamedIncoming: 'old.example.org' });
  const page = String(text.render(misnamed));
  expect(page).toContain('it stays a POP3 account');
  expect(page).not.toContain('leave that as it is too');
  for (const client of clients) {
    // What somebody else's computers send for keeps its own mail: nothing of another account is received there.
    if (client.kind !== 'steps' || !isForPeople(client) || !receives(client)) continue;
    const words = wordsOf(client, misnamed).join('\n');
    expect(words, client.id).toContain('it stays a POP3 account');
    expect(words, client.id).not.toMatch(/leave the (incoming server|IMAP fields)|leave the server for/i);
    const told = words.split('Where it stands as the server for incoming mail').length - 1;
    expect(told, client.id).toBe(1);
  }
});

test('a scanner, which receives nothing, is told nothing about receiving', () => {
  for (const id of ['brother-scanner', 'synology', 'proxmox']) {
    expect(wordsOf(byId(id), someSettings({ misnamedIncoming: 'old.example.org' })).join()).not.toMatch(
      /incoming|receiv/i,
    );
  }
});

test('whoever could not send is told where that mail waits, but in a browser', () => {
  for (const client of clients) {
    if (client.kind !== 'steps') continue;
    const last = stepsOf(client, someSettings(), nearestVariant(client, someSettings(), {})).at(-1);
    const words = [last?.text, ...(last?.notes ?? [])].join(' ');
    const isWanted = isForPeople(client) && !client.platforms.includes('web');
    expect(/Outbox|outbox|Queue/.test(words), client.id).toBe(isWanted);
  }
});

test('on a page of its own the word about the old account needs no heading above it', () => {
  const page = String(text.render(someSettings({ outgoing: aServer({ auth: 'oauth2' }) })));
  expect(page).toMatch(/If the old account stands beside the new\s+one, do not delete it/);
});

test('Outlook’s only account, which it may not let go of, has a way around', () => {
  const signIn = someSettings({ outgoing: aServer({ auth: 'oauth2' }) });
  expect(wordsOf(byId('outlook'), signIn).join('\n')).toContain('make a new profile');
});

test('what sends from somebody else’s computers is not for a server without encryption', () => {
  const plain = someSettings({ outgoing: aServer({ port: 25, security: 'none' }) });
  const steps = (id: string, settings = plain) =>
    clientSteps(byId(id), settings, nearestVariant(byId(id), settings, {}));
  for (const client of clients) {
    if (client.kind !== 'steps' || client.sendsFrom !== 'cloud') continue;
    const result = steps(client.id);
    if (result.ok) expect.unreachable(client.id);
    expect(english(result.problem.message)).toContain('cross the whole internet unencrypted');
  }
  expect(steps('thunderbird').ok).toBe(true);
  // Without a login there is no password to be read.
  const open = { ...plain, outgoing: aServer({ port: 25, security: 'none', auth: 'none' }) };
  expect(steps('gmail-send-as', open).ok).toBe(true);
});

test('a password of its own kind goes for receiving too, and a scanner receives nothing', () => {
  const own = someSettings({ secret: 'app-password' });
  expect(wordsOf(byId('apple-mail-iphone'), own).join('\n')).toContain('Receiving takes no other password');
  expect(wordsOf(byId('brother-scanner'), own).join('\n')).not.toContain('Receiving takes no other password');
  expect(wordsOf(byId('thunderbird'), someSettings()).join('\n')).not.toContain('Receiving takes');
});

test('a device whose list has only SSL and TLS is told which is which', () => {
  expect(wordsOf(byId('brother-scanner'), someSettings()).join('\n')).toContain('TLS stands for STARTTLS');
});

test.each(['outlook', 'thunderbird', 'apple-mail-mac'])(
  '%s: where the values are for comparing only, nothing is tested or saved at the end',
  (id) => {
    const settings = someSettings({ change: [], isForComparing: true, mustWait: true });
    const last = stepsOf(byId(id), settings, nearestVariant(byId(id), settings, {})).at(-1);
    expect(last?.text).toContain('Only once what stands at the top of this page is done');
    expect(last?.path).not.toContain('Finish');
    expect(last?.title).not.toMatch(/test|save/i);
  },
);
