/// <reference path="../cli/build-constants.d.ts" />
import * as z from 'zod/mini';
import { CheckRequest } from '../../shared/contract/contract.ts';
import { broughtBy } from '../../shared/explain/suspicion.ts';
import { CheckInput } from '../../shared/model/check.ts';
import { fail, ok, type Result } from '../../shared/model/problem.ts';
import type { Report } from '../../shared/model/report.ts';
import { said } from '../../shared/text/said.ts';
import type { Say } from '../../shared/text/words.ts';
import { parseCheckRequest } from '../backend/input.ts';
import { systemFor } from '../backend/system-for.ts';
import { wordedCheck } from '../backend/worded-check.ts';
import { findScenario } from '../practice/scenarios.ts';

const Request = z.strictObject({
  ...CheckRequest.shape,
  timeoutSeconds: z.optional(z.number().check(z.minimum(0.5), z.maximum(120))),
});

/** One check for a program. Resolves with what is known when the signal aborts; a Problem names the argument that is wrong. */
export async function checkFor(request: unknown, say: Say, signal: AbortSignal): Promise<Result<Report>> {
  const parsed = Request.safeParse(request);
  if (!parsed.success) return refused(parsed.error.issues);
  const { timeoutSeconds, error, practice, ...asked } = parsed.data;
  const timeoutMs = timeoutSeconds === undefined ? {} : { timeoutMs: Math.round(timeoutSeconds * 1000) };
  const input = parseCheckRequest(asked, { ...timeoutMs, ...(!asked.ports && { brief: true }) });
  if (!input.ok) return input;
  if (practice !== undefined && !findScenario(practice)) {
    return fail('practice', said('backend.unknown-scenario', { scenario: practice }), 'not-found');
  }
  const { system, close } = await systemFor(practice);
  try {
    const full = CheckInput.parse(withErrorText(input.value, error, say));
    return ok(await wordedCheck(say)(full, { system, version: __POSTWAY_VERSION__ }, signal));
  } finally {
    await close();
  }
}

/** Names the option, and never what was in it. */
function refused([issue]: readonly z.core.$ZodIssue[]): Result<never> {
  if (issue?.code === 'unrecognized_keys') {
    const { subject: _argument, ...options } = Request.shape;
    const known = [...Object.keys(options), 'language', 'signal'].join(', ');
    const message = said('cli.wrong.call-option', { options: known });
    return fail([...issue.path, issue.keys[0]].join('.').slice(0, 100), message);
  }
  return fail(issue?.path.map(String).join('.') || 'options', said('cli.wrong.call-value'));
}

/** What the caller says is in use wins over what a text shows. */
function withErrorText(input: CheckInput, text: string | undefined, say: Say): CheckInput {
  return text === undefined ? input : { ...broughtBy(text, say), ...input };
}
