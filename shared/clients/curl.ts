import type { Server } from '../model/check.ts';
import { said } from '../text/said.ts';
import type { FileClient } from './client.ts';
import { bracketedHost, loginName, plainAddress, refuseIfMatches } from './required.ts';
import { shellWord } from './shell-word.ts';

/** One command line that sends a test message to oneself with curl, which nearly every computer has; for a POSIX shell. curl asks for the password. */
export const curl: FileClient = {
  kind: 'text',
  id: 'curl',
  name: said('client.name.test-message', { program: 'curl' }),
  group: 'machines',
  sendsFrom: 'here',
  source: {
    name: 'curl 7.88: mail sent with it',
    checked: '2026-11',
  },
  fileName: 'postway-curl.sh',
  mediaType: 'text/x-shellscript; charset=utf-8',
  comments: 'shell',
  note: 'client.note.curl',
  render: (settings) => {
    const { outgoing } = settings;
    const address = shellWord('mailAddress', plainAddress(settings));
    const user = loginName(outgoing);
    const scheme = outgoing.security === 'tls' ? 'smtps' : 'smtp';
    const words = [
      `printf '${message}' ${address} ${address} "$(LC_ALL=C date '+%a, %d %b %Y %H:%M:%S %z')" |`,
      'curl --globoff',
      ...encryption[outgoing.security],
      '--url',
      shellWord('outgoing.host', `${scheme}://${bracketedHost(outgoing)}:${outgoing.port}`),
      ...(user === null ? [] : login(outgoing, user)),
      '--mail-from',
      address,
      '--mail-rcpt',
      address,
      '--upload-file -',
    ];
    return `${words.join(' ')}\n`;
  },
};

/** Without sender, recipient and date (RFC 5322 section 3.6) a filter may drop the message although the settings are right. */
const message =
  'From: %s\\r\\nTo: %s\\r\\nDate: %s\\r\\nSubject: it works\\r\\n\\r\\nA test of the mail settings.\\r\\n';

/** `smtps:` is encrypted from the start; without `--ssl-reqd` a missing STARTTLS would be passed over. */
const encryption: Readonly<Record<Server['security'], readonly string[]>> = {
  none: [],
  starttls: ['--ssl-reqd'],
  tls: [],
};

/** The first colon would end the user name and begin the password. */
function login({ auth }: Server, user: string): string[] {
  refuseIfMatches('outgoing.username', user, /:/);
  const options = auth === 'password-encrypted' ? ['--login-options AUTH=CRAM-MD5'] : [];
  return [...options, '--user', shellWord('outgoing.username', user)];
}
