import type { Browser, Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import { findClient } from '../../shared/clients/index.ts';
import { signInPage } from '../../shared/discover/known-pages.ts';
import type { Arrival } from '../../shared/model/act.ts';
import { ok } from '../../shared/model/problem.ts';
import type { Report } from '../../shared/model/report.ts';
import { advised } from '../../shared/recommend/asker/advise.ts';
import { say } from '../../shared/text/index.ts';
import type { Language } from '../../shared/text/languages.ts';
import { type Said, said } from '../../shared/text/said.ts';
import { speak } from '../../shared/text/speak.ts';
import { type FakeBackend, fakeBackend } from '../support/fake-backend.ts';
import { type RecordedCheck, recordedCheck } from '../support/recorded-reports.ts';
import { anAct } from '../support/sample-acts.ts';
import { blockedReport, clearReport } from '../support/sample-reports.ts';
import { aPlan, inSpoken, type OnScreen, shown, shownAsHeadline } from '../support/screens.ts';
import { atHome, overHotspot } from '../support/second-look-screens.ts';
import { someComputer } from '../support/some-computer.ts';
import type { Hands } from './hands.ts';
import { openWindow } from './window.ts';

/** Somebody in front of the window, from its first screen on. */
type Traveller = Hands & {
  readonly page: Page;
  readonly backend: FakeBackend;
  /** The screen's one heading says that. */
  at(heading: OnScreen): Promise<void>;
  /** The screen says that somewhere. */
  reads(words: OnScreen): Promise<void>;
  /** The running check says what was recorded, and ends. Resolves to its report as the window has it. */
  played(check: Pick<RecordedCheck, 'report'> & Partial<RecordedCheck>): Promise<Report>;
};

/** How a journey goes, and what is on the computer that it is made at. */
export type Journey = {
  readonly backend?: () => FakeBackend;
  readonly go: (traveller: Traveller) => Promise<void>;
};

const address = 'you@practice.example';
const of = (name: string): RecordedCheck => recordedCheck(`practice-${name}`);
const toClicks = said('wizard.verdict.coach');
const didItArrive = said('wizard.arrived.title');

/** Types the address and begins. */
async function begin({ type, press, at }: Traveller): Promise<void> {
  await at(said('wizard.address.title'));
  await type(said('wizard.address.address'), address);
  await press(said('wizard.address.start'));
  await at(said('wizard.check.running'));
}

/** Goes through all clicks of a program, from the question which one it is to the question whether it worked. */
async function beCoached(
  { press, at, reads, page }: Traveller,
  place: OnScreen,
  program: string,
): Promise<void> {
  // A blank at which no line breaks is a blank to whoever looks for a name.
  const name = shown(findClient(program)?.name ?? program).replaceAll('\u00a0', ' ');
  await at(said('wizard.coach.which'));
  await press(place);
  await press(new RegExp(`^${name.replace(/[()]/g, '\\$&')}`));
  const progress = page.locator('.progress');
  await vi.waitUntil(async () => (await numbersIn(progress)).length === 2, { timeout: 15_000 });
  const [, count = 0] = await numbersIn(progress);
  for (let number = 1; number <= count; number += 1) {
    await reads(said('wizard.coach.progress', { number, count }));
    await press(said(number === count ? 'wizard.coach.last' : 'wizard.coach.done'));
  }
  await at(didItArrive);
}

/** "Click 1 of 7", in whatever language. */
async function numbersIn(progress: ReturnType<Page['locator']>): Promise<number[]> {
  return ((await progress.innerText()).match(/\d+/g) ?? []).map(Number);
}

/** The end: it arrived, and what was wrong is said in one sentence. */
/** `before`: what an earlier check found that is gone. */
async function arrive({ reads, press, at }: Traveller, report: Report, before?: Said): Promise<void> {
  await press(said('wizard.arrived.yes'));
  await at(said('wizard.arrived.finish'));
  const { code, headline } = report.verdict;
  if (before) return reads(said('wizard.arrived.finish-mended', { headline: before }));
  await reads(
    code === 'all-clear'
      ? said('wizard.arrived.finish-clear')
      : said('wizard.arrived.finish-lead', { headline }),
  );
}

/** A message that names the port from before, then one that does not: each leads on, and neither to the same verdict again. */
async function showOldSettings({ press, type, at, reads }: Traveller, report: Report): Promise<void> {
  const { host = '' } = report.recommendation?.outgoing ?? {};
  await press(said('wizard.arrived.error'));
  await at(said('wizard.arrived.error-title'));
  await type(
    said('wizard.error.field'),
    `Outlook cannot connect to your outgoing (SMTP) e-mail server. (0x800CCC0E) Server: ${host}, Port: 25, Secure(SSL): No`,
  );
  await reads(said('wizard.arrived.error-old', { port: 25 }));
  await type(said('wizard.error.field'), '535 5.7.8 Authentication failed');
  await reads(said('wizard.arrived.error-password'));
  await press(said('wizard.arrived.error-to-password'));
  await at(said('wizard.arrived.password-title'));
  await press(said('wizard.arrived.back'));
  await at(didItArrive);
}

/** Everything is in order; a message is sent to see. */
async function sendAndSee({ press, at }: Traveller, { verdict }: Report): Promise<void> {
  await at(verdict.headline);
  await press(said('wizard.verdict.arrived'));
  await at(didItArrive);
}

/** A backend that sends a message of which that becomes. */
function sending(arrival: Arrival): () => FakeBackend {
  return () =>
    fakeBackend({
      acts: {
        'act.plan': async () => ok(aPlan),
        'act.start': async () => ok({ actId: 'act-1' }),
        'act.watch': async (_act, emit) => {
          emit({ step: 'accepted' });
          return ok(inSpoken({ ...clearReport, acts: [anAct({ arrival })] }));
        },
      },
    });
}

/** From all that is in order to what became of a message that Postway sent, and back to the question. */
async function sendAndRead(traveller: Traveller, result: OnScreen, words: OnScreen): Promise<Report> {
  const { press, type, at, reads, played } = traveller;
  await begin(traveller);
  const report = await played({ report: clearReport });
  await sendAndSee(traveller, report);
  await press(said('sending.offer.button'));
  await at(said('sending.title'));
  await type(said('sending.password'), 'a password');
  await press(said('sending.send'));
  await at(result);
  await reads(words);
  await press(said('wizard.arrived.back'));
  await at(didItArrive);
  return report;
}

/** The eight of the people that Postway is for, and two whose message goes astray. */
export const journeys: Readonly<Record<string, Journey>> = {
  'port 25 blocked, with Outlook': {
    async go(traveller) {
      const { press, at, played, reads } = traveller;
      await begin(traveller);
      const report = await played(of('port-25-blocked'));
      expect(report.verdict.code).toBe('port-25-blocked');
      await at(report.verdict.headline);
      const operators = [...new Set(report.observations.flatMap(({ operator = [] }) => operator))];
      const strangers = operators.filter((one) => hasSilentPort25(report, one));
      await reads(said('wizard.controls.closed', { count: 1, ports: [25], operators: strangers }));
      await press(toClicks);
      await beCoached(traveller, said('choice.place.windows'), 'outlook');
      await showOldSettings(traveller, report);
      await arrive(traveller, report);
    },
  },
  'Thunderbird changed by Postway, and sent': {
    backend: () => fakeBackend({ computer: someComputer }),
    async go(traveller) {
      const { press, at, played, backend } = traveller;
      await at(said('wizard.address.title'));
      await press(said('computer.find.button'));
      await press('you@example.org');
      await press(said('wizard.address.start'));
      await at(said('wizard.check.running'));
      expect(backend.requests()).toMatchObject([{ subject: 'you@example.org' }]);
      const report = await played({ report: blockedReport });
      await press(toClicks);
      await at(said('wizard.coach.for-me'));
      await press(said('computer.change.look'));
      await press(said('computer.change.do'));
      await press(said('wizard.coach.changed'));
      await at(didItArrive);
      await arrive(traveller, report);
    },
  },
  'a wrong certificate': {
    async go(traveller) {
      const { press, played, reads } = traveller;
      await begin(traveller);
      const report = await played(of('wrong-certificate-name'));
      expect(report.verdict.code).toBe('certificate-name-mismatch');
      await reads(said('wizard.lane.certificate.name-mismatch'));
      await press(toClicks);
      await beCoached(traveller, said('choice.place.mac'), 'apple-mail-mac');
      await arrive(traveller, report);
    },
  },
  'a company firewall that leaves only port 26 open': {
    async go(traveller) {
      const { press, at, played, page } = traveller;
      await begin(traveller);
      const report = await played(of('submission-ports-blocked'));
      await at(report.verdict.headline);
      expect(report.recommendation?.outgoing.port).toBe(26);
      // It would forbid what the screen's own button does.
      expect(await page.getByRole('main').innerText()).not.toContain(say('mail-ports-blocked.advice.3'));
      await press(toClicks);
      await beCoached(traveller, said('choice.place.windows'), 'outlook');
      await arrive(traveller, report);
    },
  },
  'a network that wants a sign-in first': {
    async go(traveller) {
      const { press, at, played, page } = traveller;
      await page.context().route(signInPage, (route) => route.fulfill({ body: 'Sign in' }));
      await begin(traveller);
      await played(of('captive-portal'));
      await at(said('captive-portal.headline'));
      const opening = page.context().waitForEvent('page');
      await press(said('wizard.verdict.sign-in'));
      await (await opening).close();
      await page.bringToFront();
      await press(said('wizard.verdict.signed-in'));
      await at(said('wizard.check.running'));
      const report = await played({ report: clearReport });
      await sendAndSee(traveller, report);
      await arrive(traveller, report, said('captive-portal.headline'));
    },
  },
  'a wrong password': {
    async go(traveller) {
      const { press, type, at, played, reads } = traveller;
      await begin(traveller);
      const report = await played({ report: clearReport });
      await sendAndSee(traveller, report);
      await press(said('wizard.arrived.error'));
      await at(said('wizard.arrived.error-title'));
      await type(said('wizard.error.field'), '535 5.7.8 Authentication credentials invalid');
      await reads(said('explain.cause.login-rejected'));
      await press(said('wizard.arrived.back'));
      await press(said('wizard.arrived.password'));
      await at(said('wizard.arrived.password-title'));
      await reads(said('wizard.arrived.password-2', { user: 'you@example.org' }));
      await press(said('wizard.arrived.back'));
      await arrive(traveller, report);
    },
  },
  'a message that comes back': {
    backend: sending({ outcome: 'bounced', bounce: '552 5.2.2 mailbox full' }),
    async go(traveller) {
      const { press, type, at, reads } = traveller;
      await sendAndRead(traveller, said('act.message-bounced.headline'), '552 5.2.2 mailbox full');
      await press(said('wizard.arrived.error'));
      await at(said('wizard.arrived.error-title'));
      await type(said('wizard.error.field'), '552 5.2.2 mailbox full');
      await reads(said('explain.cause.recipient-quota'));
      await press(said('wizard.arrived.back'));
      await at(didItArrive);
    },
  },
  'a message that never arrives': {
    backend: sending({ outcome: 'not-seen' }),
    async go(traveller) {
      const { press, at, reads } = traveller;
      const report = await sendAndRead(
        traveller,
        said('act.message-not-seen.headline'),
        said('act.message-not-seen.advice'),
      );
      await press(said('wizard.arrived.nothing'));
      await at(said('wizard.arrived.nothing-title'));
      await reads(said('wizard.arrived.nothing-1'));
      await press(said('wizard.arrived.back'));
      await arrive(traveller, report);
    },
  },
  'a server at a hoster': {
    async go(traveller) {
      const { press, at, played, reads } = traveller;
      await begin(traveller);
      const { report: asked } = of('port-25-blocked');
      const report = await played({ report: advised(asked, { kind: 'server', hoster: 'hetzner' }, say) });
      await reads('Hetzner');
      await press(said('wizard.verdict.settings'));
      await at(said('wizard.settings.title'));
      await press(said('wizard.files.title'));
      await press(said('wizard.files.machines'));
      await reads('Postfix');
      await press(said('wizard.settings.done'));
      await at(didItArrive);
      await arrive(traveller, report);
    },
  },
  'a comparison over the hotspot that blames the router': {
    backend: () =>
      fakeBackend({
        otherNetwork: async (_than, emit) => {
          emit({ where: 'away' });
          return ok({});
        },
      }),
    async go(traveller) {
      const { press, at, played, reads, page } = traveller;
      await begin(traveller);
      await played({ report: atHome });
      await press(said('again.offer'));
      await at(said('wizard.check.running'));
      await played({ report: overHotspot });
      await at(said('compare.network-to-blame.headline', { which: 'older' }));
      await reads(say('compare.cleared', { parties: [said('compare.party.server')] }));
      const row = page.getByRole('row').filter({ hasText: '25' });
      await row
        .filter({ hasText: say('wizard.outcome.timeout.connect') })
        .filter({ hasText: say('wizard.outcome.ok') })
        .waitFor();
    },
  },
};

function hasSilentPort25({ observations }: Report, operator: string): boolean {
  return observations.some(
    (one) => one.operator === operator && one.port === 25 && one.outcome === 'timeout',
  );
}

/** Makes one journey from the first screen to its end, in a window of its own as the desktop app opens it. */
export async function travel(
  browser: Browser,
  { backend = fakeBackend, go }: Journey,
  { hands, language }: { readonly hands: (page: Page) => Hands; readonly language: Language },
): Promise<void> {
  await speak(language);
  const window = await openWindow(browser, {
    backend: backend(),
    context: { viewport: { width: 960, height: 780 }, locale: language },
  });
  const { page } = window;
  const at = (heading: OnScreen) =>
    page.getByRole('heading', { level: 1, name: shownAsHeadline(heading) }).waitFor();
  const reads = (words: OnScreen) =>
    page
      .getByText(shown(words))
      .or(page.getByText(shownAsHeadline(words)))
      .first()
      .waitFor();
  const played: Traveller['played'] = async ({ events = [], report }) => {
    const worded = inSpoken(report);
    await expect.poll(() => window.backend.requests().length).toBeGreaterThan(0);
    window.backend.emit(...events);
    window.backend.finish(worded);
    await page
      .getByRole('heading', { level: 1, name: say('wizard.check.running') })
      .waitFor({ state: 'detached' });
    return worded;
  };
  await go({ ...hands(page), page, backend: window.backend, at, reads, played });
  expect(window.complaints).toEqual([]);
  await window.close();
}
