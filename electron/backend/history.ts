import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptCheck } from '../../shared/contract/contract.ts';
import { reopened } from '../../shared/judge/reopen.ts';
import type { Act } from '../../shared/model/act.ts';
import { fail, ok, type Result } from '../../shared/model/problem.ts';
import { maxReportChars, parseReport, type Report, renderReport } from '../../shared/model/report.ts';
import { said } from '../../shared/text/said.ts';
import type { Say } from '../../shared/text/words.ts';
import { decodedUtf8, readBounded } from '../computer/bounded-file.ts';
import { writeFileAtomically } from '../computer/files.ts';
import type { Workstation } from '../computer/workstation.ts';

/** So many checks are kept; with each new one the oldest goes. A report is about 60 kB. */
export const mostKept = 50;

/** So many acts a report holds. */
const mostActs = 50;

/** The checks that were made on this computer, in a folder that nobody else may read. They hold no password, as no report does. */
export type History = {
  /**
   * Keeps a report, unless the person wants none kept, it is of the practice network, or its check did not come to its end. A folder that
   * cannot be written is a Problem.
   */
  keep(report: Report): Promise<Result<{ readonly id: string | null }>>;
  /** Keeps what was done after a check beside it, where that check is kept; one that was forgotten, or never kept, stays away. */
  keepActs(report: Report): Promise<void>;
  /** What was done after the kept checks about one address or server, as it was kept. */
  actsAbout(subject: string): Promise<readonly Act[]>;
  /** The newest first, in the words of `say`, and the names of files that are no report any more. */
  list(say: Say): Promise<{ readonly checks: readonly KeptCheck[]; readonly damaged: readonly string[] }>;
  /** One kept check, judged anew in the words of `say`. */
  open(id: string, say: Say): Promise<Result<Report>>;
  /** Deletes one, or all. */
  forget(id: string): Promise<Result<{ readonly forgotten: number }>>;
  /** Whether checks are kept. */
  isOn(): Promise<boolean>;
  /** Keeps checks from now on, or none. What is there already stays until it is forgotten. */
  setOn(isOn: boolean): Promise<Result<Record<never, never>>>;
};

const idForm = /^\d{8}t\d{6}z-[0-9a-f]{6}$/;

/** Whether a text is the name of a kept check, which no file of a person's is called by chance. */
export function isHistoryId(text: string): boolean {
  return idForm.test(text);
}

/** Beside the checks: says that none are to be kept. */
const offFile = 'off';
const ownerOnlyFolder = 0o700;

/** The history in `folder` (`historyFolder`), which is made when the first check is kept. */
export function createHistory(folder: string): History {
  const pathOf = (id: string): string => join(folder, `${id}.json`);
  const ids = async (): Promise<string[]> => {
    const names = await readdir(folder).catch(() => []);
    const found = names
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.slice(0, -'.json'.length));
    return found.filter((id) => idForm.test(id)).sort();
  };
  const deleted = (id: string): Promise<boolean> => isRemoved(pathOf(id));
  const isOn = async (): Promise<boolean> =>
    (await readBounded(join(folder, offFile), 1000)).kind === 'absent';

  return {
    isOn,
    async keep(report) {
      const isWhole = !report.practice && !report.interrupted && !report.internal;
      if (!isWhole || !(await isOn())) return ok({ id: null });
      const id = idOf(report);
      const written = (await ready(folder)) && (await writeFileAtomically(pathOf(id), renderReport(report)));
      if (!written) return fail('history', said('history.no-folder', { folder }), 'unavailable');
      if (!written.ok) return written;
      const surplus = (await ids()).slice(0, -mostKept);
      await Promise.all(surplus.map(deleted));
      return ok({ id });
    },
    async keepActs(report) {
      const path = pathOf(idOf(report));
      const kept = await readSaved(path);
      if (kept === null) return;
      const { acts = [] } = report;
      // A report from a file knows nothing of what was done with its kept twin.
      const others = (kept.acts ?? []).filter(
        ({ startedAt }) => !acts.some((act) => act.startedAt === startedAt),
      );
      const all = [...others, ...acts].slice(-mostActs);
      await writeFileAtomically(path, renderReport({ ...report, acts: all })); // what was done counts, wherever it is written
    },
    async actsAbout(subject) {
      const saved = await Promise.all((await ids()).slice(-mostKept).map((id) => readSaved(pathOf(id))));
      return saved.flatMap((report) =>
        report !== null && subjectOf(report).toLowerCase() === subject.toLowerCase()
          ? (report.acts ?? [])
          : [],
      );
    },
    async list(say) {
      const checks: KeptCheck[] = [];
      const damaged: string[] = [];
      // More than are kept were put there by somebody else.
      for (const id of (await ids()).slice(-mostKept).reverse()) {
        const report = await readReport(pathOf(id), say);
        if (report) checks.push(keptCheck(id, report));
        else damaged.push(id);
      }
      return { checks, damaged };
    },
    async open(id, say) {
      const isThere = (await ids()).includes(id);
      const report = isThere ? await readReport(pathOf(id), say) : null;
      if (report) return ok(report);
      if (isThere) return fail('id', said('history.damaged', { id }), 'not-found');
      return fail('id', said('history.unknown', { id: id.slice(0, 60) }), 'not-found');
    },
    async forget(id) {
      const known = await ids();
      const meant = id === 'all' ? known : known.filter((one) => one === id);
      if (id !== 'all' && meant.length === 0) {
        return fail('id', said('history.unknown', { id: id.slice(0, 60) }), 'not-found');
      }
      const gone = await Promise.all(meant.map(deleted));
      if (gone.includes(false)) return fail('history', said('history.not-forgotten', { folder }), 'refused');
      return ok({ forgotten: meant.length });
    },
    async setOn(wanted) {
      if (wanted) {
        const isGone = await isRemoved(join(folder, offFile));
        return isGone ? ok({}) : fail('history', said('history.no-folder', { folder }), 'unavailable');
      }
      if (!(await ready(folder)))
        return fail('history', said('history.no-folder', { folder }), 'unavailable');
      return writeFileAtomically(join(folder, offFile), '');
    },
  };
}

/** The history of the person who uses this computer. */
export function historyOn({
  platform,
  home,
  environment,
}: Pick<Workstation, 'platform' | 'home' | 'environment'>): History {
  return createHistory(historyFolder(platform, home, environment));
}

/** Where the history of this computer's user belongs: XDG Base Directory (state), macOS's and Windows's folder for programs' data. */
export function historyFolder(
  platform: string,
  home: string,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  if (platform === 'win32') {
    return join(environment.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'Postway', 'history');
  }
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Postway', 'history');
  const state = environment.XDG_STATE_HOME;
  // "All paths must be absolute. If an implementation encounters a relative path it should be ignored."
  return join(state?.startsWith('/') ? state : join(home, '.local', 'state'), 'postway', 'history');
}

/** Whether the folder is there, and nobody else's business. */
async function ready(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true, mode: ownerOnlyFolder });
    await chmod(folder, ownerOnlyFolder);
    return true;
  } catch {
    return false; // a home that cannot be written: a container, a guest account
  }
}

/** Whether a file is gone; one that was not there is. What is no file, or may not be deleted, stays. */
async function isRemoved(path: string): Promise<boolean> {
  return rm(path, { force: true }).then(
    () => true,
    () => false,
  );
}

async function readReport(path: string, say: Say): Promise<Report | null> {
  const saved = await readSaved(path);
  const anew = saved && reopened(saved, say);
  return anew?.ok ? anew.value.report : null;
}

/** A report as it was written; null where there is none, or no report. */
async function readSaved(path: string): Promise<Report | null> {
  const file = await readBounded(path, maxReportChars * 3);
  const text = file.kind === 'read' ? decodedUtf8(file.bytes) : null;
  const saved = text === null ? null : parseReport(text);
  return saved?.ok ? saved.value : null;
}

/** The same for one check whatever was done after it. */
function idOf({ startedAt, elapsedMs, observations }: Report): string {
  const moment = `${startedAt.slice(0, 19).replace(/[-:]/g, '').toLowerCase()}z`;
  const mark = createHash('sha256').update(JSON.stringify([startedAt, elapsedMs, observations.length]));
  return `${moment}-${mark.digest('hex').slice(0, 6)}`;
}

/** What a check was about, as the person named it. */
function subjectOf({ input: { address, domain, server } }: Pick<Report, 'input'>): string {
  return address ?? domain ?? server ?? '';
}

function keptCheck(id: string, { startedAt, input, verdict, recommendation }: Report): KeptCheck {
  return {
    id,
    startedAt,
    subject: subjectOf({ input }),
    verdict: verdict.code,
    headline: verdict.headline,
    works: recommendation !== null,
  };
}
