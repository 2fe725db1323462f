import type { Tool as Listed } from '@modelcontextprotocol/sdk/types.js';
import * as z from 'zod/mini';
import { fail, type Result } from '../../../shared/model/problem.ts';
import { said } from '../../../shared/text/said.ts';
import type { CommandName } from '../command.ts';
import type { Session } from './session.ts';
import { wrongValue } from './wrong-value.ts';

/** What a tool answers: words for whoever reads them, and the same as data. */
export type Answer = { readonly text: string; readonly data: Readonly<Record<string, unknown>> };

/** How an asker follows a call that takes its time, and ends it. */
export type Asking = {
  readonly signal: AbortSignal;
  /** So much is done, in steps whose number is not known before. */
  readonly onStep: (words: string) => void;
};

/** One tool of the MCP server. */
export type Tool = Pick<Listed, 'name' | 'description' | 'inputSchema'> & {
  /** The command that does the same. Its summary is the tool's title. */
  readonly command: CommandName;
  /** Others are asked over the network, in the way and to the extent of that command. */
  readonly asksNetwork: boolean;
  /** A Problem names the field that is wrong, and the remedy. */
  call(given: unknown, session: Session, asking: Asking): Promise<Result<Answer>>;
};

type Spec<T extends z.core.$ZodLooseShape> = Pick<Tool, 'name' | 'command' | 'asksNetwork'> & {
  /** For a program's model, which reads English; names of fields and values are no language's. */
  readonly description: string;
  /** Each field with its own description. */
  readonly takes: T;
  answer(
    given: z.infer<z.ZodMiniObject<T, z.core.$strict>>,
    session: Session,
    asking: Asking,
  ): Promise<Result<Answer>>;
};

/** A tool that refuses every field it does not know: so nobody can hand it a password. */
export function tool<T extends z.core.$ZodLooseShape>({ takes, answer, ...spec }: Spec<T>): Tool {
  const schema = z.strictObject(takes);
  return {
    ...spec,
    inputSchema: z.toJSONSchema(schema, { io: 'input' }) as Listed['inputSchema'],
    async call(given, session, asking) {
      const parsed = schema.safeParse(given);
      if (!parsed.success) return refused(parsed.error.issues, given, Object.keys(takes));
      return answer(parsed.data, session, asking);
    },
  };
}

/** Names the field, and never what was in it. */
function refused(
  issues: readonly z.core.$ZodIssue[],
  given: unknown,
  fields: readonly string[],
): Result<never> {
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const name = [...issue.path.map(String), issue.keys.join(', ')].join('.').slice(0, 100);
    return fail(name, said('cli.mcp.unknown-field', { fields: fields.join(', ') }));
  }
  const [issue] = issues;
  const path = issue?.path.map(String) ?? [];
  return fail(
    path.join('.') || 'arguments',
    issue ? wrongValue(issue, path, given) : said('cli.mcp.wrong-value'),
  );
}
