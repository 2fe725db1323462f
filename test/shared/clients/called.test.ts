import { describe, expect, test } from 'vitest';
import { clientCalled } from '../../../shared/clients/called.ts';
import { clients } from '../../../shared/clients/index.ts';

test('every client is found by its id in any case, and with other signs between its words', () => {
  for (const { id } of clients) {
    for (const typed of [id, id.toUpperCase(), ` ${id.replaceAll('-', ' ')} `, id.replaceAll('-', '_')]) {
      expect(clientCalled(typed).client?.id, typed).toBe(id);
    }
  }
});

test('no two clients share an id once signs and capitals are left away', () => {
  const bare = clients.map(({ id }) => id.replaceAll('-', ''));
  expect(new Set(bare).size).toBe(clients.length);
});

describe('what people call a client', () => {
  test.each([
    ['iphone', 'apple-mail-iphone'],
    ['iOS', 'apple-mail-iphone'],
    ['Samsung', 'samsung-email'],
    ['Brother', 'brother-scanner'],
    ['HP', 'hp-scanner'],
    ['Konica Minolta', 'konica-scanner'],
    ['Claws Mail', 'claws'],
    ['Ruby on Rails', 'rails'],
    ['.NET', 'dotnet'],
    ['.env', 'dotenv'],
    ['Home Assistant', 'home-assistant'],
    ['Outlook.com', 'outlook-com'],
    ['Hotmail', 'outlook-com'],
  ])('%s is %s', (typed, id) => {
    expect(clientCalled(typed).client?.id).toBe(id);
  });

  test.each<[string, string[]]>([
    ['Apple Mail', ['apple-mail-iphone', 'apple-mail-mac']],
    ['gmail', ['gmail-app', 'gmail-send-as']],
    ['Microsoft 365', ['outlook', 'new-outlook']],
    ['printer', ['device', 'hp-scanner', 'canon-scanner', 'brother-scanner', 'epson-scanner']],
    ['docker', ['compose', 'docker-mailserver']],
    ['Relay host', ['postfix', 'opensmtpd', 'docker-mailserver', 'mailcow', 'mailu']],
  ])('%s could be several, and is taken for none of them', (typed, meant) => {
    expect(clientCalled(typed)).toEqual({ meant });
  });

  test.each(['', ' ', '--', 'pegasus', 'constructor', '__proto__', 'a'.repeat(10_000)])(
    '"%s" is none',
    (typed) => {
      expect(clientCalled(typed)).toEqual({ meant: [] });
    },
  );

  test('each of these names leads to clients that exist', () => {
    for (const typed of ['android', 'windows', 'browser', 'nas', 'camera', 'php', 'qr']) {
      const { meant } = clientCalled(typed);
      expect(meant?.length).toBeGreaterThan(1);
      for (const id of meant ?? []) expect(clients.map((one) => one.id)).toContain(id);
    }
  });
});
