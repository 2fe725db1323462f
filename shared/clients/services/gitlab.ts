import { say } from '../../text/index.ts';
import type { FileClient } from '../client.ts';
import { comment } from '../comment.ts';
import { passwordHint } from '../password-hint.ts';
import { loginName, mailDomain, plainAddress } from '../required.ts';
import { railsLogin } from './rails-login.ts';
import { rubyString } from './ruby-string.ts';

/** Lines for `/etc/gitlab/gitlab.rb` of GitLab's Linux package and of its container. The certificate is checked. */
export const gitlab: FileClient = {
  kind: 'text',
  id: 'gitlab',
  name: 'GitLab',
  group: 'developers',
  source: {
    name: "GitLab's Linux package: doc/settings/smtp.md, smtp_settings.rb.erb, smtp_helper.rb",
    url: 'https://docs.gitlab.com/omnibus/settings/smtp',
    checked: '2026-11-28',
  },
  fileName: 'postway-gitlab.rb',
  mediaType: 'text/plain; charset=utf-8',
  comments: 'hash',
  note: 'client.file.gitlab',
  render: (settings) => {
    const { outgoing, displayName } = settings;
    const user = loginName(outgoing);
    const notes = [say('client.file.header'), say('client.file.gitlab')];
    if (outgoing.security === 'starttls') notes.push(say('client.file.starttls-when-offered'));
    if (user !== null && railsLogin(settings) === 'plain') notes.push(say('client.file.plain-or-login'));
    const lines = [
      comment('#', ...notes, ...passwordHint(outgoing, 'single')),
      line('smtp_enable', 'true'),
      line('smtp_address', rubyString(outgoing.host)),
      line('smtp_port', String(outgoing.port)),
      line('smtp_domain', rubyString(mailDomain(settings))),
      ...(user === null
        ? [line('smtp_authentication', 'false')]
        : [
            line('smtp_authentication', rubyString(railsLogin(settings))),
            line('smtp_user_name', rubyString(user)),
          ]),
      line('smtp_tls', String(outgoing.security === 'tls')),
      line('smtp_enable_starttls_auto', String(outgoing.security === 'starttls')),
      line('smtp_openssl_verify_mode', rubyString('peer')),
      line('gitlab_email_from', rubyString(plainAddress(settings))),
      ...(displayName === '' ? [] : [line('gitlab_email_display_name', rubyString(displayName))]),
    ];
    return `${lines.join('\n')}\n`;
  },
};

/** `value` is Ruby source. */
function line(name: string, value: string): string {
  return `gitlab_rails['${name}'] = ${value}`;
}
