import type { Server } from '../../model/check.ts';
import type { ClientSettings, FileClient } from '../client.ts';
import { refused } from '../refused.ts';
import { bracketedHost, plainAddress } from '../required.ts';
import { goLogin } from './go-login.ts';

/** The part `EmailSettings` of Mattermost's `config.json`. JSON has no comments, so there are none. */
export const mattermost: FileClient = {
  kind: 'text',
  id: 'mattermost',
  name: 'Mattermost',
  group: 'developers',
  source: {
    name: "Mattermost's source: EmailSettings in model/config.go, platform/shared/mail/mail.go",
    url: 'https://github.com/mattermost/mattermost/blob/master/server/public/model/config.go',
    checked: '2026-11-28',
  },
  fileName: 'postway-mattermost.json',
  mediaType: 'application/json',
  comments: null,
  note: 'client.note.mattermost',
  render: (settings) => `${JSON.stringify({ EmailSettings: options(settings) }, null, 2)}\n`,
};

function options(settings: ClientSettings) {
  const { outgoing, displayName } = settings;
  if (outgoing.auth === 'password-encrypted') throw refused('outgoing.auth', 'client.refuse.encrypted');
  const user = goLogin(outgoing);
  const address = plainAddress(settings);
  return {
    SendEmailNotifications: true,
    // It puts a colon and the port behind it.
    SMTPServer: bracketedHost(outgoing),
    SMTPPort: String(outgoing.port),
    ConnectionSecurity: security[outgoing.security],
    SkipServerCertificateVerification: false,
    EnableSMTPAuth: user !== null,
    ...(user !== null && { SMTPUsername: user }),
    FeedbackEmail: address,
    ReplyToAddress: address,
    ...(displayName !== '' && { FeedbackName: displayName }),
  };
}

const security: Readonly<Record<Server['security'], string>> = { none: '', starttls: 'STARTTLS', tls: 'TLS' };
