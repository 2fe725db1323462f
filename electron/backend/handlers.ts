import type { ExportedFile, Handlers, ResultOf, Scenario } from '../../shared/contract/contract.ts';
import { type Result, right, wrong } from '../../shared/model/problem.ts';
import { say } from '../../shared/text/index.ts';
import { writeFileAtomically } from '../computer/files.ts';
import type { Place } from '../computer/place.ts';
import type { Checks } from './checks.ts';
import { computerHandlers } from './computer.ts';
import { safeFileName } from './file-name.ts';
import { parseCheckRequest } from './input.ts';

export type HandlersOptions = {
  readonly checks: Checks;
  /** With `practice` set, every check of this window runs in that scenario unless it names another: none reaches the real network. */
  readonly describe: ResultOf<'app.describe'>;
  readonly practiceScenarios: () => readonly Scenario[];
  /** The computer whose mail programs are read and changed when the person asks for it. */
  readonly place: Place;
  /**
   * Asks the person where to save, suggesting a name; null when they changed their mind. Absent where there is no dialog (the browser
   * window): the page then hands the file to the browser.
   */
  readonly askWhereToSave?: (suggestedName: string, signal: AbortSignal) => Promise<string | null>;
};

/** What the backend does for every entry of the contract, whoever carries it. */
export function createHandlers(options: HandlersOptions): Handlers {
  const { checks, describe } = options;
  return {
    'app.describe': async () => right(describe),

    'practice.list': async () => {
      const scenarios = options.practiceScenarios();
      return right({
        scenarios: scenarios.map(({ id, name, story, address, current }) => ({
          id,
          name,
          story,
          address,
          ...(current && { current }),
        })),
      });
    },

    'check.start': async (request) => {
      const scenarioId = request.practice ?? describe.practice ?? undefined;
      if (scenarioId !== undefined && !options.practiceScenarios().some(({ id }) => id === scenarioId)) {
        return wrong('practice', say('backend.unknown-scenario', { scenario: scenarioId }), 'not-found');
      }
      const input = parseCheckRequest(request);
      return input.ok ? checks.start(input.value, scenarioId) : input;
    },

    'check.watch': ({ checkId }, emit, signal) => checks.watch(checkId, emit, signal),
    'check.cancel': async ({ checkId }) => checks.cancel(checkId),
    'file.save': (file, signal) => save(file, options.askWhereToSave, signal),
    ...computerHandlers(options.place, checks, describe.practice !== null),
  };
}

/** The place is the person's choice alone: the window only suggests a name. */
async function save(
  file: ExportedFile,
  askWhereToSave: HandlersOptions['askWhereToSave'],
  signal: AbortSignal,
): Promise<Result<{ saved: boolean }>> {
  if (!askWhereToSave) return wrong('file', say('backend.no-save-here'), 'unavailable');
  const path = await askWhereToSave(safeFileName(file.fileName), signal);
  if (path === null || signal.aborted) return right({ saved: false });
  const content = file.encoding === 'base64' ? Buffer.from(file.text, 'base64') : file.text;
  const written = await writeFileAtomically(path, content);
  return written.ok ? right({ saved: true }) : written;
}
