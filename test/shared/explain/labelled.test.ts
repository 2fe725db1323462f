import { describe, expect, test } from 'vitest';
import { explain } from '../../../shared/explain/explain.ts';
import { english } from '../../support/english.ts';
import { fieldTexts, fieldTextsOfOtherThings } from './field-texts.ts';
import { aboutOtherThings, labelledTexts } from './labelled-texts.ts';

describe('texts that were labelled before they were tried: the cause, and when to try again', () => {
  test.each([...labelledTexts, ...fieldTexts])('%s', (text, causes, retry) => {
    const [first] = explain(text, english).items;
    expect(causes.split('|')).toContain(first?.causes[0]);
    expect(retry.split('|')).toContain(first?.retry);
  });
});

test.each([...aboutOtherThings, ...fieldTextsOfOtherThings])(
  'is about something else than mail: %s',
  (text) => {
    expect(explain(text, english)).toMatchObject({ known: false, items: [] });
  },
);
