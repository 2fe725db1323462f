import { expect, test } from 'vitest';
import { explain } from '../../../shared/explain/explain.ts';
import texts from '../../../shared/explain/thunderbird-texts.json' with { type: 'json' };
import { english } from '../../support/english.ts';

const codeOf = (text: string) => explain(text, english).items[0]?.code;

test('the messages about sending are there in some sixty languages', () => {
  for (const id of [
    'smtpSendTimeout',
    'smtpSendRequestRefused',
    'smtpAuthFailure',
    'startTlsFailed',
  ] as const) {
    expect(Object.keys(texts[id]).length).toBeGreaterThan(55);
  }
});

test('every message is found by its own pieces with values in between, in every language, or one that means the same', () => {
  const wrong = Object.entries(texts).flatMap(([id, byLanguage]) =>
    Object.entries(byLanguage as Record<string, string[]>).flatMap(([language, pieces]) => {
      const text = pieces.length === 1 ? `${pieces[0]} smtp.example.com` : pieces.join(' smtp.example.com ');
      const item = explain(text, english).items.find(({ program }) => program === 'Thunderbird');
      return item ? [] : [`${language} ${id}: ${text}`];
    }),
  );
  // Two short words, such as "login failed", are not enough to be sure in some languages.
  expect(wrong.length, wrong.join('\n')).toBeLessThan(120);
});

test.each([
  [
    'The message could not be sent because the connection to Outgoing server (SMTP) smtp.example.com timed out. Try again.',
    'smtpSendTimeout',
  ],
  [
    'The message could not be sent because connecting to Outgoing server (SMTP) smtp.example.com failed. The server may be unavailable or is refusing SMTP connections. Please verify that your Outgoing server (SMTP) settings are correct and try again.',
    'smtpSendRequestRefused',
  ],
  ['connection to outgoing server (SMTP) … timed out', 'smtpSendTimeout'],
  ['check the message recipient … and try again', 'errorSendingRcptCommand'],
  ['smtpPasswordUndefined', 'smtpPasswordUndefined'],
])('%s', (text, id) => {
  expect(codeOf(text)).toBe(id);
});
