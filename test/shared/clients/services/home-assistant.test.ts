import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { homeAssistant } from '../../../../shared/clients/services/home-assistant.ts';
import { aServer } from '../../../support/builders.ts';
import { expectCarried, type Found, fileOf } from '../carried.ts';

/** YAML with Home Assistant's own tag, which names an entry of secrets.yaml. */
function entry(text: string) {
  const secret = { tag: '!secret', resolve: (name: string) => ({ secret: name }) };
  return parse(text, { customTags: [secret] }).notify[0];
}

function read(text: string): Found {
  const { server, port, encryption, username, sender, sender_name, recipient } = entry(text);
  expect(recipient).toBe(sender);
  return { host: server, port, security: encryption, username, address: sender, name: sender_name ?? '' };
}

test('a parser of YAML gets back every value, or the export refuses', () =>
  expectCarried(homeAssistant, read));

test('checks the certificate, and takes the password from secrets.yaml', () => {
  expect(entry(fileOf(homeAssistant))).toMatchObject({
    platform: 'smtp',
    verify_ssl: true,
    password: { secret: 'smtp_password' },
  });
  expect(entry(fileOf(homeAssistant, { outgoing: aServer({ auth: 'none' }) }))).not.toHaveProperty(
    'password',
  );
});
