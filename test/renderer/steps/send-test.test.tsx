import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { SendTestStep } from '../../../renderer/steps/send-test.tsx';
import { WizardContext } from '../../../renderer/wizard/context.ts';
import { nothingSaved } from '../../../renderer/wizard/saved.ts';
import { createWizard } from '../../../renderer/wizard/store.ts';
import { createCaller } from '../../../shared/contract/caller.ts';
import type { Act } from '../../../shared/model/act.ts';
import { contractLink } from '../../support/contract-link.ts';
import { fakeBackend } from '../../support/fake-backend.ts';
import { anAct, refusedAct } from '../../support/sample-acts.ts';
import { blockedReport } from '../../support/sample-reports.ts';
import '../../support/speak-english.ts';

/** The screen behind a login or a message, and what stands in its one heading. */
function screenAfter(act: Act) {
  const wizard = createWizard({
    caller: createCaller(contractLink(fakeBackend().handlers).channel),
    reconnected: async () => {},
    saved: {
      ...nothingSaved,
      step: 'send-test',
      checkId: 'check-1',
      report: { ...blockedReport, acts: [act] },
    },
    save: () => {},
    now: () => 0,
    onLanguage: () => {},
  });
  const drawn = renderToStaticMarkup(
    <WizardContext value={wizard}>
      <SendTestStep />
    </WizardContext>,
  );
  const text = (markup: string) => markup.replace(/<[^>]*>/g, '').replaceAll('&#x27;', "'");
  const heading = text(/<h1[^>]*>(.*?)<\/h1>/.exec(drawn)?.[1] ?? '');
  return { heading, whole: text(drawn) };
}

const login = { kind: 'login', stage: 'auth', outcome: 'rejected' } as const;
const refused = { outcome: 'rejected', replyCode: 550, arrival: { outcome: 'not-watched' } } as const;

test.each<[string, Act]>([
  ['The message arrived.', anAct()],
  ['The message arrived, in the folder for junk.', anAct({ arrival: { outcome: 'junk', folder: 'Junk' } })],
  ['The message came back.', anAct({ arrival: { outcome: 'bounced', bounce: 'no such user' } })],
  ['The message was taken, and has not been seen yet.', anAct({ arrival: { outcome: 'not-seen' } })],
  ['The message is on its way.', anAct({ arrival: { outcome: 'not-watched' } })],
  ['The login works.', anAct({ kind: 'login' })],
  ['The server refuses this user name or password.', refusedAct],
  ['Nothing was sent, not even the password.', anAct({ ...login, refusedBecause: 'no-encryption' })],
  ['You stopped it.', anAct({ ...login, outcome: 'cancelled' })],
  [
    'The account is locked for now.',
    anAct({ ...login, replyCode: 535, reply: '535 5.7.0 Your account has been locked' }),
  ],
  [
    'The server asks you to wait.',
    anAct({ ...login, replyCode: 454, reply: '454 4.7.0 Too many login attempts' }),
  ],
  [
    'It is not known whether the message was sent.',
    anAct({ ...refused, stage: 'data', outcome: 'closed', reply: '' }),
  ],
  [
    'The server does not know the recipient.',
    anAct({ ...refused, stage: 'rcpt', reply: '550 5.1.1 no such user' }),
  ],
  [
    "The server does not accept this sender's address.",
    anAct({ ...refused, stage: 'mail', reply: '550 5.7.1 Sender address rejected: not owned by user' }),
  ],
  ['The server refused the message.', anAct({ ...refused, stage: 'data', reply: '554 no' })],
])('what became of it is the headline, said once: %s', (words, act) => {
  const { heading, whole } = screenAfter(act);
  expect(heading).toBe(words);
  expect(whole.split(heading)).toHaveLength(2);
});
