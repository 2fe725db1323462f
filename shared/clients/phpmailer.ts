import type { Server } from '../model/check.ts';
import { say } from '../text/index.ts';
import type { FileClient } from './client.ts';
import { comment } from './comment.ts';
import { phpString } from './php-string.ts';
import { phpMailerHost } from './phpmailer-host.ts';
import { loginName, plainAddress } from './required.ts';

/** Lines for a PHP program that has a PHPMailer in `$mail`. The password comes from the environment. */
export const phpmailer: FileClient = {
  kind: 'text',
  id: 'phpmailer',
  name: 'PHPMailer (PHP)',
  group: 'developers',
  source: {
    name: 'Source of PHPMailer',
    url: 'https://github.com/PHPMailer/PHPMailer',
    checked: '2026-11',
  },
  fileName: 'postway-phpmailer.txt',
  mediaType: 'text/plain; charset=utf-8',
  comments: 'slashes',
  note: 'client.file.phpmailer',
  render: (settings) => {
    const { outgoing, displayName } = settings;
    const user = loginName(outgoing);
    const from = [phpString(plainAddress(settings)), ...(displayName === '' ? [] : [phpString(displayName)])];
    const lines = [
      comment('//', say('client.file.header'), say('client.file.phpmailer')),
      '$mail->isSMTP();',
      `$mail->Host = ${phpMailerHost(outgoing)};`,
      `$mail->Port = ${outgoing.port};`,
      `$mail->SMTPSecure = ${phpString(encryption[outgoing.security])};`,
      ...(outgoing.security === 'none' ? ['$mail->SMTPAutoTLS = false;'] : []),
      `$mail->SMTPAuth = ${user !== null};`,
      ...(outgoing.auth === 'password-encrypted' ? ["$mail->AuthType = 'CRAM-MD5';"] : []),
      ...(user === null
        ? []
        : [`$mail->Username = ${phpString(user)};`, "$mail->Password = getenv('SMTP_PASSWORD');"]),
      // PHPMailer takes texts for ISO 8859-1 unless it is told.
      ...(/[^\x20-\x7e]/.test(displayName) ? ["$mail->CharSet = 'UTF-8';"] : []),
      `$mail->setFrom(${from.join(', ')});`,
    ];
    return `${lines.join('\n')}\n`;
  },
};

/** PHPMailer's "tls" is STARTTLS, and insists on it; its "ssl" is implicit TLS. */
const encryption: Readonly<Record<Server['security'], string>> = { none: '', starttls: 'tls', tls: 'ssl' };
