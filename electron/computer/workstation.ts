import { execFile } from 'node:child_process';
import { homedir, networkInterfaces } from 'node:os';
import { nodeClock } from '../engine/node-system.ts';
import type { Clock } from '../engine/system.ts';

/** What a program printed. `null`: it is not there, or could not be started. */
export type Printed = {
  /** Its exit status; null when it was ended, because it took too long, printed too much or was cancelled. */
  readonly status: number | null;
  readonly stdout: Buffer;
} | null;

/** The computer whose mail programs are read: everything that reading and changing their settings asks of the world besides files. */
export type Workstation = {
  /** As `process.platform`. */
  readonly platform: string;
  /** The person's own folder. */
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The person's number on Unix; null on Windows. */
  readonly userId: number | null;
  /** Whether a process of that number exists. */
  isAlive(pid: number): boolean;
  /** The IP addresses of this computer. */
  ownAddresses(): readonly string[];
  /** Runs a program without a shell, within bounds of time and output. Never rejects. */
  run(file: string, args: readonly string[], signal: AbortSignal): Promise<Printed>;
  readonly clock: Clock;
};

/** A program that answers a question about this computer takes a fraction of this. */
const maxRunMs = 10_000;
/** Outlook's part of the registry is some 100 kB; one with many old profiles has a few MB. */
const maxPrintedBytes = 8 * 1024 * 1024;

/** The computer that this process runs on. */
export function thisComputer(): Workstation {
  return {
    platform: process.platform,
    home: ownFolder(),
    environment: process.env,
    userId: process.getuid?.() ?? null,
    isAlive,
    ownAddresses: () =>
      Object.values(networkInterfaces()).flatMap((list) => list?.map(({ address }) => address) ?? []),
    run: (file, args, signal) => runProgram(file, args, signal),
    clock: nodeClock,
  };
}

/** A container may run as a user whom the system does not know: that user has no folder, and the system throws. */
function ownFolder(): string {
  try {
    return homedir();
  } catch {
    return '/nonexistent';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'; // somebody else's, and alive
  }
}

function runProgram(file: string, args: readonly string[], signal: AbortSignal): Promise<Printed> {
  return new Promise((resolve) => {
    const options = {
      encoding: 'buffer',
      maxBuffer: maxPrintedBytes,
      timeout: maxRunMs,
      windowsHide: true,
      signal,
    } as const;
    execFile(file, [...args], options, (error, stdout) => {
      if (error === null) return resolve({ status: 0, stdout });
      if (typeof error.code === 'number') return resolve({ status: error.code, stdout });
      const isMissing = 'syscall' in error; // spawning itself failed
      resolve(isMissing ? null : { status: null, stdout });
    });
  });
}
