import { randomUUID } from 'node:crypto';
import type { Argument, Handlers, ResultOf } from '../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../shared/model/problem.ts';
import { said } from '../../shared/text/said.ts';
import { changeWords } from '../computer/change-words.ts';
import { findAccounts, findThunderbirdAccounts } from '../computer/find-accounts.ts';
import { dangerWords } from '../computer/plain-danger.ts';
import { applyThunderbird, type Preview, previewThunderbird } from '../computer/thunderbird-apply.ts';
import type { ProfileAccount } from '../computer/thunderbird-profiles.ts';
import { undoThunderbird } from '../computer/thunderbird-undo.ts';
import { readUndoRecord } from '../computer/undo-record.ts';
import { wantedFrom } from '../computer/wanted.ts';
import type { Workstation } from '../computer/workstation.ts';
import { within } from '../engine/within.ts';
import type { Checks } from './checks.ts';

type ComputerHandlers = Pick<
  Handlers,
  'computer.find' | 'computer.preview' | 'computer.apply' | 'computer.undo'
>;

/** What was looked at last; whoever looked at more than this many has forgotten the first. */
const maxPreviews = 8;
/** Reading takes milliseconds. A folder on a network drive that is not there can take for ever. */
const maxSearchMs = 20_000;

/**
 * Mail programs of this computer, for the window: reading what they use, and changing Thunderbird's settings. The window names an
 * account by its id and a check by its id, of that account's address; paths, servers and preferences are never its choice. In a window for practice nothing on the
 * computer is touched.
 */
export function computerHandlers(
  workstation: Workstation,
  checks: Pick<Checks, 'watch'>,
  isPractice: boolean,
): ComputerHandlers {
  const previews = new Map<string, Preview>();
  if (isPractice) {
    const refuse = async () => fail('practice', said('computer.refused.practice-window'), 'refused');
    return {
      'computer.find': refuse,
      'computer.preview': refuse,
      'computer.apply': refuse,
      'computer.undo': refuse,
    };
  }
  return {
    'computer.find': (_nothing, signal) => find(workstation, signal),
    'computer.preview': async (argument, signal) => {
      const preview = await previewFor(argument, workstation, checks, signal);
      if (!preview.ok) return preview;
      const previewId = randomUUID();
      previews.set(previewId, preview.value);
      for (const id of [...previews.keys()].slice(0, -maxPreviews)) previews.delete(id);
      const { changes, alsoUsedBy, isOpen, danger, prefs } = preview.value;
      return ok({
        previewId,
        changes: changes.map(changeWords),
        alsoUsedBy: [...alsoUsedBy],
        isOpen,
        danger: danger && dangerWords(danger),
        file: prefs.path,
        canUndo: await canUndo(preview.value.target.folder),
      });
    },
    'computer.apply': async ({ previewId, allowPlain = false }, signal) => {
      const preview = previews.get(previewId);
      if (!preview) return fail('previewId', said('computer.refused.look-again'), 'not-found');
      const applied = await applyThunderbird(preview, { allowPlain }, workstation, signal);
      return applied.ok ? ok({ backup: applied.value.backup }) : applied;
    },
    'computer.undo': async ({ accountId }, signal) => {
      const account = await accountOf(accountId, workstation, signal);
      if (!account.ok) return account;
      const undone = await undoThunderbird(account.value.profile.folder, workstation, signal);
      return undone.ok ? ok({ isWhole: undone.value.isWhole }) : undone;
    },
  };
}

async function find(
  workstation: Workstation,
  signal: AbortSignal,
): Promise<Result<ResultOf<'computer.find'>>> {
  const result = await within(findAccounts(workstation, signal), maxSearchMs, workstation.clock, signal);
  if (result === null) return fail('computer', said('computer.refused.too-slow'), 'unavailable');
  const { found, unread, places } = result;
  const shown = places.map((where) => where.slice(0, 1000));
  return ok({
    accounts: found.slice(0, 200),
    unread: unread.slice(0, 200),
    places: [...new Set(shown)].slice(0, 200),
  });
}

async function previewFor(
  { accountId, checkId }: Argument<'computer.preview'>,
  workstation: Workstation,
  checks: Pick<Checks, 'watch'>,
  signal: AbortSignal,
): Promise<Result<Preview>> {
  const report = await checks.watch(checkId, () => {}, signal);
  if (!report.ok) return report;
  const wanted = wantedFrom(report.value);
  if (!wanted.ok) return wanted;
  const account = await accountOf(accountId, workstation, signal);
  if (!account.ok) return account;
  const { profile, own } = account.value;
  const { address = '', domain = '', server = '' } = report.value.input;
  if (address.toLowerCase() !== own.address.toLowerCase()) {
    const values = { checked: address || domain || server, account: own.address };
    return fail('accountId', said('computer.refused.other-account', values), 'refused');
  }
  return previewThunderbird(
    { folder: profile.folder, identity: own.identity },
    wanted.value,
    workstation,
    signal,
  );
}

async function accountOf(
  id: string,
  workstation: Workstation,
  signal: AbortSignal,
): Promise<Result<ProfileAccount>> {
  const { found } = await findThunderbirdAccounts(workstation, signal);
  const account = found.find((one) => one.found.id === id);
  return account ? ok(account) : fail('accountId', said('computer.refused.account-gone'), 'not-found');
}

async function canUndo(folder: string): Promise<boolean> {
  const record = await readUndoRecord(folder);
  return record.ok && record.value !== null;
}
