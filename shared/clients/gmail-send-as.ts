import { loginAct, loginKind } from '../model/login-kind.ts';
import { say } from '../text/index.ts';
import type { ClientSettings, ProgramWords, StepsClient } from './client.ts';
import type { Control } from './dialog.ts';
import { toSet } from './step.ts';
import {
  cloudStep,
  englishOnly,
  hostControl,
  isChanged,
  openStep,
  serverStep,
  sketchOf,
  tryStep,
  userControls,
} from './steps.ts';

/** Gmail's "Send mail as": Google's computers send through the person's own server. */
export const gmailSendAs: StepsClient = {
  ...englishOnly,
  kind: 'steps',
  id: 'gmail-send-as',
  name: 'Gmail: "Send mail as" another address',
  group: 'popular',
  source: {
    name: 'Gmail Help on sending from another address',
    url: 'https://support.google.com/mail/answer/22370',
    checked: '2026-11',
  },
  platforms: ['web'],
  words: () => words(),
  imports: [],
  limits: ['client.limit.no-file'],
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
              { kind: 'password', label: 'Password', value: null },
              ...encryption(settings),
            ],
          },
        ],
      }),
      passwordNotes(settings),
    ),
    tryStep(settings),
  ],
};

/** Google asks for a second password in a place where people think of their Google one. Where no password would do there is none to name. */
function passwordNotes({ outgoing, secret }: ClientSettings): readonly string[] {
  const act = loginAct(loginKind(outgoing, secret));
  if (act === 'none' || act === 'sign-in') return [];
  return [say(act === 'password' ? 'client.gmail-send-as.password' : 'client.gmail-send-as.app-password')];
}

function portOf(settings: ClientSettings): Control {
  const value = String(settings.outgoing.port);
  return {
    kind: 'drop-down',
    label: 'Port',
    value,
    choices: ports.includes(value) ? ports : [...ports, value],
    ...toSet({
      isChanged: isChanged(settings, 'port'),
      note: ports.includes(value) ? undefined : 'client.gmail-send-as.port-note',
    }),
  };
}

/** Two radio buttons; none of them for a server without encryption, which Gmail may no longer offer. */
function encryption(settings: ClientSettings): Control[] {
  const { security } = settings.outgoing;
  const { starttls, tls, none } = words().security;
  const offered = [
    { kind: 'starttls', label: starttls },
    { kind: 'tls', label: tls },
    ...(security === 'none' ? [{ kind: 'none', label: none }] : []),
  ];
  return offered.map(({ kind, label }) => ({
    kind: 'radio',
    label,
    isOn: kind === security,
    ...(kind === security &&
      toSet({
        isChanged: isChanged(settings, 'security'),
        note: security === 'none' ? 'client.step.plain-note' : 'client.gmail-send-as.security-note',
      })),
  }));
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
