import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { StrictEmitter } from './strict.ts';

const parentPort = fileURLToPath(new URL('parent-port.cjs', import.meta.url));

/** Electron's `UtilityProcess`, played by a process of Node's. Messages are copied as structured clones, as the real one copies them. */
export class UtilityProcessDouble extends StrictEmitter {
  private readonly child: ChildProcess;

  constructor(file: string, argv: readonly string[], first?: string) {
    super('UtilityProcess');
    const required = first === undefined ? [parentPort] : [parentPort, first];
    this.child = fork(file, [...argv], {
      execArgv: required.flatMap((one) => ['--require', one]),
      serialization: 'advanced',
    });
    this.child.on('spawn', () => this.emit('spawn'));
    this.child.on('message', (message) => this.emit('message', message));
    this.child.on('exit', (code) => this.emit('exit', code ?? 0));
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }
  get pid(): number | undefined {
    return this.child.pid;
  }
  postMessage(message: object): void {
    // What is said to a process that has just ended is lost, as with the real one.
    if (this.child.connected) this.child.send(message, () => undefined);
  }
  kill(): boolean {
    return this.child.kill('SIGKILL');
  }
}
