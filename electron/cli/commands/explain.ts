import { explain } from '../../../shared/explain/explain.ts';
import { maxExplainedChars } from '../../../shared/model/explained.ts';
import type { Explanation } from '../../../shared/model/explanation.ts';
import { fail, ok, type Result } from '../../../shared/model/problem.ts';
import { explainedFor } from '../../../shared/recommend/asker/explained.ts';
import { say } from '../../../shared/text/index.ts';
import { said } from '../../../shared/text/said.ts';
import { learn } from '../../../shared/text/speak.ts';
import type { Arguments, RunCommand } from '../command.ts';
import { exitStatus } from '../exit-status.ts';
import { renderExplanation } from '../explanation-result.ts';
import { nextCheck } from '../next-check.ts';
import { paintFor } from '../paint.ts';
import type { Shell } from '../shell.ts';
import { readFor, whoAsks } from '../who-asks.ts';

/** `postway explain`: what the words of a mail program, a server or a bounce mean. Nothing is asked of anybody. */
export const runExplainCommand: RunCommand = async (args, { shell }) => {
  const text = await textToExplain(args, shell);
  if (!text.ok) return text;
  const kind = readFor(args);
  if (!kind.ok) return kind;
  const asker = await whoAsks(kind.value, text.value, shell);
  if (asker !== null) await learn('rest');
  const explained = explain(text.value, say);
  const advice = asker === null ? [] : explainedFor(asker.kind, explained).map((key) => say(key));
  const explanation = asker === null || advice.length === 0 ? explained : { ...explained, asker, advice };
  shell.stdout.write(
    args.has('json')
      ? `${JSON.stringify(explanation, null, 2)}\n`
      : shown(explanation, text.value, args, shell),
  );
  return ok(explanation.known ? exitStatus.ok : exitStatus.nothingFound);
};

function shown(explanation: Explanation, text: string, args: Arguments, shell: Shell): string {
  const columns = shell.stdout.columns();
  const paint = paintFor(shell.stdout, shell, args.has('no-color'));
  const next = nextCheck(explanation, text, columns);
  return `${renderExplanation(explanation, { columns, paint })}${next.length > 0 ? `\n${next.join('\n')}\n` : ''}`;
}

/** The argument, a file, or standard input: exactly one of them, with something in it. */
async function textToExplain(args: Arguments, shell: Shell): Promise<Result<string>> {
  const text = args.positionals[0];
  const file = args.value('file');
  if (text !== undefined && text !== '-' && file !== undefined) {
    return fail('--file', said('cli.wrong.clash', { other: said('cli.explain.text') }));
  }
  if (text !== undefined && text !== '-') return filled('text', ok(text));
  if (file !== undefined && file !== '-') {
    return filled('--file', await shell.readFile(file, maxExplainedChars, 'any-charset'));
  }
  if (!shell.isStdinPiped && text !== '-' && file !== '-') return fail('text', said('cli.wrong.no-text'));
  return filled('text', await shell.readStdin(maxExplainedChars, 'any-charset'));
}

function filled(field: string, text: Result<string>): Result<string> {
  if (!text.ok) return fail(field, text.problem.message);
  return text.value.trim() === '' ? fail(field, said('cli.wrong.no-text')) : text;
}
