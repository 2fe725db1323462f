import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Comparison } from '../../shared/compare/comparison.ts';
import { contract } from '../../shared/contract/contract.ts';
import { Explanation } from '../../shared/model/explanation.ts';
import { ListResult } from '../../shared/model/list-result.ts';
import { Report } from '../../shared/model/report.ts';

/** What other people's scripts read, and what a window and its backend say to each other. */
const calls = Object.entries(contract).map(([name, parts]) => {
  const { argument, result } = parts;
  return [name, z.object({ argument, result, ...('event' in parts && { event: parts.event }) })] as const;
});
const published = {
  report: Report,
  comparison: Comparison,
  explanation: Explanation,
  'list-result': ListResult,
  contract: z.object(Object.fromEntries(calls)),
};

/** After a change: npx vitest run --config test/vitest.config.ts test/docs/schema.test.ts -u */
test.each(Object.entries(published))(
  'docs/schema/%s.json is what the program checks by',
  async (name, schema) => {
    const document = z.toJSONSchema(schema as z.ZodMiniType, {
      io: 'input',
      unrepresentable: 'any',
      reused: 'ref',
    });
    expect(document.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot(
      `../../docs/schema/${name}.json`,
    );
  },
);
