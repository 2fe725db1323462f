import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends the run with what was skipped and why, and one plain line of counts. Under `CI=true` a skipped test is a failure:
 * CI installs everything that a skip could ask for.
 */
export class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    let passed = 0;
    let failed = 0;
    const skipped = new Map<string, number>();
    for (const module of modules) {
      if (module.state() === 'failed' && module.errors().length > 0) failed += 1;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') passed += 1;
        else if (result.state === 'failed') failed += 1;
        else if (result.state === 'skipped') {
          const reason = result.note ?? test.name;
          skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
        }
      }
    }
    const total = [...skipped.values()].reduce((sum, count) => sum + count, 0);
    const lines = [...skipped].map(([reason, count]) => `skipped ${count}: ${reason}`);
    if (total > 0 && process.env.CI === 'true') {
      lines.push('CI can run every test, so a skipped one counts as failed here.');
      failed += total;
      process.exitCode = 1;
    }
    lines.push(`${passed} passed, ${failed} failed, ${total} skipped`);
    process.stdout.write(`\n${lines.join('\n')}\n`);
  }
}
