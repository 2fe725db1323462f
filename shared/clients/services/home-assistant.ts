import { say } from '../../text/index.ts';
import type { FileClient } from '../client.ts';
import { comment } from '../comment.ts';
import { passwordHint } from '../password-hint.ts';
import { loginName, plainAddress } from '../required.ts';
import { yamlString } from './yaml-string.ts';

/** An entry for Home Assistant's `configuration.yaml`, with the password in its `secrets.yaml`. */
export const homeAssistant: FileClient = {
  kind: 'text',
  id: 'home-assistant',
  name: 'Home Assistant',
  group: 'developers',
  source: {
    name: "Home Assistant's documentation: SMTP; its source: components/smtp, whose issue.py names the end of such entries",
    url: 'https://www.home-assistant.io/integrations/smtp/',
    checked: '2026-11-28',
  },
  fileName: 'postway-home-assistant.yaml',
  mediaType: 'application/yaml',
  comments: 'hash',
  note: 'client.file.home-assistant',
  render: (settings) => {
    const { outgoing, displayName } = settings;
    const user = loginName(outgoing);
    const address = yamlString(plainAddress(settings));
    const lines = [
      comment(
        '#',
        say('client.file.header'),
        say('client.file.home-assistant'),
        ...passwordHint(outgoing, 'double'),
      ),
      // Of two such lines Home Assistant reads the last alone, and whoever had entries of their own would lose them.
      '# notify:',
      '  - name: "postway"',
      '    platform: smtp',
      `    server: ${yamlString(outgoing.host)}`,
      `    port: ${outgoing.port}`,
      // Its three words are those of the report.
      `    encryption: ${outgoing.security}`,
      '    verify_ssl: true',
      ...(user === null ? [] : [`    username: ${yamlString(user)}`, '    password: !secret smtp_password']),
      `    sender: ${address}`,
      ...(displayName === '' ? [] : [`    sender_name: ${yamlString(displayName)}`]),
      `    recipient: ${address}`,
    ];
    return `${lines.join('\n')}\n`;
  },
};
