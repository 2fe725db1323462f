import { expect, test } from 'vitest';
import { keycloak } from '../../../../shared/clients/services/keycloak.ts';
import { aServer } from '../../../support/builders.ts';
import { expectCarried, type Found, fileOf } from '../carried.ts';

/** As the RealmRepresentation of Keycloak's admin interface has it: a map of strings. */
function read(text: string): Found {
  const found: Record<string, string> = JSON.parse(text).smtpServer;
  for (const value of Object.values(found)) expect(typeof value).toBe('string');
  return {
    host: found.host ?? '',
    port: Number(found.port),
    security: found.ssl === 'true' ? 'tls' : found.starttls === 'true' ? 'starttls' : 'none',
    username: found.user ?? '',
    address: found.from ?? '',
    name: found.fromDisplayName ?? '',
  };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(keycloak, read));

test('holds no password, and no name where the server wants no login', () => {
  expect(fileOf(keycloak)).not.toContain('password');
  expect(fileOf(keycloak, { outgoing: aServer({ auth: 'none' }) })).toMatch(/"auth": "false",\n\s+"from"/);
});
