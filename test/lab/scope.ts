import {
  type ChildProcess,
  type ChildProcessWithoutNullStreams,
  execFile,
  execFileSync,
  spawn,
} from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Everything one run of the lab has made on this machine: its folder, its network namespaces, its processes. */
export type Scope = {
  /** A folder for configuration, logs and spools; readable by the servers' own users. */
  readonly folder: string;
  /** Makes a namespace with its own loopback; `dnsServer` is what its resolv.conf names. Returns its name. */
  addNamespace(role: string, dnsServer?: string): string;
  /** Lets programs in a namespace see `text` as the file of that name in /etc. */
  overlay(namespace: string, name: string, text: string): void;
  /** Starts a program in a namespace and waits as `options` say (not at all when they say nothing). */
  start(namespace: string, command: readonly string[], options?: StartOptions): Promise<ChildProcess>;
  /** Ends every process and removes every namespace and file. Safe to call twice. */
  close(): void;
};

export type StartOptions = {
  /** What the program prints when it is ready. */
  readonly ready?: RegExp;
  /** Address and port at which the program answers when it is ready. */
  readonly answers?: readonly [ipAddress: string, port: number];
  readonly environment?: Readonly<Record<string, string>>;
  /** How long it may take, in milliseconds. */
  readonly limitMs?: number;
  /** Takes its turn with everything else on this machine, see `spawnAhead`. */
  readonly isInNoHurry?: boolean;
};

const prefix = 'pwlab';
let opened = 0;

/**
 * Opens a scope. It closes itself when this process exits or is told to (SIGINT, SIGTERM, SIGHUP); what a killed run
 * left behind is removed by the next one, which knows it by the process number in its names.
 */
export function openScope(): Scope {
  removeLeftovers();
  opened += 1;
  const name = `${prefix}${process.pid}x${opened}`;
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  chmodSync(folder, 0o755);
  const namespaces: string[] = [];
  const children: ChildProcess[] = [];
  let isClosed = false;

  const close = (): void => {
    if (isClosed) return;
    isClosed = true;
    process.off('exit', close);
    for (const signal of signals) process.off(signal, stop);
    for (const child of children) child.kill('SIGKILL');
    for (const namespace of namespaces) removeNamespace(namespace);
    rmSync(folder, { recursive: true, force: true });
  };
  const stop = (signal: NodeJS.Signals): void => {
    close();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.once('exit', close);
  for (const signal of signals) process.once(signal, stop);

  // `ip netns exec` mounts the files of this folder over those in /etc.
  const overlay = (namespace: string, file: string, text: string): void => {
    mkdirSync(overlayFolder(namespace), { recursive: true });
    writeFileSync(join(overlayFolder(namespace), file), text);
  };

  return {
    folder,
    close,
    overlay,
    addNamespace(role, dnsServer) {
      const namespace = `${name}-${role}`;
      namespaces.push(namespace);
      run('ip', ['netns', 'add', namespace]);
      run('ip', ['-n', namespace, 'link', 'set', 'lo', 'up']);
      if (dnsServer !== undefined) {
        overlay(namespace, 'resolv.conf', `nameserver ${dnsServer}\n`);
      }
      return namespace;
    },
    async start(namespace, command, options = {}) {
      const spawnIt = options.isInNoHurry ? spawnInTurn : spawnAhead;
      const child = spawnIt(['ip', 'netns', 'exec', namespace, ...command], {
        ...process.env,
        ...options.environment,
      });
      children.push(child);
      if (options.ready) await printed(child, command.join(' '), options.ready, options.limitMs ?? 15_000);
      if (options.answers) await answering(namespace, options.answers, options.limitMs ?? 15_000);
      return child;
    },
  };
}

/**
 * Starts a program ahead of everything else on this machine: times are measured in the lab, and other tests run beside it. Linux
 * shares the processors out by session first, so it gets one of its own.
 */
export function spawnAhead(
  argv: readonly string[],
  environment: Readonly<NodeJS.ProcessEnv>,
): ChildProcessWithoutNullStreams {
  const child = spawnInTurn(argv, environment);
  try {
    if (child.pid !== undefined) {
      setPriority(child.pid, -19);
      writeFileSync(`/proc/${child.pid}/autogroup`, '-19');
    }
  } catch {
    // Root in a container may lack the right, and not every kernel shares out by session: then it is as quick as it is.
  }
  return child;
}

function spawnInTurn(
  [command = '', ...args]: readonly string[],
  environment: Readonly<NodeJS.ProcessEnv>,
): ChildProcessWithoutNullStreams {
  return spawn(command, args, { stdio: 'pipe', detached: true, env: { ...environment } });
}

/** Runs a program to its end; what it printed. Throws with its error output when it fails. */
export function run(command: string, args: readonly string[], input?: string): string {
  return execFileSync(command, args, {
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: 60_000,
    ...(input === undefined ? {} : { input }),
  });
}

/** The same without waiting for it here. */
export async function runAsync(command: string, args: readonly string[]): Promise<void> {
  await promisify(execFile)(command, args, { timeout: 60_000 });
}

/** Runs many `ip` commands in a namespace at once. */
export function ip(namespace: string, commands: readonly string[]): void {
  run('ip', ['-n', namespace, '-batch', '-'], `${commands.join('\n')}\n`);
}

/** Sets kernel settings of a namespace, all that match; written `net/ipv4/ip_forward=1`. */
export function sysctl(namespace: string, settings: readonly string[]): void {
  const writes = settings.map((setting) => {
    const [path, value] = setting.split('=');
    return `echo ${value} > /proc/sys/${path}`;
  });
  run('ip', ['netns', 'exec', namespace, 'sh', '-c', writes.join(' && ')]);
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function printed(child: ChildProcess, name: string, ready: RegExp, limitMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const limit = setTimeout(() => fail(`was not ready within ${limitMs} ms`), limitMs);
    const hear = (chunk: Buffer): void => {
      output += chunk.toString();
      if (!ready.test(output)) return;
      done();
      resolve();
    };
    const fail = (why: string): void => {
      done();
      reject(new Error(`${name} ${why}\n${output.slice(-2000)}`));
    };
    const ended = (code: number | null): void => fail(`ended with status ${code}`);
    const done = (): void => {
      clearTimeout(limit);
      child.stdout?.off('data', hear).resume();
      child.stderr?.off('data', hear).resume();
      child.off('exit', ended);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', ended);
    child.once('error', (error) => fail(error.message));
  });
}

/** A shell's way to try a TCP connection from inside a namespace, until it is made. */
async function answering(
  namespace: string,
  [ipAddress, port]: readonly [string, number],
  limitMs: number,
): Promise<void> {
  const attempt = `until (exec 3<>/dev/tcp/${ipAddress}/${port}) 2>/dev/null; do sleep 0.02; done`;
  const limit = `${limitMs / 1000}`;
  await runAsync('ip', ['netns', 'exec', namespace, 'timeout', limit, 'bash', '-c', attempt]);
}

function overlayFolder(namespace: string): string {
  return `/etc/netns/${namespace}`;
}

function removeNamespace(namespace: string): void {
  try {
    for (const pid of run('ip', ['netns', 'pids', namespace]).split('\n').filter(Boolean)) {
      endProcess(Number(pid));
    }
    run('ip', ['netns', 'del', namespace]);
  } catch {
    // It was never made, or somebody else removed it: gone is what we want.
  }
  rmSync(overlayFolder(namespace), { recursive: true, force: true });
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself between being listed and being told to.
  }
}

function removeLeftovers(): void {
  const owner = new RegExp(`^${prefix}(\\d+)x\\d+-\\S+`);
  const isLeftOver = (name: string): boolean => {
    const [, pid] = owner.exec(name) ?? [];
    return pid !== undefined && !isOurKind(Number(pid));
  };
  for (const line of run('ip', ['netns', 'list']).split('\n').filter(isLeftOver)) {
    removeNamespace(line.split(' ')[0] ?? line);
  }
  for (const name of readdirSync(tmpdir()).filter(isLeftOver)) {
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

/** A process of that number lives and is a Node program, so its lab may still be in use. */
function isOurKind(pid: number): boolean {
  const status = `/proc/${pid}/cmdline`;
  return existsSync(status) && readFileSync(status, 'utf8').includes('node');
}
