import { describe, expect, test } from 'vitest';
import { explain } from '../../../shared/explain/explain.ts';
import { english } from '../../support/english.ts';
import { fieldTexts, fieldTextsOfOtherThings } from './field-texts.ts';
import { aboutOtherThings, labelledTexts } from './labelled-texts.ts';
import { recalledTexts } from './recalled-texts.ts';
import { strangerTexts, strangerTextsOfOtherThings, textsOfReceiving } from './stranger-texts.ts';

describe('texts that were labelled before they were tried: the cause, and when to try again', () => {
  test.each([...labelledTexts, ...fieldTexts, ...strangerTexts, ...recalledTexts])(
    '%s',
    (text, causes, retry) => {
      const [first] = explain(text, english).items;
      expect(causes.split('|')).toContain(first?.causes[0]);
      expect(retry.split('|')).toContain(first?.retry);
    },
  );
});

test.each([...aboutOtherThings, ...fieldTextsOfOtherThings, ...strangerTextsOfOtherThings])(
  'is about something else than mail: %s',
  (text) => {
    expect(explain(text, english)).toMatchObject({ known: false, items: [] });
  },
);

/** What makes sending fail, and never receiving. */
const ofSendingAlone = [
  'port-25-blocked',
  'port-25-intercepted',
  'submission-blocked',
  'mail-allow-list',
  'auth-needed',
  'relay-denied',
  'sender-rejected',
  'smtp-auth-off',
  'recipient-wrong',
];

test.each(textsOfReceiving)('is about receiving, so nothing of sending is blamed: %s', (text) => {
  const causes = explain(text, english).items.flatMap((item) => item.causes);
  expect(causes.filter((cause) => ofSendingAlone.includes(cause))).toEqual([]);
});
