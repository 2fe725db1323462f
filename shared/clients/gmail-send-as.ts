import { say } from '../text/index.ts';
import type { StepsClient } from './client.ts';
import { choiceField } from './fields.ts';
import {
  cloudStep,
  hostField,
  openStep,
  type SecurityWords,
  securityField,
  serverStep,
  tryStep,
  userFields,
} from './steps.ts';

/** Gmail's "Send mail as": Google's computers send through the person's own server. */
export const gmailSendAs: StepsClient = {
  kind: 'steps',
  id: 'gmail-send-as',
  name: 'Gmail: "Send mail as" another address',
  group: 'popular',
  steps: (settings) => [
    cloudStep('client.gmail-send-as.cloud'),
    openStep(['⚙', 'See all settings', 'Accounts and Import', 'Send mail as:'], 'client.gmail-send-as.open'),
    serverStep(['Edit email address'], 'client.gmail-send-as.server', [
      hostField(settings, 'SMTP Server'),
      choiceField('Port', String(settings.outgoing.port), {
        changed: settings,
        field: 'port',
        ...(ports.includes(settings.outgoing.port) ? {} : { note: say('client.gmail-send-as.port-note') }),
      }),
      ...userFields(settings, 'Username'),
      securityField(settings, say('client.field.security'), words(), 'client.gmail-send-as.security-note'),
    ]),
    tryStep(),
  ],
};

/** Gmail says "TLS" for STARTTLS and "SSL" for encryption from the start. */
const words = (): SecurityWords => ({
  none: say('client.gmail-send-as.plain'),
  starttls: 'Secured connection using TLS (recommended)',
  tls: 'Secured connection using SSL',
});

/** What its drop-down is said to offer. */
const ports: readonly number[] = [25, 465, 587];
