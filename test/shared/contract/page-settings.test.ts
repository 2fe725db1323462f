import { expect, test } from 'vitest';
import type { ClientSettings } from '../../../shared/clients/client.ts';
import { PageSettings } from '../../../shared/contract/contract.ts';
import { aServer } from '../../support/builders.ts';
import { someSettings } from '../clients/settings.ts';

/** The steps of a program are made where the page is: from the program that was chosen. */
type Carried = Required<Omit<ClientSettings, 'walkthrough'>>;

test('a page of the window is made of all that the settings hold', () => {
  const settings: Carried = {
    ...someSettings(),
    change: [{ field: 'port', from: '25', to: '587' }],
    secret: 'app-password',
    provider: { name: 'Example', secret: 'app-password' },
    isPractice: true,
    warnings: ['One.'],
    alternatives: [aServer({ port: 465, security: 'tls' })],
    first: ['Two.'],
    mustWait: true,
    misnamedIncoming: 'old.example.org',
    isForComparing: true,
    isNearby: true,
    isPasswordRefused: true,
    isNameNew: true,
    elsewhere: { closed: 587, server: aServer() },
    refusedSender: 'you@example.org',
    logins: ['PLAIN', 'LOGIN'],
  };
  expect(PageSettings.parse(settings)).toEqual(settings);
});
