import { expect, test } from 'vitest';
import { explain } from '../../../../shared/explain/explain.ts';
import { type KindName, kindOf } from '../../../../shared/explain/kinds.ts';
import { english } from '../../../support/english.ts';
import { recalledBounces } from './recalled-bounces.ts';
import { strangerBounces } from './stranger-bounces.ts';

test.each([...strangerBounces, ...recalledBounces])('%s', (text, reasons) => {
  const { bounce, items } = explain(text, english);
  // A line that was pasted alone is no report; what it means has a reason all the same.
  const kind = items[0]?.words?.key.replace('explain.kind.', '') as KindName;
  expect(reasons.split('|')).toContain(bounce?.recipients[0]?.reason ?? kindOf(kind).reason);
});
