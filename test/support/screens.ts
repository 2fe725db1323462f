import { fileURLToPath } from 'node:url';
import { practiceScenarios } from '../../electron/practice/scenarios.ts';
import { unbroken } from '../../renderer/ui/unbroken.ts';
import { noAnswers } from '../../renderer/wizard/answers.ts';
import { nothingSaved, type Saved } from '../../renderer/wizard/saved.ts';
import { stepCount } from '../../renderer/wizard/steps.ts';
import { clientSteps, findClient, settingsFromReport } from '../../shared/clients/index.ts';
import { nearestVariant } from '../../shared/clients/variant.ts';
import type { ResultOf } from '../../shared/contract/contract.ts';
import { reopened, reworded } from '../../shared/judge/reopen.ts';
import { ok } from '../../shared/model/problem.ts';
import { type Report, renderReport } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import { type Said, said } from '../../shared/text/said.ts';
import { english } from './english.ts';
import { type FakeBackend, fakeBackend, scenariosIn, someScenarios } from './fake-backend.ts';
import { recordedCheck, recordedPractice } from './recorded-reports.ts';
import { anAct, refusedAct } from './sample-acts.ts';
import {
  blockedReport,
  clearReport,
  downReport,
  eventsMidway,
  hostileReport,
  practiceReport,
  undecidedReport,
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
  readonly press?: readonly OnScreen[];
  /** The heading that shows that it is there; where it is not told, the headline of the report's verdict, and any where it is empty. */
  readonly heading?: OnScreen;
  /** Words that come a moment later than the heading. */
  readonly later?: OnScreen;
  /** What of the window cannot be loaded; the browser complains about that. */
  readonly unloaded?: RegExp;
  /** The backend ends once the screen is there. */
  readonly isLost?: boolean;
};

/** Words as a screen shows them: what is said, or a text that is the same in every language. */
export type OnScreen = Said | string;

/** Them as a headline, or in any other text of a screen: no line ends within what belongs together. */
export function shownAsHeadline(words: OnScreen): string {
  return unbroken(shown(words));
}

/** The words in the language that is spoken. */
export function shown(words: OnScreen): string {
  return typeof words === 'string' ? words : say(words);
}

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

function showCode(program: string): Said {
  return said('wizard.code.show-name', { what: findClient(program)?.name ?? program });
}

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
    heading: said('wizard.settings.title'),
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
    heading: '',
    later: said('wizard.coach.progress', { number: done + 1, count: steps.value.length }),
  };
}

/** Where a login would go. */
export const aPlan: ResultOf<'act.plan'> = {
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
  { name: 'address-empty', heading: said('wizard.address.title') },
  {
    name: 'address-filled',
    saved: { answers: filled },
    press: [said('wizard.privacy.title')],
    heading: said('wizard.address.title'),
  },
  { name: 'address-problem', press: [said('wizard.address.start')], heading: said('wizard.address.title') },
  {
    name: 'address-misspelt',
    saved: { answers: { ...answers, address: 'anna@gmial.com' } },
    press: [said('wizard.address.start')],
    heading: said('wizard.address.title'),
    later: said('wizard.address.misspelt', { meant: 'anna@gmail.com' }),
  },
  {
    name: 'address-found',
    backend: () => fakeBackend({ computer: someComputer }),
    press: [said('computer.find.button')],
    heading: said('wizard.address.title'),
  },
  {
    name: 'address-what-was-read',
    backend: () => fakeBackend({ computer: someComputer }),
    press: [said('computer.find.button'), said('computer.find.what-was-read')],
    heading: said('wizard.address.title'),
    later: said('computer.find.places'),
  },
  {
    name: 'address-none-found',
    press: [said('computer.find.button'), said('computer.find.what-was-read')],
    heading: said('wizard.address.title'),
    later: said('computer.find.places'),
  },
  {
    name: 'address-cloud',
    saved: { answers: { ...answers, mailProgram: 'new-outlook' } },
    press: [said('wizard.ways.current')],
    later: said('computer.cloud.new-outlook'),
    heading: said('wizard.address.title'),
  },
  {
    name: 'practice',
    saved: { step: 'practice' },
    backend: () => fakeBackend({ scenarios: () => practiceScenarios(say) }),
    heading: said('wizard.practice.title'),
  },
  {
    name: 'address-error',
    saved: { answers: { ...answers, errorText: '0x800CCC0E' } },
    heading: said('wizard.address.title'),
    later: said('wizard.error.taken'),
  },
  {
    name: 'address-ways',
    saved: { answers: { ...filled, mailProgram: 'outlook' } },
    press: [said('wizard.error.paste'), said('wizard.ways.current')],
    heading: said('wizard.address.title'),
    later: said('wizard.current.where', { program: findClient('outlook')?.name ?? '' }),
  },
  {
    name: 'address-where',
    saved: { answers: { ...filled, mailProgram: 'thunderbird' } },
    press: [said('wizard.ways.current'), said('wizard.current.where', { program: 'Thunderbird' })],
    heading: said('wizard.address.title'),
  },
  {
    name: 'current-problem',
    saved: { answers: { ...filled, currentPort: '99999', currentServer: 'mail server' } },
    press: [said('wizard.address.start')],
    heading: said('wizard.address.title'),
    later: said('wizard.current.port-hint'),
  },
  {
    name: 'check-beginning',
    saved: { step: 'check', answers, ...runningSince },
    backend: running(),
    heading: said('wizard.check.running'),
  },
  {
    name: 'check-midway',
    saved: { step: 'check', answers, ...runningSince },
    backend: running(...eventsMidway),
    heading: said('wizard.check.running'),
  },
  {
    name: 'check-usable',
    saved: { step: 'check', answers, ...runningSince },
    backend: running(...eventsMidway, usableEvent),
    heading: said('wizard.check.running'),
  },
  {
    name: 'check-stopping',
    saved: { step: 'check', answers, ...runningSince },
    backend: running(...eventsMidway, usableEvent),
    press: [said('wizard.check.cancel')],
    heading: said('wizard.check.stopping'),
  },
  {
    name: 'check-failed',
    saved: { step: 'check', answers, ...runningSince },
    backend: () => fakeBackend(),
    heading: said('wizard.check.failed'),
  },
  { name: 'check-finished', saved: result('check', blockedReport), heading: said('wizard.check.finished') },
  { name: 'verdict-blocked', saved: result('verdict', blockedReport) },
  {
    name: 'verdict-details',
    saved: result('verdict', blockedReport),
    press: [said('wizard.verdict.show-details'), 'mail.example.org 587'],
  },
  {
    name: 'verdict-where-we-looked',
    saved: result('verdict', blockedReport),
    press: [said('wizard.looked.show')],
  },
  { name: 'verdict-clear', saved: result('verdict', clearReport) },
  { name: 'verdict-down', saved: result('verdict', downReport) },
  {
    name: 'verdict-practice',
    saved: result('verdict', practiceReport, { answers: { ...filled, isPractice: true, practice } }),
  },
  {
    name: 'verdict-interrupted',
    saved: result('verdict', { ...blockedReport, interrupted: true }),
  },
  {
    name: 'verdict-opened',
    saved: result('verdict', blockedReport, { isOpened: true, checkId: null }),
  },
  {
    name: 'verdict-hostile',
    saved: result('verdict', hostileReport),
    press: [said('wizard.verdict.show-details'), 'mail.example.org 587'],
    heading: '',
  },
  ...recordedPractice().map(({ name, report }) => ({
    name: name.replace('practice-', 'verdict-of-'),
    saved: result('verdict', report),
    later: said('wizard.progress', { number: 3, count: stepCount }),
  })),
  ...['port-25-blocked', 'mail-ports-blocked', 'slow-greeting', 'wrong-certificate-name'].map((name) => {
    const { events } = recordedCheck(`practice-${name}`);
    return {
      name: `check-of-${name}`,
      saved: { step: 'check' as const, answers, ...runningSince },
      // Most of it has been seen, and the rest is still under way.
      backend: running(...events.slice(0, Math.ceil(events.length * 0.7))),
      heading: said('wizard.check.running'),
    };
  }),
  { name: 'coach-program', saved: result('coach', blockedReport), heading: said('wizard.coach.which') },
  ...[0, 1, 2, 3, 4, 5, 6].map((done) => coachState('outlook', done)),
  ...[0, 1, 2].map((done) => coachState('thunderbird', done)),
  coachState('apple-mail-mac', 1),
  coachState('apple-mail-iphone', 1),
  {
    ...coachState('outlook', 2),
    name: 'coach-copy',
    press: [said('wizard.coach.different')],
    heading: said('wizard.coach.which-copy'),
    later: said('wizard.coach.which-copy-lead'),
  },
  {
    name: 'coach-for-me',
    saved: result('coach', blockedReport, {
      program: 'thunderbird',
      answers: { ...filled, mailProgram: 'thunderbird' },
    }),
    heading: said('wizard.coach.for-me'),
  },
  {
    name: 'coach-for-me-changed',
    saved: result('coach', blockedReport, {
      program: 'thunderbird',
      answers: { ...filled, mailProgram: 'thunderbird' },
    }),
    backend: () => fakeBackend({ computer: someComputer }),
    press: [said('computer.change.look'), said('computer.change.do')],
    heading: said('wizard.coach.for-me'),
    later: said('wizard.coach.changed'),
  },
  { name: 'arrived', saved: result('arrived', blockedReport), heading: said('wizard.arrived.title') },
  {
    name: 'arrived-yes',
    saved: result('arrived', blockedReport),
    press: [said('wizard.arrived.yes')],
    heading: said('wizard.arrived.finish'),
  },
  {
    name: 'arrived-error',
    saved: result('arrived', blockedReport, {
      answers: { ...filled, errorText: '535 5.7.8 Authentication failed' },
    }),
    press: [said('wizard.arrived.error')],
    heading: said('wizard.arrived.error-title'),
  },
  {
    name: 'arrived-password',
    saved: result('arrived', blockedReport),
    press: [said('wizard.arrived.password')],
    heading: said('wizard.arrived.password-title'),
  },
  {
    name: 'arrived-nothing',
    saved: result('arrived', blockedReport),
    press: [said('wizard.arrived.nothing')],
    heading: said('wizard.arrived.nothing-title'),
  },
  {
    name: 'arrived-lost',
    saved: result('arrived', blockedReport),
    press: [said('wizard.arrived.lost')],
    heading: said('wizard.arrived.lost-title'),
  },
  {
    name: 'settings-change',
    saved: result('settings', blockedReport),
    heading: said('wizard.settings.title'),
  },
  {
    name: 'settings-ticked',
    saved: result('settings', blockedReport, { ticked: ['outlook.open', 'outlook.account'] }),
    heading: said('wizard.settings.title'),
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
    press: [said('wizard.program.all')],
    heading: said('wizard.settings.title'),
  },
  {
    name: 'settings-more-programs',
    saved: result('settings', blockedReport, { program: 'gmail-send-as' }),
    heading: said('wizard.settings.title'),
  },
  {
    name: 'settings-files',
    saved: result('settings', blockedReport),
    press: [said('wizard.files.title'), said('wizard.files.machines')],
    heading: said('wizard.settings.title'),
  },
  {
    name: 'settings-files-all',
    saved: result('settings', blockedReport),
    press: [
      said('wizard.files.title'),
      showCode('thunderbird-android-qr'),
      said('wizard.files.machines'),
      said('wizard.files.developers'),
      said('wizard.files.administrators'),
    ],
    heading: said('wizard.settings.title'),
  },
  {
    name: 'settings-delta-chat',
    saved: result('settings', blockedReport),
    press: [said('wizard.files.title'), showCode('delta-chat')],
    heading: said('wizard.settings.title'),
  },
  {
    name: 'settings-change-for-me',
    saved: result('settings', blockedReport, { program: 'thunderbird' }),
    backend: () => fakeBackend({ computer: someComputer }),
    press: [said('computer.change.look')],
    heading: said('wizard.settings.title'),
  },
  {
    name: 'settings-changed-for-me',
    saved: result('settings', blockedReport, { program: 'thunderbird' }),
    backend: () => fakeBackend({ computer: someComputer }),
    press: [said('computer.change.look'), said('computer.change.do')],
    heading: said('wizard.settings.title'),
  },
  {
    name: 'settings-thunderbird-open',
    saved: result('settings', blockedReport, { program: 'thunderbird' }),
    backend: () => fakeBackend({ computer: openThunderbird }),
    press: [said('computer.change.look')],
    heading: said('wizard.settings.title'),
  },
  {
    name: 'settings-dangerous-change',
    saved: result('settings', blockedReport, { program: 'thunderbird' }),
    backend: () => fakeBackend({ computer: dangerousChange }),
    press: [said('computer.change.look'), said('computer.change.do')],
    heading: said('wizard.settings.title'),
  },
  {
    name: 'send-test',
    saved: result('send-test', blockedReport),
    backend: () => fakeBackend({ acts: { 'act.plan': async () => ok(aPlan) } }),
    heading: said('sending.title'),
    later: said('sending.watch'),
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
    press: [said('sending.again'), said('sending.more')],
    heading: said('sending.title'),
    later: said('sending.certificate.consent'),
  },
  {
    name: 'send-test-refused',
    saved: result('send-test', { ...blockedReport, acts: [refusedAct] }),
    heading: said('act.login-rejected.headline'),
  },
  {
    name: 'send-test-arrived',
    saved: result('send-test', { ...blockedReport, acts: [refusedAct, anAct()] }),
    heading: said('act.message-arrived.headline'),
  },
  {
    name: 'verdict-after-a-message',
    saved: result('verdict', { ...blockedReport, acts: [anAct({ senderPolicy: ['spf-missing'] })] }),
    later: said('sending.done-before'),
  },
  ...secondLookStates,
  ...shareStates,
  { name: 'help', saved: { step: 'help' }, heading: said('help.title') },
  {
    name: 'help-libraries',
    saved: { step: 'help' },
    press: [said('help.libraries')],
    heading: said('help.title'),
    later: 'zod',
  },
  ...[
    {
      name: 'check-lost',
      saved: { step: 'check' as const, answers, ...runningSince },
      backend: running(...eventsMidway),
    },
    { name: 'verdict-lost', saved: result('verdict', blockedReport) },
  ].map((state) => ({ ...state, heading: '', later: said('wizard.lost.again'), isLost: true })),
  {
    name: 'verdict-cannot-tell',
    saved: result('verdict', undecidedReport),
    later: said('wizard.sure.title.open'),
  },
  {
    name: 'verdict-our-bug',
    saved: result('verdict', endedByABug(blockedReport)),
    later: said('wizard.check.again'),
  },
  {
    name: 'mishap',
    saved: { step: 'help' },
    heading: said('wizard.mishap.title'),
    unloaded: /assets\/help-.*\.js/,
  },
  {
    name: 'settings-same',
    saved: result('settings', clearReport),
    heading: said('wizard.settings.title-same'),
  },
  {
    name: 'settings-while-running',
    saved: { step: 'check', answers, ...runningSince },
    backend: running(...eventsMidway, usableEvent),
    press: [said('wizard.check.show-usable')],
    heading: said('wizard.settings.title'),
  },
  {
    name: 'settings-start-again',
    saved: result('settings', blockedReport),
    press: [said('wizard.again')],
    heading: said('wizard.settings.title'),
  },
];

/** The state of that name; throws when there is none. */
export function stateNamed(name: string): ScreenState {
  const state = screenStates.find((one) => one.name === name);
  if (!state) throw new Error(`no state ${name}`);
  return state;
}

/** What is known when a check ended because of a mistake of ours. */
function endedByABug(report: Report): Report {
  const judged = reopened({ ...report, internal: true }, english);
  if (!judged.ok) throw new Error(english(judged.problem.message));
  return judged.value.report;
}

/** What shows that the screen is there, in the language that is spoken. */
export function headingOf({ heading, saved }: ScreenState): string {
  const headline = saved?.report ? inSpoken(saved.report).verdict.headline : '';
  return shownAsHeadline(heading ?? headline);
}

/** What the window's storage holds in that state, key by key. */
export function storageOf({ saved = {} }: ScreenState): Record<string, string> {
  const { report, before, ...rest } = { ...nothingSaved, ...saved };
  // A check that runs began a moment ago, whenever the screen is opened.
  const startedAtMs = rest.startedAtMs === null ? null : Date.now() - 1800;
  const { answers } = rest;
  const practice = scenariosIn(say).find(({ id }) => id === answers.practice?.id) ?? answers.practice;
  return {
    'postway.wizard': JSON.stringify({ ...rest, startedAtMs, answers: { ...answers, practice } }),
    ...(report ? { 'postway.report': renderReport(inSpoken(report)) } : {}),
    ...(before ? { 'postway.before': renderReport(inSpoken(before)) } : {}),
  };
}

/** A sample, which is in English, as whoever speaks another language has it: judged anew. */
export function inSpoken(report: Report): Report {
  if (say.language === 'en') return report;
  return reworded(report, say);
}
