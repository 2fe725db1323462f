import { expect, test } from 'vitest';
import { json } from '../../../shared/clients/json.ts';
import { aServer } from '../../support/builders.ts';
import { expectCarried, fileOf } from './carried.ts';
import { someSettings } from './settings.ts';

test('a reader gets back every value, or the export refuses', () =>
  expectCarried(json, (text) => {
    const { outgoing, incoming, mailAddress, displayName } = JSON.parse(text);
    return {
      host: outgoing.host,
      port: outgoing.port,
      security: outgoing.security,
      username: outgoing.username,
      address: mailAddress,
      name: displayName,
      incomingHost: incoming.host,
      incomingUsername: incoming.username,
    };
  }));

test('holds the servers as the report has them, without who said so', () => {
  const { source: _source, ...outgoing } = someSettings().outgoing;
  expect(JSON.parse(fileOf(json, { incoming: null }))).toEqual({
    mailAddress: 'you@example.org',
    displayName: 'You Yourself',
    outgoing,
    incoming: null,
  });
});

test('what is not known, as in a masked report, is left out and no empty value', () => {
  const data = JSON.parse(fileOf(json, { mailAddress: '', outgoing: aServer({ username: '' }) }));
  expect(Object.keys(data)).not.toContain('mailAddress');
  expect(Object.keys(data.outgoing)).not.toContain('username');
  expect(data.incoming.username).toBe('you@example.org');
  expect(
    JSON.parse(fileOf(json, { outgoing: aServer({ auth: 'none', username: '' }) })).outgoing,
  ).toHaveProperty('username', '');
});
