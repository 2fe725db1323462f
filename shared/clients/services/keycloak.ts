import type { ClientSettings, FileClient } from '../client.ts';
import { refused } from '../refused.ts';
import { loginName, plainAddress } from '../required.ts';

/** The part `smtpServer` of a realm of Keycloak, as `kcadm.sh update realms/NAME -f` takes it. JSON has no comments. */
export const keycloak: FileClient = {
  kind: 'text',
  id: 'keycloak',
  name: 'Keycloak',
  group: 'developers',
  source: {
    name: "Keycloak's source: DefaultEmailSenderProvider, PasswordAuthEmailAuthenticator",
    url: 'https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/email/DefaultEmailSenderProvider.java',
    checked: '2026-11-28',
  },
  fileName: 'postway-keycloak.json',
  mediaType: 'application/json',
  comments: null,
  note: 'client.note.keycloak',
  render: (settings) => `${JSON.stringify({ smtpServer: options(settings) }, null, 2)}\n`,
};

/** Every value is a string there. */
function options(settings: ClientSettings) {
  const { outgoing, displayName } = settings;
  const user = loginName(outgoing);
  // Jakarta Mail needs properties for it that Keycloak has no place for.
  if (outgoing.auth === 'password-encrypted') throw refused('outgoing.auth', 'client.refuse.encrypted');
  return {
    host: outgoing.host,
    port: String(outgoing.port),
    starttls: String(outgoing.security === 'starttls'),
    ssl: String(outgoing.security === 'tls'),
    auth: String(user !== null),
    ...(user !== null && { user }),
    from: plainAddress(settings),
    ...(displayName !== '' && { fromDisplayName: displayName }),
  };
}
