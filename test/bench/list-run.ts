import { readFileSync } from 'node:fs';
import { parseCheckRequest } from '../../electron/backend/input.ts';
import { type Asked, checkMany } from '../../electron/backend/many.ts';
import { practiceSystem } from '../../electron/practice/practice-system.ts';
import { say } from '../../shared/text/index.ts';
import { speak } from '../../shared/text/speak.ts';
import { manyDomains } from '../support/many-domains.ts';

/**
 * A process of its own: `list-run.mjs ADDRESSES DOMAINS` checks a list in the practice network, whose servers run here too, and prints what it took
 * as JSON. As many connections are under way at once as `check --list` has by itself.
 */
const [addresses = 0, domains = 1] = process.argv.slice(2).map(Number);
await speak('en');
const { system, close } = await practiceSystem({ world: manyDomains(domains) });

async function* list(): AsyncGenerator<Asked, void, undefined> {
  for (let index = 0; index < addresses; index += 1) {
    const input = `user${index}@d${index % domains}.example`;
    const check = parseCheckRequest({ subject: input }, { brief: true });
    if (!check.ok) throw new Error(`${input} is no address`);
    yield { input, check: check.value };
  }
}

const startedMs = performance.now();
const verdicts: Record<string, number> = {};
await checkMany(
  list(),
  {
    system,
    version: '0.0.0',
    say,
    connections: 24,
    reportBug: (bug) => {
      throw bug;
    },
    onResult: ({ verdict }) => {
      const code = verdict?.code ?? 'none';
      verdicts[code] = (verdicts[code] ?? 0) + 1;
    },
  },
  new AbortController().signal,
);
const wallMs = performance.now() - startedMs;
await close();
process.stdout.write(
  JSON.stringify({
    wallMs,
    verdicts,
    // Not `maxRSS`, which a process on Linux inherits from the one that began it.
    peakMegabytes: Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024,
  }),
);
process.exit();
