import { say } from '../../text/index.ts';
import type { FileClient } from '../client.ts';
import { comment } from '../comment.ts';
import { passwordHint } from '../password-hint.ts';
import { loginName, mailDomain, plainAddress, refuseIfMatches } from '../required.ts';
import { railsLogin } from './rails-login.ts';
import { yamlString } from './yaml-string.ts';

/** Lines for the section `env` of Discourse's `containers/app.yml`, which every one has: a second one would be read and the first not. */
export const discourse: FileClient = {
  kind: 'text',
  id: 'discourse',
  name: 'Discourse',
  group: 'developers',
  source: {
    name: "Discourse's container: samples/standalone.yml, launcher; its source: global_setting.rb, discourse_defaults.conf",
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
    // Its launcher takes off a blank at the end, and puts in what stands in braces; Discourse then makes numbers of digits.
    if (user !== null) {
      refuseIfMatches(
        'outgoing.username',
        user,
        /\s$|\{\{config\}\}|_FILE_SEPERATOR_|^(?:true|false|\s*-?\d+)$/u,
      );
    }
    // It reads what the YAML says with the shell's `read`, which takes two backslashes for one.
    const notes = [say('client.file.header'), say('client.file.discourse')];
    if (outgoing.security === 'starttls') notes.push(say('client.file.starttls-when-offered'));
    if (user !== null && railsLogin(settings) === 'plain') notes.push(say('client.file.plain-or-login'));
    const values = [
      ['ADDRESS', yamlString(outgoing.host)],
      ['PORT', String(outgoing.port)],
      ...(user === null
        ? []
        : [
            ['USER_NAME', yamlString(user.replaceAll('\\', '\\\\'))],
            ['AUTHENTICATION', railsLogin(settings)],
          ]),
      ['ENABLE_START_TLS', String(outgoing.security === 'starttls')],
      ['FORCE_TLS', String(outgoing.security === 'tls')],
      ['OPENSSL_VERIFY_MODE', 'peer'],
      ['DOMAIN', yamlString(mailDomain(settings))],
    ];
    const lines = [
      comment('#', ...notes, ...passwordHint(outgoing, 'launcher')),
      ...values.map(([name, value]) => `  DISCOURSE_SMTP_${name}: ${value}`),
      `  DISCOURSE_NOTIFICATION_EMAIL: ${yamlString(plainAddress(settings))}`,
      ...(user === null ? [] : ['  # DISCOURSE_SMTP_PASSWORD: "PASSWORD"']),
    ];
    return `${lines.join('\n')}\n`;
  },
};
