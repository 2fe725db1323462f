import { expect, test } from 'vitest';
import { anAct } from '../../support/sample-acts.ts';

const adviceFor = (bounce: string) =>
  anAct({
    arrival: { outcome: 'bounced', folder: 'INBOX', afterSeconds: 3, bounce },
  }).findings[0]?.advice.join(' ') ?? '';

test.each([
  ['552 5.2.2 The mailbox is full', /its owner has to empty it/],
  ['550 5.1.1 <bob@example.net>: User unknown', /type it anew/],
  ['554 5.7.1 Message rejected as spam', /show the notice to your mail provider/],
  [
    '554 5.7.1 Service unavailable; client host blocked using zen.spamhaus.org',
    /show the notice to your mail provider/,
  ],
])('a message that came back with "%s" is told what to do about that, and nothing else', (bounce, wanted) => {
  const advice = adviceFor(bounce);
  expect(advice).toMatch(wanted);
  expect(advice).toContain('nothing has to be changed in the settings');
  const others = [/has to empty it/, /type it anew/, /show (?:it|the notice) to your mail provider/];
  expect(others.filter((one) => one.test(advice))).toHaveLength(1);
});

test('a notice that says nothing of why leaves all the usual cases open', () => {
  expect(adviceFor('it did not work')).toMatch(
    /has to empty it.*type it anew.*show it to your mail provider/,
  );
});
