import { say } from '../../text/index.ts';
import { said } from '../../text/said.ts';
import type { FileClient } from '../client.ts';
import { comment } from '../comment.ts';
import { passwordHint } from '../password-hint.ts';
import { phpString } from '../php-string.ts';
import { bracketedHost, loginName, mailDomain, plainAddress } from '../required.ts';

/** Entries for the array of Nextcloud's `config.php`: what Nextcloud itself sends, not its app Mail. */
export const nextcloud: FileClient = {
  kind: 'text',
  id: 'nextcloud',
  name: said('client.name.nextcloud'),
  group: 'developers',
  source: {
    name: "Nextcloud's source: lib/private/Mail/Mailer.php",
    url: 'https://github.com/nextcloud/server/blob/master/lib/private/Mail/Mailer.php',
    checked: '2026-11-28',
  },
  fileName: 'postway-nextcloud-config.txt',
  mediaType: 'text/plain; charset=utf-8',
  comments: 'slashes',
  note: 'client.file.nextcloud',
  render: (settings) => {
    const { outgoing } = settings;
    const user = loginName(outgoing);
    const address = plainAddress(settings);
    const domain = mailDomain(settings);
    const notes = [
      say('client.file.header'),
      say('client.file.nextcloud'),
      say('client.file.nextcloud-sender'),
    ];
    // It has no word for "insist on STARTTLS": it encrypts wherever the server offers it.
    if (outgoing.security !== 'tls') notes.push(say('client.file.starttls-when-offered'));
    const lines = [
      comment('//', ...notes, ...passwordHint(outgoing, 'single')),
      entry('mail_smtpmode', phpString('smtp')),
      entry('mail_smtphost', phpString(bracketedHost(outgoing))),
      entry('mail_smtpport', String(outgoing.port)),
      entry('mail_smtpsecure', phpString(outgoing.security === 'tls' ? 'ssl' : '')),
      entry('mail_smtpauth', String(user !== null)),
      ...(user === null ? [] : [entry('mail_smtpname', phpString(user))]),
      entry('mail_from_address', phpString(address.slice(0, address.lastIndexOf('@')))),
      entry('mail_domain', phpString(domain)),
    ];
    return `${lines.join('\n')}\n`;
  },
};

/** `value` is PHP source. */
function entry(name: string, value: string): string {
  return `'${name}' => ${value},`;
}
