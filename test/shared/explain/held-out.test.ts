import { describe, expect, test } from 'vitest';
import { explain } from '../../../shared/explain/explain.ts';
import { english } from '../../support/english.ts';
import { heldOutTexts, tellingNothing } from './held-out-texts.ts';

describe('texts that no rule was written for', () => {
  test.each(heldOutTexts)('%s', (text, ...first) => {
    const { items } = explain(text, english);
    expect(first).toContain(items[0]?.causes[0]);
  });
});

test.each(tellingNothing)('nothing is guessed from: %s', (text) => {
  expect(explain(text, english)).toMatchObject({ known: false, items: [] });
});
