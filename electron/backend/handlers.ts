import { html } from '../../shared/clients/html.ts';
import { findClient, renderClient, withWalkthrough } from '../../shared/clients/index.ts';
import { nearestVariant } from '../../shared/clients/variant.ts';
import type { Argument, Handlers, ResultOf, Scenario } from '../../shared/contract/contract.ts';
import { reopened, reworded } from '../../shared/judge/reopen.ts';
import { sheetHtml, sheetOf } from '../../shared/letter/sheet.ts';
import { fail, ok, type Result } from '../../shared/model/problem.ts';
import { say } from '../../shared/text/index.ts';
import type { Language } from '../../shared/text/languages.ts';
import { said } from '../../shared/text/said.ts';
import { speak } from '../../shared/text/speak.ts';
import { writeFileAtomically } from '../computer/files.ts';
import type { Workstation } from '../computer/workstation.ts';
import { nodeSystem } from '../engine/node-system.ts';
import type { System } from '../engine/system.ts';
import type { Acts } from './acts.ts';
import type { Checks } from './checks.ts';
import { computerHandlers } from './computer.ts';
import { safeFileName } from './file-name.ts';
import type { History } from './history.ts';
import { historyHandlers } from './history-handlers.ts';
import { parseCheckRequest } from './input.ts';
import { networkHandlers } from './network-handlers.ts';
import { choicesOn } from './window-choices.ts';

export type HandlersOptions = {
  readonly acts: Acts['handlers'];
  readonly checks: Checks;
  readonly history: History;
  /** Told which language the window speaks. */
  readonly onLanguage?: (language: Language) => void;
  /** With `practice` set, every check of this window runs in that scenario unless it names another: none reaches the real network. */
  readonly describe: ResultOf<'app.describe'>;
  readonly practiceScenarios: () => readonly Scenario[];
  /** The computer whose mail programs are read and changed when the person asks for it. */
  readonly workstation: Workstation;
  /** What knows which network this computer is in; without it, this computer's own. */
  readonly system?: Pick<System, 'ownAddress' | 'clock'>;
  /**
   * Asks the person where to save, suggesting a name; null when they changed their mind. Absent where there is no dialog (the browser
   * window): the page then hands the file to the browser.
   */
  readonly askWhereToSave?: (suggestedName: string, signal: AbortSignal) => Promise<string | null>;
  /** Prints a page of ours into a PDF; rejects when that fails. Absent in the browser window: the browser prints. */
  readonly printPdf?: (html: string, signal: AbortSignal) => Promise<Uint8Array>;
};

/** What the backend does for every entry of the contract, whoever carries it. */
export function createHandlers(options: HandlersOptions): Handlers {
  const { checks, describe } = options;
  return {
    'app.describe': async () => ok(describe),

    'language.choose': async ({ language }) => {
      await speak(language);
      options.onLanguage?.(language);
      return ok({});
    },

    'window.keep': (change) => choicesOn(options.workstation).keep(change),

    'practice.list': async () => {
      const scenarios = options.practiceScenarios();
      return ok({
        scenarios: scenarios.map(({ id, group, name, story, address, current }) => ({
          id,
          group,
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
        return fail('practice', said('backend.unknown-scenario', { scenario: scenarioId }), 'not-found');
      }
      const input = parseCheckRequest(request);
      if (!input.ok) return input;
      if (request.error === undefined) return checks.start(input.value, scenarioId);
      const { withErrorText } = await import('./suspicion.ts');
      const isPractice = scenarioId !== undefined;
      return checks.start(withErrorText(input.value, request.error, { isPractice }), scenarioId);
    },

    'explain.text': async ({ text }) => {
      const { explainedForWindow } = await import('./explained.ts');
      return ok(explainedForWindow(text));
    },
    'check.watch': ({ checkId }, emit, signal) => checks.watch(checkId, emit, signal),
    'check.cancel': async ({ checkId }) => checks.cancel(checkId),
    'report.reopen': async (report) => reopened(report, say),
    'report.reword': async (report) => ok(reworded(report, say)),
    'file.save': ({ fileName, encoding, text }, signal) =>
      save(
        fileName,
        async () => (encoding === 'base64' ? Buffer.from(text, 'base64') : text),
        options,
        signal,
      ),
    'page.save': async (settings, signal) => {
      const { printPdf } = options;
      if (!printPdf) return fail('page', said('backend.no-print-here'), 'unavailable');
      const page = renderPage(settings);
      if (!page.ok) return page;
      return save('postway-mail-settings.pdf', () => printPdf(page.value.text, signal), options, signal);
    },
    'report.save': async ({ report, together }, signal) => {
      const { printPdf } = options;
      if (!printPdf) return fail('page', said('backend.no-print-here'), 'unavailable');
      const page = sheetHtml(sheetOf(report, say, together));
      return save('postway-report.pdf', () => printPdf(page, signal), options, signal);
    },
    ...options.acts,
    ...historyHandlers(options.history),
    ...networkHandlers(options.system ?? nodeSystem()),
    ...computerHandlers(options.workstation, checks, describe.practice !== null),
  };
}

/** With the steps of the program that was chosen, where there is one of that name. */
function renderPage({ program, ...account }: Argument<'page.save'>) {
  const settings = { ...account, change: account.change ?? null };
  const client = findClient(program?.id ?? '');
  if (client?.kind !== 'steps') return renderClient(html, settings);
  const whole = withWalkthrough(settings, client, nearestVariant(client, settings, { ...program }));
  return whole.ok ? renderClient(html, whole.value) : whole;
}

/** The place is the person's choice alone: the window only suggests a name. The content is made when they have chosen. */
async function save(
  fileName: string,
  content: () => Promise<string | Uint8Array>,
  { askWhereToSave }: HandlersOptions,
  signal: AbortSignal,
): Promise<Result<{ saved: boolean }>> {
  if (!askWhereToSave) return fail('file', said('backend.no-save-here'), 'unavailable');
  const path = await askWhereToSave(safeFileName(fileName), signal);
  if (path === null || signal.aborted) return ok({ saved: false });
  const written = await writeFileAtomically(path, await content());
  return written.ok ? ok({ saved: true }) : written;
}
