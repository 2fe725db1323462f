import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findClient } from '../../shared/clients/index.ts';
import { signInPage } from '../../shared/discover/known-pages.ts';
import { ok } from '../../shared/model/problem.ts';
import type { Report } from '../../shared/model/report.ts';
import { advised } from '../../shared/recommend/asker/advise.ts';
import { english } from '../support/english.ts';
import { type FakeBackend, fakeBackend } from '../support/fake-backend.ts';
import { has, needs } from '../support/needs.ts';
import { type RecordedCheck, recordedCheck } from '../support/recorded-reports.ts';
import { blockedReport, clearReport } from '../support/sample-reports.ts';
import { atHome, overHotspot } from '../support/second-look-screens.ts';
import { someComputer } from '../support/some-computer.ts';
import { type Hands, withKeyboard, withMouse } from './hands.ts';
import { launchBrowser, openWindow } from './window.ts';

/** Somebody in front of the window, from its first screen on. */
type Traveller = Hands & {
  readonly page: Page;
  readonly backend: FakeBackend;
  /** The screen's one heading says that. */
  at(heading: RegExp): Promise<void>;
  /** The running check says what was recorded, and ends. */
  played(check: Pick<RecordedCheck, 'report'> & Partial<RecordedCheck>): Promise<void>;
};

const address = 'you@practice.example';
const of = (name: string): RecordedCheck => recordedCheck(`practice-${name}`);

/** Types the address and begins. */
async function begin({ type, press, at }: Traveller, mailAddress = address): Promise<void> {
  await at(/Mail arrives/);
  await type('Your mail address', mailAddress);
  await press('Find out why');
  await at(/Trying the ways/);
}

/** Goes through all clicks of a program, from the question which one it is to the question whether it worked. */
async function beCoached({ page, press, at }: Traveller, place: string, program: string): Promise<void> {
  const name = findClient(program)?.name ?? program;
  await at(/Which mail program/);
  await press(place);
  await press(new RegExp(`^${name.replace(/[()]/g, '\\$&')}`));
  for (;;) {
    await page.getByText(/^Click \d+ of \d+$/).waitFor();
    const [, number, count] = /Click (\d+) of (\d+)/.exec(await page.locator('.progress').innerText()) ?? [];
    await press(number === count ? 'Done' : 'Done, next click');
    if (number === count) break;
    await page.getByText(`Click ${Number(number) + 1} of ${count}`).waitFor();
  }
  await at(/Did it arrive/);
}

/** The end: it arrived, and what was wrong is said in one sentence. */
async function arrive({ page, press, at }: Traveller, wrong: string | RegExp): Promise<void> {
  await press('Yes, it arrived');
  await at(/goes out again/);
  await page.getByText(wrong).first().waitFor();
}

/** How a journey goes, and what is on the computer that it is made at. */
type Journey = {
  readonly backend?: () => FakeBackend;
  readonly go: (traveller: Traveller) => Promise<void>;
};

const journeys: Readonly<Record<string, Journey>> = {
  'port 25 blocked, with Outlook': {
    async go(traveller) {
      const { press, at, played, page } = traveller;
      await begin(traveller);
      await played(of('port-25-blocked'));
      await at(/port 25/);
      await page.getByText('Port 25 is closed to').waitFor();
      await press('Show me what to click');
      await beCoached(traveller, 'A computer with Windows', 'outlook');
      await arrive(traveller, /What was wrong: .*port 25/);
    },
  },
  'Thunderbird changed by Postway, and sent': {
    backend: () => fakeBackend({ computer: someComputer }),
    async go(traveller) {
      const { press, at, played, page, backend } = traveller;
      await at(/Mail arrives/);
      await press('Take it from a mail program on this computer');
      await press('you@example.org');
      await press('Find out why');
      await at(/Trying the ways/);
      expect(backend.requests()).toMatchObject([{ subject: 'you@example.org' }]);
      await played({ report: blockedReport });
      await press('Show me what to click');
      await at(/can change this for you/);
      await press('Show me what would change');
      await press('Change it now');
      await page.getByText('The settings are in: go on').waitFor();
      await press('The settings are in: go on');
      await at(/Did it arrive/);
      await arrive(traveller, /What was wrong: .*port 25/);
    },
  },
  'a wrong certificate': {
    async go(traveller) {
      const { press, played, page } = traveller;
      await begin(traveller);
      await played(of('wrong-certificate-name'));
      await page.getByText('with a certificate for another name').first().waitFor();
      await press('Show me what to click');
      await beCoached(traveller, 'A Mac', 'apple-mail-mac');
      await arrive(traveller, /What was wrong: .*/);
    },
  },
  'a company firewall that leaves only port 26 open': {
    async go(traveller) {
      const { press, played, page } = traveller;
      await begin(traveller);
      const check = of('submission-ports-blocked');
      await played(check);
      await page.getByText(check.report.verdict.headline).first().waitFor();
      expect(check.report.recommendation?.outgoing.port).toBe(26);
      expect(await page.getByRole('main').innerText()).not.toMatch(/get around/); // what its own button would do
      await press('Show me what to click');
      await beCoached(traveller, 'A computer with Windows', 'outlook');
      await arrive(traveller, `What was wrong: ${check.report.verdict.headline}`);
    },
  },
  'a network that wants a sign-in first': {
    async go(traveller) {
      const { press, at, played, page } = traveller;
      await begin(traveller);
      await played(of('captive-portal'));
      await at(/sign in first/);
      const opening = page.context().waitForEvent('page');
      await press('Open the sign-in page');
      await (await opening).close();
      await page.bringToFront();
      await press('I have signed in: check again');
      await at(/Trying the ways/);
      await played({ report: clearReport });
      await at(/ready for your mail/);
      await press('Send a message and see');
      await at(/Did it arrive/);
      await arrive(traveller, 'Nothing was in the way when Postway checked.');
    },
  },
  'a wrong password': {
    async go(traveller) {
      const { press, type, at, played, page } = traveller;
      await begin(traveller);
      await played({ report: clearReport });
      await press('Send a message and see');
      await at(/Did it arrive/);
      await press('No, there is an error message');
      await at(/What does it say/);
      await type('The error message', '535 5.7.8 Authentication credentials invalid');
      await page
        .getByText(/password/)
        .first()
        .waitFor();
      await press('Back to the question');
      await press('No, it asks for the password again and again');
      await at(/refuses the password/);
      await page.getByText('you@example.org').first().waitFor();
      await press('Back to the question');
      await arrive(traveller, 'Nothing was in the way when Postway checked.');
    },
  },
  'a server at a hoster': {
    async go(traveller) {
      const { press, at, played, page } = traveller;
      await begin(traveller);
      const report = advised(of('port-25-blocked').report, { kind: 'server', hoster: 'hetzner' }, english);
      await played({ report });
      await page
        .getByText(/Hetzner/)
        .first()
        .waitFor();
      await press('Show me what to write');
      await at(/Use these settings/);
      await press('As a file, for servers, for administrators');
      await press('For servers and the command line');
      await page.getByText('Postfix').first().waitFor();
      await press('They are in: send a message and see');
      await at(/Did it arrive/);
      await arrive(traveller, /What was wrong: .*port 25/);
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
      const { press, at, played, page } = traveller;
      await begin(traveller);
      await played({ report: atHome });
      await press('Check again on another network');
      await at(/Trying the ways/);
      await played({ report: overHotspot });
      await at(/It is the network of the first check, not the mail server/);
      await page.getByText('Not the cause: the mail server').waitFor();
      await page.getByRole('row', { name: /port 25.*No answer.*Works/ }).waitFor();
    },
  },
};

describe('from the first screen to the end', () => {
  needs('chromium');
  let browser: Browser;
  beforeAll(async () => {
    if (has('chromium')) browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  describe.each([
    ['by mouse', withMouse],
    ['by keyboard alone', withKeyboard],
  ] as const)('%s', (_name, hands) => {
    test.each(Object.entries(journeys))(
      '%s',
      async (_journey, { backend = fakeBackend, go }) => {
        const window = await openWindow(browser, {
          backend: backend(),
          context: { viewport: { width: 960, height: 780 } },
        });
        const { page } = window;
        await page.context().route(signInPage, (route) => route.fulfill({ body: 'Sign in' }));
        const played = async ({
          events = [],
          report,
        }: {
          events?: RecordedCheck['events'];
          report: Report;
        }) => {
          await expect.poll(() => window.backend.requests().length).toBeGreaterThan(0);
          window.backend.emit(...events);
          window.backend.finish(report);
          await page
            .getByRole('heading', { level: 1, name: /Trying the ways/ })
            .waitFor({ state: 'detached' });
        };
        const at = (heading: RegExp) => page.getByRole('heading', { level: 1, name: heading }).waitFor();
        await go({ ...hands(page), page, backend: window.backend, at, played });
        expect(window.complaints).toEqual([]);
        await window.close();
      },
      90_000,
    );
  });
});
