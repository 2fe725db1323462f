import type { StepsClient } from './client.ts';
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

/** Mail on iPhone and iPad. The way to its settings differs between versions and is not confirmed for all: the text says so. */
export const appleMailIphone: StepsClient = {
  kind: 'steps',
  id: 'apple-mail-iphone',
  name: 'Apple Mail on iPhone and iPad',
  group: 'popular',
  steps: (settings) => [
    openStep(
      ['Settings', 'Apps', 'Mail', 'Mail Accounts', addressWords(settings), 'Account', 'SMTP'],
      'client.apple-mail-iphone.open',
    ),
    serverStep(['Primary Server'], 'client.apple-mail-iphone.server', [
      hostField(settings, 'Host Name'),
      ...userFields(settings, 'User Name'),
      securityTick(settings, 'Use SSL'),
      loginField(settings, 'Authentication', logins),
      portField(settings, 'Server Port'),
    ]),
    tryStep(),
  ],
};

const logins = {
  password: 'Password',
  encrypted: 'MD5 Challenge-Response',
  none: 'None',
};
