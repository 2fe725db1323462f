import { describe, expect, test } from 'vitest';
import { gitlab } from '../../../../shared/clients/services/gitlab.ts';
import { aServer } from '../../../support/builders.ts';
import { needs } from '../../../support/needs.ts';
import { aFolder, runProgram } from '../../../support/program.ts';
import { expectCarried, type Found, fileOf } from '../carried.ts';
import { rubyLiteral } from './ruby-reader.ts';

function read(text: string): Found {
  const found = new Map<string, string>();
  for (const line of text.trimEnd().split('\n')) {
    if (line.startsWith('#')) continue;
    const [, name, value] = /^gitlab_rails\['(\w+)'\] = ('.*'|\w+)$/su.exec(line) ?? [];
    if (name === undefined || value === undefined) throw new Error(`Ruby would read this otherwise: ${line}`);
    found.set(name, value.startsWith("'") ? rubyLiteral(value) : value);
  }
  const isOn = (name: string) => found.get(name) === 'true';
  return {
    host: found.get('smtp_address') ?? '',
    port: Number(found.get('smtp_port')),
    security: isOn('smtp_tls') ? 'tls' : isOn('smtp_enable_starttls_auto') ? 'starttls' : 'none',
    username: found.get('smtp_user_name') ?? '',
    address: found.get('gitlab_email_from') ?? '',
    name: found.get('gitlab_email_display_name') ?? '',
  };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(gitlab, read));

test('checks the certificate, never has both kinds of encryption, and logs in only where the server wants it', () => {
  expect(fileOf(gitlab)).toContain("['smtp_openssl_verify_mode'] = 'peer'\n");
  expect(fileOf(gitlab, { outgoing: aServer({ security: 'tls' }) })).toContain(
    "['smtp_enable_starttls_auto'] = false",
  );
  expect(fileOf(gitlab, { outgoing: aServer({ auth: 'none' }) })).toContain(
    "['smtp_authentication'] = false\n",
  );
});

describe('the real Ruby', () => {
  needs('ruby');
  test.each(['you@example.org', `a'b\\c"d`, `#{1 + 1} \\' \\\\`, '漢\\'])(
    'reads the lines with %j',
    async (username) => {
      const lines = fileOf(gitlab, { outgoing: aServer({ username }) });
      const path = await aFolder({
        'gitlab.rb': `require 'json'\ngitlab_rails = {}\n${lines}puts gitlab_rails.to_json\n`,
      });
      const ran = await runProgram('ruby', [path('gitlab.rb')]);
      expect(ran, ran.stderr).toMatchObject({ status: 0, stderr: '' });
      expect(JSON.parse(ran.stdout)).toMatchObject({
        smtp_address: 'mail.example.org',
        smtp_port: 587,
        smtp_user_name: username,
        smtp_tls: false,
        smtp_enable_starttls_auto: true,
        gitlab_email_from: 'you@example.org',
      });
    },
  );
});
