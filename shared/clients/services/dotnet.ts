import type { Server } from '../../model/check.ts';
import { say } from '../../text/index.ts';
import type { FileClient } from '../client.ts';
import { comment } from '../comment.ts';
import { refused } from '../refused.ts';
import { isIpv6, loginName, plainAddress } from '../required.ts';

/** Lines of C# for MailKit, which Microsoft's own documentation points to for new programs. The password comes from the environment. */
export const dotnet: FileClient = {
  kind: 'text',
  id: 'dotnet',
  name: '.NET (MailKit)',
  group: 'developers',
  source: {
    name: "MailKit's source: SmtpClient, SecureSocketOptions",
    url: 'https://github.com/jstedfast/MailKit',
    checked: '2026-11-28',
  },
  fileName: 'postway-mailkit.cs',
  mediaType: 'text/plain; charset=utf-8',
  comments: 'slashes',
  note: 'client.file.dotnet',
  render: (settings) => {
    const { outgoing, displayName } = settings;
    // It makes a URL of host and port, and does not say how such an address is written there.
    if (isIpv6(outgoing)) throw refused('outgoing.host', 'client.refuse.ipv6');
    const user = loginName(outgoing);
    const lines = [
      comment('//', say('client.file.header'), say('client.file.dotnet')),
      `message.From.Add(new MailboxAddress(${literal(displayName)}, ${literal(plainAddress(settings))}));`,
      'using var client = new SmtpClient();',
      `await client.ConnectAsync(${literal(outgoing.host)}, ${outgoing.port}, SecureSocketOptions.${encryption[outgoing.security]});`,
      ...(user === null
        ? []
        : [
            `await client.AuthenticateAsync(${literal(user)}, Environment.GetEnvironmentVariable("SMTP_PASSWORD"));`,
          ]),
      'await client.SendAsync(message);',
      'await client.DisconnectAsync(true);',
    ];
    return `${lines.join('\n')}\n`;
  },
};

/** `StartTls` insists on it, `StartTlsWhenAvailable` would not. */
const encryption: Readonly<Record<Server['security'], string>> = {
  none: 'None',
  starttls: 'StartTls',
  tls: 'SslOnConnect',
};

/** Every JSON string is a string literal of C# of the same value: the escapes of JSON are among its own. */
function literal(value: string): string {
  return JSON.stringify(value);
}
