import type { Server } from '../model/check.ts';
import { say } from '../text/index.ts';
import type { FileClient } from './client.ts';
import { comment } from './comment.ts';
import { javaProperty } from './java-property.ts';
import { knownAddress, loginName, refuseIfMatches } from './required.ts';

/** Lines for Spring Boot's `application.properties`. The password comes from the environment. */
export const spring: FileClient = {
  kind: 'text',
  id: 'spring',
  name: 'Spring Boot (Java)',
  group: 'developers',
  source: {
    name: 'Spring Boot reference: sending email; Jakarta Mail: SMTP properties',
    url: 'https://docs.spring.io/spring-boot/reference/io/email.html',
    checked: '2026-11',
  },
  fileName: 'postway-spring.properties',
  mediaType: 'text/plain; charset=utf-8',
  comments: 'hash',
  note: 'client.file.spring',
  render: (settings) => {
    const { outgoing } = settings;
    const address = knownAddress(settings);
    const user = loginName(outgoing);
    const lines = [
      comment('#', say('client.file.header'), say('client.file.spring')),
      `spring.mail.host=${propertyValue('outgoing.host', outgoing.host)}`,
      `spring.mail.port=${outgoing.port}`,
      ...(user === null ? [] : [`spring.mail.username=${propertyValue('outgoing.username', user)}`]),
      `${smtp}.auth=${user !== null}`,
      ...(outgoing.auth === 'password-encrypted'
        ? [`${smtp}.sasl.enable=true`, `${smtp}.sasl.mechanisms=CRAM-MD5`]
        : []),
      ...encryption(outgoing.security),
      // The envelope's sender, and the one of a message that names none.
      ...(address === null
        ? []
        : [`${smtp}.from`, 'spring.mail.properties.mail.from'].map(
            (name) => `${name}=${propertyValue('mailAddress', address)}`,
          )),
    ];
    return `${lines.join('\n')}\n`;
  },
};

const smtp = 'spring.mail.properties.mail.smtp';

function encryption(security: Server['security']): string[] {
  // Without it any certificate that is valid for anybody will do: Jakarta Mail checks the name by default only since 2.1.
  const named = `${smtp}.ssl.checkserveridentity=true`;
  if (security === 'tls') return [`${smtp}.ssl.enable=true`, named];
  if (security === 'none') return [];
  return [`${smtp}.starttls.enable=true`, `${smtp}.starttls.required=true`, named];
}

/**
 * As java.util.Properties reads it, in ASCII. Spring itself would expand `${…}` and `#{…}`, and blanks at the ends are read differently:
 * throws `ExportRefused` with `field` for those.
 */
function propertyValue(field: string, value: string): string {
  refuseIfMatches(field, value, /[$#]\{|^\s|\s$/u);
  return javaProperty(value);
}
