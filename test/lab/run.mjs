// npm run lab [-- --only TEXT] [--times N] [--lines N] [--repeats N] [--reports FOLDER]; README.md says what it needs and proves.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { messages } from '../../build/messages.mjs';
import { thread } from '../../build/thread.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    times: { type: 'string', default: '1' },
    lines: { type: 'string', default: '6' },
    repeats: { type: 'string', default: '200' },
    reports: { type: 'string' },
  },
});
if (process.getuid?.() !== 0) {
  console.error('The lab makes network namespaces, which needs root: sudo npm run lab');
  process.exit(2);
}
const fileBeside = (name) => fileURLToPath(new URL(name, import.meta.url));
const { module } = await runnerImport(fileBeside('main.ts'), {
  configFile: false,
  plugins: [messages(), thread()],
});
const isRight = await module.runLab({
  ...(values.only === undefined ? {} : { only: values.only }),
  ...(values.reports === undefined ? {} : { reports: values.reports }),
  times: Number(values.times),
  lineCount: Number(values.lines),
  repeats: Number(values.repeats),
});
process.exit(isRight ? 0 : 1);
