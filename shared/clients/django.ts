import type { Server } from '../model/check.ts';
import { say } from '../text/index.ts';
import type { FileClient } from './client.ts';
import { comment } from './comment.ts';
import { loginName, plainAddress, refuseIfMatches } from './required.ts';

/** Lines for Django's `settings.py`. The password comes from the environment. */
export const django: FileClient = {
  kind: 'text',
  id: 'django',
  name: 'Django (Python)',
  group: 'developers',
  source: {
    name: 'Django 5.2: mail sent with it',
    url: 'https://docs.djangoproject.com/en/5.2/topics/email/',
    checked: '2026-11',
  },
  fileName: 'postway-django-settings.py',
  mediaType: 'text/x-python; charset=utf-8',
  comments: 'hash',
  note: 'client.file.django',
  render: (settings) => {
    const { outgoing, displayName } = settings;
    const user = loginName(outgoing);
    // smtplib sends a user name in ASCII alone.
    if (user !== null) refuseIfMatches('outgoing.username', user, /[^\x20-\x7e]+/);
    const address = plainAddress(settings);
    refuseIfMatches('mailAddress', address, /[^\x21-\x7e]+/); // formataddr takes ASCII addresses only
    const lines = [
      comment('#', say('client.file.header'), say('client.file.django')),
      'import os',
      'from email.utils import formataddr',
      '',
      `EMAIL_HOST = ${pythonString(outgoing.host)}`,
      `EMAIL_PORT = ${outgoing.port}`,
      ...encryption[outgoing.security],
      ...(user === null
        ? []
        : [
            `EMAIL_HOST_USER = ${pythonString(user)}`,
            'EMAIL_HOST_PASSWORD = os.environ["EMAIL_HOST_PASSWORD"]',
          ]),
      `DEFAULT_FROM_EMAIL = formataddr((${pythonString(displayName)}, ${pythonString(address)}))`,
      'SERVER_EMAIL = DEFAULT_FROM_EMAIL',
    ];
    return `${lines.join('\n')}\n`;
  },
};

/** Django calls STARTTLS "TLS" and implicit TLS "SSL", and refuses both at once. */
const encryption: Readonly<Record<Server['security'], readonly string[]>> = {
  none: ['EMAIL_USE_TLS = False', 'EMAIL_USE_SSL = False'],
  starttls: ['EMAIL_USE_TLS = True', 'EMAIL_USE_SSL = False'],
  tls: ['EMAIL_USE_TLS = False', 'EMAIL_USE_SSL = True'],
};

/** Every JSON string is a Python string literal of the same value: the escapes of JSON are among Python's. */
function pythonString(value: string): string {
  return JSON.stringify(value);
}
