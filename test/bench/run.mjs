// npm run bench [-- --runs N] [--only PART] [--markdown]; README.md says what it needs and measures.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { messages } from '../../build/messages.mjs';
import { thread } from '../../build/thread.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10' },
    only: { type: 'string', default: '' },
    markdown: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) {
  console.error('--runs: how many times each thing is measured, a whole number from 1');
  process.exit(2);
}
if (process.getuid?.() !== 0) {
  console.error('The bench makes network namespaces, which needs root: sudo npm run bench');
  process.exit(2);
}
const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const { module } = await runnerImport(main, {
  configFile: false,
  logLevel: 'error',
  plugins: [messages(), thread()],
});
await module.runBench({ runs, only: values.only, isMarkdown: values.markdown });
process.exit();
