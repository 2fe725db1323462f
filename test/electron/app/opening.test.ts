import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import type { Ask } from '../../../electron/app/ask.ts';
import { agreedOpening, openingIn, subjectOf } from '../../../electron/app/opening.ts';
import { renderReport } from '../../../shared/model/report.ts';
import { say } from '../../../shared/text/index.ts';
import { needs } from '../../support/needs.ts';
import { blockedReport } from '../../support/sample-reports.ts';
import { workFolder } from '../../support/work-folder.ts';
import { launched } from './launched.ts';

const folder = workFolder('opening');
const file = join(folder, 'mine.postway');
writeFileSync(file, renderReport(blockedReport));

const answering = (isYes: boolean) => {
  const whether = vi.fn<Ask['whether']>(async () => isYes);
  const tell = vi.fn<Ask['tell']>(async () => undefined);
  return { whether, tell };
};

test.each([
  ['postway:check?address=you@example.org', 'you@example.org'],
  ['postway://check?address=you%40example.org', 'you@example.org'],
  ['postway://check/?address=example.org', 'example.org'],
  ['postway:check?address=a@example.org&address=b@example.org', null],
  ['postway:check?address=mail.example.org:25', null],
  ['postway:check?address=-oProxyCommand@example.org', null],
  ['postway:check?address=you@example.org%0d%0aQUIT', null],
  ['postway:apply?address=you@example.org', null],
  ['postway:check', null],
  [`postway:check?address=${'a'.repeat(3000)}@example.org`, null],
  ['https://check?address=you@example.org', null],
])('the link %s names %s', (link, subject) => {
  expect(subjectOf(link)).toBe(subject);
});

test('what a program was started with is a link, a report, or nothing', () => {
  const opened = (...argv: string[]) => openingIn(argv, folder);
  expect(opened('--ozone-platform=x11', 'postway:check?address=a@b.example')).toMatchObject({ kind: 'link' });
  expect(opened(file)).toEqual({ kind: 'report', path: file });
  expect(opened('--load=/home/a/mine.postway', '/home/a/mine.json', 'check')).toBeNull();
});

test('a report is found by the address that a desktop gives, and from the folder in which it was named', () => {
  const named = join(folder, 'my report.postway');
  expect(openingIn([pathToFileURL(named).href], '/')).toEqual({ kind: 'report', path: named });
  expect(openingIn(['my report.postway'], folder)).toEqual({ kind: 'report', path: named });
  expect(openingIn(['file:///a%2fb.postway'], folder)).toBeNull();
});

describe('before anything happens', () => {
  test('a link is asked about with its address, and not followed when the person says no', async () => {
    const ask = answering(false);
    expect(
      await agreedOpening({ kind: 'link', link: 'postway:check?address=you@example.org' }, ask),
    ).toBeNull();
    expect(ask.whether).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ question: say('app.link.question', { subject: 'you@example.org' }) }),
    );
  });

  test('a link that names nothing is not asked about, and that is said', async () => {
    const ask = answering(true);
    expect(await agreedOpening({ kind: 'link', link: 'postway:check?address=a b' }, ask)).toBeNull();
    expect(ask.whether).not.toHaveBeenCalled();
    expect(ask.tell).toHaveBeenCalledExactlyOnceWith(say('app.link.wrong'));
  });

  test('a report is read only after a yes; a folder, a missing and a huge one are refused', async () => {
    expect(await agreedOpening({ kind: 'report', path: file }, answering(false))).toBeNull();
    expect(await agreedOpening({ kind: 'report', path: file }, answering(true))).toMatchObject({
      kind: 'open',
      report: expect.stringContaining('port-25-blocked'),
    });
    const huge = join(folder, 'huge.postway');
    writeFileSync(huge, Buffer.alloc(5_000_000, 'x'));
    for (const path of [folder, join(folder, 'none.postway'), huge]) {
      const ask = answering(true);
      expect(await agreedOpening({ kind: 'report', path }, ask)).toBeNull();
      expect(ask.tell).toHaveBeenCalledOnce();
    }
  });
});

describe('in the app', () => {
  needs('chromium');
  const running = launched();

  test('a second start with a link asks, and then puts the address in without contacting anybody', async () => {
    const { app, answerQuestions, questionsAsked, firstWindow } = running();
    const page = await firstWindow();
    const address = page.getByRole('textbox').first();
    await address.waitFor();
    const start = () =>
      app.emit('second-instance', {}, ['postway', 'postway:check?address=you@example.org'], folder);

    answerQuestions(1);
    start();
    await expect.poll(() => questionsAsked().length).toBe(1);
    expect(questionsAsked()[0]).toMatchObject({ defaultId: 1, cancelId: 1 });
    expect(await address.inputValue()).toBe('');

    answerQuestions(0);
    start();
    await expect.poll(() => address.inputValue()).toBe('you@example.org');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(say('wizard.address.title'));
  });

  test('a report that was double-clicked is shown after a yes', async () => {
    const { app, answerQuestions, firstWindow } = running();
    answerQuestions(0);
    app.emit('open-file', { preventDefault: () => undefined }, file);
    const page = await firstWindow();
    await page.getByRole('button', { name: say('wizard.verdict.all-settings') }).waitFor();
  });
});
