import { describe, expect, test } from 'vitest';
import { rails } from '../../../../shared/clients/services/rails.ts';
import { aServer } from '../../../support/builders.ts';
import { needs } from '../../../support/needs.ts';
import { aFolder, runProgram } from '../../../support/program.ts';
import { expectCarried, type Found, fileOf } from '../carried.ts';
import { rubyLiteral } from './ruby-reader.ts';

function read(text: string): Found {
  const value = (name: string) => new RegExp(`^  ${name}: (.*?),?$`, 'mu').exec(text)?.[1] ?? '';
  const [, from = ''] = /^config\.action_mailer\.default_options = \{ from: (.*) \}$/mu.exec(text) ?? [];
  return {
    host: rubyLiteral(value('address')),
    port: Number(value('port')),
    security: value('tls') === 'true' ? 'tls' : value('enable_starttls') === 'true' ? 'starttls' : 'none',
    username: rubyLiteral(value('user_name')),
    address: rubyLiteral(from),
  };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(rails, read));

test('insists on encryption, and takes the password from the environment', () => {
  expect(fileOf(rails)).not.toContain('enable_starttls_auto');
  expect(fileOf(rails)).toContain("  openssl_verify_mode: 'peer'\n");
  expect(fileOf(rails)).toContain("  password: ENV.fetch('SMTP_PASSWORD'),\n");
  expect(fileOf(rails, { outgoing: aServer({ auth: 'password-encrypted' }) })).toContain(':cram_md5');
  expect(fileOf(rails, { outgoing: aServer({ auth: 'none' }) })).not.toContain('authentication');
});

describe('the real Ruby', () => {
  needs('ruby');
  test.each(['you@example.org', `a'b\\c"d`, `#{1 + 1} \\'`])('reads the lines with %j', async (username) => {
    const lines = fileOf(rails, { outgoing: aServer({ username }) });
    const around =
      "require 'json'\nrequire 'ostruct'\nconfig = OpenStruct.new(action_mailer: OpenStruct.new)\n";
    const path = await aFolder({ 'mail.rb': `${around}${lines}puts config.action_mailer.to_h.to_json\n` });
    const ran = await runProgram('ruby', [path('mail.rb')], { environment: { SMTP_PASSWORD: 'x' } });
    expect(ran, ran.stderr).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(ran.stdout)).toEqual({
      delivery_method: 'smtp',
      smtp_settings: {
        address: 'mail.example.org',
        port: 587,
        enable_starttls: true,
        authentication: 'plain',
        user_name: username,
        password: 'x',
        openssl_verify_mode: 'peer',
      },
      default_options: { from: 'you@example.org' },
    });
  });
});
