import { say } from '../text/index.ts';
import type { FileClient } from './client.ts';
import { comment } from './comment.ts';
import { environmentValue } from './environment-value.ts';
import { passwordHint } from './password-hint.ts';
import { bracketedHost, loginName, plainAddress, refuseIfMatches } from './required.ts';

/** Lines for the `.env` of Laravel 11 and later. */
export const laravel: FileClient = {
  kind: 'text',
  id: 'laravel',
  name: 'Laravel (PHP)',
  group: 'developers',
  source: {
    name: 'Source of Laravel 11 (MailManager)',
    url: 'https://github.com/laravel/framework',
    checked: '2026-11',
  },
  fileName: 'postway-laravel.env',
  mediaType: 'text/plain; charset=utf-8',
  comments: 'hash',
  note: 'client.file.laravel',
  render: (settings) => {
    const { outgoing, displayName } = settings;
    const user = loginName(outgoing);
    const notes = [say('client.file.header'), say('client.file.laravel')];
    // Laravel has no word for "never encrypt": it takes STARTTLS where it is offered.
    if (outgoing.security === 'none') notes.push(say('client.file.laravel-plain'));
    if (outgoing.security === 'starttls') notes.push(say('client.file.laravel-insist'));
    const lines = [
      comment('#', ...notes, ...passwordHint(outgoing, 'quotes')),
      'MAIL_MAILER=smtp',
      `MAIL_SCHEME=${outgoing.security === 'tls' ? 'smtps' : 'smtp'}`,
      `MAIL_HOST=${laravelValue('outgoing.host', bracketedHost(outgoing))}`,
      `MAIL_PORT=${outgoing.port}`,
      ...(user === null ? [] : [`MAIL_USERNAME=${laravelValue('outgoing.username', user)}`]),
      `MAIL_FROM_ADDRESS=${laravelValue('mailAddress', plainAddress(settings))}`,
      ...(displayName === '' ? [] : [`MAIL_FROM_NAME=${laravelValue('displayName', displayName)}`]),
    ];
    return `${lines.join('\n')}\n`;
  },
};

/** Laravel itself turns some words into other values, and takes a pair of quotes off once more. */
function laravelValue(field: string, value: string): string {
  refuseIfMatches(field, value, /^(true|false|null|empty|\((true|false|null|empty)\))$/i);
  refuseIfMatches(field, value, /^(['"]).*\1$/);
  return environmentValue(field, value);
}
