import { actProcessWord } from '../backend/act-process-word.ts';
import { exitStatus } from './exit-status.ts';
import { outputTo } from './output.ts';
import { versionAsked } from './version.ts';

const argv = process.argv.slice(2);
const version = versionAsked(argv, __POSTWAY_VERSION__);

// Schemas and sentences cost as much time as Node itself; whoever asks for the version needs neither.
if (version !== null) {
  outputTo(process.stdout, (code) => {
    void loaded().then(({ endUnwritten }) => endUnwritten(code));
  }).write(version);
} else if (argv[0] === actProcessWord && process.send) {
  const { forkingParent, runActProcess } = await import('../backend/act-process-entry.ts');
  runActProcess(forkingParent());
} else {
  const { runProgram } = await loaded().catch((error: NodeJS.ErrnoException) => {
    // No sentence could be loaded either. EMFILE: fewer files may be open at once than the program is made of.
    const remedy = error.code === 'EMFILE' ? ' Allow it more open files: ulimit -n 256' : '';
    process.stderr.write(`postway: cannot be started (${error.code ?? error.message}).${remedy}\n`);
    process.exit(exitStatus.ourFault);
  });
  await runProgram(argv);
}

/** The program with the words that it speaks. */
async function loaded() {
  const { endUnwritten, learnToSpeak, runProgram } = await import('./program.ts');
  await learnToSpeak(argv);
  return { endUnwritten, runProgram };
}
