import { say } from '../text/index.ts';
import type { StepsClient } from './client.ts';
import { tickField } from './fields.ts';
import {
  hostField,
  loginField,
  openStep,
  portField,
  securityTick,
  serverStep,
  tryStep,
  userFields,
} from './steps.ts';
import { addressWords } from './words.ts';

/** Mail on a Mac, macOS 13 and later; older ones say "Preferences…". */
export const appleMailMac: StepsClient = {
  kind: 'steps',
  id: 'apple-mail-mac',
  name: 'Apple Mail on a Mac',
  group: 'popular',
  steps: (settings) => [
    openStep(
      ['Mail', 'Settings…', 'Accounts', addressWords(settings), 'Server Settings'],
      'client.apple-mail-mac.open',
    ),
    serverStep(['Outgoing Mail Server (SMTP)'], 'client.apple-mail-mac.server', [
      ...userFields(settings, 'User Name'),
      hostField(settings, 'Host Name'),
      tickField('Automatically manage connection settings', false, {
        note: say('client.apple-mail-mac.automatic-note'),
      }),
      portField(settings, 'Port'),
      securityTick(settings, 'Use TLS/SSL'),
      loginField(settings, 'Authentication', logins),
    ]),
    tryStep(),
  ],
};

const logins = {
  password: 'Password',
  encrypted: 'MD5 Challenge-Response',
  none: 'None',
};
