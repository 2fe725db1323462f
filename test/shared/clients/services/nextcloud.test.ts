import { describe, expect, test } from 'vitest';
import { nextcloud } from '../../../../shared/clients/services/nextcloud.ts';
import { aServer } from '../../../support/builders.ts';
import { needs } from '../../../support/needs.ts';
import { aFolder, runProgram } from '../../../support/program.ts';
import { expectCarried, type Found, fileOf } from '../carried.ts';
import { phpHost, phpLiteral } from '../php-reader.ts';

/** Entries of a PHP array, one a line. What is not "ssl" is STARTTLS where the server offers it, so no reader can tell it from none. */
function read(text: string): Found {
  const found = new Map<string, string>();
  for (const line of text.trimEnd().split('\n')) {
    if (line.startsWith('//')) continue;
    const [, name, value] = /^'(\w+)' => ('(?:[^'\\]|\\.)*'|\w+),$/u.exec(line) ?? [];
    if (name === undefined || value === undefined) throw new Error(`PHP would read this otherwise: ${line}`);
    found.set(name, value.startsWith("'") ? phpLiteral(value) : value);
  }
  return {
    host: phpHost(found.get('mail_smtphost') ?? ''),
    port: Number(found.get('mail_smtpport')),
    username: found.get('mail_smtpname') ?? '',
    address: `${found.get('mail_from_address')}@${found.get('mail_domain')}`,
  };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(nextcloud, read));

test.each([
  ['none', ''],
  ['starttls', ''],
  ['tls', 'ssl'],
] as const)('says the encryption %s as "%s"', (security, word) => {
  const text = fileOf(nextcloud, { outgoing: aServer({ security }) });
  expect(text).toContain(`'mail_smtpsecure' => '${word}',`);
  expect(text.includes('no way to insist')).toBe(security !== 'tls');
});

describe('the real PHP', () => {
  needs('php');
  test.each(['you@example.org', `a'b\\c"d`, '$x {$y} ?> <?php', '漢\\'])(
    'reads the lines with %j',
    async (username) => {
      const lines = fileOf(nextcloud, { outgoing: aServer({ username }) });
      const path = await aFolder({
        'config.php': `<?php\n$CONFIG = array (\n${lines});\necho json_encode($CONFIG);\n`,
      });
      const ran = await runProgram('php', [path('config.php')]);
      expect(ran, ran.stdout).toMatchObject({ status: 0, stderr: '' });
      expect(JSON.parse(ran.stdout)).toEqual({
        mail_smtpmode: 'smtp',
        mail_smtphost: 'mail.example.org',
        mail_smtpport: 587,
        mail_smtpsecure: '',
        mail_smtpauth: true,
        mail_smtpname: username,
        mail_from_address: 'you',
        mail_domain: 'example.org',
      });
    },
  );
});
