import type { Server } from '../../model/check.ts';
import { say } from '../../text/index.ts';
import type { ClientSettings, FileClient } from '../client.ts';
import { comment } from '../comment.ts';
import { loginName, plainAddress } from '../required.ts';
import { railsLogin } from './rails-login.ts';
import { rubyString } from './ruby-string.ts';

/** Lines for `config/environments/production.rb` of Ruby on Rails 7 and later. The password comes from the environment. */
export const rails: FileClient = {
  kind: 'text',
  id: 'rails',
  name: 'Ruby on Rails',
  group: 'developers',
  source: {
    name: "Rails guides: Action Mailer configuration; the source of Ruby's library mail: smtp.rb",
    url: 'https://guides.rubyonrails.org/action_mailer_basics.html',
    checked: '2026-11-28',
  },
  fileName: 'postway-rails.rb',
  mediaType: 'text/plain; charset=utf-8',
  comments: 'hash',
  note: 'client.file.rails',
  render: (settings) => {
    const { outgoing } = settings;
    const user = loginName(outgoing);
    const notes = [say('client.file.header'), say('client.file.rails')];
    if (user !== null && railsLogin(settings) === 'plain') notes.push(say('client.file.plain-or-login'));
    const lines = [
      comment('#', ...notes),
      'config.action_mailer.delivery_method = :smtp',
      'config.action_mailer.smtp_settings = {',
      `  address: ${rubyString(outgoing.host)},`,
      `  port: ${outgoing.port},`,
      ...encryption[outgoing.security],
      ...(user === null ? [] : login(settings, user)),
      "  openssl_verify_mode: 'peer'",
      '}',
      `config.action_mailer.default_options = { from: ${rubyString(plainAddress(settings))} }`,
    ];
    return `${lines.join('\n')}\n`;
  },
};

/** `enable_starttls` insists on it; `enable_starttls_auto` alone would do without. */
const encryption: Readonly<Record<Server['security'], readonly string[]>> = {
  none: ['  enable_starttls: false,', '  enable_starttls_auto: false,'],
  starttls: ['  enable_starttls: true,'],
  tls: ['  tls: true,'],
};

function login(settings: ClientSettings, user: string): string[] {
  return [
    `  authentication: :${railsLogin(settings)},`,
    `  user_name: ${rubyString(user)},`,
    "  password: ENV.fetch('SMTP_PASSWORD'),",
  ];
}
