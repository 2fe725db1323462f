import { resolve } from 'node:path';
import type { Reopened } from '../../../shared/judge/reopen.ts';
import { fail, ok, type Problem, type Result } from '../../../shared/model/problem.ts';
import { say } from '../../../shared/text/index.ts';
import { said } from '../../../shared/text/said.ts';
import { changeWords } from '../../computer/change-words.ts';
import { dangerWords, type PlainDanger } from '../../computer/plain-danger.ts';
import { applyThunderbird, type Preview, previewThunderbird } from '../../computer/thunderbird-apply.ts';
import {
  findProfiles,
  type Profile,
  type ProfileAccount,
  readProfiles,
} from '../../computer/thunderbird-profiles.ts';
import { undoThunderbird } from '../../computer/thunderbird-undo.ts';
import { readUndoRecord } from '../../computer/undo-record.ts';
import { wantedFrom } from '../../computer/wanted.ts';
import type { Workstation } from '../../computer/workstation.ts';
import type { Arguments, Context, RunCommand } from '../command.ts';
import { exitStatus } from '../exit-status.ts';
import { savedEvidence } from '../report-source.ts';
import { safeText } from '../safe-text.ts';
import type { Shell } from '../shell.ts';

/** `postway apply thunderbird`: puts the settings of a report into Thunderbird's own file, or takes that back. */
export const runApplyCommand: RunCommand = async (args, context) => {
  if (args.positionals[0] !== 'thunderbird') return fail('program', said('cli.wrong.apply-program'));
  // Read before anybody listens for Ctrl-C, which then ends the wait for a pipe at once.
  const report = args.has('undo') ? null : await savedEvidence(args, context);
  if (report && !report.ok) return report;
  const stop = new AbortController();
  const forget = context.shell.onInterrupt(() => stop.abort());
  try {
    const ended = await (report
      ? apply(report.value, args, context, stop.signal)
      : undo(args, context, stop.signal));
    return stop.signal.aborted ? ok(exitStatus.interrupted) : ended;
  } finally {
    forget();
  }
};

async function apply(
  { report, difference }: Reopened,
  args: Arguments,
  { shell, services }: Context,
  signal: AbortSignal,
): Promise<Result<number>> {
  const wanted = wantedFrom(report);
  if (!wanted.ok) return refused(shell, wanted.problem);

  const workstation = await services.workstation();
  const profiles = await profilesFor(args, workstation, signal);
  if (!profiles.ok) return refused(shell, profiles.problem);
  const account = await accountFor(args, wanted.value.address, profiles.value, shell, signal);
  if (account === null) return ok(exitStatus.nothingFound);
  const { profile, own } = account;
  const { doubt } = wanted.value;
  const target = { folder: profile.folder, identity: own.identity };
  const preview = await previewThunderbird(target, wanted.value, workstation, signal);
  if (!preview.ok) return refused(shell, preview.problem);
  tell(shell, accountLine(account));
  if (preview.value.changes.length === 0) {
    tell(shell, say('cli.apply.already'));
    return ok(exitStatus.ok);
  }
  if (args.has('dry-run')) {
    showChanges(shell, 'cli.apply.would-change', preview.value);
    if (preview.value.isOpen) tell(shell, say('cli.apply.must-close'));
    if (preview.value.danger) tell(shell, say(dangerWords(preview.value.danger)));
    if (doubt !== null) tell(shell, doubt);
    return ok(exitStatus.ok);
  }
  const allowPlain = args.has('allow-plain');
  const { danger } = preview.value;
  if (danger && !allowPlain) return refused(shell, plainRefused(danger));
  const isAgreed = args.has('yes');
  if ((difference !== null || doubt !== null) && !isAgreed && !isAskedFirst(shell)) {
    showChanges(shell, 'cli.apply.would-change', preview.value);
    if (doubt !== null && difference !== null) tell(shell, doubt);
    return refused(shell, difference === null ? doubtRefused(doubt ?? '') : differs);
  }
  if (!isAgreed && isAskedFirst(shell)) {
    showChanges(shell, 'cli.apply.would-change', preview.value);
    if (danger) tell(shell, say(dangerWords(danger)));
    if (doubt !== null) tell(shell, doubt);
    const answer = await shell.readAnswer(say('cli.apply.ask'));
    if (answer === null) return ok(exitStatus.interrupted);
    if (!isYes(answer)) {
      tell(shell, say('cli.apply.left'));
      return ok(exitStatus.nothingFound);
    }
  }
  const applied = await applyThunderbird(preview.value, { allowPlain }, workstation, signal);
  if (!applied.ok) return refused(shell, applied.problem);
  showChanges(shell, 'cli.apply.changes', preview.value);
  tell(shell, say('cli.apply.backup', { file: applied.value.backup }));
  tell(shell, say('cli.apply.how-to-undo', { folder: profile.folder }));
  return ok(exitStatus.ok);
}

async function undo(
  args: Arguments,
  { shell, services }: Context,
  signal: AbortSignal,
): Promise<Result<number>> {
  const workstation = await services.workstation();
  const profiles = await profilesFor(args, workstation, signal);
  if (!profiles.ok) return refused(shell, profiles.problem);
  const changed: Profile[] = [];
  for (const profile of profiles.value) {
    const record = await readUndoRecord(profile.folder);
    if (!record.ok || record.value !== null) changed.push(profile);
  }
  const [profile = profiles.value[0], second] = changed;
  if (second !== undefined) {
    const rows = changed.map(({ name, folder }) => `${name}, ${folder}`);
    return refused(
      shell,
      { code: 'refused', field: 'profile', message: said('cli.apply.several-undo') },
      rows,
    );
  }
  if (profile === undefined) throw new Error('there is at least one profile');
  const undone = await undoThunderbird(profile.folder, workstation, signal);
  if (!undone.ok) return refused(shell, undone.problem);
  tell(shell, say(undone.value.isWhole ? 'cli.apply.undone-whole' : 'cli.apply.undone'));
  return ok(exitStatus.ok);
}

/** The profile that was named, else those in use; at least one. */
async function profilesFor(
  args: Arguments,
  workstation: Workstation,
  signal: AbortSignal,
): Promise<Result<readonly Profile[]>> {
  const folder = args.value('profile');
  if (folder !== undefined) return ok([{ folder: resolve(folder), name: folder }]);
  const { found, places } = await findProfiles(workstation, signal);
  if (found.length > 0) return ok(found);
  return fail('profile', said('cli.apply.no-profile', { places: places.join(', ') }), 'not-found');
}

/** The one account that fits; null when none or several do, which the person was told with what there is. */
async function accountFor(
  args: Arguments,
  address: string,
  profiles: readonly Profile[],
  shell: Shell,
  signal: AbortSignal,
): Promise<ProfileAccount | null> {
  const { found, unread } = await readProfiles(profiles, signal);
  const id = args.value('account');
  const isWanted = ({ own }: ProfileAccount) =>
    id === undefined ? own.address.toLowerCase() === address.toLowerCase() : own.identity === id;
  const fitting = found.filter(isWanted);
  const [one, other] = fitting;
  if (one !== undefined && other === undefined) return one;

  const listed = fitting.length > 1 ? fitting : found;
  const rows = listed.map((account) => accountLine(account));
  const message =
    fitting.length > 1
      ? said('cli.apply.several')
      : id === undefined && address === ''
        ? said('cli.apply.no-address')
        : said('cli.apply.no-account', { wanted: id ?? address });
  refused(shell, { code: 'not-found', field: 'account', message }, [
    ...(rows.length > 0 ? rows : [say('cli.apply.none')]),
    ...unread.map(({ where, reason }) => `${where}: ${say(reason)}`),
  ]);
  return null;
}

function accountLine({ own, profile }: ProfileAccount): string {
  const { name, folder } = profile;
  return say('cli.apply.account', { address: own.address, id: own.identity, name, folder });
}

function showChanges(
  shell: Shell,
  heading: 'cli.apply.changes' | 'cli.apply.would-change',
  { changes, alsoUsedBy }: Preview,
): void {
  tell(shell, say(heading));
  for (const change of changes) tell(shell, `  ${say('cli.apply.change', changeWords(change))}`);
  if (alsoUsedBy.length > 0) tell(shell, say('cli.apply.also', { others: alsoUsedBy }));
}

/** A person sits there and can answer; a script has said all with its arguments. */
function isAskedFirst({ stdout, stderr, isStdinPiped }: Shell): boolean {
  return !isStdinPiped && stdout.isTerminal && stderr.isTerminal;
}

function plainRefused(danger: PlainDanger): Problem {
  const message = said('cli.apply.plain-refused', { danger: dangerWords(danger) });
  return { code: 'refused', field: 'security', message };
}

const differs: Problem = { code: 'refused', field: 'report', message: said('cli.apply.differs') };

/** A script has to say that it wants settings which mail programs refuse for now. */
function doubtRefused(doubt: string): Problem {
  return { code: 'refused', field: 'certificate', message: said('cli.apply.doubt-refused', { doubt }) };
}

function tell(shell: Shell, line: string): void {
  shell.stdout.write(`${safeText(line)}\n`);
}

/** What could not be done, on stderr, and status 1. */
function refused(shell: Shell, { field, message }: Problem, rows: readonly string[] = []): Result<number> {
  const lines = [`postway apply: ${field}: ${say(message)}`, ...rows.map((row) => `  ${row}`)];
  shell.stderr.write(lines.map((line) => `${safeText(line)}\n`).join(''));
  return ok(exitStatus.nothingFound);
}

/** Whether an answer is one of the words for yes in the reader's language. */
function isYes(answer: string): boolean {
  return say('cli.apply.yes').split(' ').includes(answer.trim().toLowerCase());
}
