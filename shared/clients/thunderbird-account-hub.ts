import type { Server } from '../model/check.ts';
import { say } from '../text/index.ts';
import type { ClientSettings, Step, Variant } from './client.ts';
import { afterChoosing, hostControl, portControl, userControls } from './controls.ts';
import type { Control } from './dialog.ts';
import { type AccountHubLabel, accountHubLabels } from './labels/account-hub.ts';
import { type Drawing, type DrawWith, labelsIn } from './language.ts';
import { misnamedReceiving } from './misnamed-receiving.ts';
import { securityControl } from './security-control.ts';
import { toSet, translatedStep } from './step.ts';
import { tryStep } from './steps.ts';
import { addressWords } from './words.ts';

/**
 * The window in which newer Thunderbirds add an account, for who stands in front of it: one page after the other, in the order of its source
 * (`accountHub*Template.inc.xhtml`, version 153). What it finds by itself is wrong where a provider publishes nothing, so each value is looked at.
 */
export function accountHubSteps(settings: ClientSettings, variant: Variant): readonly Step[] {
  return [
    addAccount(settings, variant),
    ...(settings.incoming === null
      ? []
      : [serverStep(settings.incoming, 'incomingSettings', settings, variant)]),
    serverStep(settings.outgoing, 'outgoingSettings', settings, variant),
    tryStep(settings, 'client.account-hub.try'),
  ];
}

function addAccount(settings: ClientSettings, { language }: Variant): Step {
  const labels = labelsIn(accountHubLabels, language);
  const { word, draw } = labels;
  return translatedStep(labels, language, {
    id: 'open',
    title: say('client.account-hub.open.title'),
    path: [{ as: '≡' }, 'accountSettings', 'addAccount', 'mailAccount'],
    text: say('client.account-hub.open.text', {
      next: word('continue'),
      edit: word('editConfiguration'),
    }),
    notes: [say('client.account-hub.keep')],
    drawn: [draw((one) => addressPage(one, settings))],
  });
}

function serverStep(
  server: Server,
  title: 'incomingSettings' | 'outgoingSettings',
  settings: ClientSettings,
  { language }: Variant,
): Step {
  const labels = labelsIn(accountHubLabels, language);
  const { word, draw } = labels;
  const isOutgoing = title === 'outgoingSettings';
  return translatedStep(labels, language, {
    // Receiving stands under the id of what adds an account once more.
    id: isOutgoing ? 'server' : 'again',
    title: say(isOutgoing ? 'client.account-hub.outgoing.title' : 'client.account-hub.incoming.title'),
    path: [title],
    text: isOutgoing
      ? say('client.account-hub.outgoing.text', { test: word('test'), next: word('continue') })
      : say('client.account-hub.incoming.text', { next: word('continue') }),
    drawn: [draw((one) => serverPage(one, title, server, settings))],
  });
}

function addressPage({ word }: DrawWith<AccountHubLabel>, settings: ClientSettings): Drawing {
  const standIn = settings.mailAddress === '' ? ({ isStandIn: true } as const) : {};
  return {
    title: word('addAddress'),
    frame: 'window',
    tabs: [],
    groups: [
      {
        controls: [
          { kind: 'text', label: word('fullName'), value: settings.displayName || null },
          {
            kind: 'text',
            label: word('emailAddress'),
            value: settings.mailAddress || addressWords(settings),
            ...standIn,
            ...toSet(),
          },
        ],
      },
    ],
    buttons: [{ kind: 'button', label: word('continue'), isNext: true }],
    likeness: 'sketch',
  };
}

/** Both server pages have the same fields. The security is chosen first: it changes the port, and the port it. */
function serverPage(
  { word }: DrawWith<AccountHubLabel>,
  title: 'incomingSettings' | 'outgoingSettings',
  server: Server,
  settings: ClientSettings,
): Drawing {
  const words = { none: word('none'), starttls: 'STARTTLS', tls: 'SSL/TLS' } as const;
  const choices = [word('autodetect'), words.none, words.starttls, words.tls];
  // A new account changes nothing that is there.
  const anew = { ...settings, change: null, outgoing: server };
  const isReceiving = title === 'incomingSettings' && misnamedReceiving(settings) !== undefined;
  return {
    title: word(title),
    frame: 'window',
    tabs: [],
    groups: [
      {
        controls: [
          asReceiving(hostControl(anew, word('hostname'), 1), isReceiving),
          portControl(anew, word('port'), afterChoosing(word('connectionSecurity')), 3),
          securityControl(anew, word('connectionSecurity'), words, { turn: 2, choices }),
          authControl({ word }, server),
          // Guessed from the address, often without its domain, where nothing is published.
          ...userControls(anew, word('username'), 5, 'client.account-hub.user-note'),
        ],
      },
    ],
    buttons:
      title === 'outgoingSettings'
        ? [
            { kind: 'button', label: word('test'), isNext: true },
            { kind: 'button', label: word('continue') },
          ]
        : [{ kind: 'button', label: word('continue'), isNext: true }],
    likeness: 'exact',
  };
}

/** It is looked at with the rest, and so needs no click of its own where its name is wrong. */
function asReceiving(host: Control, isReceiving: boolean): Control {
  return isReceiving && host.set ? { ...host, set: { ...host.set, isReceiving } } : host;
}

function authControl({ word }: Pick<DrawWith<AccountHubLabel>, 'word'>, { auth }: Server): Control {
  const value = word(
    auth === 'none' ? 'noAuth' : auth === 'password-encrypted' ? 'encryptedPassword' : 'normalPassword',
  );
  const choices = [
    word('autodetect'),
    word('noAuth'),
    word('normalPassword'),
    word('encryptedPassword'),
    'Kerberos / GSSAPI',
    'NTLM',
  ];
  return { kind: 'drop-down', label: word('authMethod'), value, choices, ...toSet({ turn: 4 }) };
}
