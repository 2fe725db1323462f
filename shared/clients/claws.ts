import { say } from '../text/index.ts';
import type { StepsClient } from './client.ts';
import { tickField } from './fields.ts';
import {
  hostField,
  openStep,
  portField,
  type SecurityWords,
  securityField,
  serverStep,
  tryStep,
  userFields,
} from './steps.ts';
import { addressWords } from './words.ts';

/** Claws Mail 4.1: four tabs, one after the other. */
export const claws: StepsClient = {
  kind: 'steps',
  id: 'claws',
  name: 'Claws Mail',
  group: 'people',
  steps: (settings) => [
    openStep(['Configuration', 'Edit accounts…', addressWords(settings), 'Edit'], 'client.claws.open'),
    serverStep(['Basic'], 'client.claws.server', [hostField(settings, 'SMTP server (send)')]),
    {
      id: 'login',
      title: say('client.step.login.title'),
      path: ['Send'],
      text: say('client.claws.login'),
      fields: [
        tickField('SMTP Authentication (SMTP AUTH)', settings.outgoing.auth !== 'none'),
        ...userFields(settings, say('client.field.username')),
      ],
    },
    {
      id: 'encryption',
      title: say('client.step.encryption.title'),
      path: ['TLS', 'Send (SMTP)'],
      text: say('client.claws.encryption'),
      fields: [securityField(settings, 'Send (SMTP)', words)],
    },
    {
      id: 'port',
      title: say('client.step.port.title'),
      path: ['Advanced'],
      text: say('client.claws.port'),
      fields: [portField(settings, 'SMTP port')],
    },
    tryStep(),
  ],
};

const words: SecurityWords = {
  none: "Don't use TLS (but, if necessary, use STARTTLS)",
  starttls: 'Use STARTTLS',
  tls: 'Use TLS',
};
