import { say } from '../text/index.ts';
import { said } from '../text/said.ts';
import type { ClientSettings, ProgramWords, SecurityWords, Step, StepsClient, Variant } from './client.ts';
import { type OutlookLabel, outlookLabels } from './labels/outlook.ts';
import { type Drawn, type DrawWith, type Labels, labelsIn } from './language.ts';
import { advancedTab, outgoingTab, shortWindow } from './outlook-more-settings.ts';
import { accountList, changeAccount, type Era, mailSetup, receivingWord } from './outlook-windows.ts';
import { keepsSharedLogin } from './shared-login.ts';
import type { SignIn } from './sign-in.ts';
import { type Click, translatedStep } from './step.ts';
import { untitled } from './steps.ts';
import { addressWords } from './words.ts';

/**
 * Classic Outlook for Windows: by the mail set-up that every version since 2010 has, window by window, or by the newer short way.
 * Only sending is changed: receiving works, and wrong hints there would break it.
 */
export const outlook: StepsClient = {
  kind: 'steps',
  id: 'outlook',
  name: 'Outlook for Windows (classic)',
  shortName: 'Outlook',
  group: 'popular',
  source: {
    name: 'Microsoft Support on changing account settings; OVH guide to Outlook for Windows (January 2026)',
    url: 'https://github.com/ovh/docs',
    checked: '2026-11',
  },
  platforms: ['windows'],
  versions: [
    { id: '365', name: 'Microsoft 365' },
    { id: '2024', name: 'Outlook 2024' },
    { id: '2021', name: 'Outlook 2021' },
    { id: '2019', name: 'Outlook 2019' },
    { id: '2016', name: 'Outlook 2016' },
    { id: '2013', name: 'Outlook 2013' },
    { id: '2010', name: 'Outlook 2010' },
  ],
  languages: ['en', 'de', 'fr', 'es', 'it', 'pt-BR', 'pl', 'ja'],
  ways: (settings, version) =>
    eraOf(version).isOld || !keepsSharedLogin(settings) || settings.outgoing.auth === 'none'
      ? []
      : [
          { id: 'full', name: said('client.outlook.way.full') },
          { id: 'short', name: said('client.outlook.way.short') },
        ],
  words: ({ language, version }) => wordsIn(labelsIn(outlookLabels, language), eraOf(version)),
  imports: ['outlook-prf'],
  limits: ['client.outlook.limit'],
  // Only newer ones open the page of other companies.
  signIn: (version, language = 'en') => ({
    path: [...(['file', 'info'] as const).map(labelsIn(outlookLabels, language).word), 'Add Account'],
    choices: signInChoices(eraOf(version)),
    onlyAccount: 'client.sign-in.only-account.outlook',
  }),
  senderAt: (settings, { language, version }) => {
    const { word } = labelsIn(outlookLabels, language);
    const [first, second] = wayToAccount(eraOf(version), settings);
    return {
      path: [...first, ...second].map((click) => (typeof click === 'string' ? word(click) : click.as)),
      label: word('emailAddress'),
    };
  },
  steps: (settings, variant) => (variant.way === 'short' ? shortSteps : fullSteps)(settings, variant),
};

function fullSteps(settings: ClientSettings, variant: Variant): readonly Step[] {
  const { language, version } = variant;
  const labels = labelsIn(outlookLabels, language);
  const { word, draw } = labels;
  const era = eraOf(version);
  const { auth } = settings.outgoing;
  const [wayToList, wayInList] = wayToAccount(era, settings);
  const changing = draw((one) => changeAccount(one, settings, 'entering'));
  const loginWindow = draw((one) => outgoingTab(one, era, settings));
  const page = word('popImapSettings');
  const buttons = {
    next: word('next'),
    close: word('close'),
    finish: word('finish'),
    list: word('accountSettings'),
  };
  return [
    era.hasConnectionTab
      ? translatedStep(labels, language, {
          id: 'open',
          title: say('client.outlook.open.title'),
          path: wayToList,
          text: say('client.outlook.open.text-old'),
        })
      : translatedStep(labels, language, {
          id: 'open',
          title: say('client.outlook.open.title'),
          path: wayToList,
          text: say('client.outlook.open.text', {
            window: word('mailSetup'),
            button: word(era.isOld ? 'emailAccountsOld' : 'emailAccounts'),
          }),
          drawn: [draw((one) => mailSetup(one, era))],
        }),
    translatedStep(labels, language, {
      id: 'account',
      title: say('client.outlook.account.title'),
      path: wayInList,
      text: say('client.outlook.account.text', { change: word('change') }),
      drawn: [draw((one) => accountList(one, era, settings))],
    }),
    translatedStep(labels, language, {
      id: 'server',
      title: say('client.outlook.server.title'),
      path: (['changeAccount', 'popImapSettings'] as const).filter((key) => isCalled(changing, word(key))),
      text: isCalled(changing, page)
        ? say('client.outlook.server.text', {
            receiving: receivingWord(settings),
            page,
            more: word('moreSettings'),
          })
        : say('client.outlook.server.text-unnamed', {
            receiving: receivingWord(settings),
            more: word('moreSettings'),
          }),
      drawn: [changing],
    }),
    translatedStep(labels, language, {
      id: 'login',
      title: say(auth === 'none' ? 'client.outlook.login.title-none' : 'client.outlook.login.title'),
      path: ['moreSettings', 'outgoingServer'],
      text: say('client.outlook.login.text', {
        window: loginWindow.dialog.title === untitled ? 'none' : loginWindow.dialog.title,
        tab: word('outgoingServer'),
      }),
      notes: version === '2013' ? [say('client.outlook.login.connection-tab')] : [],
      drawn: [loginWindow],
    }),
    translatedStep(labels, language, {
      id: 'advanced',
      title: say('client.outlook.advanced.title'),
      path: ['moreSettings', 'advanced'],
      text: say('client.outlook.advanced.text', {
        tab: word('advanced'),
        line: word('outgoingPort').replace(/:$/, ''),
        ok: word('ok'),
      }),
      drawn: [draw((one) => advancedTab(one, era, settings, securityWords(noneOf(one), era)))],
    }),
    translatedStep(labels, language, {
      id: 'finish',
      title: say('client.outlook.finish.title'),
      path: [{ as: buttons.next.replace(/\s*>$/, '') }, 'close', 'finish'],
      text: era.hasConnectionTab
        ? say('client.outlook.finish.text-old', buttons)
        : say('client.outlook.finish.text', { ...buttons, setup: word('mailSetup') }),
      drawn: [draw((one) => changeAccount(one, settings, 'leaving'))],
    }),
  ];
}

/**
 * To the list of accounts, and in it to the account's page. Up to 2013 the list opens from the menu; later that leads to a window without the
 * settings for sending.
 */
function wayToAccount(
  { isOld, hasConnectionTab }: Era,
  settings: ClientSettings,
): readonly [readonly Click<OutlookLabel>[], readonly Click<OutlookLabel>[]] {
  return [
    hasConnectionTab
      ? ['file', 'info', 'accountSettings', 'accountSettingsItem']
      : ['file', 'info', 'accountSettings', 'manageProfiles', isOld ? 'emailAccountsOld' : 'emailAccounts'],
    ['accountSettings', isOld ? 'emailOld' : 'email', { as: addressWords(settings) }, 'change'],
  ];
}

/** Whether the window is drawn under that name: one that is not known in the person's language is said nowhere. */
function isCalled({ dialog: { title, heading } }: Drawn, name: string): boolean {
  return title === name || heading === name;
}

/** Ids differ from the full way's: a tick belongs to what was really done. */
function shortSteps(settings: ClientSettings, { language, version }: Variant): readonly Step[] {
  const labels = labelsIn(outlookLabels, language);
  const { word, draw } = labels;
  const era = eraOf(version);
  return [
    translatedStep(labels, language, {
      id: 'short-open',
      title: say('client.outlook.open.title-short'),
      path: ['file', { as: addressWords(settings) }, 'accountSettings', 'serverSettings'],
      text: say('client.outlook.open.text-short', { outgoing: word('outgoingMail') }),
    }),
    translatedStep(labels, language, {
      id: 'short-server',
      title: say('client.step.server.title'),
      path: ['outgoingMail'],
      text: say('client.outlook.server.text-short', {
        receiving: receivingWord(settings),
        incoming: word('incomingMail'),
        outgoing: word('outgoingMail'),
        next: word('nextShort'),
      }),
      drawn: [draw((one) => shortWindow(one, settings, securityWords(noneOf(one), era)))],
    }),
    translatedStep(labels, language, {
      id: 'short-finish',
      title: say('client.step.send.title'),
      path: [],
      text: say('client.outlook.finish.text-short'),
    }),
  ];
}

function signInChoices({ isOld, hasConnectionTab }: Era): SignIn['choices'] {
  if (!isOld) return { google: null, 'microsoft-365': null, 'outlook.com': null };
  return hasConnectionTab ? {} : { 'microsoft-365': null };
}

function eraOf(version: string): Era {
  return {
    isOld: ['2016', '2013', '2010'].includes(version),
    hasConnectionTab: ['2013', '2010'].includes(version),
  };
}

/** Our own words where Outlook's are not known: they say what it is today, and are not drawn. */
function noneOf({ known }: DrawWith<OutlookLabel>): string {
  return known('none') ?? say('client.was.plain');
}

/** Up to 2016 "TLS" means STARTTLS and "SSL" means encryption from the start. */
function securityWords(none: string, { isOld }: Era): SecurityWords {
  return { none, starttls: isOld ? 'TLS' : 'STARTTLS', tls: isOld ? 'SSL' : 'SSL/TLS' };
}

/** SPA is NTLM, so it is no way to send a password in encrypted form that mail servers know. */
function wordsIn({ word }: Labels<OutlookLabel>, era: Era): ProgramWords {
  return {
    security: securityWords(word('none'), era),
    login: {
      password: word('requiresLogin'),
      encrypted: null,
      ntlm: word('spa'),
      oauth2: null,
      none: null,
    },
  };
}
