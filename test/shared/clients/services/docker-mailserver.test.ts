import { describe, expect, test } from 'vitest';
import { dockerMailserver } from '../../../../shared/clients/services/docker-mailserver.ts';
import { aServer } from '../../../support/builders.ts';
import { needs } from '../../../support/needs.ts';
import { aFolder, runProgram } from '../../../support/program.ts';
import { expectCarried, type Found, fileOf, refusedField } from '../carried.ts';
import { dockerEnv } from './docker-env-reader.ts';

function read(text: string): Found {
  const [variables = '', lines = ''] = text.split('\n# postfix-main.cf\n');
  const found = dockerEnv(variables);
  const isPlain = lines.includes('smtp_tls_security_level = none');
  return {
    host: found.get('RELAY_HOST') ?? '',
    port: Number(found.get('RELAY_PORT')),
    security: isPlain ? 'none' : lines.includes('smtp_tls_wrappermode = yes') ? 'tls' : 'starttls',
    username: found.get('RELAY_USER') ?? '',
  };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(dockerMailserver, read));

test('refuses what one of the readers of such files would cut or expand', () => {
  const refused = (username: string) => refusedField(dockerMailserver, { outgoing: aServer({ username }) });
  for (const username of ['a b', "a'b", 'a$b', 'a#b', 'a:b', 'a\\b'])
    expect(refused(username)).toBe('outgoing.username');
  expect(refusedField(dockerMailserver, { outgoing: aServer({ host: '2001:db8::1' }) })).toBe(
    'outgoing.host',
  );
});

describe('the real Postfix', () => {
  needs('postconf');

  test.each(['none', 'starttls', 'tls'] as const)('knows every line for %s', async (security) => {
    const lines =
      fileOf(dockerMailserver, { outgoing: aServer({ security }) }).split('# postfix-main.cf\n')[1] ?? '';
    const main = lines.replace(/^# /gm, '');
    const path = await aFolder({ 'main.cf': main, 'master.cf': '' });
    const { stdout, stderr } = await runProgram('postconf', ['-c', path('.'), '-n']);
    expect(stderr).toBe('');
    for (const line of main.trimEnd().split('\n')) expect(stdout).toContain(line);
  });
});
