import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { homeAssistant } from '../../../../shared/clients/services/home-assistant.ts';
import { aServer } from '../../../support/builders.ts';
import { expectCarried, type Found, fileOf } from '../carried.ts';

/** The entry below a heading that is there, in YAML with Home Assistant's own tag, which names an entry of secrets.yaml. */
function entry(lines: string) {
  const text = `notify:\n${lines}`;
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

test.each([
  ['with entries of its own', 'notify:\n  - name: own\n    platform: file\n', 2],
  ['without any', '', 1],
])('goes into a file %s', (_name, own, entries) => {
  const lines = fileOf(homeAssistant);
  const merged = own === '' ? lines.replace(/^# notify:$/m, 'notify:') : `${own}${lines}`;
  const secret = { tag: '!secret', resolve: (name: string) => ({ secret: name }) };
  expect(parse(merged, { customTags: [secret] }).notify).toHaveLength(entries);
  expect(lines).not.toMatch(/^notify:/m);
});
