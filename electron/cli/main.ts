import { outputTo } from './output.ts';
import { versionAsked } from './version.ts';

const argv = process.argv.slice(2);
const version = versionAsked(argv, __POSTWAY_VERSION__);

// Schemas and sentences cost as much time as Node itself; whoever asks for the version needs neither.
if (version !== null) {
  outputTo(process.stdout).write(version);
} else {
  const { runProgram } = await import('./program.ts');
  await runProgram(argv);
}
