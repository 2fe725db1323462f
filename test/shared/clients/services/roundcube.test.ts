import { expect, test } from 'vitest';
import type { ClientSettings } from '../../../../shared/clients/client.ts';
import { roundcube } from '../../../../shared/clients/services/roundcube.ts';
import { aServer } from '../../../support/builders.ts';
import { expectCarried, type Found, fileOf, refusedField } from '../carried.ts';
import { phpHost, phpLiteral } from '../php-reader.ts';

const securities: Readonly<Record<string, string>> = { '': 'none', 'tls://': 'starttls', 'ssl://': 'tls' };

function read(text: string): Found {
  const [, value = ''] = /^\$config\['smtp_host'\] = ('.*');$/mu.exec(text) ?? [];
  const [, scheme = '', host = '', port] = /^((?:tls|ssl):\/\/|)(.*):(\d+)$/.exec(phpLiteral(value)) ?? [];
  return { host: phpHost(host), port: Number(port), security: securities[scheme] ?? '?' };
}

/** Everybody sends with the login they receive with. */
const oneLogin = (settings: ClientSettings): ClientSettings => ({
  ...settings,
  incoming: settings.incoming && { ...settings.incoming, username: settings.outgoing.username },
});

test('refuses a user name for sending that is not the one for receiving', () => {
  expect(refusedField(roundcube, { outgoing: aServer({ username: 'relay-user' }) })).toBe(
    'outgoing.username',
  );
  expect(
    refusedField(roundcube, { outgoing: aServer({ username: 'relay-user' }), incoming: null }),
  ).toBeNull();
  expect(refusedField(roundcube, { outgoing: aServer({ username: 'relay-user', auth: 'none' }) })).toBeNull();
});

test('a reader gets back every value', () => expectCarried(roundcube, read, { prepare: oneLogin }));

test('everybody logs in as themselves, and nobody where the server wants no login', () => {
  expect(fileOf(roundcube)).toContain("$config['smtp_user'] = '%u';\n$config['smtp_pass'] = '%p';\n");
  expect(fileOf(roundcube, { outgoing: aServer({ auth: 'none' }) })).toContain(
    "$config['smtp_user'] = '';\n",
  );
});

test('an IPv6 address is only carried where a scheme stands before it', () => {
  const refused = (security: 'none' | 'tls') =>
    refusedField(roundcube, { outgoing: aServer({ host: '2001:db8::1', security }) });
  expect([refused('none'), refused('tls')]).toEqual(['outgoing.host', null]);
});
