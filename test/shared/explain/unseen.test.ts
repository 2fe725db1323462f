import { expect, test } from 'vitest';
import { explain } from '../../../shared/explain/explain.ts';
import type { ExplanationItem } from '../../../shared/model/explanation.ts';
import { english } from '../../support/english.ts';
import {
  fifthTexts,
  fragmentTexts,
  laterTexts,
  latestTexts,
  sixthTexts,
  unseenTexts,
} from './unseen-texts.ts';

test.each([...unseenTexts, ...laterTexts, ...latestTexts, ...fragmentTexts, ...fifthTexts, ...sixthTexts])(
  '%s',
  (text, kinds) => {
    expect(kinds.split('|')).toContain(kindSaid(explain(text, english).items[0]));
  },
);

/** The kind by its name; `none` where nothing is told, or that nothing failed. */
function kindSaid(item: ExplanationItem | undefined): string {
  const kind = item?.words?.key.replace('explain.kind.', '') ?? 'none';
  return kind === 'not-a-failure' ? 'none' : kind;
}
