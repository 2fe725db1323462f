import type { Server } from '../model/check.ts';
import { say } from '../text/index.ts';
import type { FileClient } from './client.ts';
import { comment } from './comment.ts';
import { environmentValue } from './environment-value.ts';
import { percentEncoded } from './percent-encoded.ts';
import { bracketedHost, knownAddress, loginName } from './required.ts';

/** The one line for Symfony's `.env`; a URL in which the person puts the password, percent-encoded. */
export const symfony: FileClient = {
  kind: 'text',
  id: 'symfony',
  name: 'Symfony Mailer (PHP)',
  group: 'developers',
  source: {
    name: 'Symfony documentation: Mailer',
    url: 'https://symfony.com/doc/current/mailer.html',
    checked: '2026-11',
  },
  fileName: 'postway-symfony.env',
  mediaType: 'text/plain; charset=utf-8',
  comments: 'hash',
  note: 'client.file.symfony',
  render: (settings) => {
    const { outgoing } = settings;
    const address = knownAddress(settings);
    const user = loginName(outgoing);
    const login = user === null ? '' : `${percentEncoded(user)}:PASSWORD@`;
    const { scheme, query } = encryption[outgoing.security];
    const url = `${scheme}://${login}${bracketedHost(outgoing)}:${outgoing.port}${query}`;
    const lines = [
      comment('#', say('client.file.header'), say('client.file.symfony')),
      `MAILER_DSN=${environmentValue('outgoing.username', url)}`,
      ...(address === null
        ? []
        : [
            comment('#', say('client.file.symfony-sender')),
            // Beside dsn, four blanks further in than mailer: a second `framework:` in that file would end the whole application.
            "#        headers: { From: '%env(MAILER_FROM)%' }",
            `MAILER_FROM=${environmentValue('mailAddress', address)}`,
          ]),
    ];
    return `${lines.join('\n')}\n`;
  },
};

/** Without `require_tls` (7.3 and later) a missing STARTTLS would be passed over; `auto_tls` is known from 7.1 on. */
const encryption: Readonly<Record<Server['security'], { readonly scheme: string; readonly query: string }>> =
  {
    none: { scheme: 'smtp', query: '?auto_tls=false' },
    starttls: { scheme: 'smtp', query: '?require_tls=true' },
    tls: { scheme: 'smtps', query: '' },
  };
