import { say } from '../text/index.ts';
import { said } from '../text/said.ts';
import type { ProgramWords, StepsClient } from './client.ts';
import { hostControl, passwordControls, portControl, userControls } from './controls.ts';
import { securityControl } from './security-control.ts';
import { cloudStep, englishOnly, serverStep, sketchOf, tryStep } from './steps.ts';

/**
 * Webmail that can send through the person's own server. Their pages differ and change, so nothing is said about where to
 * click: only what to look for, in words that they share.
 */
export const webmail: StepsClient = {
  ...englishOnly,
  kind: 'steps',
  id: 'webmail',
  name: said('client.name.webmail'),
  shortName: said('client.name.this-webmail'),
  group: 'people',
  sendsFrom: 'cloud',
  source: {
    name: "RFC 6409 and RFC 8314 (the values; no webmail's page was looked at)",
    url: 'https://www.rfc-editor.org/rfc/rfc8314',
    checked: '2026-11',
  },
  platforms: ['web'],
  words: () => words(),
  imports: [],
  limits: ['client.limit.no-file'],
  steps: (settings) => [
    cloudStep('client.webmail.cloud'),
    serverStep(
      [],
      'client.webmail.server',
      sketchOf({
        title: say('client.webmail.title'),
        groups: [
          {
            controls: [
              hostControl(settings, say('client.field.server')),
              portControl(settings, say('client.field.port'), 'client.webmail.port-note'),
              securityControl(settings, say('client.field.security'), words().security, {
                note: 'client.webmail.security-note',
              }),
              ...userControls(settings, say('client.field.username')),
              ...passwordControls(settings, say('client.field.login')),
            ],
          },
        ],
      }),
    ),
    tryStep(settings),
  ],
};

const words = (): ProgramWords => ({
  security: {
    none: say('client.security.none'),
    starttls: say('client.security.starttls'),
    tls: say('client.security.tls'),
  },
  login: { password: null, encrypted: null, oauth2: null, none: null },
});
