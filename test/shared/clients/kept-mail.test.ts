import { describe, expect, test } from 'vitest';
import type { StepsClient } from '../../../shared/clients/client.ts';
import { clients } from '../../../shared/clients/index.ts';
import { text } from '../../../shared/clients/text.ts';
import { nearestVariant, stepsOf } from '../../../shared/clients/variant.ts';
import { aServer } from '../../support/builders.ts';
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
      expect(wordsOf(byId(id), settings).join('\n')).toMatch(
        /Before you remove an account, look into its Outbox/,
      );
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
});

test('what sends from somebody else’s computers is not for a server without encryption', () => {
  const plain = someSettings({ outgoing: aServer({ port: 25, security: 'none' }) });
  expect(wordsOf(byId('gmail-send-as'), plain).join('\n')).toContain('cross the whole internet unencrypted');
  expect(wordsOf(byId('thunderbird'), plain).join('\n')).not.toContain('cross the whole internet');
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
  },
);
