import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { problemFromIssues } from '../../../shared/model/problem.ts';
import { languages } from '../../../shared/text/languages.ts';
import { loadWords } from '../../../shared/text/load-words.ts';

const Shape = z.object({ verdict: z.object({ code: z.string() }), findings: z.array(z.string()) });

test('names the fields that do not fit', () => {
  const issues = Shape.safeParse({ verdict: { code: 7 }, findings: [1] }).error?.issues ?? [];
  expect(problemFromIssues(issues, 'report')).toMatchObject({
    field: 'verdict.code',
    message: { values: { fields: ['verdict.code', 'findings.0'] } },
  });
});

test.each(languages)('in %s nothing of it is English but the names of fields', async (language) => {
  const say = await loadWords(language);
  const issues = Shape.safeParse([]).error?.issues ?? [];
  const fields = Shape.safeParse({ verdict: {}, findings: [] }).error?.issues ?? [];
  for (const subject of ['report', 'argument', 'message'] as const) {
    for (const one of [issues, fields]) {
      const told = say(problemFromIssues(one, subject).message);
      expect(told).not.toMatch(/[{}]|Invalid|expected|argument/);
      if (language !== 'en') expect(told).not.toMatch(/\b(?:This|The|report|is|not)\b/);
    }
  }
});
