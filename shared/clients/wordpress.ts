import type { Server } from '../model/check.ts';
import { say } from '../text/index.ts';
import type { FileClient } from './client.ts';
import { comment } from './comment.ts';
import { phpString } from './php-string.ts';
import { phpMailerHost } from './phpmailer-host.ts';
import { loginName, plainAddress } from './required.ts';

/** Constants of the plugin WP Mail SMTP, for WordPress' `wp-config.php`. */
export const wordpress: FileClient = {
  kind: 'text',
  id: 'wordpress',
  name: 'WordPress (WP Mail SMTP, wp-config.php)',
  group: 'developers',
  source: {
    name: 'WP Mail SMTP: its constants',
    checked: '2026-11',
  },
  fileName: 'postway-wp-config.txt',
  mediaType: 'text/plain; charset=utf-8',
  comments: 'slashes',
  note: 'client.file.wordpress',
  render: (settings) => {
    const { outgoing, displayName } = settings;
    const user = loginName(outgoing);
    const lines = [
      comment('//', say('client.file.header'), say('client.file.wordpress')),
      define('WPMS_ON', 'true'),
      define('WPMS_MAILER', phpString('smtp')),
      define('WPMS_SMTP_HOST', phpMailerHost(outgoing)),
      define('WPMS_SMTP_PORT', String(outgoing.port)),
      define('WPMS_SSL', phpString(encryption[outgoing.security])),
      define('WPMS_SMTP_AUTOTLS', String(outgoing.security !== 'none')),
      define('WPMS_SMTP_AUTH', String(user !== null)),
      ...(user === null
        ? []
        : [
            define('WPMS_SMTP_USER', phpString(user)),
            comment('//', say('client.file.wordpress-password')),
            `// ${define('WPMS_SMTP_PASS', phpString('PASSWORD'))}`,
          ]),
      define('WPMS_MAIL_FROM', phpString(plainAddress(settings))),
      define('WPMS_MAIL_FROM_FORCE', 'true'), // else each plugin names a sender of its own
      ...(displayName === '' ? [] : [define('WPMS_MAIL_FROM_NAME', phpString(displayName))]),
    ];
    return `${lines.join('\n')}\n`;
  },
};

/** The values go to PHPMailer, where "tls" is STARTTLS and "ssl" is implicit TLS. */
const encryption: Readonly<Record<Server['security'], string>> = { none: '', starttls: 'tls', tls: 'ssl' };

/** `value` is PHP source. */
function define(name: string, value: string): string {
  return `define( '${name}', ${value} );`;
}
