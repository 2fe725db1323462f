import { say } from '../text/index.ts';
import { said } from '../text/said.ts';
import type { FileClient } from './client.ts';
import { comment } from './comment.ts';
import { environmentValue } from './environment-value.ts';
import { passwordHint } from './password-hint.ts';
import { loginName, plainAddress } from './required.ts';

/** Plain environment variables for a program of one's own; there is no convention for their names. */
export const dotenv: FileClient = {
  kind: 'file',
  id: 'dotenv',
  name: said('client.name.dotenv'),
  group: 'developers',
  source: {
    name: 'python-dotenv, Node and sh: read by each',
    checked: '2026-11',
  },
  fileName: 'postway.env',
  mediaType: 'text/plain; charset=utf-8',
  comments: 'hash',
  note: 'client.note.dotenv',
  render: (settings) => {
    const { outgoing, displayName } = settings;
    const user = loginName(outgoing);
    const lines = [
      comment('#', say('client.file.header'), say('client.file.dotenv'), ...passwordHint(outgoing, 'quotes')),
      `SMTP_HOST=${environmentValue('outgoing.host', outgoing.host)}`,
      `SMTP_PORT=${outgoing.port}`,
      `SMTP_SECURITY=${outgoing.security}`,
      ...(user === null ? [] : [`SMTP_USER=${environmentValue('outgoing.username', user)}`]),
      `MAIL_FROM=${environmentValue('mailAddress', plainAddress(settings))}`,
      ...(displayName === '' ? [] : [`MAIL_FROM_NAME=${environmentValue('displayName', displayName)}`]),
    ];
    return `${lines.join('\n')}\n`;
  },
};
