import { loginAct, loginKind } from '../model/login-kind.ts';
import { say } from '../text/index.ts';
import { type PlainKey, said } from '../text/said.ts';
import type { ClientSettings, ProgramWords, StepsClient } from './client.ts';
import { changeMarks, hostControl, passwordControls, userControls } from './controls.ts';
import type { Control } from './dialog.ts';
import { securityRadios } from './security-control.ts';
import { providerOf } from './sign-in-provider.ts';
import { toSet } from './step.ts';
import { cloudStep, englishOnly, openStep, serverStep, sketchOf, tryStep } from './steps.ts';

/** Gmail's "Send mail as": Google's computers send through the person's own server. */
export const gmailSendAs: StepsClient = {
  ...englishOnly,
  kind: 'steps',
  id: 'gmail-send-as',
  name: said('client.name.gmail-send-as'),
  shortName: 'Gmail',
  group: 'popular',
  sendsFrom: 'cloud',
  source: {
    name: 'Gmail Help on sending from another address',
    url: 'https://support.google.com/mail/answer/22370',
    checked: '2026-11',
  },
  platforms: ['web'],
  words: () => words(),
  imports: [],
  limits: ['client.limit.no-file'],
  ownAccount: (settings) => (providerOf(settings) === 'google' ? 'client.own.gmail' : undefined),
  steps: (settings) => [
    cloudStep('client.gmail-send-as.cloud'),
    openStep(['⚙', 'See all settings', 'Accounts and Import', 'Send mail as:'], 'client.gmail-send-as.open'),
    serverStep(
      [],
      'client.gmail-send-as.server',
      sketchOf({
        title: 'Send mail as:',
        groups: [
          {
            controls: [
              hostControl(settings, 'SMTP Server'),
              portOf(settings),
              ...userControls(settings, 'Username'),
              ...passwordControls(settings, 'Password', { note: passwordNote(settings) }),
              ...encryption(settings),
            ],
          },
        ],
      }),
    ),
    tryStep(settings),
  ],
};

/** Google asks for a second password in a place where people think of their Google one. */
function passwordNote({ outgoing, secret }: ClientSettings): PlainKey {
  const isUsual = loginAct(loginKind(outgoing, secret)) === 'password';
  return isUsual ? 'client.gmail-send-as.password' : 'client.gmail-send-as.app-password';
}

function portOf(settings: ClientSettings): Control {
  const value = String(settings.outgoing.port);
  return {
    kind: 'drop-down',
    label: 'Port',
    value,
    choices: ports.includes(value) ? ports : [...ports, value],
    ...toSet({
      ...changeMarks(settings, 'port'),
      note: ports.includes(value) ? undefined : 'client.gmail-send-as.port-note',
    }),
  };
}

/** Two radio buttons; none of them for a server without encryption, which Gmail may no longer offer. */
function encryption(settings: ClientSettings): Control[] {
  const kinds = settings.outgoing.security === 'none' ? (['none'] as const) : [];
  return securityRadios(
    settings,
    words().security,
    ['starttls', 'tls', ...kinds],
    'client.gmail-send-as.security-note',
  );
}

/** Gmail says "TLS" for STARTTLS and "SSL" for encryption from the start. */
const words = (): ProgramWords => ({
  security: {
    none: say('client.gmail-send-as.plain'),
    starttls: 'Secured connection using TLS (recommended)',
    tls: 'Secured connection using SSL',
  },
  login: { password: null, encrypted: null, oauth2: null, none: null },
});

/** What its drop-down is said to offer. */
const ports: readonly string[] = ['25', '465', '587'];
