import type { Services } from './services.ts';

/** The program's own engine, practice network and window, each loaded when it is first asked for. */
export function nodeServices(version: string): Services {
  return {
    version,
    async check(input, onEvent, signal) {
      const [{ check }, { nodeSystem }] = await Promise.all([
        import('../engine/check.ts'),
        import('../engine/node-system.ts'),
      ]);
      return check(input, { system: nodeSystem(), version, onEvent }, signal);
    },
    async scenarios() {
      const { practiceScenarios } = await import('../practice/scenarios.ts');
      return practiceScenarios();
    },
    async practise(scenarioId, input, onEvent, signal) {
      const [{ check }, { findScenario }, { practiceSystem }] = await Promise.all([
        import('../engine/check.ts'),
        import('../practice/scenarios.ts'),
        import('../practice/practice-system.ts'),
      ]);
      const scenario = findScenario(scenarioId);
      if (!scenario) throw new Error(`there is no scenario "${scenarioId}"`);
      const { system, close } = await practiceSystem(scenario);
      try {
        return await check(input, { system, version, onEvent }, signal);
      } finally {
        await close();
      }
    },
    async serve(_options) {
      throw new Error('not joined yet');
    },
    async openBrowser(address) {
      const { openInDesktop } = await import('./open-browser.ts');
      return openInDesktop(address, process.platform);
    },
  };
}
