import * as z from 'zod/mini';
import { explain } from '../../../shared/explain/explain.ts';
import { masked } from '../../../shared/explain/masked.ts';
import { maxExplainedChars } from '../../../shared/model/explained.ts';
import type { Explanation } from '../../../shared/model/explanation.ts';
import { ok } from '../../../shared/model/problem.ts';
import { say } from '../../../shared/text/index.ts';
import { renderExplanation } from '../explanation-result.ts';
import { plain } from '../paint.ts';
import { columns } from './page.ts';
import { type Tool, tool } from './tool.ts';

/** `explain`: what `postway explain` does. */
export const explainTool: Tool = tool({
  name: 'explain',
  command: 'explain',
  asksNetwork: false,
  description:
    'Says what an error of a mail program or mail server, a line of a log, or a whole bounced message means, with its causes, the most probable first. Asks nobody. A text that is not known is said to be unknown.',
  takes: {
    text: z
      .string()
      .check(
        z.minLength(1),
        z.maxLength(maxExplainedChars),
        z.describe('The text as it stands there. Leave out passwords.'),
      ),
  },
  async answer({ text }, { isMasked }) {
    const found = explain(text, say);
    const explanation = isMasked ? withoutLine(found) : found;
    return ok({ text: renderExplanation(explanation, { columns, paint: plain }), data: explanation });
  },
});

/** Without a server that goes by an address, which may be the person's own line. */
function withoutLine(explanation: Explanation): Explanation {
  return {
    ...explanation,
    items: explanation.items.map(({ server, ...item }) =>
      server === undefined || masked(server.host, say) !== server.host ? item : { ...item, server },
    ),
  };
}
