import { clears, otherAddresseeOf } from '../../../shared/compare/addressee.ts';
import { maskedReport } from '../../../shared/judge/masked-report.ts';
import { letterTo } from '../../../shared/letter/letter.ts';
import { type Recipient, recipients } from '../../../shared/letter/recipients.ts';
import { fail, ok } from '../../../shared/model/problem.ts';
import { addressIn, type Report } from '../../../shared/model/report.ts';
import { say } from '../../../shared/text/index.ts';
import { said } from '../../../shared/text/said.ts';
import type { RunCommand } from '../command.ts';
import { exitStatus } from '../exit-status.ts';
import { savedReport } from '../report-source.ts';
import { safeText } from '../safe-text.ts';
import { wordOf } from '../word-of.ts';

/** `postway letter`: what a report measured, as a letter to the party that can look into it. */
export const runLetterCommand: RunCommand = async (args, context) => {
  const { shell } = context;
  const [word] = args.positionals;
  const known = { recipients: recipients.join(', ') };
  if (word === undefined) return fail('recipient', said('cli.wrong.no-recipient', known));
  const recipient = wordOf(word, recipients);
  if (!recipient)
    return fail('recipient', said('cli.wrong.recipient', { found: safeText(word, 60), ...known }));
  if (args.has('mask') && args.has('with-address')) {
    return fail('--mask', said('cli.wrong.clash', { other: '--with-address' }));
  }
  const saved = await savedReport(args, context);
  if (!saved.ok) return saved;
  const masked = maskedReport(saved.value, say);
  const report = args.has('mask') ? masked : saved.value;
  const letter = letterTo(recipient, report, { say, withAddress: args.has('with-address') });
  if (!letter.ok) {
    shell.stderr.write(`postway letter: ${safeText(say(letter.problem.message))}\n`);
    return ok(exitStatus.nothingFound);
  }
  if (args.has('with-address') && addressIn(report) === undefined) {
    const why = report.masked ? 'cli.letter.left-out' : 'cli.letter.no-address';
    shell.stderr.write(`postway letter: ${say(why)}\n`);
  }
  // A server may have repeated the person's own address: the party needs it to find the connection, and nobody else does.
  const bare = letterTo(recipient, masked, { say, withAddress: false });
  if (!args.has('with-address') && bare.ok && bare.value.text !== letter.value.text) {
    shell.stderr.write(`postway letter: ${say('cli.letter.names-you')}\n`);
  }
  for (const line of warningOf(report, recipient)) shell.stderr.write(`postway letter: ${line}\n`);
  const { subject, text } = letter.value;
  const lines = [say('cli.letter.subject', { subject }), '', ...text.split('\n')];
  shell.stdout.write(lines.map((line) => safeText(line, 2000)).join('\n'));
  return ok(exitStatus.ok);
};

/** What whoever writes to a party should know that the verdict clears, and to whom else to write; nothing where it does not. */
function warningOf({ verdict }: Report, recipient: Recipient): string[] {
  if (!clears(verdict.code, recipient)) return [];
  const better = otherAddresseeOf(verdict.code);
  return [
    safeText(say('cli.letter.cleared', { headline: verdict.headline }), 400),
    ...(better === null ? [] : [say('cli.letter.better', { recipient: better })]),
  ];
}
