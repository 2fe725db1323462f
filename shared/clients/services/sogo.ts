import type { Server } from '../../model/check.ts';
import { say } from '../../text/index.ts';
import type { FileClient } from '../client.ts';
import { comment } from '../comment.ts';
import { takesLoginAlone } from '../offered.ts';
import { refused } from '../refused.ts';
import { bracketedHost } from '../required.ts';
import { isOneLogin } from '../shared-login.ts';

/** Lines for SOGo's `sogo.conf` (5 and later). Everybody logs in to the server for sending as they did to SOGo. */
export const sogo: FileClient = {
  kind: 'text',
  id: 'sogo',
  name: 'SOGo',
  group: 'administrators',
  sendsFrom: 'server',
  source: {
    name: "SOGo's installation guide: SOGoSMTPServer, SOGoSMTPAuthenticationType",
    url: 'https://www.sogo.nu/files/docs/SOGoInstallationGuide.html',
    checked: '2026-11-28',
  },
  fileName: 'postway-sogo.conf',
  mediaType: 'text/plain; charset=utf-8',
  comments: 'slashes',
  note: 'client.file.sogo',
  render: (settings) => {
    const { outgoing } = settings;
    if (outgoing.auth === 'password-encrypted') throw refused('outgoing.auth', 'client.refuse.encrypted');
    if (takesLoginAlone(settings)) throw refused('outgoing.auth', 'client.refuse.login-alone');
    if (outgoing.auth !== 'none' && !isOneLogin(settings)) {
      throw refused('outgoing.username', 'client.refuse.other-login');
    }
    const lines = [
      comment('//', say('client.file.header'), say('client.file.sogo')),
      'SOGoMailingMechanism = "smtp";',
      `SOGoSMTPServer = "${address(outgoing)}";`,
      ...(outgoing.auth === 'none' ? [] : ['SOGoSMTPAuthenticationType = "PLAIN";']),
    ];
    return `${lines.join('\n')}\n`;
  },
};

function address(outgoing: Server): string {
  const { security, port } = outgoing;
  const place = `${bracketedHost(outgoing)}:${port}`;
  if (security === 'tls') return `smtps://${place}`;
  return security === 'starttls' ? `smtp://${place}/?tls=YES` : `smtp://${place}`;
}
