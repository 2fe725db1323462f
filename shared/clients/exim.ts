import type { Server } from '../model/check.ts';
import { say } from '../text/index.ts';
import type { FileClient } from './client.ts';
import { comment } from './comment.ts';
import { refused } from './refused.ts';
import { isIpv6, knownAddress, loginName, refuseIfMatches } from './required.ts';

/** Exim 4 as Debian and Ubuntu configure it, handing all its mail to one server (a smarthost): lines for its three files. */
export const exim: FileClient = {
  kind: 'text',
  id: 'exim',
  name: 'Exim 4 (smarthost, Debian)',
  group: 'machines',
  source: {
    name: 'Exim 4.96 as Debian configures it: mail relayed with it; its update-exim4.conf and README.Debian',
    checked: '2026-11',
  },
  fileName: 'postway-exim.txt',
  mediaType: 'text/plain; charset=utf-8',
  comments: 'hash',
  note: 'client.file.exim',
  render: (settings) => {
    const { outgoing } = settings;
    const address = knownAddress(settings);
    if (isIpv6(outgoing)) {
      throw refused('outgoing.host', 'client.refuse.ipv6');
    }
    const user = loginName(outgoing);
    const lines = [
      comment('#', say('client.file.header'), say('client.file.exim')),
      '',
      '# /etc/exim4/update-exim4.conf.conf',
      "dc_eximconfig_configtype='smarthost'",
      `dc_smarthost='${outgoing.host}::${outgoing.port}'`,
      '',
      '# /etc/exim4/exim4.conf.localmacros',
      comment('#', say('client.file.exim-split')),
      ...encryption[outgoing.security],
      ...(address === null ? [] : senders(address)),
      ...(user === null ? [] : passwordFile(user)),
    ];
    return `${lines.join('\n')}\n`;
  },
};

const verified = [
  'REMOTE_SMTP_SMARTHOST_HOSTS_REQUIRE_TLS = *',
  'REMOTE_SMTP_SMARTHOST_TLS_VERIFY_HOSTS = *',
];
const encryption: Readonly<Record<Server['security'], readonly string[]>> = {
  // Without encryption Exim sends a password only when it is told so.
  none: ['REMOTE_SMTP_SMARTHOST_HOSTS_AVOID_TLS = *', 'AUTH_CLIENT_ALLOW_NOTLS_PASSWORDS = true'],
  starttls: verified,
  tls: ['REMOTE_SMTP_SMARTHOST_PROTOCOL = smtps', ...verified],
};

/** Debian's own rewriting: mail of a user of this computer leaves with the address that stands here. */
function senders(address: string): string[] {
  return ['', '# /etc/email-addresses', comment('#', say('client.file.exim-senders')), `root: ${address}`];
}

function passwordFile(user: string): string[] {
  // The line is looked up, not expanded, so that no sign means anything in it: but a colon ends the name, and blanks before it are passed over.
  refuseIfMatches('outgoing.username', user, /:|^\s|\s$/u);
  return [
    '',
    '# /etc/exim4/passwd.client',
    comment('#', say('client.file.exim-password')),
    // There is one smarthost only, and Exim looks it up by its canonical name, which may be another than the one set.
    `# *:${user}:PASSWORD`,
  ];
}
