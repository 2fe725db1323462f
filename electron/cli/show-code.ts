import type { ClientSettings, CodeClient } from '../../shared/clients/client.ts';
import { besideFile, passwordCode } from '../../shared/clients/index.ts';
import { type QrCode, qrLines } from '../../shared/clients/qr-code.ts';
import { fail, ok, type Result } from '../../shared/model/problem.ts';
import { say } from '../../shared/text/index.ts';
import { said } from '../../shared/text/said.ts';
import { exitStatus } from './exit-status.ts';
import { safeText } from './safe-text.ts';
import type { Shell } from './shell.ts';

/** Draws a code to scan on the terminal; a Problem when it does not fit there. */
export function drawCode(code: QrCode, { stdout }: Shell): Result<unknown> {
  const lines = qrLines(code);
  if (stdout.columns() < code.size || stdout.rows() < lines.length) {
    const needed = { columns: String(code.size), rows: String(lines.length + 1) };
    return fail('terminal', said('cli.wrong.terminal-small', needed));
  }
  return ok(stdout.write(`${lines.join('\n')}\n`));
}

/** The terminal's other screen, which leaves nothing to scroll back to. */
const otherScreen = { enter: '\u001b[?1049h\u001b[H\u001b[2J', leave: '\u001b[2J\u001b[?1049l' };

/**
 * Asks for the password, not echoed, and shows the code that holds it until Enter is pressed; then it is gone from the terminal.
 * Only on a terminal: a code in a pipe or a file would be a password in one.
 */
export async function showPasswordCode(
  client: CodeClient,
  settings: ClientSettings,
  shell: Shell,
): Promise<Result<number>> {
  const { stdout, stderr } = shell;
  const notes = [
    ...besideFile(client, settings),
    ...[client.warning, client.note].flatMap((key) => (key ? [say(key)] : [])),
  ].map((note) => safeText(note, 4000));
  stderr.write(`${notes.join('\n')}\n${say('cli.export.password')}`);
  const password = await shell.readSecret();
  stderr.write('\n');
  if (password === null) return ok(exitStatus.interrupted);
  const code = passwordCode(client, settings, password);
  if (!code.ok) {
    stderr.write(`postway export: ${safeText(say(code.problem.message))}\n`);
    return ok(exitStatus.nothingFound);
  }
  let forget = () => {};
  const interrupted = new Promise<void>((resolve) => {
    forget = shell.onInterrupt(resolve);
  });
  stdout.write(otherScreen.enter);
  const drawn = drawCode(code.value, shell);
  if (drawn.ok) {
    stderr.write(say('cli.export.code-shown'));
    await Promise.race([shell.readSecret(), interrupted]);
  }
  stdout.write(otherScreen.leave);
  forget();
  return drawn.ok ? ok(exitStatus.ok) : drawn;
}
