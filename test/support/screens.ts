import { fileURLToPath } from 'node:url';
import { noAnswers } from '../../renderer/wizard/answers.ts';
import { nothingSaved, type Saved } from '../../renderer/wizard/saved.ts';
import { clientSteps, findClient, settingsFromReport } from '../../shared/clients/index.ts';
import { nearestVariant } from '../../shared/clients/variant.ts';
import type { ResultOf } from '../../shared/contract/contract.ts';
import { ok } from '../../shared/model/problem.ts';
import { type Report, renderReport } from '../../shared/model/report.ts';
import { type FakeBackend, fakeBackend, someScenarios } from './fake-backend.ts';
import { recordedCheck, recordedPractice } from './recorded-reports.ts';
import { anAct, refusedAct } from './sample-acts.ts';
import {
  blockedReport,
  clearReport,
  downReport,
  eventsMidway,
  hostileReport,
  practiceReport,
  usableEvent,
} from './sample-reports.ts';
import { secondLookStates } from './second-look-screens.ts';
import { shareStates } from './share-screens.ts';
import { dangerousChange, openThunderbird, someComputer } from './some-computer.ts';

/** Where the build puts the window; `POSTWAY_WINDOW_FOLDER` names another build. */
export const windowFolder =
  process.env.POSTWAY_WINDOW_FOLDER ?? fileURLToPath(new URL('../../dist/renderer', import.meta.url));

/** One screen in one state: what the window finds saved when it loads, and what its backend then says. */
export type ScreenState = {
  readonly name: string;
  readonly saved?: Partial<Saved>;
  readonly backend?: () => FakeBackend;
  /** Buttons to press, by their name, to get there. */
  readonly press?: readonly string[];
  /** A heading that shows that it is there. */
  readonly heading: RegExp;
  /** Words that come a moment later than the heading. */
  readonly later?: string;
  /** What of the window cannot be loaded; the browser complains about that. */
  readonly unloaded?: RegExp;
};

const answers = { ...noAnswers, address: 'you@example.org' };
const filled = {
  ...answers,
  knowsServer: true,
  server: 'mail.example.org',
  currentServer: 'mail.example.org',
  currentPort: '25',
  currentSecurity: 'none' as const,
};
const practice = someScenarios[1] ?? null;

function running(...events: Parameters<FakeBackend['emit']>): () => FakeBackend {
  return () => {
    const backend = fakeBackend();
    backend.add({ subject: 'you@example.org' });
    backend.emit(...events);
    return backend;
  };
}

function result(step: Saved['step'], report: Report, change: Partial<Saved> = {}): Partial<Saved> {
  return { step, report, answers: filled, checkId: 'check-1', program: 'outlook', ...change };
}

/** The settings' screen at one of a mail program's own steps: all before it are ticked off, also what is first done at the provider. */
function programState(
  name: string,
  program: string,
  stepsDone: number,
  variant: Saved['variant'] = {},
): ScreenState {
  const client = findClient(program);
  const settings = settingsFromReport(blockedReport);
  if (client?.kind !== 'steps' || !settings.ok) throw new Error(`no steps for ${program}`);
  const chosen = nearestVariant(client, settings.value, variant);
  const current = client.steps(settings.value, chosen)[stepsDone]?.id;
  const steps = clientSteps(client, settings.value, chosen);
  if (!steps.ok) throw new Error(`${program} refuses`);
  const before = steps.value.findIndex(({ id }) => id === current);
  if (before === -1) throw new Error(`${program} has no step ${stepsDone + 1}`);
  const ticked = steps.value.slice(0, before).map(({ id }) => `${program}.${id}`);
  return {
    name: `settings-${name}`,
    saved: result('settings', blockedReport, { program, variant, ticked }),
    heading: /Use these settings/,
  };
}

/** The coach at one click of a mail program: those before it are ticked off. A saved report, so that nothing is changed for anybody. */
function coachState(program: string, done: number): ScreenState {
  const client = findClient(program);
  const settings = settingsFromReport(blockedReport);
  if (client?.kind !== 'steps' || !settings.ok) throw new Error(`no steps for ${program}`);
  const steps = clientSteps(client, settings.value, nearestVariant(client, settings.value, {}));
  if (!steps.ok) throw new Error(`${program} refuses`);
  const ticked = steps.value.slice(0, done).map(({ id }) => `${program}.${id}`);
  return {
    name: `coach-${program}-${done + 1}`,
    saved: result('coach', blockedReport, {
      program,
      ticked,
      answers: { ...filled, mailProgram: program },
      isOpened: true,
    }),
    heading: /./,
    later: `Click ${done + 1} of `,
  };
}

/** Where a login would go. */
const aPlan: ResultOf<'act.plan'> = {
  host: 'mail.example.org',
  port: 587,
  user: 'you@example.org',
  mailbox: { host: 'imap.example.org' },
  certificate: null,
  last: null,
  ended: 0,
};

const runningSince = { checkId: 'check-1', startedAtMs: 0 };

/** Every screen in every state that a person can meet. */
export const screenStates: readonly ScreenState[] = [
  { name: 'address-empty', heading: /Mail arrives/ },
  {
    name: 'address-filled',
    saved: { answers: filled },
    press: ['What Postway will contact'],
    heading: /Mail arrives/,
  },
  { name: 'address-problem', press: ['Find out why'], heading: /Mail arrives/ },
  {
    name: 'address-misspelt',
    saved: { answers: { ...answers, address: 'anna@gmial.com' } },
    press: ['Find out why'],
    heading: /Mail arrives/,
    later: 'Did you mean',
  },
  {
    name: 'address-found',
    backend: () => fakeBackend({ computer: someComputer }),
    press: ['Take it from a mail program on this computer'],
    heading: /Mail arrives/,
  },
  {
    name: 'address-what-was-read',
    backend: () => fakeBackend({ computer: someComputer }),
    press: ['Take it from a mail program on this computer', 'What was read'],
    heading: /Mail arrives/,
  },
  {
    name: 'address-none-found',
    press: ['Take it from a mail program on this computer', 'What was read'],
    heading: /Mail arrives/,
  },
  {
    name: 'address-cloud',
    saved: { answers: { ...answers, mailProgram: 'new-outlook' } },
    press: ['I know what my mail program uses now'],
    later: 'Good to know',
    heading: /Mail arrives/,
  },
  { name: 'practice', saved: { step: 'practice' }, heading: /like to practise/ },
  {
    name: 'address-error',
    saved: { answers: { ...answers, errorText: '0x800CCC0E' } },
    heading: /Mail arrives/,
    later: 'No connection to the mail server',
  },
  {
    name: 'address-ways',
    saved: { answers: { ...filled, mailProgram: 'outlook' } },
    press: ['I have an error message, for example 0x800CCC0E', 'I know what my mail program uses now'],
    heading: /Mail arrives/,
    later: 'Where do I find this in Outlook',
  },
  {
    name: 'address-where',
    saved: { answers: { ...filled, mailProgram: 'thunderbird' } },
    press: ['I know what my mail program uses now', 'Where do I find this in Thunderbird?'],
    heading: /Mail arrives/,
  },
  {
    name: 'current-problem',
    saved: { answers: { ...filled, currentPort: '99999', currentServer: 'mail server' } },
    press: ['Find out why'],
    heading: /Mail arrives/,
    later: 'A number such as 25',
  },
  {
    name: 'check-beginning',
    saved: { step: 'check', answers, ...runningSince },
    backend: running(),
    heading: /Trying the ways/,
  },
  {
    name: 'check-midway',
    saved: { step: 'check', answers, ...runningSince },
    backend: running(...eventsMidway),
    heading: /Trying the ways/,
  },
  {
    name: 'check-usable',
    saved: { step: 'check', answers, ...runningSince },
    backend: running(...eventsMidway, usableEvent),
    heading: /Trying the ways/,
  },
  {
    name: 'check-stopping',
    saved: { step: 'check', answers, ...runningSince },
    backend: running(...eventsMidway, usableEvent),
    press: ['Stop'],
    heading: /Stopped/,
  },
  {
    name: 'check-failed',
    saved: { step: 'check', answers, ...runningSince },
    backend: () => fakeBackend(),
    heading: /could not be made/,
  },
  { name: 'check-finished', saved: result('check', blockedReport), heading: /is finished/ },
  { name: 'verdict-blocked', saved: result('verdict', blockedReport), heading: /port 25/ },
  {
    name: 'verdict-details',
    saved: result('verdict', blockedReport),
    press: ['Show details', 'mail.example.org 587'],
    heading: /port 25/,
  },
  {
    name: 'verdict-where-we-looked',
    saved: result('verdict', blockedReport),
    press: ['Where we looked'],
    heading: /port 25/,
  },
  { name: 'verdict-clear', saved: result('verdict', clearReport), heading: /ready for your mail/ },
  { name: 'verdict-down', saved: result('verdict', downReport), heading: /does not answer anyone/ },
  {
    name: 'verdict-practice',
    saved: result('verdict', practiceReport, { answers: { ...filled, isPractice: true, practice } }),
    heading: /port 25/,
  },
  {
    name: 'verdict-interrupted',
    saved: result('verdict', { ...blockedReport, interrupted: true }),
    heading: /port 25/,
  },
  {
    name: 'verdict-opened',
    saved: result('verdict', blockedReport, { isOpened: true, checkId: null }),
    heading: /port 25/,
  },
  {
    name: 'verdict-hostile',
    saved: result('verdict', hostileReport),
    press: ['Show details', 'mail.example.org 587'],
    heading: /Headline/,
  },
  ...recordedPractice().map(({ name, report }) => ({
    name: name.replace('practice-', 'verdict-of-'),
    saved: result('verdict', report),
    heading: /./,
    later: 'Step 3 of',
  })),
  ...['port-25-blocked', 'mail-ports-blocked', 'slow-greeting', 'wrong-certificate-name'].map((name) => {
    const { events } = recordedCheck(`practice-${name}`);
    return {
      name: `check-of-${name}`,
      saved: { step: 'check' as const, answers, ...runningSince },
      // Most of it has been seen, and the rest is still under way.
      backend: running(...events.slice(0, Math.ceil(events.length * 0.7))),
      heading: /Trying the ways/,
    };
  }),
  { name: 'coach-program', saved: result('coach', blockedReport), heading: /Which mail program/ },
  ...[0, 1, 2, 3, 4, 5, 6].map((done) => coachState('outlook', done)),
  ...[0, 1, 2].map((done) => coachState('thunderbird', done)),
  coachState('apple-mail-mac', 1),
  coachState('apple-mail-iphone', 1),
  {
    name: 'coach-for-me',
    saved: result('coach', blockedReport, {
      program: 'thunderbird',
      answers: { ...filled, mailProgram: 'thunderbird' },
    }),
    heading: /can change this for you/,
  },
  {
    name: 'coach-for-me-changed',
    saved: result('coach', blockedReport, {
      program: 'thunderbird',
      answers: { ...filled, mailProgram: 'thunderbird' },
    }),
    backend: () => fakeBackend({ computer: someComputer }),
    press: ['Show me what would change', 'Change it now'],
    heading: /can change this for you/,
    later: 'The settings are in: go on',
  },
  { name: 'arrived', saved: result('arrived', blockedReport), heading: /Did it arrive/ },
  {
    name: 'arrived-yes',
    saved: result('arrived', blockedReport),
    press: ['Yes, it arrived'],
    heading: /goes out again/,
  },
  {
    name: 'arrived-error',
    saved: result('arrived', blockedReport, {
      answers: { ...filled, errorText: '535 5.7.8 Authentication failed' },
    }),
    press: ['No, there is an error message'],
    heading: /What does it say/,
  },
  {
    name: 'arrived-password',
    saved: result('arrived', blockedReport),
    press: ['No, it asks for the password again and again'],
    heading: /refuses the password/,
  },
  {
    name: 'arrived-nothing',
    saved: result('arrived', blockedReport),
    press: ['No, and there is no message about it'],
    heading: /does not arrive/,
  },
  {
    name: 'arrived-lost',
    saved: result('arrived', blockedReport),
    press: ['I could not find the window'],
    heading: /somebody look at it/,
  },
  { name: 'settings-change', saved: result('settings', blockedReport), heading: /Use these settings/ },
  {
    name: 'settings-ticked',
    saved: result('settings', blockedReport, { ticked: ['outlook.open', 'outlook.account'] }),
    heading: /Use these settings/,
  },
  ...[
    programState('outlook-account', 'outlook', 1),
    programState('outlook-server', 'outlook', 2),
    programState('outlook-login', 'outlook', 3),
    programState('outlook-advanced', 'outlook', 4),
    programState('outlook-finish', 'outlook', 5),
    programState('outlook-2010', 'outlook', 4, { version: '2010' }),
    programState('outlook-japanese', 'outlook', 4, { language: 'ja', version: '2016' }),
    programState('outlook-german', 'outlook', 2, { language: 'de' }),
    programState('outlook-short', 'outlook', 1, { way: 'short' }),
    programState('thunderbird', 'thunderbird', 0),
    programState('thunderbird-dialog', 'thunderbird', 1),
    programState('thunderbird-french', 'thunderbird', 1, { language: 'fr' }),
    programState('apple-mac', 'apple-mail-mac', 1),
    programState('apple-iphone', 'apple-mail-iphone', 1),
    programState('gmail-app', 'gmail-app', 1),
    programState('samsung-email', 'samsung-email', 1),
    programState('new-outlook', 'new-outlook', 3),
    programState('thunderbird-new', 'thunderbird', 2, { way: 'add' }),
  ],
  {
    name: 'settings-all-steps',
    saved: result('settings', blockedReport, { ticked: ['outlook.open'] }),
    press: ['Show all steps'],
    heading: /Use these settings/,
  },
  {
    name: 'settings-more-programs',
    saved: result('settings', blockedReport, { program: 'gmail-send-as' }),
    heading: /Use these settings/,
  },
  {
    name: 'settings-files',
    saved: result('settings', blockedReport),
    press: ['As a file, for servers, for administrators', 'For servers and the command line'],
    heading: /Use these settings/,
  },
  {
    name: 'settings-files-all',
    saved: result('settings', blockedReport),
    press: [
      'As a file, for servers, for administrators',
      'Show the code: Thunderbird for Android, K-9 Mail: a new account from a QR code',
      'For servers and the command line',
      'For websites and programs of your own',
      'For whoever runs your mail domain',
    ],
    heading: /Use these settings/,
  },
  {
    name: 'settings-delta-chat',
    saved: result('settings', blockedReport),
    press: [
      'As a file, for servers, for administrators',
      'Show the code: Delta Chat: a new account from a QR code',
    ],
    heading: /Use these settings/,
  },
  {
    name: 'settings-change-for-me',
    saved: result('settings', blockedReport, { program: 'thunderbird' }),
    backend: () => fakeBackend({ computer: someComputer }),
    press: ['Show me what would change'],
    heading: /Use these settings/,
  },
  {
    name: 'settings-changed-for-me',
    saved: result('settings', blockedReport, { program: 'thunderbird' }),
    backend: () => fakeBackend({ computer: someComputer }),
    press: ['Show me what would change', 'Change it now'],
    heading: /Use these settings/,
  },
  {
    name: 'settings-thunderbird-open',
    saved: result('settings', blockedReport, { program: 'thunderbird' }),
    backend: () => fakeBackend({ computer: openThunderbird }),
    press: ['Show me what would change'],
    heading: /Use these settings/,
  },
  {
    name: 'settings-dangerous-change',
    saved: result('settings', blockedReport, { program: 'thunderbird' }),
    backend: () => fakeBackend({ computer: dangerousChange }),
    press: ['Show me what would change', 'Change it now'],
    heading: /Use these settings/,
  },
  {
    name: 'send-test',
    saved: result('send-test', blockedReport),
    backend: () => fakeBackend({ acts: { 'act.plan': async () => ok(aPlan) } }),
    heading: /Send a test message/,
    later: 'Look into my mailbox',
  },
  {
    name: 'send-test-certificate',
    saved: result('send-test', { ...blockedReport, acts: [refusedAct] }),
    backend: () =>
      fakeBackend({
        acts: {
          'act.plan': async () =>
            ok({
              ...aPlan,
              mailbox: 'pop3-only',
              certificate: {
                fingerprint: Array(32).fill('AB').join(':'),
                subject: 'CN=mail.example.org',
                issuer: 'CN=mail.example.org',
              },
            }),
        },
      }),
    press: ['Try again', 'Another user name or recipient'],
    heading: /Send a test message/,
    later: 'I know this certificate',
  },
  {
    name: 'send-test-refused',
    saved: result('send-test', { ...blockedReport, acts: [refusedAct] }),
    heading: /refuses this user name or password/,
  },
  {
    name: 'send-test-arrived',
    saved: result('send-test', { ...blockedReport, acts: [refusedAct, anAct()] }),
    heading: /arrived/,
  },
  {
    name: 'verdict-after-a-message',
    saved: result('verdict', { ...blockedReport, acts: [anAct({ senderPolicy: ['spf-missing'] })] }),
    heading: /port 25/,
    later: 'What was tried after the check',
  },
  ...secondLookStates,
  ...shareStates,
  { name: 'help', saved: { step: 'help' }, heading: /Help and about/ },
  {
    name: 'help-libraries',
    saved: { step: 'help' },
    press: ['Libraries in it, with their licences'],
    heading: /Help and about/,
    later: 'zod',
  },
  {
    name: 'mishap',
    saved: { step: 'help' },
    heading: /mistake of its own/,
    unloaded: /assets\/help-.*\.js/,
  },
  { name: 'settings-same', saved: result('settings', clearReport), heading: /are right/ },
  {
    name: 'settings-while-running',
    saved: { step: 'check', answers, ...runningSince },
    backend: running(...eventsMidway, usableEvent),
    press: ['Show me these settings now'],
    heading: /Use these settings/,
  },
  {
    name: 'settings-start-again',
    saved: result('settings', blockedReport),
    press: ['Start again'],
    heading: /Use these settings/,
  },
];

/** The state of that name; throws when there is none. */
export function stateNamed(name: string): ScreenState {
  const state = screenStates.find((one) => one.name === name);
  if (!state) throw new Error(`no state ${name}`);
  return state;
}

/** What the window's storage holds in that state, key by key. */
export function storageOf({ saved = {} }: ScreenState): Record<string, string> {
  const { report, before, ...rest } = { ...nothingSaved, ...saved };
  // A check that runs began a moment ago, whenever the screen is opened.
  const startedAtMs = rest.startedAtMs === null ? null : Date.now() - 1800;
  return {
    'postway.wizard': JSON.stringify({ ...rest, startedAtMs }),
    ...(report ? { 'postway.report': renderReport(report) } : {}),
    ...(before ? { 'postway.before': renderReport(before) } : {}),
  };
}
