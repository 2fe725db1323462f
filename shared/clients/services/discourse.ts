import { say } from '../../text/index.ts';
import type { FileClient } from '../client.ts';
import { comment } from '../comment.ts';
import { loginName, mailDomain, plainAddress } from '../needed.ts';
import { yamlString } from './yaml-string.ts';

/** Lines for the section `env` of Discourse's `containers/app.yml`. */
export const discourse: FileClient = {
  kind: 'text',
  id: 'discourse',
  name: 'Discourse',
  group: 'developers',
  source: {
    name: "Discourse's standard container definition (samples/standalone.yml) and discourse_defaults.conf",
    url: 'https://github.com/discourse/discourse_docker',
    checked: '2026-11-28',
  },
  fileName: 'postway-discourse.yml',
  mediaType: 'application/yaml',
  comments: 'hash',
  note: 'client.file.discourse',
  render: (settings) => {
    const { outgoing } = settings;
    const user = loginName(outgoing);
    const values = [
      ['ADDRESS', yamlString(outgoing.host)],
      ['PORT', String(outgoing.port)],
      ...(user === null ? [] : [['USER_NAME', yamlString(user)]]),
      ['ENABLE_START_TLS', String(outgoing.security === 'starttls')],
      ['FORCE_TLS', String(outgoing.security === 'tls')],
      ['OPENSSL_VERIFY_MODE', 'peer'],
      ['DOMAIN', yamlString(mailDomain(settings))],
    ];
    const lines = [
      comment('#', say('client.file.header'), say('client.file.discourse')),
      'env:',
      ...values.map(([name, value]) => `  DISCOURSE_SMTP_${name}: ${value}`),
      `  DISCOURSE_NOTIFICATION_EMAIL: ${yamlString(plainAddress(settings))}`,
      ...(user === null ? [] : ['  # DISCOURSE_SMTP_PASSWORD: "PASSWORD"']),
    ];
    return `${lines.join('\n')}\n`;
  },
};
