import type { Server } from '../model/check.ts';
import { said } from '../text/said.ts';
import type { FileClient } from './client.ts';
import { bracketedHost, isName, loginName, plainAddress } from './required.ts';
import { shellWord } from './shell-word.ts';

/**
 * One command line that sends a test message to oneself, for a POSIX shell. swaks asks for the password. It checks who signed the certificate
 * and not whom it is for (before version 2024), so openssl looks at that first, and no password is asked for if it is wrong.
 */
export const swaks: FileClient = {
  kind: 'text',
  id: 'swaks',
  name: said('client.name.test-message', { program: 'swaks' }),
  group: 'machines',
  sendsFrom: 'here',
  source: {
    name: 'swaks 20201014: mail sent with it',
    checked: '2026-11',
  },
  fileName: 'postway-swaks.sh',
  mediaType: 'text/x-shellscript; charset=utf-8',
  comments: 'shell',
  note: 'client.note.swaks',
  render: (settings) => {
    const { outgoing } = settings;
    const address = plainAddress(settings);
    const user = loginName(outgoing);
    const words = [
      ...nameCheck(outgoing),
      'swaks',
      '--server',
      shellWord('outgoing.host', bracketedHost(outgoing)),
      '--port',
      String(outgoing.port),
      ...encryption[outgoing.security],
      ...(user === null ? [] : login(outgoing, user)),
      '--from',
      shellWord('mailAddress', address),
      '--to',
      shellWord('mailAddress', address),
    ];
    return `${words.join(' ')}\n`;
  },
};

/**
 * Quoted for a shell; ends with `&&` where there is a certificate to check. Judged by what openssl says of it: its status is that of the
 * goodbye as well, which many servers leave out (OpenSSL 3 calls that an unexpected end).
 */
function nameCheck(server: Server): string[] {
  const { host, port, security } = server;
  if (security === 'none') return [];
  return [
    `printf 'QUIT\\r\\n' | openssl s_client -verify_return_error`,
    isName(server) ? '-verify_hostname' : '-verify_ip',
    shellWord('outgoing.host', host),
    ...(security === 'starttls' ? ['-starttls smtp'] : []),
    '-connect',
    shellWord('outgoing.host', `${bracketedHost(server)}:${port}`),
    `| grep 'Verify return code: 0' &&`,
  ];
}

/** swaks checks certificates only when asked to. */
const encryption: Readonly<Record<Server['security'], readonly string[]>> = {
  none: [],
  starttls: ['--tls', '--tls-verify'],
  tls: ['--tls-on-connect', '--tls-verify'],
};

function login({ auth }: Server, user: string): string[] {
  const mechanisms = auth === 'password-encrypted' ? 'CRAM-MD5' : 'PLAIN,LOGIN';
  return [
    '--auth',
    mechanisms,
    '--auth-user',
    shellWord('outgoing.username', user),
    '--auth-hide-password',
    '--protect-prompt', // else what is typed stands on the screen
  ];
}
