import { say } from '../text/index.ts';
import type { ClientSettings, Step, StepField, StepsClient } from './client.ts';
import { choiceField, tickField, typedField } from './fields.ts';
import { addressWords, userWords } from './words.ts';

/**
 * Classic Outlook for Windows, by the mail set-up that every version since 2007 has. Labels and window names are Outlook's own
 * and are not translated here. Only sending is changed: receiving works, and wrong hints there would break it.
 */
export const outlook: StepsClient = {
  kind: 'steps',
  id: 'outlook',
  name: 'Outlook for Windows (classic)',
  group: 'popular',
  steps: (settings) => [
    openSetup(),
    chooseAccount(settings),
    enterServer(settings),
    requireLogin(settings),
    setEncryptionAndPort(settings),
    finish(),
  ],
};

function openSetup(): Step {
  return {
    id: 'open',
    title: say('client.outlook.open.title'),
    path: ['File', 'Info', 'Account Settings', 'Manage Profiles', 'Email Accounts...'],
    text: say('client.outlook.open.text'),
    fields: [],
  };
}

function finish(): Step {
  return {
    id: 'finish',
    title: say('client.outlook.finish.title'),
    path: ['Next >', 'Close', 'Finish'],
    text: say('client.outlook.finish.text'),
    fields: [],
  };
}

function chooseAccount(settings: ClientSettings): Step {
  return {
    id: 'account',
    title: say('client.outlook.account.title'),
    path: ['Account Settings', 'Email', addressWords(settings), 'Change...'],
    text: say('client.outlook.account.text'),
    fields: [choiceField(say('client.outlook.account.label'), addressWords(settings))],
  };
}

function enterServer(settings: ClientSettings): Step {
  return {
    id: 'server',
    title: say('client.outlook.server.title'),
    path: ['Change Account', 'POP and IMAP Account Settings'],
    text: say('client.outlook.server.text'),
    fields: [
      typedField('Outgoing mail server (SMTP):', settings.outgoing.host, {
        changed: settings,
        field: 'host',
      }),
      tickField('Require logon using Secure Password Authentication (SPA)', false, {
        note: say('client.outlook.server.spa-note'),
      }),
    ],
  };
}

function requireLogin({ outgoing, incoming }: ClientSettings): Step {
  const needsLogin = outgoing.auth !== 'none';
  const sharesLogin = incoming === null || incoming.username === outgoing.username;
  const fields: StepField[] = [tickField('My outgoing server (SMTP) requires authentication', needsLogin)];
  if (needsLogin && sharesLogin) {
    fields.push(choiceField('Use same settings as my incoming mail server', say('client.select')));
  } else if (needsLogin) {
    fields.push(
      choiceField('Log on using', say('client.select')),
      typedField('User Name:', userWords(outgoing)),
      choiceField('Password:', say(`client.login.${outgoing.auth}`)),
    );
  }
  return {
    id: 'login',
    title: say(needsLogin ? 'client.outlook.login.title' : 'client.outlook.login.title-none'),
    path: ['More Settings ...', 'Outgoing Server'],
    text: say(loginText(outgoing.auth)),
    fields,
  };
}

function loginText(auth: ClientSettings['outgoing']['auth']) {
  if (auth === 'oauth2') return 'client.outlook.login.oauth2';
  if (auth === 'password-encrypted') return 'client.outlook.login.encrypted';
  return 'client.outlook.login.text';
}

function setEncryptionAndPort(settings: ClientSettings): Step {
  const { port, security } = settings.outgoing;
  return {
    id: 'advanced',
    title: say('client.outlook.advanced.title'),
    path: ['More Settings ...', 'Advanced'],
    text: say('client.outlook.advanced.text'),
    fields: [
      choiceField('Use the following type of encrypted connection:', say(`client.security.${security}`), {
        changed: settings,
        field: 'security',
        note: say(`client.outlook.advanced.note.${security}`),
      }),
      typedField('Outgoing server (SMTP):', String(port), {
        changed: settings,
        field: 'port',
        note: say('client.outlook.advanced.port-note'),
      }),
    ],
  };
}
