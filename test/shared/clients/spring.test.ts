import { expect, test } from 'vitest';
import { spring } from '../../../shared/clients/spring.ts';
import { aServer } from '../../support/builders.ts';
import { expectCarried, type Found, fileOf, refusedField } from './carried.ts';
import { properties } from './properties-reader.ts';

function read(text: string): Found {
  const found = properties(text);
  for (const value of found.values())
    if (/[$#]\{/.test(value)) throw new Error(`Spring would expand ${value}`);
  const smtp = (name: string) => found.get(`spring.mail.properties.mail.smtp.${name}`);
  expect(smtp('starttls.enable')).toBe(smtp('starttls.required'));
  return {
    host: found.get('spring.mail.host') ?? '',
    port: Number(found.get('spring.mail.port')),
    security:
      smtp('ssl.enable') === 'true' ? 'tls' : smtp('starttls.required') === 'true' ? 'starttls' : 'none',
    username: found.get('spring.mail.username') ?? '',
    address: smtp('from') ?? '',
  };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(spring, read));

test('refuses what Spring would expand or cut', () => {
  const refused = (username: string) => refusedField(spring, { outgoing: aServer({ username }) });
  for (const username of [`a\${HOME}`, '#{1+1}', ' a', 'a '])
    expect(refused(username)).toBe('outgoing.username');
  expect(refused('a\\b:c=d#e!f$g')).toBeNull();
  expect(refusedField(spring, { outgoing: aServer({ auth: 'oauth2' }) })).toBe('outgoing.auth');
});

test('asks for no login where the server wants none', () => {
  expect(fileOf(spring, { outgoing: aServer({ auth: 'none' }) })).toContain('smtp.auth=false\n');
});

test("checks that the certificate is this server's, wherever there is encryption", () => {
  const checks = (['none', 'starttls', 'tls'] as const).map((security) =>
    fileOf(spring, { outgoing: aServer({ security }) }).includes('mail.smtp.ssl.checkserveridentity=true'),
  );
  expect(checks).toEqual([false, true, true]);
});
