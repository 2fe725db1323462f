import * as z from 'zod/mini';
import { compare } from '../../../shared/compare/compare.ts';
import { inOrderOfTime } from '../../../shared/compare/in-order-of-time.ts';
import { networkRelation } from '../../../shared/compare/network-relation.ts';
import { comparisonIn } from '../../../shared/compare/words.ts';
import { ok } from '../../../shared/model/problem.ts';
import { say } from '../../../shared/text/index.ts';
import { renderComparison } from '../comparison-result.ts';
import { plain } from '../paint.ts';
import { columns } from './page.ts';
import { type Tool, tool } from './tool.ts';

const name = z.string().check(z.maxLength(40));

/** `compare`: what `postway compare` does, with two checks of this conversation. */
export const compareTool: Tool = tool({
  name: 'compare',
  command: 'compare',
  asksNetwork: false,
  description:
    'What two checks of the same servers say together, such as one from home and one over a phone’s hotspot: who is cleared, and among whom the cause is. Asks nobody.',
  takes: {
    older: name.check(z.describe('The earlier check, as `check` named it.')),
    newer: name.check(z.describe('The later check.')),
  },
  async answer({ older, newer }, session) {
    const before = session.recall(older, 'older');
    if (!before.ok) return before;
    const after = session.recall(newer, 'newer');
    if (!after.ok) return after;
    const [first, second] = inOrderOfTime(before.value, after.value);
    const reports = { older: session.shown(first), newer: session.shown(second) };
    const network = networkRelation(first, second);
    const comparison = comparisonIn(compare(reports.older, reports.newer, network), say);
    return ok({ text: renderComparison(comparison, reports, { columns, paint: plain }), data: comparison });
  },
});
