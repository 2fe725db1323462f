import * as z from 'zod/mini';
import { explain } from '../../../shared/explain/explain.ts';
import { maxExplainedChars } from '../../../shared/model/explained.ts';
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
  async answer({ text }) {
    const explanation = explain(text, say);
    return ok({ text: renderExplanation(explanation, { columns, paint: plain }), data: explanation });
  },
});
