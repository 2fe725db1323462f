import { describe, expect, test } from 'vitest';
import { phpmailer } from '../../../shared/clients/phpmailer.ts';
import { aServer } from '../../support/builders.ts';
import { needs, phpmailerPath } from '../../support/needs.ts';
import { aFolder, runProgram } from '../../support/program.ts';
import { expectCarried, type Found, fileOf, refusedField } from './carried.ts';
import { phpHost, phpLiteral } from './php-reader.ts';
import { testSending } from './sends.ts';

const securities: Readonly<Record<string, string>> = { '': 'none', tls: 'starttls', ssl: 'tls' };

function read(text: string): Found {
  const found = new Map<string, string>();
  const string = "'(?:[^'\\\\]|\\\\.)*'";
  for (const line of text.trimEnd().split('\n')) {
    if (line.startsWith('//')) continue;
    const [, name, value] =
      new RegExp(`^\\$mail->(\\w+) = (${string}|\\w+|getenv\\('SMTP_PASSWORD'\\));$`, 'u').exec(line) ?? [];
    const [, address, called] =
      new RegExp(`^\\$mail->setFrom\\((${string}), (${string})\\);$`, 'u').exec(line) ?? [];
    if (name !== undefined && value !== undefined) found.set(name, value);
    else if (address !== undefined && called !== undefined) found.set('address', address).set('name', called);
    else if (line !== '$mail->isSMTP();') throw new Error(`PHP would read this otherwise: ${line}`);
  }
  const value = (name: string) => phpLiteral(found.get(name) ?? '');
  return {
    host: phpHost(value('Host')),
    port: Number(found.get('Port')),
    security: securities[value('SMTPSecure')] ?? '?',
    username: value('Username'),
    address: value('address'),
    name: value('name'),
  };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(phpmailer, read));

test('holds no password, and never encrypts behind the back of who chose no encryption', () => {
  expect(fileOf(phpmailer)).toContain("$mail->Password = getenv('SMTP_PASSWORD');");
  expect(fileOf(phpmailer, { outgoing: aServer({ security: 'none' }) })).toContain('SMTPAutoTLS = false;');
  expect(fileOf(phpmailer, { outgoing: aServer({ auth: 'none' }) })).toContain('SMTPAuth = false;');
  expect(refusedField(phpmailer, { outgoing: aServer({ auth: 'oauth2' }) })).toBe('outgoing.auth');
});

describe('the real PHP', () => {
  needs('php');
  test.each(['Jane Roe', `a'b\\c"d`, '$mail {$x} ?> <?php', '漢\\'])(
    'runs the lines with %j',
    async (value) => {
      const lines = fileOf(phpmailer, { displayName: value, outgoing: aServer({ username: value }) });
      // A stand-in for PHPMailer that keeps what it is given.
      const keeper =
        'class Keeper { public $from; function isSMTP() {} function setFrom(...$from) { $this->from = $from; } }';
      const program = `<?php #[AllowDynamicProperties]\n${keeper}\n$mail = new Keeper();\n${lines}\necho json_encode($mail);\n`;
      const path = await aFolder({ 'program.php': program });
      const ran = await runProgram('php', [path('program.php')], { environment: { SMTP_PASSWORD: 'x' } });
      expect(ran, ran.stdout).toMatchObject({ status: 0, stderr: '' });
      expect(JSON.parse(ran.stdout)).toEqual({
        Host: 'mail.example.org',
        Port: 587,
        SMTPSecure: 'tls',
        SMTPAuth: true,
        Username: value,
        Password: 'x',
        ...(value.includes('漢') ? { CharSet: 'UTF-8' } : {}),
        from: ['you@example.org', value],
      });
    },
  );
});

test('refuses a name that PHPMailer takes for none', () => {
  expect(refusedField(phpmailer, { outgoing: aServer({ host: 'a_b.example' }) })).toBe('outgoing.host');
});

describe('the real PHPMailer', () => {
  needs('phpmailer');
  /** What PHP prints when `$mail` is a PHPMailer with these lines behind it. */
  const printed = async (lines: string, print: string) => {
    const path = await aFolder({
      'program.php': `<?php require '${phpmailerPath}'; use PHPMailer\\PHPMailer\\PHPMailer; $mail = new PHPMailer(true);\n${lines}\n${print}`,
    });
    const ran = await runProgram('php', [path('program.php')]);
    expect(ran, ran.stdout).toMatchObject({ status: 0, stderr: '' });
    return ran.stdout;
  };

  test.each(['mail.example.org', '192.0.2.1', '2001:db8::1', 'xn--e1afmkfd.example'])(
    'takes %s for a server',
    async (host) => {
      const lines = fileOf(phpmailer, { outgoing: aServer({ host }) });
      expect(await printed(lines, 'echo json_encode(PHPMailer::isValidHost($mail->Host));')).toBe('true');
    },
  );

  test('writes a name that is not ASCII as mail programs read it', async () => {
    const lines = fileOf(phpmailer, { displayName: 'Jürgen 漢' });
    const message = await printed(
      lines,
      "$mail->addAddress('you@example.org'); $mail->Body = 'x'; $mail->preSend(); echo $mail->getSentMIMEMessage();",
    );
    expect(message).toMatch(/^From: =\?utf-8\?B\?SsO8cmdlbiDmvKI=\?= <you@example\.org>$/im);
  });
});

testSending(phpmailer, ['phpmailer'], ({ path, password, run }) =>
  run(
    'php',
    [
      '-d',
      `openssl.cafile=${path('authority.pem')}`,
      '-r',
      `require '${phpmailerPath}'; $mail = new PHPMailer\\PHPMailer\\PHPMailer(true); eval(file_get_contents($argv[1]));
      $mail->addAddress('you@example.org'); $mail->Subject = 'it works'; $mail->Body = 'sent'; $mail->send();`,
      path('settings'),
    ],
    { environment: { SMTP_PASSWORD: password } },
  ),
);
