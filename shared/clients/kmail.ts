import type { ProgramWords, StepsClient } from './client.ts';
import {
  checkBox,
  englishOnly,
  hostControl,
  openStep,
  portControl,
  securityControl,
  serverStep,
  sketchOf,
  tryStep,
  unusualLogin,
  userControls,
} from './steps.ts';

/** KDE KMail; words of version 22.12. */
export const kmail: StepsClient = {
  ...englishOnly,
  kind: 'steps',
  id: 'kmail',
  name: 'KMail',
  group: 'people',
  source: {
    name: 'KMail 22.12.3 on the screen',
    checked: '2026-11',
  },
  platforms: ['linux'],
  versions: [{ id: '22.12', name: 'KMail 22.12' }],
  words: () => words,
  imports: [],
  limits: ['client.limit.no-file'],
  steps: (settings) => [
    openStep(['Settings', 'Configure KMail', 'Accounts', 'Sending', 'Modify'], 'client.kmail.open'),
    serverStep(
      [],
      'client.kmail.server',
      sketchOf({
        title: 'Modify',
        groups: [
          {
            controls: [
              hostControl(settings, 'Outgoing server'),
              portControl(settings, 'Port', 'client.step.port-note', 2),
              checkBox('Server requires authentication', settings.outgoing.auth !== 'none'),
              ...unusualLogin(settings, 'Authentication Method', words.login),
              ...userControls(settings, 'Username'),
              securityControl(settings, 'Encryption', words.security, {
                note: notes[settings.outgoing.security],
              }),
            ],
          },
        ],
      }),
    ),
    tryStep(settings),
  ],
};

/** Version 22.12 says "TLS" for STARTTLS; newer windows say what they mean. */
const words: ProgramWords = {
  security: { none: 'None', starttls: 'TLS', tls: 'SSL' },
  login: { password: 'PLAIN', encrypted: 'CRAM-MD5', oauth2: 'XOAuth (Gmail)', none: null },
};
const notes = {
  none: 'client.step.plain-note',
  starttls: 'client.kmail.starttls-note',
  tls: 'client.kmail.tls-note',
} as const;
