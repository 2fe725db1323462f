import type { Server } from '../../model/check.ts';
import { say } from '../../text/index.ts';
import type { FileClient } from '../client.ts';
import { comment } from '../comment.ts';
import { javaProperty } from '../java-property.ts';
import { loginName, plainAddress } from '../required.ts';

/** Properties for a session of Jakarta Mail (JavaMail), as `java.util.Properties` loads them. */
export const java: FileClient = {
  kind: 'text',
  id: 'java',
  name: 'Java (Jakarta Mail)',
  group: 'developers',
  source: {
    name: 'java.util.Properties of Java 17 reads it back; Angus Mail: properties of its package smtp',
    url: 'https://github.com/eclipse-ee4j/angus-mail/blob/master/providers/smtp/src/main/java/org/eclipse/angus/mail/smtp/package-info.java',
    checked: '2026-11-28',
  },
  fileName: 'postway-mail.properties',
  mediaType: 'text/plain; charset=utf-8',
  comments: 'hash',
  note: 'client.file.java',
  render: (settings) => {
    const { outgoing } = settings;
    const { host, port, auth } = outgoing;
    const user = loginName(outgoing);
    const lines = [
      comment('#', say('client.file.header'), say('client.file.java')),
      `mail.smtp.host=${javaProperty(host)}`,
      `mail.smtp.port=${port}`,
      ...encryption[outgoing.security],
      `mail.smtp.auth=${user !== null}`,
      ...(user === null ? [] : [`mail.smtp.user=${javaProperty(user)}`]),
      ...(auth === 'password-encrypted' ? encryptedLogin : []),
      `mail.smtp.from=${javaProperty(plainAddress(settings))}`,
      `mail.from=${javaProperty(plainAddress(settings))}`,
    ];
    return `${lines.join('\n')}\n`;
  },
};

/** Jakarta Mail itself knows no CRAM-MD5; Java's own SASL library does. */
const encryptedLogin = ['mail.smtp.sasl.enable=true', 'mail.smtp.sasl.mechanisms=CRAM-MD5'];

const named = 'mail.smtp.ssl.checkserveridentity=true';
const encryption: Readonly<Record<Server['security'], readonly string[]>> = {
  none: ['mail.smtp.starttls.enable=false'],
  starttls: ['mail.smtp.starttls.enable=true', 'mail.smtp.starttls.required=true', named],
  tls: ['mail.smtp.ssl.enable=true', named],
};
