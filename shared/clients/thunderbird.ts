import type { Server } from '../model/check.ts';
import { say } from '../text/index.ts';
import type { ClientSettings, Step, StepsClient } from './client.ts';
import { choiceField, typedField } from './fields.ts';
import { userWords } from './words.ts';

/** Thunderbird on a computer: its one dialog for an outgoing server, in its own words (read from version 153). */
export const thunderbird: StepsClient = {
  kind: 'steps',
  id: 'thunderbird',
  name: 'Thunderbird',
  group: 'popular',
  steps: (settings) => [openServer(), enterSettings(settings), tryIt()],
};

function openServer(): Step {
  return {
    id: 'open',
    title: say('client.thunderbird.open.title'),
    path: ['≡', 'Account Settings', 'Outgoing Server', 'Edit…'],
    text: say('client.thunderbird.open.text'),
    fields: [],
  };
}

function tryIt(): Step {
  return {
    id: 'send',
    title: say('client.thunderbird.send.title'),
    path: [],
    text: say('client.thunderbird.send.text'),
    fields: [],
  };
}

function enterSettings(settings: ClientSettings): Step {
  const { host, port, security, auth } = settings.outgoing;
  return {
    id: 'server',
    title: say('client.thunderbird.server.title'),
    path: ['SMTP Server'],
    text: say('client.thunderbird.server.text'),
    fields: [
      typedField('Server Name:', host, { changed: settings, field: 'host' }),
      choiceField('Connection security:', say(`client.security.${security}`), {
        changed: settings,
        field: 'security',
        ...(security === 'none' && { note: say('client.thunderbird.server.plain-note') }),
      }),
      typedField('Port:', String(port), {
        changed: settings,
        field: 'port',
        note: say('client.thunderbird.server.port-note'),
      }),
      choiceField(
        'Authentication method:',
        loginWord(settings.outgoing),
        auth === 'oauth2' ? { note: say('client.thunderbird.server.oauth2-note') } : {},
      ),
      // With "No authentication" Thunderbird greys this field out.
      ...(auth === 'none' ? [] : [typedField('User Name:', userWords(settings.outgoing))]),
    ],
  };
}

/** The drop-down's own words; a password without encryption gets a name that warns. */
function loginWord({ auth, security }: Server): string {
  switch (auth) {
    case 'none':
      return 'No authentication';
    case 'oauth2':
      return 'OAuth2';
    case 'password-encrypted':
      return 'Encrypted password';
    case 'password-cleartext':
    case 'unknown':
      return security === 'none' ? 'Password, transmitted insecurely' : 'Normal password';
    default:
      return auth satisfies never;
  }
}
