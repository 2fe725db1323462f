import { expect, test } from 'vitest';
import { changeWords } from '../../../electron/computer/change-words.ts';
import type { PrefChange } from '../../../electron/computer/thunderbird-change.ts';

test.each<[PrefChange['setting'], PrefChange['from'], PrefChange['to'], string, string, string]>([
  ['hostname', 'a.example', 'b.example', 'Server Name', 'a.example', 'b.example'],
  ['port', 25, 587, 'Port', '25', '587'],
  ['port', null, 2525, 'Port', 'the usual one', '2525'],
  ['try_ssl', null, 3, 'Connection security', 'None', 'SSL/TLS'],
  ['try_ssl', 1, 2, 'Connection security', 'STARTTLS, if available', 'STARTTLS'],
  ['authMethod', null, 10, 'Authentication method', 'Normal password', 'OAuth2'],
  ['authMethod', 6, 3, 'Authentication method', 'another method (number 6)', 'Normal password'],
  ['username', null, 'you\u001b', 'User Name', 'nothing', 'you\ufffd'],
])('%s from %j to %j', (setting, from, to, label, fromWords, toWords) => {
  const name = `mail.smtpserver.smtp1.${setting}`;
  expect(changeWords({ name, setting, from, to })).toEqual({ label, from: fromWords, to: toWords, name });
});
