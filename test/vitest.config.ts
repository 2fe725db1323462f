import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { licensed } from '../build/licences.mjs';
import { messages, writeTypes } from '../build/messages.mjs';
import { thread } from '../build/thread.mjs';
import { SummaryReporter } from './support/summary-reporter.ts';
import { testFiles } from './support/test-files.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

writeTypes();

export default defineConfig({
  plugins: [messages(), thread(), licensed()],
  root,
  test: {
    // What a test runs keeps its checks where nobody's own are.
    env: { XDG_STATE_HOME: join(tmpdir(), 'postway-test-state') },
    setupFiles: ['test/support/speak-english.ts'],
    reporters: ['default', new SummaryReporter()],
    // Two cores, real servers and a real browser: a test that waits for its turn is not a failing test.
    testTimeout: 30_000,
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 60_000,
    pool: 'forks',
    // Most of the time is spent waiting for servers, browsers and programs: one at a time leaves half of a small machine idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    unstubGlobals: true,
    projects: Object.entries(testFiles(root)).map(([name, include]) => ({
      extends: true,
      test: {
        name,
        include,
        // Pure code leaves nothing behind: its files share a process, which takes a fourth of the time.
        isolate: name !== 'pure',
        // Real servers, browsers and programs on a busy machine of CI: once more, and the summary names each test that needed it.
        retry: name !== 'pure' && process.env.CI === 'true' ? 1 : 0,
      },
    })),
  },
});
