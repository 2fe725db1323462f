import { fileURLToPath } from 'node:url';
import { say } from '../../shared/text/index.ts';
import type { ActTask } from '../backend/act-task.ts';
import type { Services } from './services.ts';

/** The window as the build put it beside this bundle. */
const rendererDir = fileURLToPath(new URL('../renderer/', import.meta.url));

/** The file that Node was started with: the built command line. */
const program = process.argv[1] ?? '';

/** The program's own backend and window, each loaded when it is first asked for. */
export function nodeServices(version: string, reportBug: (fault: unknown) => void): Services {
  async function backend(practice: string | null) {
    const [{ createBackend }, { actInProcess, forkedActProcess }] = await Promise.all([
      import('../backend/backend.ts'),
      import('../backend/act-process.ts'),
    ]);
    const describe = { version, platform: process.platform, isDesktop: false, practice };
    return createBackend({ describe, reportBug, performAct: actInProcess(() => forkedActProcess(program)) });
  }

  const services: Services = {
    version,
    async check(input, practice, onEvent, signal, isKept) {
      if (practice === null) prepareAhead(); // while the engine is loaded
      const { ownChecks } = await import('../backend/own-checks.ts');
      let cause: unknown;
      const tell = (bug: unknown): void => {
        cause = bug;
        reportBug(bug);
      };
      const checks = ownChecks({
        version,
        reportBug: tell,
        ...(isKept === 'unkept' && { history: null }),
      });
      const made = await checks.make(input, practice ?? undefined, onEvent, signal);
      if (!made.ok) throw cause ?? new Error(say(made.problem.message));
      return made.value;
    },
    async checkMany(list, options, signal) {
      prepareAhead();
      const [{ checkMany }, { systemFor }] = await Promise.all([
        import('../backend/many.ts'),
        import('../backend/system-for.ts'),
      ]);
      const { system, close } = await systemFor(undefined);
      try {
        await checkMany(list, { ...options, system, version, say, reportBug }, signal);
      } finally {
        await close();
      }
    },
    async otherNetwork(than, signal) {
      const [{ isInOtherNetwork }, { systemFor }] = await Promise.all([
        import('../backend/other-network.ts'),
        import('../backend/system-for.ts'),
      ]);
      const { system, close } = await systemFor(undefined);
      return isInOtherNetwork(system, than, () => {}, signal).finally(close);
    },
    async discover(input, signal) {
      prepareAhead();
      const { runOneDiscovery } = await import('../backend/one-discovery.ts');
      return runOneDiscovery(input, signal);
    },
    async prepareAct(report, request) {
      const { prepareAct } = await import('../backend/acting.ts');
      return prepareAct(report, request);
    },
    async refusedBefore(report, { server: { endpoint } }) {
      const [{ refusedBefore }, { historyOn }, { thisComputer }] = await Promise.all([
        import('../backend/earlier-logins.ts'),
        import('../backend/history.ts'),
        import('../computer/workstation.ts'),
      ]);
      return refusedBefore(report, endpoint.host, historyOn(thisComputer()), Date.now());
    },
    async act(report, request, prepared, { password, consent, onProgress, signal }) {
      const [{ actInReport }, { actHere }, { historyOn }, { Secret }, { thisComputer }] = await Promise.all([
        import('../backend/act-in-report.ts'),
        import('../backend/act-task.ts'),
        import('../backend/history.ts'),
        import('../engine/send/secret.ts'),
        import('../computer/workstation.ts'),
      ]);
      const secret = new Secret(password);
      // This process ends with the act, and its memory with it.
      const perform = (task: ActTask) => actHere(task, secret, onProgress, signal);
      const done = await actInReport(report, { request, prepared, consent }, perform, say);
      await historyOn(thisComputer()).keepActs(done.report);
      return done;
    },
    async scenarios() {
      const { practiceScenarios } = await import('../practice/scenarios.ts');
      return practiceScenarios(say);
    },
    async workstation() {
      const { thisComputer } = await import('../computer/workstation.ts');
      return thisComputer();
    },
    async serve({ port, practice, language }) {
      const { serve } = await import('../serve/serve.ts');
      const { handlers, choices, close: closeBackend } = await backend(practice);
      const chosen = async () => ({ ...(await choices.get()), ...(language && { language }) });
      const { signal } = new AbortController(); // `close` ends it
      const serving = await serve({ handlers, choices: chosen, rendererDir, port, signal, reportBug });
      if (!serving.ok) return serving;
      return {
        ok: true,
        address: serving.url,
        ended: serving.closed,
        async close() {
          await Promise.all([serving.close(), closeBackend()]);
        },
      };
    },
    async serveMcp(signal, choices) {
      const { serveMcp } = await import('./mcp/server.ts');
      const streams = { input: process.stdin, output: process.stdout };
      await serveMcp(streams, services, reportBug, signal, choices);
    },
    async openBrowser(address) {
      const { openBrowser } = await import('./open-browser.ts');
      return openBrowser(address, process.platform);
    },
  };
  return services;
}

/** The other thread reads what this computer trusts while the rest is loaded. */
function prepareAhead(): void {
  void import('../engine/thread/thread.ts').then(({ prepareThread }) => prepareThread());
}
