import { say } from '../../text/index.ts';
import { said } from '../../text/said.ts';
import type { FileClient } from '../client.ts';
import { comment } from '../comment.ts';
import { passwordHint } from '../password-hint.ts';
import { loginName, plainAddress } from '../required.ts';
import { yamlString } from './yaml-string.ts';

/** Environment variables for any container, as Docker Compose takes them; a program's own names for them are in its documentation. */
export const compose: FileClient = {
  kind: 'text',
  id: 'compose',
  name: said('client.name.compose'),
  group: 'developers',
  source: {
    name: 'Compose Specification: environment, interpolation; YAML 1.2',
    url: 'https://github.com/compose-spec/compose-spec/blob/main/12-interpolation.md',
    checked: '2026-11-28',
  },
  fileName: 'postway-compose.yaml',
  mediaType: 'application/yaml',
  comments: 'hash',
  note: 'client.file.compose',
  render: (settings) => {
    const { outgoing, displayName } = settings;
    const { host, port, security } = outgoing;
    const user = loginName(outgoing);
    const values = [
      ['SMTP_HOST', host],
      ['SMTP_PORT', String(port)],
      // Programs disagree about one word: "secure" is encryption from the start in most of them, and never STARTTLS.
      ['SMTP_SECURE', String(security === 'tls')],
      ['SMTP_STARTTLS', String(security === 'starttls')],
      ...(user === null ? [] : [['SMTP_USER', user]]),
      ['SMTP_FROM', plainAddress(settings)],
      ...(displayName === '' ? [] : [['SMTP_FROM_NAME', displayName]]),
    ];
    const lines = [
      comment(
        '#',
        say('client.file.header'),
        say('client.file.compose'),
        ...passwordHint(outgoing, 'escaped'),
      ),
      'services:',
      '  app:',
      '    environment:',
      ...values.map(([name, value = '']) => `      ${name}: ${composeString(value)}`),
      // Compose puts in its own environment's value, and says so where there is none.
      ...(user === null ? [] : [`      SMTP_PASSWORD: "\${SMTP_PASSWORD:?}"`]),
    ];
    return `${lines.join('\n')}\n`;
  },
};

/** Compose expands `$` in every value; two of them are one. */
function composeString(value: string): string {
  return yamlString(value).replaceAll('$', '$$$$');
}
