import type { Reporter, TestModule } from 'vitest/node';

declare module 'vitest' {
  interface TaskMeta {
    /** What proves that a program understands the file that is exported for it (`test/shared/clients/proofs.test.ts`). */
    proof?: { readonly how: keyof typeof proved; readonly what: string };
  }
}

const proved = {
  sent: 'a message is sent with the file, by the real program',
  read: 'the file is read back, by the program or its own parser',
  described: "the file is read back, by a reader written from the format's description",
} as const;

/**
 * Ends the run with what proves each exported file, what passed only when tried again, what was skipped and why, and one plain line of
 * counts. Under `CI=true` a skipped test is a failure: CI installs everything that a skip could ask for.
 */
export class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    let passed = 0;
    let failed = 0;
    const skipped = new Map<string, number>();
    const flaky: string[] = [];
    const proofs: Record<keyof typeof proved, string[]> = { sent: [], read: [], described: [] };
    for (const module of modules) {
      if (module.state() === 'failed' && module.errors().length > 0) failed += 1;
      for (const test of module.children.allTests()) {
        const result = test.result();
        const { proof } = test.meta();
        if (proof) proofs[proof.how].push(proof.what);
        if (test.diagnostic()?.flaky) flaky.push(`${module.relativeModuleId} > ${test.fullName}`);
        if (result.state === 'passed') passed += 1;
        else if (result.state === 'failed') failed += 1;
        else if (result.state === 'skipped') {
          const reason = result.note ?? test.name;
          skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
        }
      }
    }
    const total = [...skipped.values()].reduce((sum, count) => sum + count, 0);
    const lines = [
      ...proofLines(proofs),
      ...flaky.map((name) => `passed only when tried again: ${name}`),
      ...[...skipped].map(([reason, count]) => `skipped ${count}: ${reason}`),
    ];
    if (total > 0 && process.env.CI === 'true') {
      lines.push('CI can run every test, so a skipped one counts as failed here.');
      failed += total;
      process.exitCode = 1;
    }
    lines.push(`${passed} passed, ${failed} failed, ${total} skipped`);
    process.stdout.write(`\n${lines.join('\n')}\n`);
  }
}

function proofLines(proofs: Readonly<Record<keyof typeof proved, readonly string[]>>): string[] {
  const kinds = Object.keys(proved) as (keyof typeof proved)[];
  return kinds.flatMap((how) =>
    proofs[how].length === 0 ? [] : `${proved[how]}: ${proofs[how].join(', ')}`,
  );
}
