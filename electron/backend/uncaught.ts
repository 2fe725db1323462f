import { blameCheck } from '../engine/bug-trap.ts';

type Process = {
  on(event: 'uncaughtException' | 'unhandledRejection', listener: (error: unknown) => void): unknown;
};

/**
 * The last net of a process: what nobody caught ends the check in which it happened, which then says so, and everything else goes on.
 * `onBug` hears of what happened outside of any check. Every entry point calls it once.
 */
export function catchUncaught(process: Process, onBug: (error: unknown) => void): void {
  const caught = (error: unknown): void => {
    if (!blameCheck(error)) onBug(error);
  };
  process.on('uncaughtException', caught);
  process.on('unhandledRejection', caught);
}
